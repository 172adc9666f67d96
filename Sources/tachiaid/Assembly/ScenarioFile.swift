// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Logging
import SQLiteLedger
import Simulation
import Synchronization

/// A scenario with the files that it names, on a database of its own that goes when it has been played.
struct ScenarioFile {
    private let scenario: Scenario
    private let player: ScenarioPlayer
    private let stage: ScratchLedger

    init(_ path: String, log: Logger) throws {
        let outline = try Files.reviewed { () throws(Mistakes) in
            try ScenarioDocument.outline(try Files.source(path))
        }
        let boardPath = Files.path(outline.board, relativeTo: path)
        let (board, calendar) = try Files.board(boardPath)
        scenario = try Files.reviewed { () throws(Mistakes) in
            try ScenarioDocument.read(try Files.source(path), for: board)
        }
        let stage = try ScratchLedger(board: board.name, calendar: calendar)
        self.stage = stage
        player = ScenarioPlayer(
            doors: board.coreDoors,
            readers: Set((board.readers + board.keypads).map(\.id)),
            openLedger: { try await stage.open(at: $0) },
            policyFile: { named in
                let source = try Files.existing(Files.path(named, relativeTo: path))
                return try PolicyDocument.read(source, in: calendar).document
            },
            log: log
        )
    }

    /// Plays it.
    func play() async throws -> [ScenarioPlayer.Failure] {
        defer { stage.remove() }
        return try await player.play(scenario)
    }
}

/// A real ledger in a folder that goes afterwards; opened again after each crash, as a starting service opens it.
final class ScratchLedger: Sendable {
    private let folder: ScratchFolder
    private let board: String
    private let calendar: BoardCalendar
    private let current = Mutex<SQLiteLedger?>(nil)

    init(board: String, calendar: BoardCalendar) throws {
        folder = try ScratchFolder()
        self.board = board
        self.calendar = calendar
    }

    func open(at moment: Moment) async throws -> ScenarioPlayer.OpenedLedger {
        try current.withLock { try $0?.close() }
        let ledger = try SQLiteLedger(
            path: folder.path("ledger.sqlite"),
            board: board,
            calendar: calendar,
            boot: "simulated",
            pinCost: .light
        )
        current.withLock { $0 = ledger }
        try await ledger.start(at: moment)
        return ScenarioPlayer.OpenedLedger(ledger: ledger, registry: ledger)
    }

    func remove() {
        try? current.withLock { try $0?.close() }
        folder.remove()
    }
}
