// SPDX-License-Identifier: Apache-2.0
import Testing

extension BoardTests {
    @Test func `a reader that is unplugged is missed, and serves again when it is back (L13)`()
        async throws
    {
        let mark = try await board.lastRecord()
        let before = try await board.history("monitor-lock").count
        try await board.unplug(.monitorIn)
        let lost = try await board.record(["reader": "monitor-in", "state": "lost"], after: mark)
        #expect(lost?.kind == "reader")
        try await board.plug(.monitorIn)
        try await board.served(.monitorIn)
        let back = try await board.record(["reader": "monitor-in", "state": "back"], after: mark)
        #expect(back != nil)
        #expect(try await board.history("monitor-lock").count == before)
        try await enter("monitor", with: Badge.staff, at: .monitorIn)
    }

    @Test func `two identical readers are told apart by their ports`() async throws {
        let mark = try await board.lastRecord()
        try await board.type(Badge.undesignated + "\\n", at: .serverIn)
        #expect(try await board.record(["kind": "denied"], after: mark)?.reader == "server-in")
        let next = try await board.lastRecord()
        try await board.type(Badge.undesignated + "\\n", at: .monitorIn)
        #expect(try await board.record(["kind": "denied"], after: next)?.reader == "monitor-in")
    }

    @Test(arguments: [UInt64(1), 2]) func `garbage opens nothing, and a badge after it is read`(
        seed: UInt64
    ) async throws {
        let before = try await board.history("monitor-lock").count
        // Too short, all keys down at once, then what comes to mind.
        var reports = ["00", "0000010101010101", "0000000000000000"]
        var noise = Noise(seed: seed)
        for _ in 0..<40 { reports.append(noise.report()) }
        try await board.report(reports + ["0000000000000000"], at: .monitorIn)
        #expect(try await board.history("monitor-lock").count == before)
        // Whatever was typed, Enter ends it.
        try await board.type("\\n", at: .monitorIn)
        try await enter("monitor", with: Badge.colleague, at: .monitorIn)
    }

    @Test func `a device that sends more than its endpoint allows is let go and taken again`()
        async throws
    {
        let mark = try await board.lastRecord()
        // 16 bytes where 8 are announced, more often than a session bears.
        try await board.report(
            Array(repeating: String(repeating: "04", count: 16), count: 5),
            at: .monitorIn
        )
        #expect(
            try await board.record(["reader": "monitor-in", "state": "back"], after: mark) != nil
        )
        try await board.served(.monitorIn)
        // A line of which something may have been lost is no number; Enter ends it.
        try await board.type("\\n", at: .monitorIn)
        try await enter("monitor", with: Badge.staff, at: .monitorIn)
    }

    @Test func `a device that vanishes in the middle of a number leaves no half of it behind`()
        async throws
    {
        let mark = try await board.lastRecord()
        let before = try await board.history("monitor-lock").count
        try await board.type(Badge.colleague + "\\n", at: .monitorIn, vanishingAfter: 17)
        let lost = try await board.record(["reader": "monitor-in", "state": "lost"], after: mark)
        #expect(lost != nil)
        try await board.plug(.monitorIn)
        try await board.served(.monitorIn)
        let back = try #require(
            try await board.record(["reader": "monitor-in", "state": "back"], after: mark)
        )
        try await board.type(String(Badge.colleague.suffix(8)) + "\\n", at: .monitorIn)
        let half = ["reader": "monitor-in", "state": "unreadable"] as KeyValuePairs
        #expect(try await board.record(half, after: back.number) != nil)
        #expect(try await board.history("monitor-lock").count == before)
        try await enter("monitor", with: Badge.colleague, at: .monitorIn)
    }

    @Test func `another device on a reader's port is a tamper alarm, and opens nothing`()
        async throws
    {
        let mark = try await board.lastRecord()
        let before = try await board.history("monitor-lock").count
        try await board.unplug(.monitorIn)
        try await board.plug(.monitorIn, "keypad")
        let alarm = try await board.record(["alarm": "tamper", "state": "began"], after: mark)
        #expect(alarm?.reader == "monitor-in")
        #expect(try await board.history("monitor-lock").count == before)
        try await board.unplug(.monitorIn)
        try await board.plug(.monitorIn)
        try await board.served(.monitorIn)
        let ended = try await board.record(["alarm": "tamper", "state": "ended"], after: mark)
        #expect(ended?.reader == "monitor-in")
    }

    @Test func `no digit reaches a console: a served reader is no input device of the kernel`()
        async throws
    {
        for port in Board.Port.keyboards { try await board.served(port) }
        #expect(try await inputDevices().isEmpty)
    }

    /// What the kernel makes of the devices on the bus that somebody could type with.
    func inputDevices() async throws -> String {
        try await board.shell("find /sys/devices/platform/vhci_hcd.0 -path '*/input/input*'")
    }

    /// Somebody goes in by badge alone, and the door closes behind them.
    func enter(_ door: String, with badge: String, at port: Board.Port) async throws {
        try await board.type(badge + "\\n", at: port)
        try await board.wait(door + "-lock", 1)
        try await board.open(door)
        try await board.wait(door + "-lock", 0)
        try await board.close(door)
    }
}

/// Bytes that nobody can foresee, and everybody can repeat.
private struct Noise {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A report of eight bytes, in hexadecimal.
    mutating func report() -> String {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        let digits = String(mixed ^ (mixed >> 31), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
