// SPDX-License-Identifier: Apache-2.0
public import Access

/// People at a door, step by step, and what must come of it (DESIGN §10).
public struct Scenario: Sendable {
    /// Its title.
    public var title: String
    /// The board file, relative to the scenario's.
    public var board: String
    /// The wall time at which it starts.
    public var start: Timestamp
    /// The policy in force at the start.
    public var policy: PolicySource
    /// What happens, in order.
    public var steps: [Step]
    /// What must be found in the journal, in this order; other records may stand between.
    public var journal: [ExpectedRecord]

    /// Where the policy stands.
    public enum PolicySource: Sendable {
        /// In another file, relative to the scenario's.
        case file(String, Place)
        /// In the scenario itself.
        case inline(Policy)
    }

    /// Puts a scenario together.
    public init(
        title: String,
        board: String,
        start: Timestamp,
        policy: PolicySource,
        steps: [Step],
        journal: [ExpectedRecord] = []
    ) {
        self.title = title
        self.board = board
        self.start = start
        self.policy = policy
        self.steps = steps
        self.journal = journal
    }

    /// One step.
    public struct Step: Sendable {
        /// Where it stands in the file.
        public var place: Place
        /// How long after the start.
        public var at: Duration
        /// What happens; `nil`: time passes.
        public var act: Act?
        /// What must come of it.
        public var expectation: Expectation

        /// Puts a step together.
        public init(place: Place, at: Duration, act: Act?, expectation: Expectation = .init()) {
            self.place = place
            self.at = at
            self.act = act
            self.expectation = expectation
        }
    }

    /// What happens in a step.
    public enum Act: Sendable {
        case badge(BadgeReading, reader: ReaderID)
        case keys([Key], keypad: ReaderID)
        case door(DoorID, isOpen: Bool)
        case button(DoorID)
        case fire(Bool)
        case tamper(Bool)
        case clock(ClockChange)
        case crash
        case lost(ReaderID)
        case back(ReaderID)
        case disk(isFull: Bool)
        case order(Order, by: PersonID)
        /// The order's row is of a form that the policy document refuses, and so is the order; why.
        case unfitOrder(verb: String, [Mistake], by: PersonID)
        /// The policy is in another file, relative to the scenario's.
        case applyPolicy(file: String, reason: String?, by: PersonID)
    }

    /// What becomes of the wall clock.
    public enum ClockChange: Sendable, Hashable {
        /// It steps; a negative duration steps back.
        case step(Duration)
        /// Its source says that it is synchronised, or not.
        case synchronised(Bool)
    }

    /// What must come of a step; what is `nil` is not looked at.
    public struct Expectation: Sendable {
        /// What the door, or the desk, answers.
        public var answer: ExpectedAnswer?
        /// Why not.
        public var reason: Reason?
        /// The lock of the step's door: whether it is released.
        public var lock: Bool?
        /// Locks by door: whether each is released.
        public var locks: [DoorID: Bool] = [:]
        /// Who is inside; rooms that are not named are not compared.
        public var inside: [RoomID: [PersonID]] = [:]
        /// All alarms that stand.
        public var alarms: [Alarm]?

        /// Nothing is expected.
        public init() {}
    }

    /// The answers that a scenario may expect.
    public enum ExpectedAnswer: String, Sendable, CaseIterable {
        case granted
        case escortNeeded = "escort-needed"
        case pinNeeded = "pin-needed"
        case denied
        case ignored
        case accepted
        case refused
    }

    /// A record that must be found: its fields, each a value or one of a list.
    public struct ExpectedRecord: Sendable {
        /// Where it stands in the file.
        public var place: Place
        /// The fields, by the names that they have in the journal.
        public var fields: [(name: String, values: [String])]

        /// Puts an expected record together.
        public init(place: Place, fields: [(name: String, values: [String])]) {
            self.place = place
            self.fields = fields
        }
    }
}
