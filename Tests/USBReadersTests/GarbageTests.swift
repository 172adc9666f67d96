// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

struct GarbageTests {
    @Test(arguments: [UInt64](1...20))
    func `L14 garbage of any length never gives more than a number of the reader's form`(
        seed: UInt64
    ) throws {
        var random = SeededBytes(seed: seed)
        let form = try #require(NumberForm(.hex, width: 4))
        var conversation: any Conversation = HIDKeyboard(
            on: Bench.seat,
            for: .badges(form, end: .enter)
        )
        var now = Instant(sinceBoot: .seconds(1))
        for _ in 0..<5000 {
            now = now + .milliseconds(Int64(random.number() % 50))
            for move in conversation.received(garbage(from: &random), from: .interrupt, at: now) {
                switch move {
                case .say(.badge(let badge)): #expect(badge.number.exposed.count == 4)
                case .say(.unreadable(let text)): #expect(text.filter(\.isNumber) == "")
                case .ready: continue
                default: Issue.record("seed \(seed): \(move)")
                }
            }
        }
    }

    @Test(arguments: [UInt64](1...20))
    func `L13 after any garbage and a pause, a badge is read as ever`(seed: UInt64) throws {
        var random = SeededBytes(seed: seed)
        let form = try #require(NumberForm(.hex, width: 4))
        var conversation: any Conversation = HIDKeyboard(
            on: Bench.seat,
            for: .badges(form, end: .enter)
        )
        var now = Instant(sinceBoot: .seconds(1))
        for _ in 0..<200 {
            now = now + .milliseconds(1)
            _ = conversation.received(garbage(from: &random), from: .interrupt, at: now)
        }
        _ = conversation.received(Typing.report(), from: .interrupt, at: now)
        now = now + BadgeLine.patience
        _ = conversation.timePassed(to: now)
        #expect(conversation.deadline == nil)
        let moves = Typing.reports(of: "0a12\n").flatMap {
            conversation.received($0, from: .interrupt, at: now)
        }
        let badge = try #require(BadgeNumber("0A12"))
        #expect(moves == [.say(.badge(BadgeReading(badge)))], "seed \(seed)")
    }

    @Test func `L14 a keypad that floods is held to what fingers can do`() {
        var pace = Pace()
        var now = Instant(sinceBoot: .seconds(1))
        var keys = 0
        var complaints = 0
        for _ in 0..<10_000 {
            now = now + .milliseconds(1)
            switch pace.admitted(.key(.digit(5)), at: now) {
            case .key: keys += 1
            case .unreadable: complaints += 1
            default: break
            }
        }
        #expect((200...240).contains(keys))
        #expect((8...11).contains(complaints))
    }

    @Test func `a hasty PIN and a badge right after it all go on`() {
        var pace = Pace()
        let now = Instant(sinceBoot: .seconds(1))
        for _ in 0..<20 { #expect(pace.admitted(.key(.digit(5)), at: now) == .key(.digit(5))) }
        #expect(pace.admitted(.key(.enter), at: now) == .key(.enter))
        #expect(pace.admitted(.unreadable("once"), at: now) == .unreadable("once"))
        #expect(pace.admitted(.unreadable("twice"), at: now) == nil)
    }

    private func garbage(from random: inout SeededBytes) -> [UInt8] {
        // Mostly plausible reports, since wholly random ones seldom get past the first check.
        switch random.number() % 4 {
        case 0: return random.bytes(count: Int(random.number() % 65))
        case 1: return Typing.report()
        default: return Typing.report(UInt8(random.number() % 0x60))
        }
    }
}
