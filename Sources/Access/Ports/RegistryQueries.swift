// SPDX-License-Identifier: Apache-2.0

/// A part of a list, in the order of its ids.
public struct Page<Item: Sendable & Hashable>: Sendable, Hashable {
    /// The longest page (L14).
    public static var longest: Int { 1000 }

    /// What was found; it may be less than asked for although more follows.
    public var items: [Item]
    /// What to give as `after` for the next page; `nil`: nothing follows.
    public var next: String?

    /// Puts a page together.
    public init(items: [Item] = [], next: String? = nil) {
        self.items = items
        self.next = next
    }
}

/// Which people are asked for.
public struct PeopleQuery: Sendable, Hashable {
    /// Only these; empty: whoever.
    public var ids: Set<PersonID> = []
    /// Part of the id, name or reading; spaces count for nothing.
    public var text: String?
    /// In this department.
    public var department: DepartmentID?
    /// After this page's `next`.
    public var after: String?
    /// At most so many.
    public var limit = 100

    /// Asks for everybody.
    public init() {}
}

/// Which badges are asked for.
public struct BadgeQuery: Sendable, Hashable {
    /// Of this person.
    public var person: PersonID?
    /// In this state.
    public var status: Badge.Status?
    /// After this page's `next`.
    public var after: String?
    /// At most so many.
    public var limit = 100

    /// Asks for all.
    public init() {}
}

/// Which designations are asked for.
public struct DesignationQuery: Sendable, Hashable {
    /// Of this person.
    public var person: PersonID?
    /// For this room.
    public var room: RoomID?
    /// In one of these states; empty: in whatever state.
    public var states: Set<DesignationStatus.State> = []
    /// After this page's `next`.
    public var after: String?
    /// At most so many.
    public var limit = 100

    /// Asks for all, revoked ones among them.
    public init() {}
}

/// Which visits are asked for.
public struct VisitQuery: Sendable, Hashable {
    /// Of this visitor.
    public var visitor: PersonID?
    /// To this room.
    public var room: RoomID?
    /// In one of these states; empty: in whatever state.
    public var states: Set<VisitStatus.State> = []
    /// After this page's `next`.
    public var after: String?
    /// At most so many.
    public var limit = 100

    /// Asks for all, requests among them.
    public init() {}
}

/// Which notes of items are asked for.
public struct ItemQuery: Sendable, Hashable {
    /// On this visit.
    public var visit: VisitID?
    /// By this person.
    public var person: PersonID?
    /// Only what was carried out without an approval (R25).
    public var isUnapproved = false
    /// After this page's `next`.
    public var after: String?
    /// At most so many.
    public var limit = 100

    /// Asks for all.
    public init() {}
}

/// The ids that the next papers may have: nobody has had them, whoever may see which.
public struct NextIDs: Sendable, Hashable {
    /// Of a designation, `D-2026-012`.
    public var designation: DesignationID
    /// Of a visit or a request, `A-2026-014`.
    public var visit: VisitID

    /// Puts both together.
    public init(designation: DesignationID, visit: VisitID) {
        self.designation = designation
        self.visit = visit
    }
}
