// SPDX-License-Identifier: Apache-2.0
public import Access
import Controller
public import Documents
public import Logging

/// Plays a scenario against the real core, controller and ledger, with simulated hardware and time (L15).
public struct ScenarioPlayer: Sendable {
    /// A ledger that has just been opened, as a starting service opens it.
    public struct OpenedLedger: Sendable {
        /// The facts and the record.
        public var ledger: any Ledger
        /// What is read of it.
        public var registry: any Registry

        /// Puts both sides of a ledger together.
        public init(ledger: any Ledger, registry: any Registry) {
            self.ledger = ledger
            self.registry = registry
        }
    }

    /// An expectation that was not met.
    public struct Failure: Sendable, Hashable, CustomStringConvertible {
        /// Where it stands.
        public let place: Place
        /// What was expected, and what came.
        public let text: String
        /// `file:line:column: text`.
        public var description: String { "\(place): \(text)" }
    }

    /// A scenario that cannot be played: a mistake of the file.
    public struct Unusable: Error, Sendable, CustomStringConvertible {
        /// Where and why.
        public let description: String

        init(_ place: Place?, _ text: String) {
            description = place.map { "\($0): \(text)" } ?? text
        }
    }

    let doors: [Door]
    let readers: Set<ReaderID>
    let openLedger: @Sendable (Moment) async throws -> OpenedLedger
    let policyFile: @Sendable (String) throws -> Policy
    let log: Logger
    let observer: @Sendable (SimulatedBoard.Act) -> Void

    /// A player for a board.
    ///
    /// - Parameters:
    ///   - doors: the board's doors.
    ///   - readers: all its readers and keypads.
    ///   - openLedger: opens the ledger, at first and after each crash; always on the same database.
    ///   - policyFile: reads a policy by its path, relative to the scenario.
    ///   - log: where the controller's own log goes.
    ///   - observer: told of everything that the simulated hardware does.
    public init(
        doors: [Door],
        readers: Set<ReaderID>,
        openLedger: @escaping @Sendable (Moment) async throws -> OpenedLedger,
        policyFile: @escaping @Sendable (String) throws -> Policy,
        log: Logger,
        observer: @escaping @Sendable (SimulatedBoard.Act) -> Void = { _ in }
    ) {
        self.doors = doors
        self.readers = readers
        self.openLedger = openLedger
        self.policyFile = policyFile
        self.log = log
        self.observer = observer
    }

    /// Plays a scenario to its end.
    ///
    /// - Returns: the expectations that were not met, in order.
    /// - Throws: ``Unusable``, or what the ledger threw when it was opened.
    public func play(_ scenario: Scenario) async throws -> [Failure] {
        let stage = try await Stage(self, for: scenario)
        var failures: [Failure] = []
        for step in scenario.steps {
            try await stage.advance(to: step.at)
            let outcome = try await stage.perform(step)
            failures += try await stage.unmet(step, outcome)
        }
        failures += try await stage.unmet(scenario.journal)
        await stage.end()
        return failures
    }
}
