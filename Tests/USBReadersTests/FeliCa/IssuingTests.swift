// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// A card is made a badge: key, version, lock, in an order from which it can always be carried on.
struct IssuingTests {
    private func isWritten(_ issue: CardIssue, version: UInt16, of card: SimulatedLiteS) throws
        -> Bool
    {
        issue
            == .written(try TestKeys.reading(card).authenticated, keyVersion: version)
    }

    @Test func `a fresh card gets a key of its own, is locked, and proves itself`() throws {
        var card = SimulatedLiteS()
        #expect(try isWritten(try card.issue(try TestKeys.one()), version: 1, of: card))
        #expect(card.isLocked)
        let id = try #require(card.blocks[0x82])
        let key = try TestKeys.one().cardKey(version: 1, idm: card.idm, id: id)
        #expect(card.blocks[0x87] == key?.block)
        #expect(card.blocks[0x86]?.prefix(2) == [1, 0])
        // NDEF and radio stay as they were.
        #expect(
            card.blocks[0x88] == [
                0xFF, 0x7F, 0x00, 0x01, 0x07, 0x01, 0x00, 0x00, 0xFF, 0x7F, 0xFF, 0x7F, 0x01, 0, 0,
                0,
            ]
        )
        let contents = try card.prove(try TestKeys.one())
        #expect(contents == [.badge(try TestKeys.reading(card).authenticated)])
    }

    @Test func `what is locked is written by nobody without the key`() throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        for block: UInt8 in [0x00, 0x0D, 0x82, 0x86, 0x87, 0x88] {
            let before = card.blocks[block]
            let writing = BlockCommand.writing(
                [(block, [UInt8](repeating: 0xEE, count: 16))],
                to: card.idm
            )
            #expect(card.answer(writing)[10] != 0)
            #expect(card.blocks[block] == before)
        }
    }

    @Test func `the key is proved to be on the card before the lock closes`() throws {
        var card = SimulatedLiteS()
        _ = try card.issue(try TestKeys.one())
        let written = card.commands.enumerated().filter { $0.element[1] == 0x08 }
        let blocks = written.map { $0.element[15] }
        #expect(blocks == [0x86, 0x87, 0x80, 0x88, 0x80])
        let between = card.commands[written[2].offset..<written[3].offset]
        #expect(between.contains { $0[1] == 0x06 && $0.suffix(1) == [0x81] })
    }

    @Test(arguments: 0..<8)
    func `a card that leaves after any step is said to be half-written, and carried on`(
        steps: Int
    ) throws {
        var card = SimulatedLiteS()
        card.leavesAfter = steps
        let first = try card.issue(try TestKeys.one())
        guard case .failed(let failure) = first else {
            Issue.record("it was written in \(steps) steps")
            return
        }
        #expect(failure.cause == .left)
        #expect(failure.isHalfWritten == (steps >= 1))
        card.comesBack()
        #expect(try isWritten(try card.issue(try TestKeys.one(), seed: 2), version: 1, of: card))
        #expect(card.isLocked)
        #expect(
            try card.prove(try TestKeys.one())
                == [.badge(try TestKeys.reading(card).authenticated)]
        )
    }

    @Test func `a half-written card opens no door as authenticated by another's key`() throws {
        var card = SimulatedLiteS()
        // Version written, key not yet.
        card.leavesAfter = 2
        _ = try card.issue(try TestKeys.one())
        card.comesBack()
        guard case .badge(let reading)? = try card.prove(try TestKeys.one()).first else {
            Issue.record("nothing was read")
            return
        }
        #expect(reading.permanence == .disproved)
    }

    @Test func `an issued card presented again is written already, and nothing is changed`() throws
    {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        let before = card.blocks
        #expect(try isWritten(try card.issue(try TestKeys.one(), seed: 9), version: 1, of: card))
        for block: UInt8 in [0x86, 0x87, 0x88, 0x90] {
            #expect(card.blocks[block] == before[block])
        }
    }

    @Test func `a card of an older master gets the newest key by MAC`() throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        #expect(try isWritten(try card.issue(try TestKeys.two(), seed: 5), version: 2, of: card))
        #expect(card.blocks[0x86]?.prefix(2) == [2, 0])
        #expect(card.isLocked)
        #expect(
            try card.prove(try TestKeys.two())
                == [.badge(try TestKeys.reading(card).authenticated)]
        )
    }

    @Test(arguments: 0..<13)
    func `a card that leaves while its key is changed is carried on`(steps: Int) throws {
        var card = try SimulatedLiteS.issued(try TestKeys.one())
        card.leavesAfter = card.commands.count + steps
        let first = try card.issue(try TestKeys.two(), seed: 5)
        if case .failed(let failure) = first { #expect(failure.cause == .left) }
        card.comesBack()
        #expect(try isWritten(try card.issue(try TestKeys.two(), seed: 6), version: 2, of: card))
        #expect(
            try card.prove(try TestKeys.two())
                == [.badge(try TestKeys.reading(card).authenticated)]
        )
    }

    @Test(arguments: 0..<8)
    func `a lost answer to any command leaves no card that cannot be carried on`(lost: Int) throws {
        var card = SimulatedLiteS()
        var issuing = try #require(
            FeliCaIssuing(
                try card.found(),
                reading: try TestKeys.reading(card),
                keys: try TestKeys.one(),
                challenge: TestKeys.challenges()
            )
        )
        var step = issuing.next(after: nil)
        var count = 0
        while case .exchange(let frame, _) = step {
            let answer = card.answer(frame)
            step = issuing.next(after: count == lost ? [] : answer)
            count += 1
        }
        guard case .end(let issue) = step else { return }
        #expect(try isWritten(issue, version: 1, of: card), "answer \(lost) was lost")
    }

    @Test func `what cannot be a badge is told, and is not touched`() throws {
        let others = try #require(CardKeys([1: TestKeys.second]))
        var foreign = try SimulatedLiteS.issued(others)
        #expect(
            try foreign.issue(try TestKeys.one()) == .failed(CardFailure(.foreignKey))
        )
        var fixed = try SimulatedLiteS.issued(try TestKeys.one())
        fixed.blocks[0x88]?[5] = 0
        #expect(try fixed.issue(try TestKeys.two()) == .failed(CardFailure(.keyFixed)))
        var standard = SimulatedLiteS()
        standard.pmm[1] = 0x20
        #expect(try standard.issue(try TestKeys.one()) == .failed(CardFailure(.notLiteS)))
        #expect(standard.commands.isEmpty)
        var stubborn = SimulatedLiteS()
        stubborn.damage = { answer in
            answer[1] == 0x09 ? Array(answer.prefix(10)) + [0x01, 0xA8] : answer
        }
        #expect(
            try stubborn.issue(try TestKeys.one())
                == .failed(
                    CardFailure(
                        .refused("it refuses with status 01 A8"),
                        isHalfWritten: true
                    )
                )
        )
    }

    @Test(arguments: [UInt64](1...20))
    func `L14 garbage for an answer is never a written card, and always an end`(
        seed: UInt64
    ) throws {
        var random = SeededBytes(seed: seed)
        for _ in 0..<300 {
            var card = SimulatedLiteS()
            let from = Int(random.number() % 8)
            let noise = random.bytes(count: Int(random.number() % 60))
            var issuing = try #require(
                FeliCaIssuing(
                    try card.found(),
                    reading: try TestKeys.reading(card),
                    keys: try TestKeys.one(),
                    challenge: TestKeys.challenges(seed: seed)
                )
            )
            var step = issuing.next(after: nil)
            var count = 0
            while case .exchange(let frame, _) = step, count < 100 {
                let answer = card.answer(frame)
                step = issuing.next(after: count >= from ? noise : answer)
                count += 1
            }
            guard case .end(.failed) = step else {
                Issue.record("seed \(seed): \(step)")
                return
            }
        }
    }
}
