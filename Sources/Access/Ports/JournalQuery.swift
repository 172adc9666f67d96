// SPDX-License-Identifier: Apache-2.0

/// Which records are asked for.
public struct JournalQuery: Sendable, Hashable {
    /// Records after this number.
    public var after: RecordNumber = 0
    /// Only the last so many that match, instead of the first.
    public var last: Int?
    /// At most so many, up to 1000 (L14).
    public var limit = 100
    /// About this door.
    public var door: DoorID?
    /// About this room: its doors, and whatever concerns who is inside.
    public var room: RoomID?
    /// About this person.
    public var person: PersonID?
    /// Of these kinds; empty: of all.
    public var kinds: Set<RecordKind> = []
    /// Not before.
    public var from: Timestamp?
    /// Before.
    public var until: Timestamp?

    /// Asks for the first records.
    public init() {}
}

/// A record as it stands in the journal.
public struct JournalLine: Sendable, Hashable {
    /// Its number.
    public let number: RecordNumber
    /// When it was made.
    public let wall: Timestamp
    /// Whether the wall clock was to be believed.
    public let isTrusted: Bool
    /// What it says.
    public let record: Record
    /// Its text, exactly as digested.
    public let body: String
    /// Its digest, in hexadecimal.
    public let digest: String

    /// Puts a line together.
    public init(
        number: RecordNumber,
        wall: Timestamp,
        isTrusted: Bool,
        record: Record,
        body: String,
        digest: String
    ) {
        self.number = number
        self.wall = wall
        self.isTrusted = isTrusted
        self.record = record
        self.body = body
        self.digest = digest
    }
}
