// SPDX-License-Identifier: Apache-2.0

/// What somebody orders by an office (DESIGN §10), with the reason given.
public struct Order: Sendable, Hashable {
    /// What is to be done.
    public let act: Act
    /// Why.
    public let reason: String?

    /// Puts an order together.
    public init(_ act: Act, reason: String? = nil) {
        self.act = act
        self.reason = reason
    }

    /// What can be ordered.
    public enum Act: Sendable, Hashable {
        case revokeDesignation(DesignationID)
        case sign(DesignationID)
        case designate(Designation)
        case approveVisit(VisitApproval)
        case withdrawVisit(VisitID)
        case badgeLost(Badge.Token)
        case suspendBadge(Badge.Token)
        case suspendPerson(PersonID)
        case transfer(PersonID, to: DepartmentID)
        case appoint(Appointment)
        case lockdown([RoomID], allow: [PersonID])
        case endLockdown([RoomID])
        case handover(RoomID, to: PersonID)
        case holdOpen(DoorID, room: RoomID, minutes: Int, watcher: PersonID)
        case endHoldOpen(DoorID)
        case acknowledge(Alarm, door: DoorID?)
        case clearPINLock(PersonID)
        case applyPolicy(Policy)
    }
}

extension Order.Act {
    /// The verb by which documents, records and the API know it.
    public var verb: String {
        switch self {
        case .revokeDesignation: "revokeDesignation"
        case .sign: "sign"
        case .designate: "designate"
        case .approveVisit: "approveVisit"
        case .withdrawVisit: "withdrawVisit"
        case .badgeLost: "badgeLost"
        case .suspendBadge: "suspendBadge"
        case .suspendPerson: "suspendPerson"
        case .transfer: "transfer"
        case .appoint: "appoint"
        case .lockdown: "lockdown"
        case .endLockdown: "endLockdown"
        case .handover: "handover"
        case .holdOpen: "holdOpen"
        case .endHoldOpen: "endHoldOpen"
        case .acknowledge: "acknowledge"
        case .clearPINLock: "clearPinLock"
        case .applyPolicy: "applyPolicy"
        }
    }
}

/// What came of an order.
public enum OrderOutcome: Sendable, Hashable {
    /// It is on record and in force; what the doors must still do, if anything.
    case accepted(RecordNumber, OrderEffect?)
    /// It is not in force, and why; the attempt is on record.
    case refused(OrderRefusal)
}

/// What an order asks of the doors.
public enum OrderEffect: Sendable, Hashable {
    /// Hold a door open.
    case holdOpen(HoldOpen)
    /// Hold it open no more.
    case endHoldOpen(DoorID)

    /// Which door is held open until when.
    public struct HoldOpen: Sendable, Hashable {
        /// The door.
        public let door: DoorID
        /// When the lock must hold again.
        public let until: Instant

        /// Puts both together.
        public init(door: DoorID, until: Instant) {
            self.door = door
            self.until = until
        }
    }
}

/// Why an order was refused.
public enum OrderRefusal: Sendable, Hashable {
    /// The author's offices do not allow it.
    case notAllowed
    /// What it names is not there, or not in a state for it; the text says what was expected.
    case unfit(String)
    /// What the policy document would refuse as well.
    case faults([PolicyFault])
}

/// A mistake in a policy or a row of it, apart from where in a file it stands.
public struct PolicyFault: Sendable, Hashable {
    /// The place in the policy: `designations[2].rooms[0]`.
    public var path: String
    /// What is wrong, in English.
    public var english: String
    /// What is wrong, in Japanese.
    public var japanese: String
    /// Whether the document is loaded all the same, the row without effect.
    public var isWarning: Bool
    /// What it may be the mere consequence of.
    public var topic: Topic?

    /// What a mistake may be the mere consequence of.
    public enum Topic: Sendable, Hashable {
        /// A row of a section that could not be read: nothing else bears this id.
        case reference(section: String, id: String)
        /// An appointment that could not be read.
        case office
    }

    /// Describes a mistake.
    public init(
        path: String,
        english: String,
        japanese: String,
        isWarning: Bool = false,
        topic: Topic? = nil
    ) {
        self.path = path
        self.english = english
        self.japanese = japanese
        self.isWarning = isWarning
        self.topic = topic
    }
}
