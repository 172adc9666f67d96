// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

struct CardPresenceTests {
    private let badge = FoundCard.typeA(uid: [1, 2, 3, 4])
    private let other = FoundCard.typeA(uid: [4, 3, 2, 1])

    @Test func `a badge that rests is one presentation, however long`() {
        var presence = CardPresence()
        var presented = 0
        for _ in 0..<10_000 {
            if presence.finds(badge) { presented += 1 }
            #expect(presence.cycleEnds(isWhole: true) == CardPresence.Ending())
        }
        #expect(presented == 1)
    }

    @Test(arguments: [(1, false), (2, false), (3, true), (4, true)])
    func `a badge counts as gone after three whole cycles without it`(
        cycles: Int,
        isNew: Bool
    ) {
        var presence = CardPresence()
        _ = presence.finds(badge)
        _ = presence.cycleEnds(isWhole: true)
        for _ in 0..<cycles { _ = presence.cycleEnds(isWhole: true) }
        #expect(presence.finds(badge) == isNew)
    }

    @Test(arguments: [(20, false), (39, false), (40, true), (200, true)])
    func `disturbed cycles prove nothing until they are very many, and are told once`(
        cycles: Int,
        isNew: Bool
    ) {
        var presence = CardPresence()
        _ = presence.finds(badge)
        _ = presence.cycleEnds(isWhole: true)
        let endings = (0..<cycles).map { _ in presence.cycleEnds(isWhole: false) }
        #expect(endings.filter(\.isUnreadable).count == 1)
        #expect(presence.finds(badge) == isNew)
    }

    @Test func `a badge that is seen now and then among disturbed cycles is one presentation`() {
        var presence = CardPresence()
        var presented = 0
        for cycle in 0..<1000 {
            if cycle % 30 == 0, presence.finds(badge) { presented += 1 }
            _ = presence.cycleEnds(isWhole: false)
        }
        #expect(presented == 1)
    }

    @Test func `an escort's badge beside one that rests is its own presentation`() {
        var presence = CardPresence()
        var presented: [FoundCard] = []
        for cycle in 0..<20 {
            if presence.finds(badge) { presented.append(badge) }
            if cycle > 3, presence.finds(other) { presented.append(other) }
            _ = presence.cycleEnds(isWhole: true)
        }
        #expect(presented == [badge, other])
    }

    @Test func `a number that does not last is told once, alone, and not beside a lasting one`() {
        var presence = CardPresence()
        var told = 0
        for cycle in 0..<50 {
            _ = presence.finds(.typeA(uid: [8, 0, 0, UInt8(cycle)]))
            if presence.cycleEnds(isWhole: true).presented != nil { told += 1 }
        }
        #expect(told == 1)
        var beside = CardPresence()
        for cycle in 0..<50 {
            _ = beside.finds(badge)
            _ = beside.finds(.typeB(pupi: [0, 0, 0, UInt8(cycle)]))
            let ending = beside.cycleEnds(isWhole: true)
            #expect(ending.presented == nil)
        }
    }

    @Test func `L14 whatever is held to a reader, few cards are kept in mind`() {
        var presence = CardPresence()
        for number in 0..<1000 {
            _ = presence.finds(.typeA(uid: [1, 2, UInt8(number >> 8), UInt8(number & 0xFF)]))
        }
        let first = presence.finds(.typeA(uid: [1, 2, 0, 0]))
        #expect(first)
    }

    @Test(arguments: [
        ("01fe001122334455", BadgeReading.Permanence.emulated),
        ("02fe001122334455", .emulated), ("01140a1200000001", .lasting),
    ])
    func `an IDm that a device plays is told as such`(
        idm: String,
        permanence: BadgeReading.Permanence
    ) throws {
        let bytes = stride(from: 0, to: 16, by: 2).compactMap {
            UInt8(idm.dropFirst($0).prefix(2), radix: 16)
        }
        let card = try #require(
            FeliCaCard(idm: bytes, pmm: [UInt8](repeating: 0, count: 8), systemCode: 0xFE00)
        )
        let reading = try #require(FoundCard.feliCa(card).reading)
        #expect(reading.permanence == permanence)
        #expect(reading.number.exposed == idm.uppercased())
    }
}
