// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Foundation
import Logging
import SQLiteLedger
import Simulation
import Synchronization

/// Where the scenarios lie.
enum ScenarioFolder {
    private static let config = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Config")

    /// Their names, in order.
    static var files: [String] {
        let all = try? FileManager.default.contentsOfDirectory(atPath: path("scenarios"))
        return (all ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
    }

    static func path(_ name: String) -> String { config.appendingPathComponent(name).path }

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path("scenarios") + "/" + name, encoding: .utf8)
    }

    /// The text of a file that a scenario names, or of the scenario.
    static func source(_ name: String) throws -> Source {
        let file = path("scenarios") + "/" + name
        return try Source(file: name, bytes: Data(contentsOf: URL(fileURLWithPath: file)))
    }
}

/// A scenario with a ledger of its own in a folder that goes afterwards.
struct PlayedScenario {
    private let scenario: Scenario
    private let player: ScenarioPlayer
    private let stage: ScratchLedger

    init(_ file: String) throws {
        let source = try ScenarioFolder.source(file)
        let outline = try ScenarioDocument.outline(source).document
        let board = try BoardDocument.read(ScenarioFolder.source(outline.board)).document
        guard let calendar = board.calendar else { throw CocoaError(.formatting) }
        scenario = try ScenarioDocument.read(source, for: board).document
        let stage = try ScratchLedger(calendar: calendar)
        self.stage = stage
        player = ScenarioPlayer(
            doors: board.coreDoors,
            readers: Set((board.readers + board.keypads).map(\.id)),
            openLedger: { try await stage.open(at: $0) },
            policyFile: { name in
                try PolicyDocument.read(ScenarioFolder.source(name), in: calendar).document
            },
            log: Logger(label: "scenario") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// What a file says, before it is played.
    static func scenario(_ file: String) throws -> Scenario {
        let source = try ScenarioFolder.source(file)
        let outline = try ScenarioDocument.outline(source).document
        let board = try BoardDocument.read(ScenarioFolder.source(outline.board)).document
        return try ScenarioDocument.read(source, for: board).document
    }

    /// What was not as expected.
    func play() async throws -> [ScenarioPlayer.Failure] {
        defer { stage.remove() }
        return try await player.play(scenario)
    }

    /// What stands in the journal afterwards.
    func records() async throws -> [Record] {
        defer { stage.remove() }
        _ = try await player.play(scenario)
        var query = JournalQuery()
        query.limit = 1000
        let lines = try await stage.registry?.journal(query) ?? []
        return lines.map { line in
            // The device key is new each time, and with it a badge's fingerprint.
            var record = line.record
            record.badge = nil
            return record
        }
    }
}

/// A real ledger, opened again after each crash on the same file.
final class ScratchLedger: Sendable {
    private let folder: URL
    private let calendar: BoardCalendar
    private let current = Mutex<SQLiteLedger?>(nil)

    init(calendar: BoardCalendar) throws {
        self.calendar = calendar
        let name = "tachiai-\(ProcessInfo.processInfo.globallyUniqueString)"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    var registry: (any Registry)? { current.withLock { $0 } }

    func open(at moment: Moment) async throws -> ScenarioPlayer.OpenedLedger {
        try current.withLock { try $0?.close() }
        let ledger = try SQLiteLedger(
            path: folder.appendingPathComponent("ledger.sqlite").path,
            board: "main-4f",
            calendar: calendar,
            boot: "simulated",
            pinCost: .light
        )
        current.withLock { $0 = ledger }
        try await ledger.start(at: moment)
        return ScenarioPlayer.OpenedLedger(ledger: ledger, registry: ledger)
    }

    /// Whether the journal's chain holds (L9).
    func verify() async throws -> Bool {
        let ledger = current.withLock { $0 }
        return try await ledger?.verify().isWhole ?? false
    }

    func remove() {
        current.withLock { ledger in
            try? ledger?.close()
            ledger = nil
        }
        try? FileManager.default.removeItem(at: folder)
    }
}
