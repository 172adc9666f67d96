// SPDX-License-Identifier: Apache-2.0

/// An alarm that stands.
public struct AlarmReply: Codable, Sendable, Hashable {
    /// Which (DESIGN §7).
    public var alarm: String
    /// The door, where it is about one.
    public var door: String?
    /// The room, where it is about one.
    public var room: String?
    /// The person, where it is about one; not shown to who may see no people.
    public var person: String?
    /// The reader, where it is about one.
    public var reader: String?
    /// Since when.
    public var since: String
    /// Whether somebody has acknowledged it.
    public var isAcknowledged: Bool
    /// Whether its cause has ended.
    public var isOver: Bool

    /// Puts a reply together.
    public init(
        alarm: String,
        door: String? = nil,
        room: String? = nil,
        person: String? = nil,
        reader: String? = nil,
        since: String,
        isAcknowledged: Bool,
        isOver: Bool
    ) {
        self.alarm = alarm
        self.door = door
        self.room = room
        self.person = person
        self.reader = reader
        self.since = since
        self.isAcknowledged = isAcknowledged
        self.isOver = isOver
    }
}

/// Takes note of an alarm.
public struct AcknowledgeRequest: Codable, Sendable, Hashable {
    /// At which door, of several.
    public var door: String?
    /// Why.
    public var reason: String?

    /// Puts a request together.
    public init(door: String? = nil, reason: String? = nil) {
        self.door = door
        self.reason = reason
    }
}
