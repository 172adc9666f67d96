// SPDX-License-Identifier: Apache-2.0

/// What the garden side asks of the running controller.
public protocol Desk: Sendable {
    /// How the board stands.
    func status() async -> BoardStatus
    /// Carries an order out: on record first, then at the doors.
    func carryOut(_ order: Order, by author: PersonID) async throws(LedgerFault) -> OrderOutcome
    /// The next badge presented at a reader, which then opens nothing; `nil` after the time is over.
    func nextBadge(at reader: ReaderID, within: Duration) async -> BadgeReading?
    /// Makes the next card at a reader a badge, on record first; it opens nothing (証の発行).
    ///
    /// - Parameters:
    ///   - request: which reader, and whose it will be.
    ///   - author: who orders it.
    ///   - time: how long to wait for a card, and for a half-written one to come again.
    /// - Returns: what came of each step.
    /// - Throws: when the order could not be put on record; then nothing was written.
    func issueCard(
        _ request: CardRequest,
        by author: PersonID,
        within time: Duration
    ) async throws(LedgerFault) -> CardReport
}

extension Desk {
    /// A desk without readers writes no cards.
    public func issueCard(
        _ request: CardRequest,
        by author: PersonID,
        within time: Duration
    ) async throws(LedgerFault) -> CardReport {
        CardReport(
            order: .refused(
                .unfit(english: "no reader here writes cards", japanese: "証を書き込める読取装置がありません。")
            )
        )
    }
}

/// How the board stands.
public struct BoardStatus: Sendable, Hashable {
    /// The doors, by name.
    public var doors: [DoorStatus]
    /// The readers and keypads, by name, and whether each is there.
    public var readers: [ReaderID: Bool]
    /// Whether the journal can be written.
    public var isJournalAvailable: Bool
    /// The alarms that stand.
    public var alarms: [ActiveAlarm]

    /// Puts a status together.
    public init(
        doors: [DoorStatus],
        readers: [ReaderID: Bool],
        isJournalAvailable: Bool,
        alarms: [ActiveAlarm]
    ) {
        self.doors = doors
        self.readers = readers
        self.isJournalAvailable = isJournalAvailable
        self.alarms = alarms
    }

    /// How one door stands.
    public struct DoorStatus: Sendable, Hashable {
        /// The door.
        public var door: Door
        /// Whether the lock is released.
        public var isReleased: Bool
        /// Whether the door stands open; `nil` where nothing tells.
        public var isOpen: Bool?
        /// Whether the lock does what it is told.
        public var isInService: Bool
        /// Until when an order holds it open, on the wall clock.
        public var holdOpenUntil: Timestamp?

        /// Puts a door's status together.
        public init(
            door: Door,
            isReleased: Bool,
            isOpen: Bool?,
            isInService: Bool,
            holdOpenUntil: Timestamp? = nil
        ) {
            self.door = door
            self.isReleased = isReleased
            self.isOpen = isOpen
            self.isInService = isInService
            self.holdOpenUntil = holdOpenUntil
        }
    }
}
