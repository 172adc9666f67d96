// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// A card that says who it is must prove it by its key.
struct ProofTests {
    private func badge(_ contents: [Read.Content]) throws -> BadgeReading {
        guard contents.count == 1, case .badge(let reading) = contents[0] else {
            throw NoBadge(contents: contents)
        }
        return reading
    }

    private struct NoBadge: Error { let contents: [Read.Content] }

    @Test func `a card with its own key is authenticated, and is the same badge as before`() throws
    {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        let reading = try badge(try card.prove(try TestKeys.one(), seed: 7))
        #expect(reading.assurance == .authenticated)
        #expect(reading.permanence == .lasting)
        #expect(reading.number == (try TestKeys.reading(card)).number)
        #expect(reading.technology == .feliCa(systemCode: 0x88B4))
    }

    @Test func `a copy with another key is disproved, not a mere identifier`() throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        card.blocks[0x87]?[3] ^= 0x80
        let reading = try badge(try card.prove(try TestKeys.one()))
        #expect(reading.assurance == .identifier)
        #expect(reading.permanence == .disproved)
    }

    @Test func `another card's key is no proof, though both came from one master`() throws {
        let other = try SimulatedLiteS.issued(try TestKeys.one())
        var copy = SimulatedLiteS(idm: [0x01, 0x2E, 0x3D, 0x4C, 0x5B, 0x6A, 0x79, 0x89])
        for block: UInt8 in [0x86, 0x87, 0x88] { copy.blocks[block] = other.blocks[block] }
        #expect(try badge(try copy.prove(try TestKeys.one())).permanence == .disproved)
    }

    @Test(arguments: 0..<61)
    func `a damaged byte of the answer never leaves a proof`(offset: Int) throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        card.damage = { answer in
            guard answer[1] == 0x07 else { return answer }
            var damaged = answer
            damaged[offset] ^= 0x01
            return damaged
        }
        let contents = try card.prove(try TestKeys.one())
        // The last 8 bytes of the MAC's block say nothing.
        guard offset < 53 else {
            return #expect(try badge(contents).assurance == .authenticated)
        }
        if case .badge(let reading)? = contents.first {
            #expect(reading.assurance == .identifier)
        }
    }

    @Test func `a replayed answer proves nothing: each challenge is another`() throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        _ = try card.prove(try TestKeys.one(), seed: 3)
        let recorded = card.answer(try #require(card.commands.last))
        var copy = card
        copy.damage = { $0[1] == 0x07 ? recorded : $0 }
        let reading = try badge(try copy.prove(try TestKeys.one(), seed: 4))
        #expect(reading.permanence == .disproved)
    }

    @Test func `a desk never gives one challenge twice`() throws {
        let keys = try TestKeys.one()
        let desk = CardDesk(keys, firstKeys: { () throws(CardKeyFault) in keys }) {
            .drawn(count: CardSession.challengeLength)
        }
        var card = try SimulatedLiteS.issued(keys)
        for _ in 0..<50 { card = try present(card, to: desk) }
        let challenges = card.commands.filter { $0.count == 32 && $0[15] == 0x80 }
        #expect(challenges.count >= 50)
        #expect(Set(challenges).count == challenges.count)
    }

    private func present(_ card: SimulatedLiteS, to desk: CardDesk) throws -> SimulatedLiteS {
        var card = card
        let dialogue = desk.dialogue(
            with: try card.found(),
            reading: try TestKeys.reading(card),
            at: "in"
        )
        var proof = try #require(dialogue as? FeliCaAuthentication)
        #expect(try badge(card.play(&proof)).assurance == .authenticated)
        return card
    }

    @Test(arguments: 0..<2)
    func `a card that is pulled away between the steps is nothing at all`(steps: Int) throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        card.leavesAfter = card.commands.count + steps
        guard case .unreadable(let text)? = try card.prove(try TestKeys.one()).first else {
            Issue.record("something was read")
            return
        }
        #expect(text == "a card was not proved: it gives no answer")
    }

    @Test func `one lost answer is asked for again`() throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        var dialogue = FeliCaAuthentication(
            try card.found(),
            reading: try TestKeys.reading(card),
            keys: try TestKeys.one(),
            challenge: TestKeys.challenges()()
        )
        guard case .exchange(let challenge, _) = dialogue.next(after: nil),
            case .exchange(challenge, _) = dialogue.next(after: []),
            case .exchange(let question, _) = dialogue.next(after: card.answer(challenge)),
            case .exchange(question, _) = dialogue.next(after: []),
            case .done(let contents) = dialogue.next(after: card.answer(question))
        else {
            Issue.record("it goes another way")
            return
        }
        #expect(try badge(contents).assurance == .authenticated)
    }

    @Test func `a card of no version of ours, or without such blocks, stays an identifier`() throws
    {
        var fresh = SimulatedLiteS()
        #expect(try badge(try fresh.prove(try TestKeys.one())) == (try TestKeys.reading(fresh)))
        var newer = try SimulatedLiteS.issued(try TestKeys.two())
        #expect(try badge(try newer.prove(try TestKeys.one())).assurance == .identifier)
        fresh.blocks[0x80] = nil
        #expect(try badge(try fresh.prove(try TestKeys.one())).assurance == .identifier)
    }

    @Test
    func `only a Lite-S card with a lasting identifier is asked, and only where there are keys`()
        throws
    {
        let keys = try TestKeys.one()
        let desk = CardDesk(keys, firstKeys: { () throws(CardKeyFault) in keys }) {
            .drawn(count: CardSession.challengeLength)
        }
        var card = SimulatedLiteS()
        let reading = try TestKeys.reading(card)
        #expect(desk.dialogue(with: try card.found(), reading: reading, at: "in") != nil)
        card.pmm[1] = 0x20
        #expect(desk.dialogue(with: try card.found(), reading: reading, at: "in") == nil)
        let keyless = CardDesk(.none, firstKeys: { () throws(CardKeyFault) in .none }) { [] }
        #expect(!keyless.hasKeys)
        let lite = try SimulatedLiteS().found()
        #expect(keyless.dialogue(with: lite, reading: reading, at: "in") == nil)
    }

    @Test(arguments: [UInt64](1...20))
    func `L14 garbage for an answer is never a proof, and always an end`(seed: UInt64) throws {
        var random = SeededBytes(seed: seed)
        let honest = try SimulatedLiteS.issued(try TestKeys.one())
        for _ in 0..<500 {
            var card = honest
            let noise = random.bytes(count: Int(random.number() % 80))
            let kind = random.number() % 3
            let spot = random.number()
            card.damage = { answer in
                switch kind {
                case 0: return noise
                case 1: return Array(answer.prefix(Int(spot % UInt64(answer.count + 1))))
                default:
                    guard answer[1] == 0x07 else { return answer }
                    return answer.prefix(13) + noise.prefix(answer.count - 13)
                        + [UInt8](repeating: 0, count: max(0, answer.count - 13 - noise.count))
                }
            }
            let contents = try card.prove(try TestKeys.one(), seed: seed)
            #expect(contents.count == 1, "seed \(seed)")
            if case .badge(let reading)? = contents.first, kind != 1 || noise.isEmpty {
                #expect(reading.assurance == .identifier, "seed \(seed)")
            }
        }
    }
}
