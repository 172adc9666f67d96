// SPDX-License-Identifier: Apache-2.0

/// A page of the journal.
public struct JournalReply: Codable, Sendable, Hashable {
    /// The records, oldest first.
    public var records: [RecordReply]
    /// What `after` must say to read on.
    public var next: Int64

    /// Puts a reply together.
    public init(records: [RecordReply], next: Int64) {
        self.records = records
        self.next = next
    }
}

/// A record of the journal.
public struct RecordReply: Codable, Sendable, Hashable {
    /// Its number.
    public var number: Int64
    /// When it was made.
    public var at: String
    /// Whether the wall clock was to be believed.
    public var isTrusted: Bool
    /// What it is about (DESIGN §7).
    public var kind: String
    /// The door.
    public var door: String?
    /// The room.
    public var room: String?
    /// The reader or keypad.
    public var reader: String?
    /// Whom it is about.
    public var people: [String]?
    /// Who attends them.
    public var escort: String?
    /// The approvals, in the order of `people`.
    public var approvals: [String]?
    /// The designation.
    public var designation: String?
    /// Why not.
    public var reason: String?
    /// The badge's fingerprint.
    public var badge: String?
    /// An order's author.
    public var author: String?
    /// An order's verb.
    public var verb: String?
    /// What an order is about.
    public var subject: String?
    /// The alarm.
    public var alarm: String?
    /// What became of it.
    public var state: String?
    /// What was shown at the door.
    public var authentication: String?
    /// Things an auditor should see at once.
    public var remarks: [String]?
    /// The record that this one belongs to.
    public var of: Int64?
    /// Free text.
    public var text: String?
    /// The record's digest in the chain.
    public var digest: String

    /// A record of a kind; the rest is set afterwards.
    public init(number: Int64, at: String, isTrusted: Bool, kind: String, digest: String) {
        self.number = number
        self.at = at
        self.isTrusted = isTrusted
        self.kind = kind
        self.digest = digest
    }
}
