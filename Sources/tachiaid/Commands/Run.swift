// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Controller
import Documents
import GPIODoors
import Logging
import SQLiteLedger
import USBReaders

/// The service beside the door, on real readers and lines.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "扉の脇で動くサービス / The service beside the door."
    )

    @Option(help: "盤ファイル / the board file")
    var board = "/etc/tachiai/tachiai.yaml"

    @Flag(
        help:
            "同期していなくても時計を信じる（試験台専用） / believe the wall clock though nothing synchronises it: for test benches only"
    )
    var trustClock = false

    @Flag(name: .shortAndLong, help: "詳しいログ / log more")
    var verbose = false

    func run() async throws {
        let log = Logger.tachiaid(verbose ? .debug : .info)
        let (board, calendar) = try Files.board(board)
        guard board.undriven.isEmpty else {
            complain(
                board.undriven.map {
                    Tachiaid.language(
                        "\($0.id)：種類 \($0.family.rawValue) はまだ動かせません。",
                        "\($0.id): family \($0.family.rawValue) cannot be driven yet."
                    )
                }
            )
            throw ExitCode.unusable
        }
        // The locks come first: whatever fails after this, they hold (L2).
        let lines = try Self.lines(of: board, log: log)
        let time = SystemTime(trustsWallClock: trustClock)
        let ledger = LateLedger(time: time, log: log) { () throws(LedgerFault) in
            try SQLiteLedger(
                path: board.database,
                board: board.name,
                calendar: calendar,
                boot: Machine.bootID
            )
        }
        _ = try? await ledger.opened()
        let readers = USBReaderPort(
            board.readerSpecifications,
            lines: board.serialLines,
            proving: try Self.cardDesk(of: board),
            log: log
        )
        let service = try BoardService(
            board,
            calendar: calendar,
            ledger: ledger,
            parts: parts(board, lines, readers, ledger, time, log),
            socket: board.listen.socket,
            network: board.networkPlace
        )
        let notifier = SystemdNotifier()
        notifier.ready()
        try await service.run(
            with: [Notifier(notifier: notifier) { Self.goesRound(lines, time) }],
            log: log
        )
        notifier.stopping()
        await readers.stop()
        try lines.stop()
        do throws(LedgerFault) {
            try ledger.close()
        } catch {
            log.error("the database could not be closed", metadata: ["fault": "\(error)"])
        }
    }

    private func parts(
        _ board: Board,
        _ lines: GPIOBoard,
        _ readers: USBReaderPort,
        _ ledger: any Ledger,
        _ time: SystemTime,
        _ log: Logger
    ) -> Parts {
        let doors = board.coreDoors.compactMap { door -> DoorParts? in
            guard let lock = lines.lock(of: door.id), let lamps = lines.indicator(of: door.id)
            else { return nil }
            return DoorParts(
                door: door,
                lock: lock,
                indicator: JointIndicator(lamps: lamps, readers: readers, door: door)
            )
        }
        return Parts(
            ledger: ledger,
            time: time,
            doors: doors,
            readers: readers,
            inputs: lines,
            log: log
        )
    }

    /// Who proves cards genuine, by the keys beside the database.
    private static func cardDesk(of board: Board) throws -> CardDesk {
        do throws(CardKeyFault) {
            return try CardDesk(CardKeyFile(beside: board.database))
        } catch {
            complain(["tachiaid: \(error)"])
            throw ExitCode.unusable
        }
    }

    /// Whether the thread that watches the lines still goes round.
    private static func goesRound(_ lines: GPIOBoard, _ time: SystemTime) -> Bool {
        time.now().instant - lines.lastTurn < .seconds(5)
    }

    private static func lines(of board: Board, log: Logger) throws -> GPIOBoard {
        do throws(HardwareFault) {
            return try GPIOBoard.open(board.lines, logger: log)
        } catch {
            complain(["tachiaid: gpio: \(error)"])
            throw ExitCode.failure
        }
    }
}
