// SPDX-License-Identifier: Apache-2.0

/// A visit that somebody asks the information officer to approve.
public struct VisitRequest: Sendable, Hashable {
    /// The number that the approval will bear.
    public var id: VisitID
    /// Who would visit.
    public var visitors: [PersonID]
    /// Which rooms.
    public var rooms: [RoomID]
    /// Why it is thought necessary.
    public var necessity: String
    /// From when until when.
    public var validity: Validity
    /// How many entries each visitor would have to each room; `nil`: no limit.
    public var entries: Int?
    /// Who alone would escort, where the request says so.
    public var escorts: [PersonID]?

    /// Describes a request.
    public init(
        id: VisitID,
        visitors: [PersonID],
        rooms: [RoomID],
        necessity: String,
        validity: Validity,
        entries: Int? = 1,
        escorts: [PersonID]? = nil
    ) {
        self.id = id
        self.visitors = visitors
        self.rooms = rooms
        self.necessity = necessity
        self.validity = validity
        self.entries = entries
        self.escorts = escorts
    }

    /// The approval of exactly what was asked for.
    public func approved(by officer: PersonID, on day: SigningDay) -> VisitApproval {
        VisitApproval(
            id: id,
            visitors: visitors,
            rooms: rooms,
            by: officer,
            on: day,
            necessity: necessity,
            validity: validity,
            entries: entries,
            escorts: escorts
        )
    }
}

/// What was carried in and out (搬入, 搬出; Article 21, R25).
public struct ItemNote: Sendable, Hashable {
    /// On which visit, if on one.
    public var visit: VisitID?
    /// By whom, where it was no visit.
    public var person: PersonID?
    /// Into or out of which room, where it was no visit.
    public var room: RoomID?
    /// What was carried in.
    public var carriedIn: [String]
    /// What was carried out.
    public var carriedOut: [String]
    /// The approval of taking it out (Article 21(1)).
    public var approval: String?

    /// Describes what was carried.
    public init(
        visit: VisitID? = nil,
        person: PersonID? = nil,
        room: RoomID? = nil,
        carriedIn: [String] = [],
        carriedOut: [String] = [],
        approval: String? = nil
    ) {
        self.visit = visit
        self.person = person
        self.room = room
        self.carriedIn = carriedIn
        self.carriedOut = carriedOut
        self.approval = approval
    }
}

/// People who change departments or leave, all at one instant (人事異動).
public struct Transfer: Sendable, Hashable {
    /// When; rights follow at that instant without a hand laid on them.
    public var effective: Bound
    /// Who goes where.
    public var moves: [Move]

    /// Describes a transfer.
    public init(effective: Bound, moves: [Move]) {
        self.effective = effective
        self.moves = moves
    }

    /// What becomes of one person.
    public struct Move: Sendable, Hashable {
        /// Who.
        public var person: PersonID
        /// The new department; `nil`: the person leaves.
        public var department: DepartmentID?

        /// Describes a move.
        public init(person: PersonID, department: DepartmentID?) {
            self.person = person
            self.department = department
        }
    }
}
