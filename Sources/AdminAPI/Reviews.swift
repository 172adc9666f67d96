// SPDX-License-Identifier: Apache-2.0

/// What is due for review (R17, R18).
public struct ReviewReply: Codable, Sendable, Hashable {
    /// The time for which it was judged.
    public var at: String
    /// What ends within 30 days.
    public var expiring: [ReviewItemReply]
    /// Designations not confirmed for as long as the room allows.
    public var overdue: [ReviewItemReply]
    /// Designations signed by who holds that office no more (R15).
    public var formerOffices: [ReviewItemReply]
    /// Badges that nobody has presented for long.
    public var unused: [ReviewItemReply]

    /// Puts it together.
    public init(
        at: String,
        expiring: [ReviewItemReply],
        overdue: [ReviewItemReply],
        formerOffices: [ReviewItemReply],
        unused: [ReviewItemReply]
    ) {
        self.at = at
        self.expiring = expiring
        self.overdue = overdue
        self.formerOffices = formerOffices
        self.unused = unused
    }
}

/// One thing that is due for review.
public struct ReviewItemReply: Codable, Sendable, Hashable {
    /// The designation.
    public var designation: String?
    /// The badge's fingerprint.
    public var badge: String?
    /// The visit.
    public var visit: String?
    /// Whose it is.
    public var person: String
    /// The name.
    public var name: String?
    /// When it ends.
    public var until: String?
    /// In how many days; 7 or fewer are urgent.
    public var days: Int?
    /// When it was used last.
    public var lastUsed: String?
    /// When it was confirmed last.
    public var confirmed: String?
    /// Who signed and holds the office no more.
    public var signers: [String]?

    /// Puts it together.
    public init(
        designation: String? = nil,
        badge: String? = nil,
        visit: String? = nil,
        person: String,
        name: String? = nil,
        until: String? = nil,
        days: Int? = nil,
        lastUsed: String? = nil,
        confirmed: String? = nil,
        signers: [String]? = nil
    ) {
        self.designation = designation
        self.badge = badge
        self.visit = visit
        self.person = person
        self.name = name
        self.until = until
        self.days = days
        self.lastUsed = lastUsed
        self.confirmed = confirmed
        self.signers = signers
    }
}
