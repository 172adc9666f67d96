// SPDX-License-Identifier: Apache-2.0

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
    /// What the approvals of a grant rest on, in the same order (R12).
    public var grounds: [GroundReply]?
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
    /// What the row says that an order brings, as it was ordered.
    public var content: String?
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

/// What an approval rests on, as it stood at the grant (R12).
public struct GroundReply: Codable, Sendable, Hashable {
    /// Who approved it.
    public var approver: String
    /// On what basis, where that was somebody acting for the information officer.
    public var basis: String?
    /// Why it was necessary.
    public var purpose: String

    /// Puts it together.
    public init(approver: String, basis: String? = nil, purpose: String) {
        self.approver = approver
        self.basis = basis
        self.purpose = purpose
    }
}

/// What going over the whole journal found (L9).
public struct VerificationReply: Codable, Sendable, Hashable {
    /// Whether no record was edited, removed, inserted or moved.
    public var isWhole: Bool
    /// How many records there are.
    public var records: Int
    /// The number of the last one.
    public var head: Int64
    /// Its digest: keep it elsewhere, and a cut tail is found too.
    public var digest: String
    /// What does not hold, as `edited 12`; the first hundred.
    public var damage: [String]

    /// Puts a reply together.
    public init(isWhole: Bool, records: Int, head: Int64, digest: String, damage: [String]) {
        self.isWhole = isWhole
        self.records = records
        self.head = head
        self.digest = digest
        self.damage = damage
    }
}
