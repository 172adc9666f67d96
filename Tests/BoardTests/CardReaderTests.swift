// SPDX-License-Identifier: Apache-2.0
import Testing

/// Readers with a protocol of their own, each on the kernel's USB stack.
extension BoardTests {
    /// A family's reader at a door of its own.
    enum CardReader: String, CaseIterable {
        case archive, stack, vault

        var port: Board.Port {
            switch self {
            case .archive: .archiveIn
            case .stack: .stackIn
            case .vault: .vaultIn
            }
        }
        var id: String { rawValue + "-in" }

        /// The fields of its answers that can be wrong by themselves, and what can be wrong with any answer.
        var faults: [String] {
            let any = ["garbage", "short", "long", "empty", "twice", "late", "silent"]
            return switch self {
            case .archive: any + Self.rcS380
            case .stack: any + Self.ccid
            case .vault: any + Self.ccid + ["result", "tag", "valuelength"]
            }
        }

        private static let rcS380 = [
            "checksum", "length", "lengthsum", "code", "status", "preamble", "error", "noack",
        ]
        private static let ccid = [
            "type", "length", "hugelength", "slot", "sequence", "failed", "busy", "extension",
            "words",
        ]
    }

    @Test
    func `an RC-S380 at the entry: the badge asks for the PIN, the PIN opens, both are on record`()
        async throws
    {
        try await board.settle(at: .archiveIn)
        let mark = try await board.lastRecord()
        try await board.present(.feliCa, at: .archiveIn)
        try await board.shell("sleep 2")
        #expect(try await board.level("archive-lock") == 0)
        try await board.type("739152#", at: .archiveKeys)
        try await board.wait("archive-lock", 1)
        try await board.open("archive")
        try await board.wait("archive-lock", 0)
        try await board.close("archive")
        let entry = try await board.record(["kind": "entry", "door": "archive"], after: mark)
        #expect(entry?.people == ["100124"])
    }

    @Test(arguments: [CardReader.stack, .vault])
    func `a CCID reader or an RC-S300 at the entry: the badge opens`(_ reader: CardReader)
        async throws
    {
        try await enterByCard(reader)
    }

    @Test(arguments: CardReader.allCases)
    func `a card of somebody undesignated, and one of nobody, opens nothing`(_ reader: CardReader)
        async throws
    {
        try await board.settle(at: reader.port)
        let mark = try await board.lastRecord()
        let before = try await board.history(reader.rawValue + "-lock").count
        try await board.present(.longTypeA, at: reader.port)
        let denied = try await board.record(["kind": "denied", "reader": reader.id], after: mark)
        #expect(denied?.reason == "not-designated")
        #expect(denied?.people == ["100125"])
        try await board.present(.feliCa, at: reader.port, #"idm="0101020304050699""#)
        let unknown = try await board.record(
            ["kind": "denied", "reader": reader.id, "reason": "unknown-badge"],
            after: mark
        )
        #expect(unknown != nil)
        #expect(try await board.history(reader.rawValue + "-lock").count == before)
    }

    @Test(arguments: CardReader.allCases)
    func `a badge that rests on the reader is one presentation`(_ reader: CardReader) async throws {
        try await board.settle(at: reader.port)
        let mark = try await board.lastRecord()
        try await board.present(.longTypeA, at: reader.port, restingFor: nil)
        try await board.shell("sleep 6")
        try await board.withdraw(from: reader.port)
        let denied = try await board.records("number > \(mark)").filter { $0.kind == "denied" }
        #expect(denied.count == 1)
    }

    @Test(arguments: CardReader.allCases)
    func `a reader unplugged in the middle of a card's exchange is back within two seconds (L13)`(
        _ reader: CardReader
    ) async throws {
        try await board.settle(at: reader.port)
        let mark = try await board.lastRecord()
        let before = try await board.history(reader.rawValue + "-lock").count
        // A card that opens nothing lies there while the plug is pulled between two answers.
        try await board.present(.longTypeA, at: reader.port, restingFor: nil, isAwaited: false)
        try await board.spoil("vanish", at: reader.port, after: 3, count: 1)
        let lost = try await board.record(["reader": reader.id, "state": "lost"], after: mark)
        #expect(lost?.kind == "reader")
        try await board.plug(reader.port)
        let plugged = try await board.now()
        let back = try await board.record(["reader": reader.id, "state": "back"], after: mark)
        let mono = try #require(back?.mono)
        #expect(Double(mono) / 1e9 - plugged < 2)
        #expect(try await board.history(reader.rawValue + "-lock").count == before)
        try await enterByCard(reader)
    }

    @Test(arguments: CardReader.allCases)
    func `a reader that answers nothing any more is missed within ten seconds`(
        _ reader: CardReader
    ) async throws {
        try await board.settle(at: reader.port)
        let mark = try await board.lastRecord()
        try await board.spoil("silent", at: reader.port)
        let deaf = try await board.now()
        let lost = try await board.record(["reader": reader.id, "state": "lost"], after: mark)
        let mono = try #require(lost?.mono)
        #expect(Double(mono) / 1e9 - deaf < 10)
        let alarm = ["alarm": "reader-lost", "state": "began"] as KeyValuePairs
        #expect(try await board.record(alarm, after: mark) != nil)
        try await board.spoil("none", at: reader.port)
        let back = try await board.record(["reader": reader.id, "state": "back"], after: mark)
        #expect(back != nil)
        try await enterByCard(reader)
    }

    @Test(arguments: CardReader.allCases)
    func `whatever is wrong with an answer opens nothing, and the badge after it is read`(
        _ reader: CardReader
    ) async throws {
        let process = try await board.process()
        try await board.settle(at: reader.port)
        let before = try await board.history(reader.rawValue + "-lock").count
        for fault in reader.faults {
            try await board.spoil(fault, at: reader.port, after: 3, count: 2)
            try await board.present(.longTypeA, at: reader.port, restingFor: 0.3, isAwaited: false)
        }
        try await board.spoil("none", at: reader.port)
        #expect(try await board.history(reader.rawValue + "-lock").count == before)
        try await enterByCard(reader)
        #expect(try await board.process() == process)
    }

    @Test
    func `the kernel's own driver for the RC-S380 is kept off, and gives way where it is not`()
        async throws
    {
        let loaded = try await board.shell("lsmod | grep -c -E '^(port100|pn533_usb)' || true")
        #expect(loaded.hasPrefix("0"))
        let mark = try await board.lastRecord()
        try await board.unplug(.archiveIn)
        let lost = ["reader": "archive-in", "state": "lost"] as KeyValuePairs
        #expect(try await board.record(lost, after: mark) != nil)
        // Loaded by hand, as by somebody who has not installed the file.
        try await board.shell("modprobe port100")
        try await board.plug(.archiveIn)
        let back = ["reader": "archive-in", "state": "back"] as KeyValuePairs
        #expect(try await board.record(back, after: mark) != nil)
        #expect(
            try await board.shell("dmesg | grep -c 'NFC Port-100 Series attached' || true") != "0\n"
        )
        try await enterByCard(.archive)
        try await board.shell("rmmod port100")
    }

    /// Somebody goes in by a card, with the PIN where the room asks for it, and the door closes behind them.
    private func enterByCard(_ reader: CardReader) async throws {
        let door = reader.rawValue
        try await board.settle(at: reader.port)
        try await board.present(.feliCa, at: reader.port)
        if reader == .archive {
            // The badge must have been judged: keys before that are nobody's PIN.
            try await board.shell("sleep 2")
            try await board.type("739152#", at: .archiveKeys)
        }
        try await board.wait(door + "-lock", 1)
        try await board.open(door)
        try await board.wait(door + "-lock", 0)
        try await board.close(door)
    }
}
