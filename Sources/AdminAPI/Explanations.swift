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

    /// Puts it together.
    public init(
        record: Int64? = nil,
        person: String? = nil,
        badge: String? = nil,
        room: String? = nil,
        door: String? = nil,
        at: String? = nil
    ) {
        self.record = record
        self.person = person
        self.badge = badge
        self.room = room
        self.door = door
        self.at = at
    }
}

/// A decision and what it rests on; nothing was opened.
public struct ExplanationReply: Codable, Sendable, Hashable {
    /// `granted`, `escort-needed`, `pin-needed` or `denied`.
    public var decision: String
    /// Why not (DESIGN §7).
    public var reason: String?
    /// The article that the reason rests on.
    public var article: String?
    /// The reason as an English sentence.
    public var english: String?
    /// The same in Japanese.
    public var japanese: String?
    /// The facts that it rests on.
    public var facts: [FactReply]
    /// The smallest change that would turn it; none where nothing small would.
    public var changes: [ChangeReply]
    /// The record of this question.
    public var record: Int64?

    /// Puts it together.
    public init(
        decision: String,
        reason: String? = nil,
        article: String? = nil,
        english: String? = nil,
        japanese: String? = nil,
        facts: [FactReply],
        changes: [ChangeReply],
        record: Int64? = nil
    ) {
        self.decision = decision
        self.reason = reason
        self.article = article
        self.english = english
        self.japanese = japanese
        self.facts = facts
        self.changes = changes
        self.record = record
    }
}

/// A fact that a decision rests on.
public struct FactReply: Codable, Sendable, Hashable {
    /// Which fact.
    public var key: String
    /// What it is.
    public var value: String

    /// Puts it together.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

/// A change that would turn a decision.
public struct ChangeReply: Codable, Sendable, Hashable {
    /// What would have to change.
    public var key: String
    /// In English.
    public var english: String
    /// In Japanese.
    public var japanese: String

    /// Puts it together.
    public init(key: String, english: String, japanese: String) {
        self.key = key
        self.english = english
        self.japanese = japanese
    }
}
