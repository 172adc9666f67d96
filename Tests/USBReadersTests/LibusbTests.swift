// SPDX-License-Identifier: Apache-2.0
import Testing

/// The whole way from a USB report to a read, by the real libusb on a mock of the kernel's side.
@Suite(.enabled(if: EmulatedUSB.isAvailable), .serialized, .timeLimit(.minutes(1)))
struct LibusbTests {
    private let wedge = "in 1-1.2 hex 16 enter"
    private let number = "012e3d4c5b6a7988"

    @Test func `a reader is taken from the kernel, set up, read, and not given back`() async throws
    {
        let usb = try EmulatedUSB(["1-1.2 5 ffff 0035 - keyboard"], serving: [wedge])
        await usb.line("usb 1-1.2 taken 0")
        await usb.line("in back")
        await usb.line("usb 1-1.2 control 21 0b 00 00 00 00 00 00")
        await usb.line("usb 1-1.2 control 21 0a 00 00 00 00 00 00")
        usb.type(number + "\n", at: "1-1.2")
        await usb.line("in badge 012E3D4C5B6A7988")
        await usb.end()
        #expect(!usb.transcript.contains { $0.contains("released") || $0.contains("given-back") })
    }

    @Test func `a device whose descriptors are cut short is a stranger, and ends nothing`()
        async throws
    {
        let usb = try EmulatedUSB(["1-1.2 5 ffff 0035 - cut-keyboard"], serving: [wedge])
        await usb.line("in tampered ffff:0035 at port 1-1.2 is no hid-keyboard device")
        usb.send("unplug 1-1.2")
        usb.send("plug 1-1.2 6 ffff 0035 - keyboard")
        await usb.line("in back")
        await usb.end()
    }

    @Test func `every keyboard of a device is taken, so that none types into a console`()
        async throws
    {
        let usb = try EmulatedUSB(["1-1.2 5 ffff 0035 - two-keyboards"], serving: [wedge])
        await usb.line("usb 1-1.2 taken 0")
        await usb.line("usb 1-1.2 taken 1")
        await usb.line("in back")
        await usb.end()
    }

    @Test func `two identical readers are told apart by their ports`() async throws {
        let usb = try EmulatedUSB(
            ["1-1.2 5 ffff 0035 - keyboard", "1-1.3 6 ffff 0035 - keyboard"],
            serving: ["in 1-1.2 hex 4 enter", "out 1-1.3 hex 4 enter"]
        )
        await usb.line("in back")
        await usb.line("out back")
        usb.type("0a12\n", at: "1-1.3")
        await usb.line("out badge 0A12")
        usb.type("a102\n", at: "1-1.2")
        await usb.line("in badge A102")
        await usb.end()
    }

    @Test func `L13 a reader that vanishes mid-digit leaves nothing behind for its next badge`()
        async throws
    {
        let usb = try EmulatedUSB(["1-1.2 5 ffff 0035 - keyboard"], serving: [wedge])
        await usb.line("in back")
        usb.type("012e3d4c", at: "1-1.2")
        usb.send("unplug 1-1.2")
        await usb.line("in lost")
        usb.send("plug 1-1.2 6 ffff 0035 - keyboard")
        await usb.line("in back")
        usb.type(number + "\n", at: "1-1.2")
        await usb.line("in badge 012E3D4C5B6A7988")
        await usb.end()
        #expect(usb.pending.filter { $0.hasPrefix("in ") } == [])
    }

    @Test func `a reader that is missing at the start is told once, and served when it comes`()
        async throws
    {
        let usb = try EmulatedUSB(serving: [wedge])
        await usb.line("in lost nothing is plugged in at port 1-1.2")
        usb.send("plug 1-1.2 5 ffff 0035 - keyboard")
        await usb.line("in back")
        await usb.end()
        #expect(usb.pending.filter { $0.hasPrefix("in ") } == [])
    }

    @Test func `a reader that nothing announces is found all the same`() async throws {
        let usb = try EmulatedUSB(
            ["1-1.3 4 ffff 0035 - keyboard"],
            serving: [wedge, "keys 1-1.3 keys"]
        )
        await usb.line("in lost")
        await usb.line("keys back")
        usb.send("plug-quietly 1-1.2 5 ffff 0035 - keyboard")
        await usb.line("in back")
        usb.type("7", at: "1-1.3")
        await usb.line("keys key 7")
        await usb.end()
        #expect(!usb.transcript.contains { $0.hasPrefix("keys lost") })
    }

    @Test func `a device that stalls its set-up is served`() async throws {
        let usb = try EmulatedUSB(["1-1.2 5 ffff 0035 - stalling-keyboard"], serving: [wedge])
        await usb.line("in back")
        usb.type(number + "\n", at: "1-1.2")
        await usb.line("in badge 012E3D4C5B6A7988")
        await usb.end()
    }

    @Test func `a device that another program holds is lost with the remedy, and served once free`()
        async throws
    {
        let usb = try EmulatedUSB(serving: [wedge])
        await usb.line("in lost nothing")
        usb.send("plug 1-1.2 5 ffff 0035 - busy-keyboard")
        await usb.line("usb 1-1.2 refused 0")
        await usb.line("usb 1-1.2 refused 0")
        usb.send("busy 1-1.2 off")
        await usb.line("in back")
        await usb.end()
        #expect(usb.transcript.filter { $0.hasPrefix("in lost") }.count == 1)
    }

    @Test func `another model on a configured port is a tamper event until the right one is back`()
        async throws
    {
        let usb = try EmulatedUSB(
            ["1-1.2 5 1234 5678 - keyboard"],
            serving: ["in 1-1.2=ffff:0035 hex 16 enter"]
        )
        await usb.line("in tampered 1234:5678 sits at port 1-1.2")
        usb.send("unplug 1-1.2")
        await usb.line("in lost")
        usb.send("plug 1-1.2 6 ffff 0035 - keyboard")
        await usb.line("in back")
        await usb.end()
        #expect(usb.transcript.filter { $0.contains("taken") }.count == 1)
    }

    @Test func `what is no keyboard on a keypad's port is a tamper event`() async throws {
        let usb = try EmulatedUSB(["1-1.3 5 1234 5678 - storage"], serving: ["keys 1-1.3 keys"])
        await usb.line("keys tampered 1234:5678 at port 1-1.3 is no hid-keyboard device")
        await usb.end()
    }

    @Test func `a stalled endpoint is cleared and read on; its half line is not a badge`()
        async throws
    {
        let usb = try EmulatedUSB(["1-1.2 5 ffff 0035 - keyboard"], serving: [wedge])
        await usb.line("in back")
        usb.type("012e", at: "1-1.2")
        usb.send("fail 1-1.2 32")
        usb.type("3d4c5b6a7988\n", at: "1-1.2")
        await usb.line("usb 1-1.2 halt-cleared")
        await usb.line("in unreadable")
        usb.type(number + "\n", at: "1-1.2")
        await usb.line("in badge 012E3D4C5B6A7988")
        await usb.end()
    }

    @Test func `a device whose transfers only fail is lost, and tried again`() async throws {
        let usb = try EmulatedUSB(["1-1.2 5 ffff 0035 - keyboard"], serving: [wedge])
        await usb.line("in back")
        for _ in 0..<4 { usb.send("fail 1-1.2 71") }
        await usb.line("in lost reading port 1-1.2: transfer errors")
        await usb.line("in back")
        await usb.end()
    }

    @Test func `a reader is known by its serial number at any port`() async throws {
        let usb = try EmulatedUSB(
            ["1-1.2 5 ffff 0035 A1 keyboard", "1-1.3 6 ffff 0035 A2 keyboard"],
            serving: ["in ffff:0035/A2 decimal 10 tab"]
        )
        await usb.line("usb 1-1.3 taken 0")
        await usb.line("in back")
        usb.type("0012345678\t", at: "1-1.3")
        await usb.line("in badge 0012345678")
        await usb.end()
    }

    @Test func `two devices that could be the same reader are none until a port is named`()
        async throws
    {
        let usb = try EmulatedUSB(
            ["1-1.2 5 ffff 0035 - keyboard", "1-1.3 6 ffff 0035 - keyboard"],
            serving: ["in ffff:0035 hex 16 enter"]
        )
        await usb.line("in lost ffff:0035 is plugged in at 1-1.2 and 1-1.3; name the reader's port")
        usb.send("unplug 1-1.3")
        await usb.line("in back")
        await usb.end()
    }

    @Test func `a number without a terminator is complete after silence`() async throws {
        let usb = try EmulatedUSB(
            ["1-1.2 5 ffff 0035 - keyboard"],
            serving: ["in 1-1.2 decimal 8 none"]
        )
        await usb.line("in back")
        usb.type("00123456", at: "1-1.2")
        await usb.line("in badge 00123456")
        await usb.end()
    }

    @Test func `L14 a device that floods with garbage neither stops nor outshouts another`()
        async throws
    {
        let usb = try EmulatedUSB(
            ["1-1.2 5 ffff 0035 - keyboard", "1-1.3 6 ffff 0035 - keyboard"],
            serving: ["mad 1-1.2 hex 4 enter", "good 1-1.3 hex 4 enter"]
        )
        await usb.line("good back")
        await usb.line("mad back")
        var random = SeededBytes(seed: 7)
        for round in 0..<300 {
            usb.send("report 1-1.2 \(hex(random.bytes(count: 8)))")
            if round == 150 { usb.type("0a12\n", at: "1-1.3") }
        }
        await usb.line("good badge 0A12")
        await usb.end()
        #expect(usb.transcript.filter { $0.hasPrefix("mad ") }.count < 40)
    }

    @Test func `L3 reads that nobody takes are bounded, and the oldest fall away`() async throws {
        let ports = (2...5).map { "1-1.\($0)" }
        let usb = try EmulatedUSB(
            ports.enumerated().map { "\($1) \($0 + 5) ffff 0035 - keyboard" },
            serving: ["late"] + ports.map { "\($0) \($0) keys" }
        )
        for port in ports { await usb.line("usb \(port) control 21 0a") }
        for port in ports {
            usb.type(String(repeating: "1", count: 30), at: port)
            await usb.line("usb \(port) drained 60")
        }
        usb.type("9", at: "1-1.5")
        await usb.line("usb 1-1.5 drained 62")
        usb.send("tell go")
        await usb.line("1-1.5 key 9")
        await usb.end()
        let reads = usb.transcript.filter { $0.hasPrefix("1-1.") }
        // Of 125; a few may still have been under way when the reading began.
        #expect((64...72).contains(reads.count))
        #expect(!reads.contains("1-1.2 back"))
    }

    @Test func `plugging in and out leaves no open file behind`() async throws {
        let usb = try EmulatedUSB(serving: [wedge])
        await usb.line("in lost")
        let process = try #require(await usb.line("usb started")?.split(separator: " ").last)
        var counts: [Int] = []
        for address in 5..<25 {
            usb.send("plug 1-1.2 \(address) ffff 0035 - keyboard")
            await usb.line("in back")
            usb.send("unplug 1-1.2")
            await usb.line("in lost")
            counts.append(try EmulatedUSB.openFiles(of: String(process)))
        }
        await usb.end()
        let (early, late) = (try #require(counts.dropFirst(4).first), try #require(counts.last))
        // One that was left behind each time would make fifteen; the last ones may still be closing.
        #expect(late <= early + 4, "open files after each round: \(counts)")
    }
}
