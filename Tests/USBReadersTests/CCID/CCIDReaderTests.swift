// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// Cards on readers of the CCID class, from slot to badge.
struct CCIDReaderTests {
    private let uid: [UInt8] = [0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0x80]

    private func classic(_ uid: [UInt8]) -> (reset: [UInt8], number: [UInt8]) {
        (SimulatedCCID.classicReset, uid + [0x90, 0x00])
    }

    private func badge(_ text: String, _ technology: BadgeTechnology) throws -> Read.Content {
        .badge(BadgeReading(try #require(BadgeNumber(text)), technology: technology))
    }

    @Test func `a reader is ready when it has told of its slot, and tells its firmware`() throws {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        #expect(bench.moves.contains(.ready))
        #expect(bench.moves.contains(.firmware("ACR122U214")))
        #expect(bench.device.shown == [[0xFF, 0, 0x51, 0xFB, 0], [0xFF, 0, 0x52, 0, 0]])
    }

    @Test func `a type A card's UID is its number, and it is one presentation while it rests`()
        throws
    {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = classic(uid)
        bench.pass(.seconds(10))
        #expect(bench.takeSays() == [try badge("04A1B2C3D4E580", .typeA)])
        bench.device.other = nil
        bench.pass(.seconds(2))
        bench.device.other = classic(uid)
        bench.pass(.seconds(2))
        #expect(bench.takeSays().count == 1)
    }

    @Test func `two badges within a second are two, without a gap between them`() throws {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = classic(uid)
        bench.pass(.milliseconds(300))
        bench.device.other = classic([0x12, 0x34, 0x56, 0x78])
        bench.pass(.milliseconds(600))
        #expect(
            bench.takeSays() == [
                try badge("04A1B2C3D4E580", .typeA), try badge("12345678", .typeA),
            ]
        )
    }

    @Test func `the interrupt endpoint tells at once, and polling does where it is silent`() throws
    {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = classic(uid)
        bench.interrupt([0x50, 0x03])
        #expect(bench.takeSays().count == 1)
        #expect(bench.now < Instant(sinceBoot: .milliseconds(1050)))
        bench.interrupt([0x50, 0x00])
        bench.interrupt([0x50])
        bench.interrupt([])
        #expect(bench.takeSays() == [])
    }

    @Test(arguments: [UInt8(0), 1, 2], [UInt8?.none, 0, 2])
    func `of a stranger's slots each is looked at, and a card with contacts is no badge`(
        slot: UInt8,
        contacts: UInt8?
    ) throws {
        guard slot != contacts else { return }
        var device = SimulatedCCID()
        (device.slot, device.contactSlot) = (slot, contacts)
        var bench = try CCIDBench(device, product: 0x0001, vendor: 0x1234, lastSlot: 2)
        bench.begin()
        bench.pass(.seconds(3))
        #expect(bench.takeSays() == [])
        bench.device.other = classic(uid)
        bench.pass(.seconds(10))
        #expect(bench.takeSays() == [try badge("04A1B2C3D4E580", .typeA)])
        bench.device.other = classic([0x12, 0x34, 0x56, 0x78])
        bench.interrupt([0x50, 0x02 << (2 * slot)])
        #expect(bench.takeSays() == [try badge("12345678", .typeA)])
        bench.device.other = nil
        bench.pass(.seconds(2))
        bench.device.other = classic(uid)
        bench.pass(.seconds(2))
        #expect(bench.takeSays().count == 1 && !bench.hasFailed)
        let powered = bench.device.messages.filter { $0[0] == 0x62 && $0[5] == contacts }
        #expect(powered.count == (contacts == nil ? 0 : 1), "a card with contacts is let be")
    }

    @Test func `of a known model's slots the one without contacts is used alone`() throws {
        var device = SimulatedCCID(passage: .plain)
        device.slot = 1
        var bench = try CCIDBench(device, product: 0x2224, lastSlot: 2)
        bench.begin()
        bench.device.other = classic(uid)
        bench.pass(.seconds(1))
        #expect(bench.takeSays() == [try badge("04A1B2C3D4E580", .typeA)])
        #expect(bench.device.messages.allSatisfy { $0[5] == 1 })
    }

    @Test func `a FeliCa card is polled for by its system, through both passages`() throws {
        for (product, passage) in [(UInt16(0x2200), FeliCaPassage.chip), (0x223B, .plain)] {
            var bench = try CCIDBench(SimulatedCCID(passage: passage), product: product)
            bench.device.liteS = SimulatedLiteS()
            bench.begin()
            bench.pass(.seconds(1))
            #expect(
                bench.takeSays()
                    == [try badge("012E3D4C5B6A7988", .feliCa(systemCode: 0x88B4))]
            )
        }
    }

    @Test func `a card of none of the systems is told, not read`() throws {
        var bench = try CCIDBench(SimulatedCCID(passage: .plain), product: 0x223B)
        bench.device.liteS = SimulatedLiteS()
        bench.device.systemCode = 0x0003
        bench.begin()
        bench.pass(.seconds(3))
        #expect(
            bench.takeSays() == [
                .unreadable("a FeliCa card is of none of the systems that the board file names")
            ]
        )
    }

    @Test func `a reader without a passage gives the number, of a system that it does not tell`()
        throws
    {
        var bench = try CCIDBench(SimulatedCCID(), product: 0x5790, vendor: 0x04E6)
        bench.device.liteS = SimulatedLiteS()
        bench.begin()
        bench.pass(.seconds(1))
        #expect(
            bench.takeSays() == [try badge("012E3D4C5B6A7988", .feliCa(systemCode: 0xFFFF))]
        )
    }

    @Test(arguments: [(UInt16(0x2200), FeliCaPassage.chip), (0x223B, .plain)])
    func `a card with a key of ours is authenticated through the reader`(
        product: UInt16,
        passage: FeliCaPassage
    ) throws {
        let keys = try TestKeys.one()
        let desk = CardDesk(
            keys,
            firstKeys: { () throws(CardKeyFault) in keys },
            challenge: TestKeys.challenges(seed: 11)
        )
        var bench = try CCIDBench(
            SimulatedCCID(passage: passage),
            product: product,
            proving: desk
        )
        bench.device.liteS = try SimulatedLiteS.issued(keys)
        bench.begin()
        bench.pass(.seconds(3))
        let card = try #require(bench.device.liteS)
        #expect(bench.takeSays() == [.badge(try TestKeys.reading(card).authenticated)])
        bench.device.liteS = nil
        bench.pass(.seconds(2))
        var copy = card
        copy.blocks[0x87]?[0] ^= 0x80
        bench.device.liteS = copy
        bench.pass(.seconds(1))
        guard case .badge(let reading)? = bench.takeSays().first else {
            Issue.record("nothing was read")
            return
        }
        #expect(reading.permanence == .disproved)
    }

    @Test
    func `a card is issued through the reader, opens nothing, and is a badge when it comes again`()
        async throws
    {
        let keys = try TestKeys.one()
        let desk = CardDesk(
            keys,
            firstKeys: { () throws(CardKeyFault) in keys },
            challenge: TestKeys.challenges(seed: 12)
        )
        async let issue = desk.issueCard(at: "in")
        while !desk.isWaiting(at: "in") { await Task.yield() }
        var bench = try CCIDBench(SimulatedCCID(passage: .chip), proving: desk)
        bench.device.liteS = SimulatedLiteS()
        bench.begin()
        bench.pass(.seconds(5))
        #expect(bench.takeSays() == [])
        let card = try #require(bench.device.liteS)
        #expect(
            await issue == .written(try TestKeys.reading(card).authenticated, keyVersion: 1)
        )
        bench.device.liteS = nil
        bench.pass(.seconds(2))
        bench.device.liteS = card
        bench.pass(.seconds(1))
        #expect(bench.takeSays() == [.badge(try TestKeys.reading(card).authenticated)])
    }

    @Test func `random numbers are told as such, and never as lasting`() throws {
        // A type A card that draws its number; a card that may be of type B; type B.
        let eight: [UInt8] = [0x3B, 0x88, 0x80, 0x01, 1, 2, 3, 4, 5, 6, 7, 8, 0x09 ^ 0x08]
        let sum = eight.dropFirst().dropLast().reduce(0, ^)
        var typeB = SimulatedCCID.classicReset
        typeB[12] = 0x07
        typeB[19] ^= 0x03 ^ 0x07
        for card in [
            classic([0x08, 1, 2, 3]), (Array(eight.dropLast()) + [sum], [1, 2, 3, 4, 0x90, 0x00]),
            (typeB, [1, 2, 3, 4, 0x90, 0x00]),
        ] {
            var bench = try CCIDBench(SimulatedCCID())
            bench.begin()
            bench.device.other = card
            bench.pass(.seconds(3))
            let says = bench.takeSays()
            guard says.count == 1, case .badge(let reading)? = says.first else {
                Issue.record("\(says)")
                continue
            }
            #expect(reading.permanence == .random)
        }
    }

    @Test func `a telephone that plays a card is told as such`() throws {
        var bench = try CCIDBench(SimulatedCCID(passage: .plain), product: 0x223B)
        bench.begin()
        bench.device.liteS = SimulatedLiteS(idm: [0x02, 0xFE, 1, 2, 3, 4, 5, 6])
        bench.pass(.seconds(1))
        guard case .badge(let reading)? = bench.takeSays().first else {
            Issue.record("nothing was read")
            return
        }
        #expect(reading.permanence == .emulated)
    }

    @Test(arguments: [
        ([0x63, 0x00], "the reader does not give this card's number (63 00)"),
        ([0x6A, 0x81], "the reader does not give this card's number (6A 81)"),
        ([1, 2, 3, 4, 5, 0x90, 0x00], "a card's number has a wrong length"),
        ([0x90, 0x00], "the reader does not give this card's number (90 00)"),
        ([], "the reader does not give this card's number ()"),
    ])
    func `a number that is none is unreadable, once`(number: [UInt8], text: String) throws {
        var bench = try CCIDBench(SimulatedCCID())
        bench.begin()
        bench.device.other = (SimulatedCCID.classicReset, number)
        bench.pass(.seconds(5))
        #expect(bench.takeSays() == [.unreadable(text)])
    }

    @Test func `an answer to reset is checked by length and sum`() throws {
        for (index, text) in [
            (19, "the reader gives an answer to reset with a wrong sum"),
            (1, "the reader gives an answer to reset that is shorter or longer than it says"),
        ] {
            var reset = SimulatedCCID.classicReset
            reset[index] ^= 0x01
            var bench = try CCIDBench(SimulatedCCID())
            bench.begin()
            bench.device.other = (reset, uid + [0x90, 0x00])
            bench.pass(.seconds(3))
            #expect(bench.takeSays() == [.unreadable(text)])
        }
        #expect(throws: CCIDFlaw.self) { try AnswerToReset([]) }
        #expect(try AnswerToReset([0x3F, 0x00]) == .other("a card with contacts"))
        #expect(try AnswerToReset(SimulatedCCID.feliCaReset) == .feliCa)
        #expect(try AnswerToReset(SimulatedCCID.classicReset) == .typeA)
        // ACR122U: FeliCa at 212.
        let old: [UInt8] = [
            0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06, 0x03, 0xF0,
            0x11, 0x00, 0x00, 0x00, 0x00, 0x8A,
        ]
        #expect(try AnswerToReset(old) == .feliCa)
    }
}
