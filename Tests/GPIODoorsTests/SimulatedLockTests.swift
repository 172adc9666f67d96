// SPDX-License-Identifier: Apache-2.0
import Access
import Logging
import Testing

@testable import GPIODoors

@Suite(.enabled(if: SimulatedChip.isAvailable), .serialized, .timeLimit(.minutes(1)))
struct SimulatedLockTests {
    private let chip: SimulatedChip
    private let logger = Logger(label: "test")

    init() throws {
        chip = try SimulatedChip()
    }

    private func board(
        _ release: LockSpecification.Release = .energised,
        pulse: Duration? = nil,
        door: DoorID = "server"
    ) -> BoardLines {
        let lock = LockSpecification(line: chip.line("lock"), releases: release, pulse: pulse)
        return BoardLines(doors: [DoorLines(door: door, lock: lock)])
    }

    /// The right to leave by a door, as the door's state gives it.
    private func egress(_ door: DoorID = "server") throws -> Egress {
        var state = DoorState(Door(id: door, room: "server-4f", entry: "server-in"))
        guard let egress = state.leave(at: Instant(sinceBoot: .zero)) else {
            throw HardwareFault("the door gave no right to leave")
        }
        return egress
    }

    @Test(arguments: [(LockSpecification.Release.energised, true), (.deEnergised, false)])
    func `L2 a lock comes up secure, releases, and is secured again, however it is wired`(
        release: LockSpecification.Release,
        isHighWhenReleased: Bool
    ) throws {
        // The line rests at the released level: only the board can have secured it.
        try chip.pull("lock", high: isHighWhenReleased)
        let board = try GPIOBoard.open(board(release), logger: logger)
        let lock = try #require(board.lock(of: "server"))
        #expect(try chip.isHigh("lock") != isHighWhenReleased)
        try lock.release(for: egress())
        #expect(try chip.isHigh("lock") == isHighWhenReleased)
        try lock.secure()
        #expect(try chip.isHigh("lock") != isHighWhenReleased)
        try board.stop()
    }

    @Test func `a pulse ends by itself`() async throws {
        let board = try GPIOBoard.open(board(pulse: .milliseconds(300)), logger: logger)
        let lock = try #require(board.lock(of: "server"))
        try lock.release(for: egress())
        #expect(try chip.isHigh("lock"))
        try await chip.wait(for: "lock", high: false)
        try board.stop()
    }

    @Test func `a right for another door releases nothing`() throws {
        let board = try GPIOBoard.open(board(), logger: logger)
        let lock = try #require(board.lock(of: "server"))
        #expect(throws: HardwareFault.self) { try lock.release(for: egress("monitor")) }
        #expect(try !chip.isHigh("lock"))
        try board.stop()
    }

    @Test func `L2 a board that has stopped releases nothing, and securing it still does no harm`()
        throws
    {
        let board = try GPIOBoard.open(board(), logger: logger)
        let lock = try #require(board.lock(of: "server"))
        try lock.release(for: egress())
        try board.stop()
        #expect(throws: HardwareFault.self) { try lock.release(for: egress()) }
        try lock.secure()
        try board.stop()
    }

    @Test func `a line that somebody holds is refused with the holder's name`() throws {
        let first = try GPIOBoard.open(board(), logger: logger)
        let fault = #expect(throws: HardwareFault.self) {
            _ = try GPIOBoard.open(board(), logger: logger)
        }
        let text = try #require(fault).description
        #expect(text.contains("held by \"tachiaid lock of door server\""))
        try first.stop()
    }

    @Test func `a board that cannot have one of its lamps lets go of its locks`() throws {
        var lines = board()
        lines.doors[0].green = chip.line("no-such-line")
        #expect(throws: HardwareFault.self) { _ = try GPIOBoard.open(lines, logger: logger) }
        try GPIOBoard.open(board(), logger: logger).stop()
    }

    @Test func `L2 securing a board from outside leaves its lines free`() throws {
        #expect(GPIOBoard.secure(board()).isEmpty)
        try GPIOBoard.open(board(), logger: logger).stop()
    }

    @Test func `a lock whose chip has gone says so`() throws {
        let board = try GPIOBoard.open(board(), logger: logger)
        let lock = try #require(board.lock(of: "server"))
        chip.remove()
        let fault = #expect(throws: HardwareFault.self) { try lock.secure() }
        #expect(try #require(fault).description.hasPrefix("lock of door server (line 0 lock of "))
        #expect(throws: HardwareFault.self) { try board.stop() }
    }

    @Test func `the lamps show what they are told, on the board's own thread`() async throws {
        var lines = board()
        lines.doors[0].green = chip.line("green")
        lines.doors[0].red = chip.line("red")
        lines.doors[0].buzzer = chip.line("buzzer")
        let board = try GPIOBoard.open(lines, logger: logger)
        let indicator = try #require(board.indicator(of: "server"))
        indicator.show(.granted)
        try await chip.wait(for: "green", high: true)
        try await chip.wait(for: "buzzer", high: false)
        indicator.show(.waiting)
        for isLit in [true, false, true] { try await chip.wait(for: "red", high: isLit) }
        indicator.show(.secured)
        try await chip.wait(for: "red", high: false)
        try await chip.wait(for: "green", high: false)
        try board.stop()
    }
}
