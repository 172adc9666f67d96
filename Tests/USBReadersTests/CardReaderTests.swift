// SPDX-License-Identifier: Apache-2.0
import Testing

/// The readers that poll their field, by the real libusb on a mock of the kernel's side.
@Suite(.enabled(if: EmulatedUSB.isAvailable), .serialized, .timeLimit(.minutes(1)))
struct CardReaderTests {
    /// A family, what it is plugged in as, and what it says of its firmware.
    struct Kind: Sendable, CustomTestStringConvertible {
        let family: String
        let model: String

        var testDescription: String { family }

        func plug(_ address: Int = 5) -> String { "1-1.4 \(address) \(model) - \(family)" }
        func serve(_ codes: String = "FE00") -> String { "in 1-1.4 \(family) \(codes)" }
    }

    static let kinds = [
        Kind(family: "rc-s380", model: "054c 06c1"), Kind(family: "rc-s300", model: "054c 0dc8"),
        Kind(family: "ccid", model: "072f 223b"),
    ]

    @Test(arguments: kinds)
    func `a badge is read, rests as one presentation, and is presented anew after it was gone`(
        _ kind: Kind
    ) async throws {
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve()])
        await usb.line("in back")
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        await usb.line("in badge 01140A1200000001")
        // Four others, each for one cycle at least: the first has been gone for three.
        for number in 1...4 {
            usb.send("card 1-1.4 type-a 04a1b2c3d4e58\(number) -")
            await usb.line("in badge 04A1B2C3D4E58\(number)")
        }
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        await usb.line("in badge 01140A1200000001")
        await usb.end()
        #expect(usb.pending.filter { $0.hasPrefix("in ") } == [])
    }

    @Test(arguments: kinds)
    func `a card of another system is nobody's badge, and type A is read in every length`(
        _ kind: Kind
    ) async throws {
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve("0003 FE00")])
        await usb.line("in back")
        usb.send("card 1-1.4 felica 01140a1200000001 88b4")
        for uid in ["01020304", "04a1b2c3d4e580", "04a1b2c3d4e5f6718293"] {
            usb.send("card 1-1.4 type-a \(uid) -")
            await usb.line("in badge \(uid.uppercased())")
        }
        await usb.end()
        #expect(usb.pending.filter { $0.hasPrefix("in ") } == [])
    }

    @Test(arguments: kinds)
    func `a damaged answer is a fault of that read, and the next badge is read as ever`(
        _ kind: Kind
    ) async throws {
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve()])
        await usb.line("in back")
        for (index, byte) in [0, 3, 5, 7, 8, 9, 11, 12].enumerated() {
            usb.send("damage 1-1.4 \(byte)")
            usb.send("card 1-1.4 felica 01140a120000000\(index) fe00")
            await usb.line("in badge 01140A120000000\(index)")
        }
        await usb.end()
        #expect(!usb.transcript.contains { $0.hasPrefix("in lost") })
    }

    @Test(arguments: kinds)
    func `a reader that answers nothing is lost at once, and back when it answers`(_ kind: Kind)
        async throws
    {
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve()])
        await usb.line("in back")
        usb.send("mute 1-1.4 on")
        await usb.line("in lost the reader")
        usb.send("mute 1-1.4 off")
        await usb.line("in back")
        await usb.end()
    }

    @Test(arguments: kinds)
    func `a reader that stays silent is set back`(_ kind: Kind) async throws {
        let usb = try EmulatedUSB(serving: [kind.serve()])
        usb.send("plug \(kind.plug())")
        usb.send("mute 1-1.4 on")
        await usb.line("usb 1-1.4 reset")
        usb.send("mute 1-1.4 off")
        await usb.line("in back")
        await usb.end()
    }

    @Test(arguments: kinds)
    func `L13 a badge that lies there while the reader is lost and regained opens nothing`(
        _ kind: Kind
    ) async throws {
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve()])
        await usb.line("in back")
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        await usb.line("in badge 01140A1200000001")
        usb.send("unplug 1-1.4")
        await usb.line("in lost")
        usb.send("plug \(kind.plug(6))")
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        await usb.line("in back")
        usb.send("card 1-1.4 felica 01140a1200000002 fe00")
        await usb.line("in badge 01140A1200000002")
        await usb.end()
        #expect(usb.transcript.filter { $0.hasPrefix("in badge 01140A1200000001") }.count == 1)
    }

    /// In the setting up, and in each part of a look.
    @Test(arguments: kinds, [1, 2, 3, 5, 8, 12, 16])
    func `L13 a reader that vanishes at any message is lost, and back with the next badge`(
        _ kind: Kind,
        message: Int
    ) async throws {
        let usb = try EmulatedUSB(serving: [kind.serve()])
        usb.send("plug \(kind.plug())")
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        usb.send("vanish 1-1.4 \(message)")
        await usb.line("usb 1-1.4 vanished")
        await usb.line("in lost")
        usb.send("unplug 1-1.4")
        usb.send("plug \(kind.plug(6))")
        await usb.line("in back")
        usb.send("card 1-1.4 felica 01140a1200000002 fe00")
        await usb.line("in badge 01140A1200000002")
        await usb.end()
    }

    /// EPIPE, EOVERFLOW, EPROTO and EILSEQ, as the kernel says it.
    @Test(arguments: kinds, [32, 75, 71, 84])
    func `a stalled, over-long or broken transfer is a fault of that read`(
        _ kind: Kind,
        error: Int
    ) async throws {
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve()])
        await usb.line("in back")
        usb.send("fail 1-1.4 \(error)")
        if error == 32 { await usb.line("usb 1-1.4 halt-cleared") }
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        await usb.line("in badge 01140A1200000001")
        await usb.end()
        #expect(!usb.transcript.contains { $0.hasPrefix("in lost") })
    }

    @Test(arguments: kinds, [0, 1, 64, 65, 300])
    func `a transfer that nobody asked for, short or over-long, falls away`(
        _ kind: Kind,
        length: Int
    ) async throws {
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve()])
        await usb.line("in back")
        var random = SeededBytes(seed: UInt64(length))
        let bytes = random.bytes(count: length)
        usb.send("unasked 1-1.4 \(length == 0 ? "-" : hex(bytes))")
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        await usb.line("in badge 01140A1200000001")
        await usb.end()
        #expect(!usb.transcript.contains { $0.hasPrefix("in lost") })
    }

    @Test func `the vendor's interface of an RC-S300 is taken, not the smart-card daemon's`()
        async throws
    {
        let kind = Self.kinds[1]
        let usb = try EmulatedUSB([kind.plug()], serving: [kind.serve()])
        await usb.line("usb 1-1.4 taken 1")
        await usb.line("in back")
        await usb.end()
        #expect(!usb.transcript.contains("usb 1-1.4 taken 0"))
    }

    @Test func `a keyboard that answers nothing is lost though nobody types`() async throws {
        let usb = try EmulatedUSB(
            ["1-1.2 5 ffff 0035 - keyboard"],
            serving: ["in 1-1.2 hex 4 enter"]
        )
        await usb.line("in back")
        usb.send("mute 1-1.2 on")
        await usb.line("in lost the device answers nothing")
        usb.send("mute 1-1.2 off")
        await usb.line("in back")
        await usb.end()
    }
}
