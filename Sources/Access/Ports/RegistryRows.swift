// SPDX-License-Identifier: Apache-2.0

/// A person's row and how it stands.
public struct PersonStatus: Sendable, Hashable {
    /// The row, badges and PINs as fingerprints.
    public var entry: PersonEntry
    /// What changes whenever the row does.
    public var tag: RowTag
    /// Where the person goes next, and when.
    public var pending: Transfer?
    /// Whether the PIN is locked now.
    public var isPINLocked: Bool

    /// Puts a status together.
    public init(
        entry: PersonEntry,
        tag: RowTag,
        pending: Transfer? = nil,
        isPINLocked: Bool = false
    ) {
        self.entry = entry
        self.tag = tag
        self.pending = pending
        self.isPINLocked = isPINLocked
    }
}

/// A badge and how it stands.
public struct BadgeStatus: Sendable, Hashable {
    /// Whose it is, or was when it was returned.
    public var person: PersonID
    /// The badge, under its fingerprint.
    public var badge: Badge
    /// The fingerprint.
    public var fingerprint: Fingerprint
    /// What changes whenever the row does.
    public var tag: RowTag
    /// When it was last presented.
    public var lastUsed: Timestamp?
    /// When it was issued to this person by an order.
    public var issued: Timestamp?
    /// When it was given back.
    public var returned: Timestamp?

    /// Puts a status together.
    public init(
        person: PersonID,
        badge: Badge,
        fingerprint: Fingerprint,
        tag: RowTag,
        lastUsed: Timestamp? = nil,
        issued: Timestamp? = nil,
        returned: Timestamp? = nil
    ) {
        self.person = person
        self.badge = badge
        self.fingerprint = fingerprint
        self.tag = tag
        self.lastUsed = lastUsed
        self.issued = issued
        self.returned = returned
    }
}

/// A designation and how it stands.
public struct DesignationStatus: Sendable, Hashable {
    /// How a designation stands at a time.
    public enum State: String, Sendable, CaseIterable {
        /// A signature that counts is missing for some room.
        case proposed
        /// Complete, and not begun.
        case coming
        /// Complete, and in force.
        case current
        /// Over.
        case ended
        /// Revoked, or ended by a transfer.
        case revoked
    }

    /// The row.
    public var row: Designation
    /// What changes whenever the row does.
    public var tag: RowTag
    /// How it stands now.
    public var state: State
    /// The rooms for which the signatures that count are all there.
    public var completeFor: [RoomID]
    /// As what the signatures count that are still missing.
    public var awaited: Set<SignatureCount> = []
    /// When it was last entered on.
    public var lastUsed: Timestamp?
    /// When somebody last found it needed still (R18).
    public var confirmed: Timestamp?
    /// Who found it so.
    public var confirmedBy: PersonID?
    /// When it must be reviewed next.
    public var reviewDue: Timestamp?
    /// Who signed by an office that they hold no more (R15).
    public var formerOffices: [PersonID]
    /// When a transfer ends it.
    public var ends: Timestamp?

    /// Whether it was revoked.
    public var isRevoked: Bool { state == .revoked }
    /// Whether the signatures that count are there for every room.
    public var isComplete: Bool { completeFor.count == row.rooms.count }

    /// Puts a status together.
    public init(
        row: Designation,
        tag: RowTag,
        state: State,
        completeFor: [RoomID] = [],
        lastUsed: Timestamp? = nil,
        confirmed: Timestamp? = nil,
        confirmedBy: PersonID? = nil,
        reviewDue: Timestamp? = nil,
        formerOffices: [PersonID] = [],
        ends: Timestamp? = nil
    ) {
        self.row = row
        self.tag = tag
        self.state = state
        self.completeFor = completeFor
        self.lastUsed = lastUsed
        self.confirmed = confirmed
        self.confirmedBy = confirmedBy
        self.reviewDue = reviewDue
        self.formerOffices = formerOffices
        self.ends = ends
    }
}

/// A visit and how it stands.
public struct VisitStatus: Sendable, Hashable {
    /// How a visit stands at a time.
    public enum State: String, Sendable, CaseIterable {
        /// Asked for, and not answered.
        case requested
        /// Approved, and not begun.
        case approved
        /// In its window, with an entry left.
        case current
        /// Past its window.
        case ended
        /// Every visitor has spent every entry.
        case usedUp = "used-up"
        /// Taken back by the officer.
        case withdrawn
        /// Over, by order.
        case closed
        /// Asked for, and refused.
        case refused
    }

    /// What was approved; of a request, what was asked for.
    public var request: VisitRequest
    /// The approval, where there is one.
    public var approval: VisitApproval?
    /// Who asked for it.
    public var requestedBy: PersonID?
    /// What changes whenever the row does.
    public var tag: RowTag
    /// How it stands now.
    public var state: State
    /// How many entries were spent, by visitor.
    public var used: [PersonID: Int]
    /// Who is inside on it.
    public var inside: [PersonID]

    /// Puts a status together.
    public init(
        request: VisitRequest,
        approval: VisitApproval? = nil,
        requestedBy: PersonID? = nil,
        tag: RowTag,
        state: State,
        used: [PersonID: Int] = [:],
        inside: [PersonID] = []
    ) {
        self.request = request
        self.approval = approval
        self.requestedBy = requestedBy
        self.tag = tag
        self.state = state
        self.used = used
        self.inside = inside
    }
}

/// A room that is locked down, and who alone may enter.
public struct Lockdown: Sendable, Hashable {
    /// The room.
    public var room: RoomID
    /// Who may enter.
    public var allowed: [PersonID]
    /// Since when.
    public var since: Timestamp?

    /// Describes a lockdown.
    public init(room: RoomID, allowed: [PersonID], since: Timestamp? = nil) {
        self.room = room
        self.allowed = allowed
        self.since = since
    }
}

/// What was carried, as it was noted.
public struct NotedItems: Sendable, Hashable {
    /// The order's record.
    public var record: RecordNumber
    /// What was carried by whom, out of which room.
    public var note: ItemNote
    /// When it was noted.
    public var at: Timestamp
    /// Who noted it.
    public var by: PersonID

    /// Puts a note together.
    public init(record: RecordNumber, note: ItemNote, at: Timestamp, by: PersonID) {
        self.record = record
        self.note = note
        self.at = at
        self.by = by
    }
}

/// How a token stands; the token itself was shown once and is not kept (L10).
public struct IssuedToken: Sendable, Hashable {
    /// Its number, by which it is revoked.
    public var number: Int64
    /// Whose it is.
    public var person: PersonID
    /// What it is for.
    public var label: String
    /// When it was issued.
    public var issued: Timestamp
    /// When it ends by itself.
    public var expires: Timestamp?
    /// When it was last used, to the minute.
    public var used: Timestamp?
    /// When it was revoked.
    public var revoked: Timestamp?

    /// Puts a token's standing together.
    public init(
        number: Int64,
        person: PersonID,
        label: String,
        issued: Timestamp,
        expires: Timestamp? = nil,
        used: Timestamp? = nil,
        revoked: Timestamp? = nil
    ) {
        self.number = number
        self.person = person
        self.label = label
        self.issued = issued
        self.expires = expires
        self.used = used
        self.revoked = revoked
    }
}
