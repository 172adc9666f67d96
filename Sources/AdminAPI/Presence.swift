// SPDX-License-Identifier: Apache-2.0

/// Somebody who is recorded inside.
public struct PresenceReply: Codable, Sendable, Hashable {
    /// Who.
    public var person: String
    /// The person's name, where the policy still has it.
    public var name: String?
    /// Where.
    public var room: String
    /// Since when.
    public var since: String
    /// Who attends a visitor.
    public var escort: String?
    /// The approval on which a visitor is inside.
    public var visit: String?
    /// Since when a visitor has been without an escort.
    public var unattendedSince: String?

    /// Puts a reply together.
    public init(
        person: String,
        name: String? = nil,
        room: String,
        since: String,
        escort: String? = nil,
        visit: String? = nil,
        unattendedSince: String? = nil
    ) {
        self.person = person
        self.name = name
        self.room = room
        self.since = since
        self.escort = escort
        self.visit = visit
        self.unattendedSince = unattendedSince
    }
}
