// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// Several peripherals on one line, what they show, and what they must not cost each other.
struct LineTests {
    @Test func `each of several peripherals is asked in its turn, none more often than due`() throws
    {
        var line = try SimulatedLine(addresses: [0, 1, 2])
        line.run(for: 10_000)
        let counts = [UInt8(0), 1, 2].map { line.polls[$0, default: 0] }
        // 50 ms apart at most; on a line of 9600 bits per second three take more than that.
        #expect(counts.allSatisfy { (50...200).contains($0) }, "\(counts)")
        #expect(try #require(counts.max()) - (try #require(counts.min())) <= 10, "\(counts)")
    }

    @Test func `L13 one that is dead slows the others by one time-out now and then`() throws {
        var line = try SimulatedLine(addresses: [0, 1, 2, 3, 4])
        line.dead = [1, 2, 3, 4]
        line.run(for: 3000)
        line.polls = [:]
        line.worst = [:]
        line.run(for: 20_000)
        #expect(line.polls[0, default: 0] >= 100)
        #expect(line.worst[0, default: .zero] <= .milliseconds(330))
    }

    @Test
    func `T7 one that falls silent is lost within two seconds, and back within two of its return`()
        throws
    {
        var line = try SimulatedLine(addresses: [0, 1])
        line.run(for: 2000)
        #expect(line.said.map(\.text) == ["0 back", "1 back"])
        line.said = []
        let fell = line.now
        line.dead = [1]
        line.run(for: 5000)
        #expect(line.said.map(\.text) == ["1 lost"])
        #expect(try #require(line.said.first).at - fell <= .seconds(2))
        line.said = []
        let returned = line.now
        line.dead = []
        line.run(for: 5000)
        #expect(line.said.map(\.text) == ["1 back"])
        #expect(try #require(line.said.first).at - returned <= .seconds(2))
    }

    @Test func `all of a line is lost with it, and each is told once`() throws {
        var line = try SimulatedLine(addresses: [0, 1])
        line.run(for: 2000)
        line.said = []
        line.unplug()
        line.unplug()
        #expect(line.said.map(\.text) == ["0 lost", "1 lost"])
        line.said = []
        line.plug()
        line.run(for: 1500)
        #expect(line.said.map(\.text).sorted() == ["0 back", "1 back"])
    }

    @Test func `one that is busy for ever is lost as one that is silent`() throws {
        var line = try SimulatedLine(addresses: [0])
        line.run(for: 1000)
        line.said = []
        let began = line.now
        line.impostor = { frame in ([], 0x79) }
        line.run(for: 5000)
        #expect(line.said.map(\.text) == ["0 lost"])
        #expect(try #require(line.said.first).at - began <= .seconds(2))
        line.impostor = nil
        line.run(for: 3000)
        #expect(line.said.map(\.text) == ["0 lost", "0 back"])
    }

    @Test func `one whose channel is ended again and again is lost, though it greets each time`()
        throws
    {
        var line = try SimulatedLine(addresses: [0])
        line.run(for: 1000)
        line.said = []
        let began = line.now
        line.impostor = { frame in frame.security?.hasMAC ?? false ? ([6], 0x41) : nil }
        line.run(for: 10_000)
        #expect(line.said.map(\.text) == ["0 lost"])
        #expect(try #require(line.said.first).at - began <= .milliseconds(3200))
        line.impostor = nil
        line.run(for: 3000)
        #expect(line.said.map(\.text) == ["0 lost", "0 back"])
    }

    @Test func `what the door shows is sent at once, every key sounding alike`() throws {
        var line = try SimulatedLine(addresses: [0])
        line.run(for: 1000)
        line.commands = []
        line.show(.waiting)
        for _ in 0..<3 {
            line.show(.key)
            line.run(for: 200)
        }
        line.show(.granted)
        line.run(for: 500)
        line.show(.denied)
        line.run(for: 500)
        let buzzer = line.commands.filter { $0.code == 0x6A }.map(\.payload)
        #expect(
            buzzer == Array(repeating: [0, 2, 1, 0, 1], count: 3) + [
                [0, 2, 2, 0, 1], [0, 2, 8, 0, 1],
            ]
        )
        let lamps = line.commands.filter { $0.code == 0x69 }.map(\.payload)
        #expect(
            lamps == [
                // Amber, blinking.
                [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 5, 5, 3, 0],
                // Green, and what passed over it ends.
                [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 2],
                // Red for a second and a half, over what stands.
                [0, 0, 2, 1, 0, 1, 1, 15, 0, 0, 0, 0, 0, 0],
            ]
        )
    }

    @Test func `an alarm sounds until it ends`() throws {
        var line = try SimulatedLine(addresses: [0])
        line.run(for: 1000)
        line.commands = []
        line.show(.alarm)
        line.run(for: 300)
        line.show(.secured)
        line.run(for: 300)
        let buzzer = line.commands.filter { $0.code == 0x6A }.map(\.payload)
        #expect(buzzer == [[0, 2, 3, 2, 0], [0, 1, 0, 0, 1]])
    }

    @Test func `L14 a flood of indications waits in little room, the newest staying`() throws {
        var lamps = OSDPLamps()
        lamps.hasLamp = true
        lamps.hasBuzzer = true
        for _ in 0..<1000 { lamps.show(.key) }
        lamps.show(.alarm)
        var commands: [OSDPCommand] = []
        while let command = lamps.next() { commands.append(command) }
        #expect(commands.count == OSDPLamps.most)
        #expect(commands.suffix(2).map(\.code) == [0x69, 0x6A])
    }

    @Test(arguments: [UInt64](1...20))
    func `L13 L14 noise of any kind brings no badge out, and the line works after it`(seed: UInt64)
        throws
    {
        var line = try SimulatedLine(addresses: [0])
        line.run(for: 1000)
        var random = SeededBytes(seed: seed)
        for _ in 0..<500 {
            let noise = random.bytes(count: Int(random.number() % 60))
            line.hear(noise.map { $0 % 7 == 0 ? OSDPFrame.start : $0 })
            // A frame that is whole, with any code, payload and sequence, and secured by nothing.
            let command = OSDPCommand(
                code: UInt8(random.number() & 0x3F) | 0x60,
                payload: random.bytes(count: Int(random.number() % 20))
            )
            let bytes = OSDPFrame.opened(command, to: 0x80, sequence: UInt8(random.number() & 3))
            line.hear(OSDPFrame.closed(bytes))
            line.run(for: Int(random.number() % 80))
        }
        let badges = line.said.filter { $0.text.contains("badge") || $0.text.contains("key") }
        #expect(badges.isEmpty, "seed \(seed)")
        line.run(for: 15_000)
        line.cards = [0: [0, 1, 26, 0, 0x85, 0x09, 0x78, 0x00]]
        line.run(for: 500)
        #expect(line.said.last?.text == "0 badge", "seed \(seed)")
    }
}
