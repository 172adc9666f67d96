// SPDX-License-Identifier: Apache-2.0

/// What is due for review (R15, R17, R18).
public struct ReviewReply: Codable, Sendable, Hashable {
    /// The time for which it was judged.
    public var at: String
    /// Designations that end within 30 days.
    public var expiring: [ExpiringReply]
    /// Designations not confirmed for as many months as the room says.
    public var overdue: [DesignationReply]
    /// Designations signed by who holds that office no more.
    public var formerOffices: [DesignationReply]
    /// Badges that nobody has presented for 90 days.
    public var unused: [BadgeReply]
    /// Whether there was more than a list may hold.
    public var isCut: Bool

    /// Puts it together.
    public init(
        at: String,
        expiring: [ExpiringReply],
        overdue: [DesignationReply],
        formerOffices: [DesignationReply],
        unused: [BadgeReply],
        isCut: Bool
    ) {
        self.at = at
        self.expiring = expiring
        self.overdue = overdue
        self.formerOffices = formerOffices
        self.unused = unused
        self.isCut = isCut
    }
}

/// A designation that ends soon.
public struct ExpiringReply: Codable, Sendable, Hashable {
    /// The designation.
    public var designation: DesignationReply
    /// Within how many days: 30, or 7.
    public var within: Int

    /// Puts it together.
    public init(designation: DesignationReply, within: Int) {
        self.designation = designation
        self.within = within
    }
}
