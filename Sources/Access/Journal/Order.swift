// SPDX-License-Identifier: Apache-2.0

/// What somebody orders by an office (DESIGN §10), with the reason given.
public struct Order: Sendable, Hashable {
    /// What is to be done.
    public let act: Act
    /// Why.
    public let reason: String?
    /// On what terms.
    public let terms: OrderTerms

    /// Puts an order together.
    public init(_ act: Act, reason: String? = nil, terms: OrderTerms = OrderTerms()) {
        self.act = act
        self.reason = reason
        self.terms = terms
    }

    /// What can be ordered.
    public enum Act: Sendable, Hashable {
        case revokeDesignation(DesignationID)
        case sign(DesignationID)
        case designate(Designation)
        /// Somebody has looked at a designation and finds it needed still (R18).
        case confirmDesignation(DesignationID)
        case requestVisit(VisitRequest)
        /// The approval of a visit; of one that was requested under this id, the answer to the request.
        case approveVisit(VisitApproval)
        case refuseVisit(VisitID)
        case withdrawVisit(VisitID)
        /// The visit is over: it admits nobody any more.
        case closeVisit(VisitID)
        case noteItems(ItemNote)
        case issueBadge(Badge, to: PersonID)
        case badgeLost(Badge.Token)
        case suspendBadge(Badge.Token)
        case resumeBadge(Badge.Token)
        case returnBadge(Badge.Token)
        /// A person's row; badges and PINs in it are only added or set.
        case registerPerson(PersonEntry)
        case suspendPerson(PersonID)
        case resumePerson(PersonID)
        case setPIN(PersonID, pin: Secret, duressPIN: Secret?)
        case clearPINLock(PersonID)
        case transfer(PersonID, to: DepartmentID)
        case transferPeople(Transfer)
        case registerDepartment(Department)
        case appoint(Appointment)
        case issueToken(PersonID, label: String, until: Bound?)
        case revokeToken(Int64)
        case lockdown([RoomID], allow: [PersonID])
        case endLockdown([RoomID])
        case handover(RoomID, to: PersonID)
        /// Somebody has left whom no exit reader saw (R22).
        case noteExit(PersonID)
        case holdOpen(DoorID, room: RoomID, minutes: Int, watcher: PersonID)
        case endHoldOpen(DoorID)
        case acknowledge(Alarm, door: DoorID?)
        /// A reader may be paired for a while, even if it is paired already; what follows is the desk's affair.
        case pairReader(ReaderID, minutes: Int, replacing: Bool = false)
        /// A card is written at a reader and locked; what follows is the desk's affair.
        case writeCard(ReaderID, for: PersonID?)
        /// A question to the rule; it changes nothing but is on record.
        case explain(Question)
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
        case .confirmDesignation: "confirmDesignation"
        case .requestVisit: "requestVisit"
        case .approveVisit: "approveVisit"
        case .refuseVisit: "refuseVisit"
        case .withdrawVisit: "withdrawVisit"
        case .closeVisit: "closeVisit"
        case .noteItems: "noteItems"
        case .issueBadge: "issueBadge"
        case .badgeLost: "badgeLost"
        case .suspendBadge: "suspendBadge"
        case .resumeBadge: "resumeBadge"
        case .returnBadge: "returnBadge"
        case .registerPerson: "registerPerson"
        case .suspendPerson: "suspendPerson"
        case .resumePerson: "resumePerson"
        case .setPIN: "setPin"
        case .clearPINLock: "clearPinLock"
        case .transfer: "transfer"
        case .transferPeople: "transferPeople"
        case .registerDepartment: "registerDepartment"
        case .appoint: "appoint"
        case .issueToken: "issueToken"
        case .revokeToken: "revokeToken"
        case .lockdown: "lockdown"
        case .endLockdown: "endLockdown"
        case .handover: "handover"
        case .noteExit: "noteExit"
        case .holdOpen: "holdOpen"
        case .endHoldOpen: "endHoldOpen"
        case .acknowledge: "acknowledge"
        case .pairReader: "pairReader"
        case .writeCard: "writeCard"
        case .explain: "explain"
        case .applyPolicy: "applyPolicy"
        }
    }
}
