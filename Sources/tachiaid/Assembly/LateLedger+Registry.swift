// SPDX-License-Identifier: Apache-2.0
import Access
import SQLiteLedger

extension LateLedger: Registry {
    func policy() async throws(LedgerFault) -> (policy: Policy, revision: Int64) {
        try await opened().policy()
    }

    func policyRevision() async throws(LedgerFault) -> Int64 {
        try await opened().policyRevision()
    }

    func names(of people: Set<PersonID>) async throws(LedgerFault) -> [PersonID: String] {
        try await opened().names(of: people)
    }

    func fingerprinted(_ policy: Policy) async throws(LedgerFault) -> Policy {
        try await opened().fingerprinted(policy)
    }

    func journal(_ query: JournalQuery) async throws(LedgerFault) -> [JournalLine] {
        try await opened().journal(query)
    }

    nonisolated func journalGrowth() -> AsyncStream<RecordNumber> { growth() }

    func presences() async throws(LedgerFault) -> [Presence] { try await opened().presences() }

    func alarms() async throws(LedgerFault) -> [ActiveAlarm] { try await opened().alarms() }

    func appointments(of person: PersonID) async throws(LedgerFault) -> [Appointment] {
        try await opened().appointments(of: person)
    }

    func recognise(
        _ badge: BadgeNumber
    ) async throws(LedgerFault) -> (fingerprint: Fingerprint, person: PersonID?) {
        try await opened().recognise(badge)
    }
}

extension LateLedger {
    func people(_ query: PeopleQuery) async throws(LedgerFault) -> Page<PersonStatus> {
        try await opened().people(query)
    }

    func person(_ id: PersonID) async throws(LedgerFault) -> PersonStatus? {
        try await opened().person(id)
    }

    func badges(_ query: BadgeQuery) async throws(LedgerFault) -> Page<BadgeStatus> {
        try await opened().badges(query)
    }

    func badge(_ token: Badge.Token) async throws(LedgerFault) -> BadgeStatus? {
        try await opened().badge(token)
    }

    func designations(
        _ query: DesignationQuery
    ) async throws(LedgerFault) -> Page<DesignationStatus> {
        try await opened().designations(query)
    }

    func designation(_ id: DesignationID) async throws(LedgerFault) -> DesignationStatus? {
        try await opened().designation(id)
    }

    func visits(_ query: VisitQuery) async throws(LedgerFault) -> Page<VisitStatus> {
        try await opened().visits(query)
    }

    func visit(_ id: VisitID) async throws(LedgerFault) -> VisitStatus? {
        try await opened().visit(id)
    }

    func departments() async throws(LedgerFault) -> [Department] {
        try await opened().departments()
    }

    func department(
        _ id: DepartmentID
    ) async throws(LedgerFault) -> (department: Department, tag: RowTag)? {
        try await opened().department(id)
    }

    func rooms() async throws(LedgerFault) -> [Room] { try await opened().rooms() }

    func appointments() async throws(LedgerFault) -> [Appointment] {
        try await opened().appointments()
    }

    func lockdowns() async throws(LedgerFault) -> [Lockdown] { try await opened().lockdowns() }

    func items(_ query: ItemQuery) async throws(LedgerFault) -> Page<NotedItems> {
        try await opened().items(query)
    }
}

extension LateLedger {
    func endings(at moment: Moment) async throws(LedgerFault) -> [Review.Ending] {
        try await opened().endings(at: moment)
    }

    func review(at moment: Moment) async throws(LedgerFault) -> Review {
        try await opened().review(at: moment)
    }

    func incident(of badge: Badge.Token) async throws(LedgerFault) -> Incident? {
        try await opened().incident(of: badge)
    }

    func effects(of transfer: Transfer) async throws(LedgerFault) -> TransferEffects {
        try await opened().effects(of: transfer)
    }

    func record(_ number: RecordNumber) async throws(LedgerFault) -> JournalLine? {
        try await opened().record(number)
    }

    func verification() async throws(LedgerFault) -> Verification {
        try await opened().verification()
    }

    func explanation(
        of question: Question,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> ExplanationOutcome {
        try await opened().explanation(of: question, by: author, at: moment)
    }

    func tokens() async throws(LedgerFault) -> [IssuedToken] { try await opened().tokens() }
}

extension LateLedger: TokenKeeper {
    func issueToken(
        to person: PersonID,
        label: String,
        until: Timestamp?,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret {
        try await opened().issueToken(to: person, label: label, until: until, at: moment)
    }

    func bearer(of token: Secret, at moment: Moment) async throws(LedgerFault) -> PersonID? {
        try await opened().bearer(of: token, at: moment)
    }

    func issued(_ token: Secret, at moment: Moment) async throws(LedgerFault) -> IssuedToken? {
        try await opened().issued(token, at: moment)
    }

    func claim(
        _ claim: Secret,
        for person: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret? {
        try await opened().claim(claim, for: person, at: moment)
    }
}
