// SPDX-License-Identifier: Apache-2.0

/// Asks why something was refused, or whether somebody could enter.
///
/// Either a record, or a person or badge with a room or door and a time.
public struct ExplanationRequest: Codable, Sendable, Hashable {
    /// The record of a refusal.
    public var record: Int64?
    /// Who would enter.
    public var person: String?
    /// With which badge, by its fingerprint or number.
    public var badge: String?
    /// Which room.
    public var room: String?
    /// Which door.
    public var door: String?
    /// When; now unless said.
    public var at: String?
    /// Who would attend a visitor.
    public var attendedBy: String?

    /// Puts it together.
    public init(
        record: Int64? = nil,
        person: String? = nil,
        badge: String? = nil,
        room: String? = nil,
        door: String? = nil,
        at: String? = nil,
        attendedBy: String? = nil
    ) {
        self.record = record
        self.person = person
        self.badge = badge
        self.room = room
        self.door = door
        self.at = at
        self.attendedBy = attendedBy
    }
}

/// A decision and what it rests on; nothing was opened.
public struct ExplanationReply: Codable, Sendable, Hashable {
    /// `granted`, `escort-needed`, `pin-needed`, `denied` or `ignored`: the last of `answers`.
    public var decision: String
    /// What is answered step by step: at the badge, and at the PIN where one is asked for.
    public var answers: [String]
    /// The time by which it was judged.
    public var at: String
    /// Whether the facts are those of now though the answer is of another time.
    public var isOfNow: Bool
    /// The record that was asked about.
    public var record: Int64?
    /// The person, where one is known.
    public var person: String?
    /// The room.
    public var room: String?
    /// Why not.
    public var reason: String?
    /// The article that the reason rests on.
    public var article: String?
    /// The reason as an English sentence.
    public var english: String?
    /// The same in Japanese.
    public var japanese: String?
    /// What it rests on.
    public var facts: [FactReply]
    /// The fewest changes that would turn it; none where none was found.
    public var changes: [FactReply]

    /// Puts it together.
    public init(
        decision: String,
        answers: [String],
        at: String,
        isOfNow: Bool,
        record: Int64? = nil,
        person: String? = nil,
        room: String? = nil,
        reason: String? = nil,
        article: String? = nil,
        english: String? = nil,
        japanese: String? = nil,
        facts: [FactReply],
        changes: [FactReply]
    ) {
        self.decision = decision
        self.answers = answers
        self.at = at
        self.isOfNow = isOfNow
        self.record = record
        self.person = person
        self.room = room
        self.reason = reason
        self.article = article
        self.english = english
        self.japanese = japanese
        self.facts = facts
        self.changes = changes
    }
}

/// A fact or a change of one.
public struct FactReply: Codable, Sendable, Hashable {
    /// A stable name.
    public var key: String
    /// What is so, in English.
    public var english: String
    /// The same in Japanese.
    public var japanese: String

    /// Puts it together.
    public init(key: String, english: String, japanese: String) {
        self.key = key
        self.english = english
        self.japanese = japanese
    }
}
