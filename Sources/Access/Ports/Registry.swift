// SPDX-License-Identifier: Apache-2.0

/// What the garden side reads of the ledger: nothing here changes a right.
public protocol Registry: Sendable {
    /// The policy in force, badges and PINs as fingerprints, and its revision.
    func policy() async throws(LedgerFault) -> (policy: Policy, revision: Int64)
    /// The revision of the policy in force, without the policy; 0 before the first.
    func policyRevision() async throws(LedgerFault) -> Int64
    /// The names of people that the policy has.
    func names(of people: Set<PersonID>) async throws(LedgerFault) -> [PersonID: String]
    /// The same policy with every badge and PIN as its fingerprint, so that it can be compared.
    func fingerprinted(_ policy: Policy) async throws(LedgerFault) -> Policy
    /// Records that match, oldest first.
    func journal(_ query: JournalQuery) async throws(LedgerFault) -> [JournalLine]
    /// The number of the last record, each time the journal has grown; later ones swallow earlier ones.
    func journalGrowth() -> AsyncStream<RecordNumber>
    /// Who is recorded inside which room.
    func presences() async throws(LedgerFault) -> [Presence]
    /// The alarms that stand.
    func alarms() async throws(LedgerFault) -> [ActiveAlarm]
    /// The appointments of a person, past and to come.
    func appointments(of person: PersonID) async throws(LedgerFault) -> [Appointment]
    /// The fingerprint under which a badge would be kept, and whose it is, if anybody's.
    func recognise(
        _ badge: BadgeNumber
    ) async throws(LedgerFault) -> (fingerprint: Fingerprint, person: PersonID?)

    /// People that match, by id.
    func people(_ query: PeopleQuery) async throws(LedgerFault) -> Page<PersonStatus>
    /// A person, with the row's tag.
    func person(_ id: PersonID) async throws(LedgerFault) -> PersonStatus?
    /// Badges that match, by fingerprint.
    func badges(_ query: BadgeQuery) async throws(LedgerFault) -> Page<BadgeStatus>
    /// A badge.
    func badge(_ token: Badge.Token) async throws(LedgerFault) -> BadgeStatus?
    /// Designations that match, by id.
    func designations(
        _ query: DesignationQuery
    ) async throws(LedgerFault) -> Page<DesignationStatus>
    /// A designation.
    func designation(_ id: DesignationID) async throws(LedgerFault) -> DesignationStatus?
    /// Visits and requests that match, by id.
    func visits(_ query: VisitQuery) async throws(LedgerFault) -> Page<VisitStatus>
    /// A visit or request.
    func visit(_ id: VisitID) async throws(LedgerFault) -> VisitStatus?
    /// All departments, in the order of the document.
    func departments() async throws(LedgerFault) -> [Department]
    /// A department, with the row's tag.
    func department(
        _ id: DepartmentID
    ) async throws(LedgerFault) -> (department: Department, tag: RowTag)?
    /// All rooms, in the order of the document.
    func rooms() async throws(LedgerFault) -> [Room]
    /// All appointments, in the order of the document.
    func appointments() async throws(LedgerFault) -> [Appointment]
    /// The rooms that are locked down.
    func lockdowns() async throws(LedgerFault) -> [Lockdown]
    /// What was carried in and out, in the order in which it was noted (R25).
    func items(_ query: ItemQuery) async throws(LedgerFault) -> Page<NotedItems>
    /// The designations that end soon, by the time at which they do (R17).
    func endings(at moment: Moment) async throws(LedgerFault) -> [Review.Ending]
    /// The ids that the next designation and the next visit may have.
    func nextIDs(at moment: Moment) async throws(LedgerFault) -> NextIDs
    /// What must be looked at again (R15, R17, R18).
    func review(at moment: Moment) async throws(LedgerFault) -> Review
    /// The facts about a lost badge (R26).
    func incident(of badge: Badge.Token) async throws(LedgerFault) -> Incident?
    /// What a transfer would change.
    func effects(of transfer: Transfer) async throws(LedgerFault) -> TransferEffects
    /// One record.
    func record(_ number: RecordNumber) async throws(LedgerFault) -> JournalLine?
    /// Goes over the whole journal (L9); it takes as long as reading all of it.
    func verification() async throws(LedgerFault) -> Verification
    /// Asks the rule, which opens nothing; the question goes on record (R29).
    func explanation(
        of question: Question,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> ExplanationOutcome
    /// All tokens that were ever issued, by number.
    func tokens() async throws(LedgerFault) -> [IssuedToken]
}

extension Registry {
    /// Reads the whole policy; a ledger of many people answers it better.
    public func policyRevision() async throws(LedgerFault) -> Int64 {
        try await policy().revision
    }

    /// Reads the whole policy; a ledger of many people answers it better.
    public func names(of people: Set<PersonID>) async throws(LedgerFault) -> [PersonID: String] {
        let entries = try await policy().policy.people.map(\.person)
        return entries.reduce(into: [:]) { names, person in
            if people.contains(person.id) { names[person.id] = person.name }
        }
    }
}

extension Registry {
    /// Recognises the badges one by one; PINs stay as they are written.
    public func fingerprinted(_ policy: Policy) async throws(LedgerFault) -> Policy {
        var policy = policy
        for row in policy.people.indices {
            for place in policy.people[row].badges.indices {
                let token = policy.people[row].badges[place].token
                guard case .number(let number) = token else { continue }
                let fingerprint = try await recognise(number).fingerprint
                policy.people[row].badges[place].token = .fingerprint(fingerprint)
            }
        }
        return policy
    }
}

/// Whose a token is, and how it comes and goes (L10: the ledger keeps digests only).
public protocol TokenKeeper: Sendable {
    /// Makes a token for a person; it is shown this once.
    func issueToken(
        to person: PersonID,
        label: String,
        until: Timestamp?,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret
    /// Whose token it is, unless it has expired or was revoked.
    func bearer(of token: Secret, at moment: Moment) async throws(LedgerFault) -> PersonID?
    /// Which token it is, unless it has expired or was revoked.
    func issued(_ token: Secret, at moment: Moment) async throws(LedgerFault) -> IssuedToken?
    /// Exchanges the claim that lies beside the database for the first token, once (no default password).
    ///
    /// - Returns: `nil` for a wrong claim, or when it has been used.
    func claim(
        _ claim: Secret,
        for person: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret?
}
