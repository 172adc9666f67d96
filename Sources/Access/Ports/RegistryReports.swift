// SPDX-License-Identifier: Apache-2.0

/// What the officer must look at again (R15, R17, R18).
public struct Review: Sendable, Hashable {
    /// When it was drawn up.
    public var at: Timestamp
    /// The designations that end within 30 days.
    public var expiring: [Expiring]
    /// The designations that nobody has confirmed for as many months as their room says.
    public var overdue: [DesignationStatus]
    /// The designations signed by somebody who holds that office no more.
    public var formerOffices: [DesignationStatus]
    /// The badges that nobody has presented for 90 days.
    public var unused: [BadgeStatus]
    /// Whether there was more than a list may hold.
    public var isCut: Bool

    /// Puts a review together.
    public init(
        at: Timestamp,
        expiring: [Expiring] = [],
        overdue: [DesignationStatus] = [],
        formerOffices: [DesignationStatus] = [],
        unused: [BadgeStatus] = [],
        isCut: Bool = false
    ) {
        self.at = at
        self.expiring = expiring
        self.overdue = overdue
        self.formerOffices = formerOffices
        self.unused = unused
        self.isCut = isCut
    }

    /// How many days before a designation ends somebody is told of it; the least first.
    public static let warnings = [7, 30]

    /// The designations that end at one time soon.
    public struct Ending: Sendable, Hashable {
        /// When.
        public var at: Timestamp
        /// The same as it is written: a day, or a day with its time.
        public var written: String
        /// Within how many days: 30, or 7.
        public var within: Int
        /// How many designations.
        public var designations: Int

        /// Puts all together.
        public init(at: Timestamp, written: String, within: Int, designations: Int) {
            self.at = at
            self.written = written
            self.within = within
            self.designations = designations
        }
    }

    /// A designation that ends soon.
    public struct Expiring: Sendable, Hashable {
        /// Which.
        public var designation: DesignationStatus
        /// Within how many days: 30, or 7.
        public var within: Int

        /// Puts both together.
        public init(designation: DesignationStatus, within: Int) {
            self.designation = designation
            self.within = within
        }
    }
}

/// The facts about a badge that was lost, for the form of Article 22 (R26).
public struct Incident: Sendable, Hashable {
    /// The badge, and whose it is.
    public var badge: BadgeStatus
    /// The holder's name.
    public var name: String?
    /// The order by which it was reported.
    public var reported: JournalLine?
    /// When it was last presented before, and where.
    public var lastUse: JournalLine?
    /// What became of it at the doors since it was reported.
    public var since: [JournalLine]
    /// The rooms that it opened, with its holder's rights.
    public var rooms: [RoomID]
    /// The doors at which it was presented, as far as the last thousand records of its holder tell.
    public var doors: [DoorID]

    /// Puts an incident together.
    public init(
        badge: BadgeStatus,
        name: String? = nil,
        reported: JournalLine? = nil,
        lastUse: JournalLine? = nil,
        since: [JournalLine] = [],
        rooms: [RoomID] = [],
        doors: [DoorID] = []
    ) {
        self.badge = badge
        self.name = name
        self.reported = reported
        self.lastUse = lastUse
        self.since = since
        self.rooms = rooms
        self.doors = doors
    }
}

/// What a transfer would change (人事異動): for whoever looks before it is ordered.
public struct TransferEffects: Sendable, Hashable {
    /// The designations that would end.
    public var designations: [Designation]
    /// The visits, to come or current, that name somebody as escort who would not be one any more.
    public var visits: [VisitApproval]
    /// The people who could attend no visit any more.
    public var escorts: [PersonID]
    /// The offices that stay with who leaves or moves, and must be looked at.
    public var appointments: [Appointment]

    /// Puts effects together.
    public init(
        designations: [Designation] = [],
        visits: [VisitApproval] = [],
        escorts: [PersonID] = [],
        appointments: [Appointment] = []
    ) {
        self.designations = designations
        self.visits = visits
        self.escorts = escorts
        self.appointments = appointments
    }
}

/// What going over the whole journal found (L9).
public struct Verification: Sendable, Hashable {
    /// How many records there are.
    public var records: Int
    /// The number of the last one.
    public var head: RecordNumber
    /// Its digest, in hexadecimal.
    public var digest: String
    /// What does not hold, as `edited 12`; the first hundred.
    public var damage: [String]

    /// Whether nobody has touched the journal since it was written.
    public var isWhole: Bool { damage.isEmpty }

    /// Puts a finding together.
    public init(records: Int, head: RecordNumber, digest: String, damage: [String] = []) {
        self.records = records
        self.head = head
        self.digest = digest
        self.damage = damage
    }
}
