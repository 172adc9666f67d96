// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// Wrong frames of a CCID reader: each a fault of its read, none of the process.
struct CCIDFaultTests {
    private let card = (
        reset: SimulatedCCID.classicReset,
        number: [0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0x80, 0x90, 0x00] as [UInt8]
    )

    private func badge() throws -> Read.Content {
        .badge(BadgeReading(try #require(BadgeNumber("04A1B2C3D4E580")), technology: .typeA))
    }

    /// Every field of a header wrong by itself, and messages too short and too long.
    static let damages: [(name: String, damage: @Sendable ([UInt8]) -> [UInt8]?)] = [
        ("type", { [$0[0] ^ 0x10] + $0.dropFirst() }),
        ("length less", { [$0[0], $0[1] &- 1] + $0.dropFirst(2) }),
        ("length more", { [$0[0], $0[1] + 1] + $0.dropFirst(2) }),
        ("length huge", { [$0[0], 0xFF, 0xFF, 0xFF, 0x7F] + $0.dropFirst(5) }),
        ("slot", { Array($0[..<5]) + [$0[5] + 1] + $0[6...] }),
        ("sequence", { Array($0[..<6]) + [$0[6] &+ 1] + $0[7...] }),
        ("status", { Array($0[..<7]) + [$0[7] | 0xC0] + $0[8...] }),
        ("impossible card", { Array($0[..<7]) + [0x03] + $0[8...] }),
        ("failed", { Array($0[..<7]) + [$0[7] | 0x40, 0xFB, 0] }),
        ("busy", { Array($0[..<7]) + [$0[7] | 0x40, 0xE0, 0] }),
        ("chained", { $0[0] == 0x80 ? Array($0[..<9]) + [0x01] + $0[10...] : $0 }),
        ("short", { Array($0.prefix(7)) }),
        ("long", { $0 + [0x00] }),
        ("lost", { _ in nil }),
        ("empty", { _ in [] }),
    ]

    @Test(arguments: 0..<damages.count, 0..<4)
    func `one damaged answer costs one reading, and the badge is read all the same`(
        damage: Int,
        skipped: Int
    ) throws {
        let (name, change) = Self.damages[damage]
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = card
        var count = 0
        bench.device.damage = { answer in
            count += 1
            return count == skipped + 1 ? change(answer) : answer
        }
        bench.pass(.seconds(6))
        #expect(bench.takeSays() == [try badge()], "\(name) of answer \(skipped)")
        #expect(!bench.hasFailed, "\(name)")
    }

    @Test(arguments: 0..<damages.count)
    func `a reader that only fails is given up within 10 seconds`(damage: Int) throws {
        let (name, change) = Self.damages[damage]
        guard name != "chained" else { return }
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.damage = change
        bench.pass(.seconds(10))
        #expect(bench.hasFailed, "\(name)")
    }

    @Test func `after a lost sequence the command is aborted by request and message`() throws {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        let before = bench.device.messages.count
        var isFirst = true
        bench.device.damage = { answer in
            defer { isFirst = false }
            return isFirst ? Array(answer[..<6]) + [answer[6] &+ 7] + answer[7...] : answer
        }
        bench.pass(.milliseconds(300))
        let abort = try #require(bench.device.messages.dropFirst(before).first { $0[0] == 0x72 })
        let value = UInt16(abort[6]) << 8 | UInt16(abort[5])
        #expect(
            bench.moves.contains(
                .request(ControlRequest(type: 0x21, request: 0x01, value: value, index: 0))
            )
        )
        #expect(bench.device.messages.last?[0] == 0x65)
    }

    @Test func `a reader may ask for more time, but not for ever`() throws {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = card
        var asked = 0
        bench.device.damage = { answer in
            guard answer[0] == 0x80, answer.count == 19 else { return answer }
            asked += 1
            return Array(answer[..<1]) + [0, 0, 0, 0] + answer[5..<7] + [0x80 | answer[7], 1, 0]
        }
        bench.pass(.seconds(30))
        #expect(bench.takeSays().allSatisfy { if case .unreadable = $0 { true } else { false } })
        #expect(asked >= 1)
    }

    @Test(arguments: [(3, 900), (10, 50), (4, 400)])
    func `a late answer after more time is the answer`(times: Int, pause: Int) throws {
        var link = CCIDLink(interface: 0, slot: 0, longest: 271, packetSize: 64)
        var now = Instant(sinceBoot: .seconds(1))
        guard case .send(let message)? = link.ask(.powerOff, within: .seconds(1), at: now).first
        else {
            Issue.record("nothing was asked")
            return
        }
        for _ in 0..<times {
            now = now + .milliseconds(pause)
            let more: [UInt8] = [0x81, 0, 0, 0, 0, 0, message[6], 0x80, 1, 0]
            guard case .none = link.take(more, at: now) else {
                Issue.record("more time was not given")
                return
            }
        }
        now = now + .milliseconds(400)
        guard case .answer = link.take([0x81, 0, 0, 0, 0, 0, message[6], 0x01, 0, 0], at: now)
        else {
            Issue.record("the answer was not taken")
            return
        }
    }

    @Test(arguments: [UInt8(0x80), 0x81], [0, 1])
    func `a busy slot is asked again, and nothing is lost by it`(type: UInt8, skipped: Int) throws {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = card
        var count = 0
        bench.device.damage = { answer in
            guard answer[0] == type else { return answer }
            count += 1
            guard (skipped + 1...skipped + 4).contains(count) else { return answer }
            return [answer[0], 0, 0, 0, 0] + answer[5..<7] + [answer[7] | 0x40, 0xE0, 0]
        }
        bench.pass(.seconds(1))
        #expect(count > skipped + 4)
        #expect(bench.takeSays() == [try badge()])
        #expect(!bench.moves.contains { if case .request = $0 { true } else { false } })
    }

    @Test(arguments: [(UInt8(0x02), true), (0x04, false)])
    func `the byte that tells of parts counts with extended commands alone`(
        level: UInt8,
        isRead: Bool
    ) throws {
        var bench = try CCIDBench(SimulatedCCID(), level: level)
        bench.begin()
        bench.device.other = card
        bench.device.damage = { answer in
            answer[0] == 0x80 ? Array(answer[..<9]) + [0x10] + answer[10...] : answer
        }
        bench.pass(.seconds(1))
        #expect(bench.takeSays().contains(try badge()) == isRead)
    }

    @Test func `a transfer that fails is a fault of that reading`() throws {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        #expect(bench.conversation.missed(on: .interrupt, at: bench.now) == [])
        bench.device.other = card
        bench.pass(.seconds(1))
        #expect(bench.takeSays() == [try badge()])
    }

    @Test(arguments: [UInt64](1...20))
    func `L14 garbage on every pipe gives no badge, and a badge is read after it`(
        seed: UInt64
    ) throws {
        var random = SeededBytes(seed: seed)
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = card
        for _ in 0..<40 {
            bench.device.damage = { answer in
                switch random.number() % 4 {
                case 0: return random.bytes(count: Int(random.number() % 80))
                case 1:
                    var damaged = answer
                    let spot = Int(random.number() % UInt64(max(1, answer.count)))
                    if !damaged.isEmpty { damaged[spot] = UInt8(random.number() & 0xFF) }
                    return damaged
                case 2: return nil
                default: return answer
                }
            }
            bench.pass(.milliseconds(100))
            bench.interrupt(random.bytes(count: Int(random.number() % 9)))
        }
        for case .badge(let reading) in bench.takeSays() {
            #expect(FoundCard.uidLengths.contains(reading.number.exposed.count / 2), "seed \(seed)")
        }
        guard !bench.hasFailed else { return }
        bench.device.damage = nil
        bench.device.other = nil
        bench.pass(.seconds(8))
        _ = bench.takeSays()
        bench.device.other = card
        bench.pass(.seconds(2))
        #expect(bench.takeSays() == [try badge()], "seed \(seed)")
    }
}
