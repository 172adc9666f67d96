// SPDX-License-Identifier: Apache-2.0

/// How the board stands.
public struct StatusReply: Codable, Sendable, Hashable {
    /// The board's name.
    public var board: String
    /// The time on the board.
    public var at: String
    /// The board's time zone, a name of the tz database.
    public var timeZone: String?
    /// Whether the board's wall clock is synchronised.
    public var isClockSynchronised: Bool
    /// Whether the journal can be written.
    public var isJournalAvailable: Bool
    /// The revision of the policy in force; 0 before the first.
    public var policyRevision: Int64?
    /// The doors, by name.
    public var doors: [DoorReply]
    /// The readers and keypads, by name.
    public var readers: [ReaderReply]
    /// The alarms that stand.
    public var alarms: [AlarmReply]
    /// The designations that end within 30 days, by their end.
    public var endings: [EndingReply]?

    /// Puts a reply together.
    public init(
        board: String,
        at: String,
        isClockSynchronised: Bool,
        isJournalAvailable: Bool,
        policyRevision: Int64?,
        doors: [DoorReply],
        readers: [ReaderReply],
        alarms: [AlarmReply],
        endings: [EndingReply]? = nil,
        timeZone: String? = nil
    ) {
        self.board = board
        self.at = at
        self.timeZone = timeZone
        self.isClockSynchronised = isClockSynchronised
        self.isJournalAvailable = isJournalAvailable
        self.policyRevision = policyRevision
        self.doors = doors
        self.readers = readers
        self.alarms = alarms
        self.endings = endings
    }
}

/// The designations that end at one time soon.
public struct EndingReply: Codable, Sendable, Hashable {
    /// When: the last day, or the time.
    public var until: String
    /// Within how many days: 30, or 7.
    public var within: Int
    /// How many designations.
    public var designations: Int

    /// Puts all together.
    public init(until: String, within: Int, designations: Int) {
        self.until = until
        self.within = within
        self.designations = designations
    }
}

/// How one door stands.
public struct DoorReply: Codable, Sendable, Hashable {
    /// The door.
    public var id: String
    /// The room that it leads into.
    public var room: String
    /// Whether the lock is released.
    public var isReleased: Bool
    /// Whether the door stands open; missing where nothing tells.
    public var isOpen: Bool?
    /// Whether the lock does what it is told.
    public var isInService: Bool
    /// Until when an order holds it open.
    public var holdOpenUntil: String?

    /// Puts a reply together.
    public init(
        id: String,
        room: String,
        isReleased: Bool,
        isOpen: Bool?,
        isInService: Bool,
        holdOpenUntil: String? = nil
    ) {
        self.id = id
        self.room = room
        self.isReleased = isReleased
        self.isOpen = isOpen
        self.isInService = isInService
        self.holdOpenUntil = holdOpenUntil
    }
}

/// Whether one reader or keypad is there.
public struct ReaderReply: Codable, Sendable, Hashable {
    /// The reader or keypad.
    public var id: String
    /// Whether it is there.
    public var isPresent: Bool

    /// Puts a reply together.
    public init(id: String, isPresent: Bool) {
        self.id = id
        self.isPresent = isPresent
    }
}
