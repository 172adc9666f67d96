// SPDX-License-Identifier: Apache-2.0

/// A designation, as a row of the policy document.
public struct DesignationRow: Codable, Sendable, Hashable {
    /// Its number.
    public var id: String
    /// Who is designated.
    public var person: String
    /// For which rooms.
    public var rooms: [String]
    /// From when.
    public var from: String?
    /// Until when; the end of the fiscal year unless said.
    public var until: String?
    /// At which hours, where they are limited.
    public var hours: HoursRow?
    /// What for.
    public var reason: String
    /// Who signed, and when; in a request, the author's own is added where it counts.
    public var signatures: [SignatureRow]?

    /// Puts it together.
    public init(
        id: String,
        person: String,
        rooms: [String],
        from: String? = nil,
        until: String? = nil,
        hours: HoursRow? = nil,
        reason: String,
        signatures: [SignatureRow]? = nil
    ) {
        self.id = id
        self.person = person
        self.rooms = rooms
        self.from = from
        self.until = until
        self.hours = hours
        self.reason = reason
        self.signatures = signatures
    }
}

/// Weekly hours.
public struct HoursRow: Codable, Sendable, Hashable {
    /// The days on which they begin: `mon` to `sun`.
    public var days: [String]
    /// When they begin: `08:00`.
    public var from: String
    /// When they end.
    public var until: String

    /// Puts it together.
    public init(days: [String], from: String, until: String) {
        self.days = days
        self.from = from
        self.until = until
    }
}

/// Somebody's signature.
public struct SignatureRow: Codable, Sendable, Hashable {
    /// Who signed.
    public var by: String
    /// On which day.
    public var on: String

    /// Puts it together.
    public init(by: String, on: String) {
        self.by = by
        self.on = on
    }
}

/// A designation, and how it stands.
public struct DesignationReply: Codable, Sendable, Hashable {
    /// The row.
    public var row: DesignationRow
    /// The row's entity tag, for `If-Match`.
    public var tag: String
    /// `proposed`, `coming`, `current`, `ended` or `revoked`.
    public var state: String
    /// The rooms for which the signatures that count are there.
    public var completeFor: [String]
    /// The rooms for which a signature that counts is missing.
    public var incompleteFor: [String]
    /// The offices whose signature is awaited: `information-officer`, `section-head`.
    public var awaitedSignatures: [String]
    /// When it let somebody in last.
    public var lastUsed: String?
    /// When it was confirmed last at a review.
    public var confirmed: String?
    /// Who confirmed it.
    public var confirmedBy: String?
    /// When it must be reviewed next.
    public var reviewDue: String?
    /// When a transfer ends it.
    public var ends: String?
    /// Signers who hold the office no more by which they signed (R15).
    public var formerOffices: [String]

    /// Puts it together.
    public init(
        row: DesignationRow,
        tag: String,
        state: String,
        completeFor: [String],
        incompleteFor: [String],
        awaitedSignatures: [String],
        lastUsed: String? = nil,
        confirmed: String? = nil,
        confirmedBy: String? = nil,
        reviewDue: String? = nil,
        ends: String? = nil,
        formerOffices: [String]
    ) {
        self.row = row
        self.tag = tag
        self.state = state
        self.completeFor = completeFor
        self.incompleteFor = incompleteFor
        self.awaitedSignatures = awaitedSignatures
        self.lastUsed = lastUsed
        self.confirmed = confirmed
        self.confirmedBy = confirmedBy
        self.reviewDue = reviewDue
        self.ends = ends
        self.formerOffices = formerOffices
    }
}
