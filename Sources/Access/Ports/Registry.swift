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
    /// Exchanges the claim that lies beside the database for the first token, once (no default password).
    ///
    /// - Returns: `nil` for a wrong claim, or when it has been used.
    func claim(
        _ claim: Secret,
        for person: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret?
}

/// Which records are asked for.
public struct JournalQuery: Sendable, Hashable {
    /// Records after this number.
    public var after: RecordNumber = 0
    /// Only the last so many that match, instead of the first.
    public var last: Int?
    /// At most so many, up to 1000 (L14).
    public var limit = 100
    /// About this door.
    public var door: DoorID?
    /// About this person.
    public var person: PersonID?
    /// Of these kinds; empty: of all.
    public var kinds: Set<RecordKind> = []
    /// Not before.
    public var from: Timestamp?
    /// Before.
    public var until: Timestamp?

    /// Asks for the first records.
    public init() {}
}

/// A record as it stands in the journal.
public struct JournalLine: Sendable, Hashable {
    /// Its number.
    public let number: RecordNumber
    /// When it was made.
    public let wall: Timestamp
    /// Whether the wall clock was to be believed.
    public let isTrusted: Bool
    /// What it says.
    public let record: Record
    /// Its text, exactly as digested.
    public let body: String
    /// Its digest, in hexadecimal.
    public let digest: String

    /// Puts a line together.
    public init(
        number: RecordNumber,
        wall: Timestamp,
        isTrusted: Bool,
        record: Record,
        body: String,
        digest: String
    ) {
        self.number = number
        self.wall = wall
        self.isTrusted = isTrusted
        self.record = record
        self.body = body
        self.digest = digest
    }
}

/// What the garden side asks of the running controller.
public protocol Desk: Sendable {
    /// How the board stands.
    func status() async -> BoardStatus
    /// Carries an order out: on record first, then at the doors.
    func carryOut(_ order: Order, by author: PersonID) async throws(LedgerFault) -> OrderOutcome
    /// The next badge presented at a reader, which then opens nothing; `nil` after the time is over.
    func nextBadge(at reader: ReaderID, within: Duration) async -> BadgeReading?
}

/// How the board stands.
public struct BoardStatus: Sendable, Hashable {
    /// The doors, by name.
    public var doors: [DoorStatus]
    /// The readers and keypads, by name, and whether each is there.
    public var readers: [ReaderID: Bool]
    /// Whether the journal can be written.
    public var isJournalAvailable: Bool
    /// The alarms that stand.
    public var alarms: [ActiveAlarm]

    /// Puts a status together.
    public init(
        doors: [DoorStatus],
        readers: [ReaderID: Bool],
        isJournalAvailable: Bool,
        alarms: [ActiveAlarm]
    ) {
        self.doors = doors
        self.readers = readers
        self.isJournalAvailable = isJournalAvailable
        self.alarms = alarms
    }

    /// How one door stands.
    public struct DoorStatus: Sendable, Hashable {
        /// The door.
        public var door: Door
        /// Whether the lock is released.
        public var isReleased: Bool
        /// Whether the door stands open; `nil` where nothing tells.
        public var isOpen: Bool?
        /// Whether the lock does what it is told.
        public var isInService: Bool
        /// Until when an order holds it open, on the wall clock.
        public var holdOpenUntil: Timestamp?

        /// Puts a door's status together.
        public init(
            door: Door,
            isReleased: Bool,
            isOpen: Bool?,
            isInService: Bool,
            holdOpenUntil: Timestamp? = nil
        ) {
            self.door = door
            self.isReleased = isReleased
            self.isOpen = isOpen
            self.isInService = isInService
            self.holdOpenUntil = holdOpenUntil
        }
    }
}
