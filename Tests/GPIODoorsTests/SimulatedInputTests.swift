// SPDX-License-Identifier: Apache-2.0
import Access
import Logging
import Testing

@testable import GPIODoors

@Suite(.enabled(if: SimulatedChip.isAvailable), .serialized, .timeLimit(.minutes(1)))
struct SimulatedInputTests {
    private let chip: SimulatedChip

    init() throws {
        chip = try SimulatedChip()
        // Door closed, button not pressed, no fire, housing closed.
        for (line, isHigh) in [("contact", false), ("button", true), ("fire", false)] {
            try chip.pull(line, high: isHigh)
        }
        try chip.pull("tamper", high: true)
    }

    private func open() throws -> GPIOBoard {
        let lock = LockSpecification(line: chip.line("lock"), releases: .energised)
        var door = DoorLines(door: "server", lock: lock)
        door.contact = InputSpecification(line: chip.line("contact"), active: .high)
        door.exitButton = InputSpecification(
            line: chip.line("button"),
            active: .low,
            bias: .pullUp
        )
        let board = BoardLines(
            doors: [door],
            fire: InputSpecification(line: chip.line("fire"), active: .high),
            tamper: InputSpecification(line: chip.line("tamper"), active: .low)
        )
        return try GPIOBoard.open(board, logger: Logger(label: "test"))
    }

    private func next(_ inputs: inout AsyncStream<DoorInput>.Iterator) async throws -> DoorInput {
        let input = await inputs.next(isolation: #isolation)
        return try #require(input)
    }

    private func expectStart(_ inputs: inout AsyncStream<DoorInput>.Iterator, open: Bool)
        async throws
    {
        #expect(try await next(&inputs).change == .contact("server", isOpen: open))
        #expect(try await next(&inputs).change == .fire(false))
        #expect(try await next(&inputs).change == .tamper(false))
    }

    @Test(arguments: [false, true])
    func `the levels at the start come first`(isOpen: Bool) async throws {
        try chip.pull("contact", high: isOpen)
        let board = try open()
        var inputs = board.inputs.makeAsyncIterator()
        try await expectStart(&inputs, open: isOpen)
        try board.stop()
        let end = await inputs.next(isolation: #isolation)
        #expect(end == nil)
    }

    @Test func `L11 edges come with the kernel's stamp on the monotonic clock`() async throws {
        let board = try open()
        var inputs = board.inputs.makeAsyncIterator()
        try await expectStart(&inputs, open: false)
        let before = Instant.monotonic()
        try chip.pull("contact", high: true)
        let after = Instant.monotonic()
        let opened = try await next(&inputs)
        #expect(opened.change == .contact("server", isOpen: true))
        #expect(before <= opened.instant && opened.instant <= after + .milliseconds(20))
        try chip.pull("contact", high: false)
        #expect(try await next(&inputs).change == .contact("server", isOpen: false))
        try board.stop()
    }

    @Test func `a press is told once, and a button held at the start is not`() async throws {
        try chip.pull("button", high: false)
        let board = try open()
        var inputs = board.inputs.makeAsyncIterator()
        try await expectStart(&inputs, open: false)
        try chip.pull("button", high: true)
        let released = Instant.monotonic()
        while Instant.monotonic() - released < .milliseconds(100) { await Task.yield() }
        try chip.pull("button", high: false)
        #expect(try await next(&inputs).change == .exitButton("server"))
        try chip.pull("fire", high: true)
        #expect(try await next(&inputs).change == .fire(true))
        try chip.pull("tamper", high: false)
        #expect(try await next(&inputs).change == .tamper(true))
        try board.stop()
    }

    @Test func `after more edges than the kernel keeps, the level is right`() async throws {
        let board = try open()
        var inputs = board.inputs.makeAsyncIterator()
        try await expectStart(&inputs, open: false)
        for _ in 0..<100 {
            try chip.pull("contact", high: true)
            try chip.pull("contact", high: false)
        }
        try chip.pull("contact", high: true)
        var last = try await next(&inputs).change
        while last != .contact("server", isOpen: true) { last = try await next(&inputs).change }
        // The door opened for good: whatever else is told before the fire is no closing.
        try chip.pull("fire", high: true)
        var then = try await next(&inputs).change
        while then != .fire(true) {
            last = then
            then = try await next(&inputs).change
        }
        #expect(last == .contact("server", isOpen: true))
        try board.stop()
    }

    @Test func `L13 a chip that has gone is a fault and opens nothing`() async throws {
        let board = try open()
        var inputs = board.inputs.makeAsyncIterator()
        try await expectStart(&inputs, open: false)
        chip.remove()
        let change = try await next(&inputs).change
        guard case .fault("server", let text) = change else {
            Issue.record("\(change) is no fault of the door")
            return
        }
        #expect(text.hasPrefix("contact of door server (line 1 contact of "))
        #expect(throws: HardwareFault.self) { try board.stop() }
    }

    @Test func `the board's thread goes round by itself`() async throws {
        let board = try open()
        let first = board.lastTurn
        while board.lastTurn == first { await Task.yield() }
        try board.stop()
    }
}
