// SPDX-License-Identifier: Apache-2.0

/// All that the rule needs to know about one room and some people, read in one transaction (L7).
public struct Facts: Sendable, Hashable {
    /// The time by which everything is judged.
    public var time: JudgedTime
    /// The room, unless the policy has none of that name.
    public var room: Room?
    /// The room around it, where a designation for that one counts here as well.
    public var outer: Room?
    /// Who alone may enter while the room is locked down; `nil` while it is not.
    public var lockdown: Set<PersonID>?
    /// Holidays among today and yesterday.
    public var holidays: Set<CivilDate> = []
    /// The badge presented or confirmed for, and those of the session.
    public var badges: [BadgeDigest: BadgeFacts] = [:]
    /// The digest of the badge just presented.
    public var presented: BadgeDigest?
    /// The people that the badges belong to, and the escorts of those inside.
    public var people: [PersonID: PersonFacts] = [:]
    /// The offices of these people, of everybody who signed for them, and of the approvers.
    public var appointments: [PersonID: [Appointment]] = [:]
    /// Who is recorded inside the room.
    public var inside: [Presence] = []
    /// The approvals on which visitors are inside the room.
    public var visitsInside: [VisitID: VisitApproval] = [:]
    /// Those among them that were withdrawn.
    public var withdrawnInside: Set<VisitID> = []
    /// Who holds a grant into the room that is not used yet.
    public var outstanding: Set<PersonID> = []
    /// What comparing the digits gave, for a confirmation.
    public var pin: PINOutcome?

    /// Facts about a room that is not in the policy.
    public init(time: JudgedTime) {
        self.time = time
    }
}

/// The wall time by which rights are judged, and whether it is to be believed (DESIGN §6).
public struct JudgedTime: Sendable, Hashable {
    /// The wall time, or the latest instant known to have passed while the clock is not to be believed.
    public let now: Timestamp
    /// The same on the board's wall.
    public let local: LocalTime
    /// Whether the wall clock is to be believed.
    public let isTrusted: Bool

    /// Puts a judged time together.
    public init(now: Timestamp, local: LocalTime, isTrusted: Bool) {
        self.now = now
        self.local = local
        self.isTrusted = isTrusted
    }
}

/// What the ledger knows about a badge.
public struct BadgeFacts: Sendable, Hashable {
    /// Whose it is.
    public let person: PersonID
    /// Whether it is in use.
    public var status: Badge.Status
    /// By which technology alone it is read.
    public var technology: Badge.Technology?
    /// Under which FeliCa system code alone it is read.
    public var systemCode: UInt16?
    /// What a reading of it must prove.
    public var assurance: Assurance?

    /// Puts them together.
    public init(
        person: PersonID,
        status: Badge.Status,
        technology: Badge.Technology? = nil,
        systemCode: UInt16? = nil,
        assurance: Assurance? = nil
    ) {
        self.person = person
        self.status = status
        self.technology = technology
        self.systemCode = systemCode
        self.assurance = assurance
    }
}

/// What the ledger knows about a person, for one room.
public struct PersonFacts: Sendable, Hashable {
    /// The person.
    public var person: Person
    /// What the person's department is for the Article; empty for outsiders.
    public var kinds: Set<DepartmentKind> = []
    /// The person's designations that name the room, or the one around it where that counts; revoked ones are none.
    public var designations: [Designation] = []
    /// The approvals that name the person and the room.
    public var visits: [VisitFacts] = []
    /// Where the person is.
    public var presence: Presence?
    /// The visitors whom the person attends, or will once a door opens that is released for them, and where.
    public var attends: [PersonID: RoomID] = [:]
    /// How the person's PIN stands.
    public var pin = PINState()

    /// Facts about a person who has nothing yet.
    public init(person: Person) {
        self.person = person
    }
}

/// An approval, and what became of it, for one visitor and one room.
public struct VisitFacts: Sendable, Hashable {
    /// The approval.
    public var visit: VisitApproval
    /// On what basis who approved it acted for the information officer, if so.
    public var basis: String?
    /// Whether it was withdrawn.
    public var isWithdrawn: Bool
    /// Whether the visit was closed: it is over.
    public var isClosed: Bool
    /// How many entries the visitor has had into the room on it, an unused grant included.
    public var used: Int
    /// Whether a visitor on it is inside without an escort.
    public var hasUnattended: Bool

    /// Puts them together.
    public init(
        visit: VisitApproval,
        basis: String? = nil,
        isWithdrawn: Bool = false,
        isClosed: Bool = false,
        used: Int = 0,
        hasUnattended: Bool = false
    ) {
        self.visit = visit
        self.basis = basis
        self.isWithdrawn = isWithdrawn
        self.isClosed = isClosed
        self.used = used
        self.hasUnattended = hasUnattended
    }
}

/// Somebody inside a room (在室).
public struct Presence: Sendable, Hashable {
    /// Who.
    public var person: PersonID
    /// Where.
    public var room: RoomID
    /// Since when.
    public var since: Timestamp
    /// Who attends a visitor.
    public var escort: PersonID?
    /// The approval on which a visitor is inside.
    public var visit: VisitID?
    /// Since when a visitor has been without an escort.
    public var unattendedSince: Timestamp?

    /// Describes a presence.
    public init(
        person: PersonID,
        room: RoomID,
        since: Timestamp,
        escort: PersonID? = nil,
        visit: VisitID? = nil,
        unattendedSince: Timestamp? = nil
    ) {
        self.person = person
        self.room = room
        self.since = since
        self.escort = escort
        self.visit = visit
        self.unattendedSince = unattendedSince
    }
}

/// How a person's PIN stands.
public struct PINState: Sendable, Hashable {
    /// Whether there is one.
    public var exists = false
    /// Wrong ones in a row.
    public var wrong = 0
    /// How often it was locked since a right one.
    public var locks = 0
    /// Whether it is locked now.
    public var isLocked = false

    /// No PIN.
    public init() {}
}

/// What comparing typed digits with a person's PINs gave.
public enum PINOutcome: Sendable, Hashable {
    /// They are the PIN.
    case right
    /// They are the PIN that raises the silent alarm.
    case duress
    /// They are neither.
    case wrong
}
