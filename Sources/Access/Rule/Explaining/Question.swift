// SPDX-License-Identifier: Apache-2.0

/// What somebody asks the rule to explain.
public enum Question: Sendable, Hashable {
    /// Why a record says that somebody was refused, or let in.
    case record(RecordNumber)
    /// Whether somebody could enter; `at` `nil`: now.
    case entry(Subject, into: Place, at: Timestamp?, attendedBy: PersonID? = nil)

    /// Who would enter.
    public enum Subject: Sendable, Hashable {
        /// A person, with the badge that serves best.
        case person(PersonID)
        /// Whoever holds a badge.
        case badge(Badge.Token)
    }

    /// Where.
    public enum Place: Sendable, Hashable {
        /// A room, by a door with everything that it needs.
        case room(RoomID)
        /// A door of the board.
        case door(Door)

        /// The room.
        public var room: RoomID {
            switch self {
            case .room(let room): room
            case .door(let door): door.room
            }
        }
    }
}

/// What the rule answers to a question, on which facts, and what would turn it.
///
/// It holds no grant: it opens nothing.
public struct Explanation: Sendable, Hashable {
    /// What would be, or was, answered, step by step: at the badge, and at the PIN where one is asked for and right.
    public var answers: [Answer]
    /// The time by which it was judged.
    public var at: Timestamp
    /// Whether the facts are those of now though the answer was given, or would be, at another time.
    public var isOfNow: Bool
    /// The record that was asked about.
    public var record: RecordNumber?
    /// The person, where one is known.
    public var person: PersonID?
    /// The room.
    public var room: RoomID?
    /// What it rests on.
    public var facts: [Fact]
    /// The fewest changes that would turn the answer; empty where none was found.
    public var change: [Change]

    /// Puts an explanation together.
    public init(
        answers: [Answer],
        at: Timestamp,
        isOfNow: Bool = false,
        record: RecordNumber? = nil,
        person: PersonID? = nil,
        room: RoomID? = nil,
        facts: [Fact] = [],
        change: [Change] = []
    ) {
        self.answers = answers
        self.at = at
        self.isOfNow = isOfNow
        self.record = record
        self.person = person
        self.room = room
        self.facts = facts
        self.change = change
    }

    /// The last answer.
    public var answer: Answer { answers.last ?? .ignored }

    /// Why not.
    public var reason: Reason? {
        if case .denied(let reason) = answer { reason } else { nil }
    }

    /// Something that the answer rests on.
    public struct Fact: Sendable, Hashable {
        /// A stable name, such as `designation D-2026-001`.
        public var key: String
        /// What is so, in English.
        public var english: String
        /// What is so, in Japanese.
        public var japanese: String

        /// Describes a fact.
        public init(key: String, english: String, japanese: String) {
            self.key = key
            self.english = english
            self.japanese = japanese
        }
    }

    /// A change of the facts that turns the answer, alone or with those beside it.
    public struct Change: Sendable, Hashable {
        /// A stable name, such as `sign-designation`.
        public var key: String
        /// What would have to be so, in English.
        public var english: String
        /// What would have to be so, in Japanese.
        public var japanese: String

        /// Describes a change.
        public init(key: String, english: String, japanese: String) {
            self.key = key
            self.english = english
            self.japanese = japanese
        }
    }
}

/// What came of a question.
public enum ExplanationOutcome: Sendable, Hashable {
    /// The answer; the question is on record.
    case explained(Explanation)
    /// None, and why; the attempt is on record.
    case refused(OrderRefusal)
}
