// SPDX-License-Identifier: Apache-2.0

/// An order: one verb with what it is about, and why (DESIGN §10).
///
/// What answers with more than its record has a path of its own: a policy, a token, a card that is written.
public struct OrderRequest: Codable, Sendable, Hashable {
    /// Why.
    public var reason: String?
    /// Proposes a designation.
    public var designate: DesignationRow?
    /// Confirms that a designation is needed still.
    public var confirmDesignation: String?
    /// Revokes a designation.
    public var revokeDesignation: String?
    /// Signs a designation.
    public var sign: String?
    /// Asks for a visit's approval.
    public var requestVisit: VisitRow?
    /// Approves a visit.
    public var approveVisit: VisitRow?
    /// Refuses a visit that was asked for.
    public var refuseVisit: String?
    /// Closes a visit.
    public var closeVisit: String?
    /// Withdraws a visit approval.
    public var withdrawVisit: String?
    /// Notes what somebody carried in or out.
    public var noteItems: NoteItems?
    /// Gives a badge to a person.
    public var issueBadge: IssueBadge?
    /// Reports a badge lost, by its number or fingerprint.
    public var badgeLost: String?
    /// Suspends a badge, by its number or fingerprint.
    public var suspendBadge: String?
    /// Ends a badge's suspension, by its number or fingerprint.
    public var resumeBadge: String?
    /// Takes a badge back, by its number or fingerprint.
    public var returnBadge: String?
    /// Registers a person, or changes the row.
    public var registerPerson: PersonRow?
    /// Registers a department, or changes the row.
    public var registerDepartment: DepartmentRow?
    /// Appoints somebody to an office.
    public var appoint: AppointmentRow?
    /// Revokes a token, by its number.
    public var revokeToken: Int64?
    /// Ends a person's suspension.
    public var resumePerson: String?
    /// Transfers many people at once.
    public var transferPeople: TransfersRequest?
    /// Suspends a person.
    public var suspendPerson: String?
    /// Transfers a person to a department.
    public var transfer: Transfer?
    /// Locks rooms down.
    public var lockdown: [String]?
    /// Who may enter all the same.
    public var allow: [String]?
    /// Ends a lockdown.
    public var endLockdown: [String]?
    /// Passes visitors to another escort.
    public var handover: Handover?
    /// Holds a door open.
    public var holdOpen: HoldOpen?
    /// Holds it open no more.
    public var endHoldOpen: String?
    /// Takes note of an alarm.
    public var acknowledge: String?
    /// At which door, of several.
    public var door: String?
    /// Sets a person's PIN.
    public var setPin: SetPIN?
    /// Ends the lock on a person's PIN.
    public var clearPinLock: String?
    /// Says that somebody has left whom no exit reader saw.
    public var noteExit: String?
    /// Lets a reader be paired for a while.
    public var pairReader: PairReader?

    /// An order that names nothing yet; set one verb.
    public init(reason: String? = nil) {
        self.reason = reason
    }

    /// Who goes where.
    public struct Transfer: Codable, Sendable, Hashable {
        /// Who.
        public var person: String
        /// Where.
        public var department: String

        /// Puts both together.
        public init(person: String, department: String) {
            self.person = person
            self.department = department
        }
    }

    /// Who takes over where.
    public struct Handover: Codable, Sendable, Hashable {
        /// Where the visitors are.
        public var room: String
        /// The new escort.
        public var to: String

        /// Puts both together.
        public init(room: String, to: String) {
            self.room = room
            self.to = to
        }
    }

    /// Which door is held open, how long, and who watches it.
    public struct HoldOpen: Codable, Sendable, Hashable {
        /// The door.
        public var door: String
        /// How long, up to 60.
        public var minutes: Int
        /// Who watches it.
        public var watcher: String

        /// Puts all together.
        public init(door: String, minutes: Int, watcher: String) {
            self.door = door
            self.minutes = minutes
            self.watcher = watcher
        }
    }
}
