// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// What a device may do without being wrong, and what it demands.
struct CardLinkTests {
    @Test(arguments: CardPlay.Kind.all)
    func `an empty transfer after each answer ends whole packets, and disturbs nothing`(
        _ kind: CardPlay.Kind
    ) throws {
        let card = SimulatedCard.feliCa(idm: [0x01, 0x14, 0x0A, 0x12, 0x5B, 0x6A, 0x79, 0x88])
        var play = try CardPlay(kind, with: card)
        play.damage = { [$1, []] }
        play.begin()
        #expect(play.goOn(for: .seconds(3)) { !$0.badges.isEmpty })
        _ = play.goOn(for: .seconds(5)) { _ in false }
        #expect(play.badges == [try card.reading])
        #expect(play.complaints == [])
        #expect(play.failures == 0)
    }

    @Test(arguments: [[UInt8(0x69), 0x82], [0x69, 0x85], [0x6F, 0x00]])
    func `an RC-S300 that has dropped its session is given another`(code: [UInt8]) throws {
        let card = SimulatedCard.feliCa(idm: [0x01, 0x14, 0x0A, 0x12, 0x5B, 0x6A, 0x79, 0x88])
        var play = try CardPlay(CardPlay.Kind.all[1], with: nil)
        play.begin()
        _ = play.goOn(for: .seconds(3)) { _ in false }
        var device = try #require(play.device as? SimulatedRCS300)
        device.dropSession(code)
        device.put(card)
        play.device = device
        #expect(play.goOn(for: .seconds(2)) { !$0.badges.isEmpty })
        #expect(play.failures == 0 && play.complaints.count == 1)
        device = try #require(play.device as? SimulatedRCS300)
        device.dropSession(code, isLost: true)
        play.device = device
        #expect(play.goOn(for: .seconds(10)) { $0.failures > 0 }, "and at last it is named lost")
    }

    /// However slow the reader, and however long the talk with a card.
    @Test(arguments: [1, 10, 40])
    func `an RC-S300's session is kept alive at least every two seconds`(latency: Int) throws {
        let card = SimulatedCard.feliCa(idm: [0x01, 0x14, 0x0A, 0x12, 0x5B, 0x6A, 0x79, 0x88])
        var play = try CardPlay(CardPlay.Kind.all[1], with: card, proving: Talker())
        play.latency = .milliseconds(latency)
        play.begin()
        _ = play.goOn(for: .seconds(20)) { _ in false }
        #expect(play.failures == 0)
        #expect(play.badges == [try card.reading])
        let instants = play.messages.filter {
            $0.bytes.dropFirst(10) == [0xFF, 0x56, 0x00, 0x00, 0x00]
        }.map(\.instant)
        #expect(instants.count >= 9)
        for (earlier, later) in zip(instants, instants.dropFirst()) {
            #expect(later - earlier < .seconds(2))
        }
        let start = try #require(
            play.messages.first { $0.bytes.dropFirst(14).prefix(2) == [2, 0x81] }
        )
        #expect(try #require(instants.first) - start.instant < .seconds(2))
        #expect(play.now - (try #require(instants.last)) < .seconds(2))
    }

    /// Talks with a card for as long as anybody may.
    private struct Talker: CardAuthenticator {
        struct Talk: CardDialogue {
            let reading: BadgeReading
            var count = 0

            mutating func next(after reply: [UInt8]?) -> CardStep {
                count += 1
                let poll: [UInt8] = [0x06, 0x00, 0xFE, 0x00, 0x01, 0x00]
                return count > 60
                    ? .done([.badge(reading)]) : .exchange(poll, within: .milliseconds(50))
            }
        }

        func dialogue(with card: FeliCaCard, reading: BadgeReading, at reader: ReaderID)
            -> (any CardDialogue)?
        {
            Talk(reading: reading)
        }

        func issueCard(at reader: ReaderID) async -> CardIssue { .failed(CardFailure(.noCard)) }

        func endIssue(at reader: ReaderID) {}
    }
}
