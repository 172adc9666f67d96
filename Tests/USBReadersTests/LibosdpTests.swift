// SPDX-License-Identifier: Apache-2.0
import Testing

/// The whole way from a peripheral that was not written here to a read, over a real serial line.
@Suite(.enabled(if: Libosdp.isAvailable), .serialized, .timeLimit(.minutes(2)))
struct LibosdpTests {
    private let key = Libosdp.key
    private let other = "00112233445566778899aabbccddeeff"

    /// A peripheral with a reader and a keypad, served under its own key.
    private func served(_ flags: String = "", baud: Int = 9600) async throws -> Libosdp {
        let line = try await Libosdp(["0:\(key)\(flags)"])
        try line.keep(key, for: "in")
        try line.serve(["0 in keys"], baud: baud)
        await line.hears("0 secure")
        await line.says("in back")
        await line.says("keys back")
        return line
    }

    @Test(arguments: [9600, 115_200])
    func `a badge and a PIN come through the channel`(baud: Int) async throws {
        let line = try await served(":enforce", baud: baud)
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        line.tell("keys 0 4821#")
        for key in ["key 4", "key 8", "key 2", "key 1", "enter"] { await line.says("keys " + key) }
        line.tell("keys 0 *")
        await line.says("keys cancel")
        await line.end()
    }

    @Test func `its lamp and buzzer show what the door shows`() async throws {
        let line = try await served()
        await line.hears("0 led permanent")
        line.order("show granted in")
        await line.hears("0 led permanent")
        await line.hears("0 buzzer 2 0 1")
        line.order("show key in")
        await line.hears("0 buzzer 1 0 1")
        line.order("show denied in")
        await line.hears("0 led temporary")
        await line.hears("0 buzzer 8 0 1")
        await line.end()
    }

    @Test func `its tamper switch and its supply are told`() async throws {
        let line = try await served()
        line.tell("status 0 1 0")
        await line.says("in tampered its housing was opened")
        line.tell("status 0 0 0")
        await line.says("in back")
        line.tell("status 0 0 1")
        await line.says("in power fails")
        line.tell("status 0 0 0")
        await line.says("in power returns")
        await line.end()
    }

    @Test func `a lost reply costs one handshake and no word, and the next badge is read`()
        async throws
    {
        let line = try await served()
        line.tell("swallow 1")
        await line.hears("0 insecure")
        await line.hears("0 secure")
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        await line.end()
        #expect(!line.said.contains { $0.contains("tampered") })
    }

    @Test func `a damaged reply ends the channel, and no badge comes of it`() async throws {
        let line = try await served()
        line.tell("damage 9")
        await line.hears("0 insecure")
        await line.hears("0 secure")
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        await line.end()
        #expect(line.said.filter { $0.contains("badge") }.count == 1)
    }

    @Test func `a badge in the clear is an alarm, and no badge`() async throws {
        let line = try await served()
        // Right in every way but one: address 0, a CRC, and no channel.
        line.tell("say " + hex(ClearFrame.card(0x0A12)))
        await line.says("in tampered a badge or a key came in the clear")
        await line.end()
        #expect(!line.said.contains { $0.contains("badge 0A") })
    }

    @Test(arguments: ["led", "buzzer", "status", "all"])
    func `it refuses what it is told, and its badges are read all the same`(what: String)
        async throws
    {
        let line = try await Libosdp(["0:\(key)"])
        line.tell("refuse 0 \(what)")
        try line.keep(key, for: "in")
        try line.serve(["0 in keys"])
        await line.says("in back")
        line.order("show granted in")
        if what != "status" { await line.hears("0 refuses") }
        for _ in 0..<3 {
            line.tell("card 0 26 85097800")
            await line.says("in badge 0A12F0")
            line.order("show key in")
        }
        await line.end()
        #expect(!line.said.contains { $0.contains("tampered") })
        // What it refused it is not told again and again.
        #expect(line.heard.filter { $0.hasPrefix("0 refuses buzzer") }.count <= 1)
    }

    @Test func `a reader that refuses its new key stays without one`() async throws {
        let line = try await Libosdp(["0:-:install"])
        line.tell("refuse 0 key")
        try line.serve(["0 in keys"])
        await line.says("in lost it is not paired")
        line.order("pair in 30000")
        await line.says("in pairing-failed it refuses a new key")
        await line.end()
        #expect(!line.said.contains { $0.contains("back") })
    }

    @Test func `our own voice, back from the adapter, is not heard`() async throws {
        let line = try await served()
        line.tell("echo on")
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        line.tell("noise 535353ff80ff00")
        line.tell("keys 0 7")
        await line.says("keys key 7")
        await line.end()
        #expect(!line.said.contains { $0.contains("tampered") })
    }

    @Test func `another key is an alarm`() async throws {
        let line = try await Libosdp(["0:\(other)"])
        try line.keep(key, for: "in")
        try line.serve(["0 in keys"])
        await line.says("in tampered it answers with another key than its own")
        await line.says("in lost")
        await line.end()
        #expect(!line.heard.contains { $0.contains(" secure") })
    }

    @Test(arguments: ["0:-:install", "0:-"])
    func `a reader without the key is served under no other`(peripheral: String) async throws {
        let line = try await Libosdp([peripheral])
        try line.keep(key, for: "in")
        try line.serve(["0 in keys"])
        await line.says("in lost")
        await line.end()
        #expect(!line.heard.contains { $0.contains(" secure") || $0.contains("0 key") })
        #expect(!line.said.contains { $0.contains("back") })
    }

    @Test func `somebody who takes the channel out of the capabilities gets an alarm, and no word`()
        async throws
    {
        let line = try await Libosdp(["0:\(key)"])
        line.tell("downgrade on")
        try line.keep(key, for: "in")
        try line.serve(["0 in keys"])
        await line.says("in tampered it says that it has no secure channel")
        line.tell("card 0 26 85097800")
        await line.says("in lost")
        line.tell("downgrade off")
        await line.says("in back")
        await line.hears("0 secure")
        await line.end()
    }

    @Test func `somebody who says a badge again gets no badge out of it`() async throws {
        let line = try await served()
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        line.tell("replay")
        await line.hears("replayed")
        await line.hears("0 insecure")
        await line.hears("0 secure")
        line.tell("keys 0 7")
        await line.says("keys key 7")
        await line.end()
        #expect(line.said.filter { $0.contains("badge") }.count == 1)
    }

    @Test func `pairing gives a new reader a random key, and refuses to do so twice`() async throws
    {
        let line = try await Libosdp(["0:-:install"])
        try line.serve(["0 in keys"])
        await line.says("in lost it is not paired")
        line.order("pair in 30000")
        await line.says("answer begun")
        await line.says("in pairing")
        let given = await line.hears("0 key")
        await line.says("in paired")
        await line.says("in back")
        let kept = try line.key(of: "in")
        #expect(given == "0 key " + kept)
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        line.order("pair in 30000")
        await line.says("answer failed(\"in is paired already")
        line.order("pair in 30000 replace")
        await line.says("answer begun")
        await line.says("in paired")
        await line.end()
        #expect(try line.key(of: "in") != kept)
    }

    @Test func `pairing that finds nobody ends by itself`() async throws {
        let line = try await Libosdp(["0:\(other)"])
        try line.serve(["0 in keys"])
        await line.says("in lost it is not paired")
        line.order("pair in 1500")
        await line.says("in pairing")
        await line.says("in pairing-failed it answers with another key")
        await line.end()
        #expect(!line.heard.contains { $0.contains("0 key") || $0.contains(" secure") })
    }

    @Test func `it falls silent and is lost, speaks again and is back; so with its adapter`()
        async throws
    {
        let line = try await served()
        line.tell("silence 0")
        await line.says("in lost it does not answer")
        line.tell("speak 0")
        await line.says("in back")
        for _ in 0..<5 {
            line.tell("unplug")
            await line.says("in lost")
            line.tell("plug")
            await line.says("in back")
        }
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        await line.end()
    }

    @Test func `two on one line are told apart, and one that dies leaves the other alone`()
        async throws
    {
        let line = try await Libosdp(["0:\(key)", "5:\(other)"])
        try line.keep(key, for: "in")
        try line.keep(other, for: "out")
        try line.serve(["0 in -", "5 out -"])
        await line.says("in back")
        await line.says("out back")
        line.tell("card 5 26 85097800")
        await line.says("out badge 0A12F0")
        line.tell("silence 5")
        await line.says("out lost")
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        line.tell("speak 5")
        await line.says("out back")
        await line.end()
    }
}

/// A frame that anybody can make.
private enum ClearFrame {
    /// A badge of sixteen bits at address 0, in answer to any sequence.
    static func card(_ number: UInt16) -> [UInt8] {
        let payload = [0, 1, 16, 0, UInt8(number >> 8), UInt8(number & 0xFF)]
        let bytes: [UInt8] = [0x53, 0x80, 14, 0, 0x05, 0x50] + payload
        let crc = bytes.reduce(UInt16(0x1D0F)) { crc, byte in
            (0..<8).reduce(crc ^ UInt16(byte) << 8) { crc, _ in
                crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021
            }
        }
        return bytes + [UInt8(crc & 0xFF), UInt8(crc >> 8)]
    }
}
