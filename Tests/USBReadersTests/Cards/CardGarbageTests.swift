// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// Every frame of every family damaged in every field, one at a time and many at random.
///
/// Whatever is damaged: the process goes on, no number comes out that was on no card, and the next
/// card is read.
struct CardGarbageTests {
    static let cards: [(first: SimulatedCard, second: SimulatedCard)] = [
        (
            .feliCa(idm: [0x01, 0x14, 0x0A, 0x12, 0x5B, 0x6A, 0x79, 0x88]),
            .feliCa(idm: [0x01, 0x14, 0xB1, 0xC2, 0xD3, 0xE4, 0xF5, 0x06])
        ),
        (
            .typeA(uid: [0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0x96]),
            .typeA(uid: [0x12, 0x34, 0x56, 0x79])
        ),
    ]

    @Test(arguments: CardPlay.Kind.all, 0..<cards.count)
    func `L14 no answer damaged in any field brings a wrong number out, or the reader down`(
        _ kind: CardPlay.Kind,
        _ which: Int
    ) throws {
        let (first, second) = Self.cards[which]
        var whole = try CardPlay(kind, with: first)
        whole.begin()
        #expect(whole.goOn(for: .seconds(3)) { !$0.badges.isEmpty })
        let end = whole.transfers.count + 8
        #expect(whole.goOn(for: .seconds(3)) { $0.transfers.count >= end })
        for (index, transfer) in whole.transfers.enumerated() {
            let before = index > 0 ? whole.transfers[index - 1] : []
            for damage in Damage.all(of: transfer, before: before, sparing: first.number, kind) {
                var play = try CardPlay(kind, with: first)
                play.damage = { $0 == index ? damage.transfers : [$1] }
                play.begin()
                _ = play.goOn(for: .seconds(10)) { $0.transfers.count > index + 12 }
                play.device.put(second)
                let isBack = play.goOn(for: .seconds(10)) { play in
                    (try? play.badges.contains(second.reading)) ?? false
                }
                let name = "transfer \(index) \(hex(transfer)): \(damage.name)"
                #expect(isBack, "\(name): the next card is not read")
                #expect(play.failures <= 1, "\(name): given up \(play.failures) times")
                let numbers = try [first.reading, second.reading]
                #expect(play.badges.allSatisfy(numbers.contains), "\(name): \(play.badges)")
                #expect(play.badges.count <= 2, "\(name): a card counts twice")
            }
        }
    }

    @Test(arguments: CardPlay.Kind.all, [UInt64](1...6))
    func `L13 L14 a line full of damage brings no wrong number out, and ends with the damage`(
        _ kind: CardPlay.Kind,
        seed: UInt64
    ) throws {
        var random = SeededBytes(seed: seed)
        let (first, second) = Self.cards[Int(seed % 2)]
        var play = try CardPlay(kind, with: first)
        play.damage = { _, transfer in
            guard random.number() % 4 == 0 else { return [transfer] }
            let all = Damage.all(of: transfer, before: transfer, sparing: first.number, kind)
            return all[Int(random.number() % UInt64(all.count))].transfers
        }
        play.begin()
        _ = play.goOn(for: .seconds(60)) { $0.transfers.count > 2000 }
        play.damage = nil
        play.device.put(second)
        let isBack = play.goOn(for: .seconds(10)) { play in
            (try? play.badges.contains(second.reading)) ?? false
        }
        #expect(isBack, "seed \(seed)")
        let numbers = try [first.reading, second.reading]
        #expect(play.badges.allSatisfy(numbers.contains), "seed \(seed): \(play.badges)")
    }
}

/// What can become of a transfer.
struct Damage {
    let name: String
    let transfers: [[UInt8]]

    /// Every byte turned in several ways, every length, and whole transfers lost, doubled or late.
    ///
    /// The bytes of a number itself are spared where no sum covers them: such a card is another card.
    static func all(
        of transfer: [UInt8],
        before: [UInt8],
        sparing number: [UInt8],
        _ kind: CardPlay.Kind
    ) -> [Damage] {
        let isSummed = kind.family == .rcS380
        let spared = isSummed ? [] : number
        var all = flipped(transfer, sparing: spared)
        if isSummed { all += rewritten(transfer, sparing: number) }
        all += transfer.indices.map { Damage(name: "cut at \($0)", [Array(transfer[..<$0])]) }
        all += [1, 10, 64, 300].map {
            Damage(name: "longer by \($0)", [transfer + Array(repeating: 0, count: $0)])
        }
        return all + [
            Damage(name: "lost", []), Damage(name: "twice", [transfer, transfer]),
            Damage(name: "doubled", [transfer + transfer]), Damage(name: "late", [before]),
            Damage(name: "after an older one", [before, transfer]),
            Damage(name: "after an empty one", [[], transfer]),
        ]
    }

    private init(name: String, _ transfers: [[UInt8]]) {
        self.name = name
        self.transfers = transfers
    }

    private static func flipped(_ transfer: [UInt8], sparing number: [UInt8]) -> [Damage] {
        let spared = place(of: number, in: transfer)
        return transfer.indices.filter { !spared.contains($0) }.flatMap { index in
            ([0x01, 0x40, 0x80, 0xFF] as [UInt8]).map { bits in
                var bytes = transfer
                bytes[index] ^= bits
                return Damage(name: "byte \(index) ^ \(bits)", [bytes])
            }
        }
    }

    /// The content of an RC-S380's frame wrong, and its sums right.
    private static func rewritten(_ transfer: [UInt8], sparing number: [UInt8]) -> [Damage] {
        guard let read = try? Port100Frame.first(in: transfer),
            case .payload(let content) = read.frame
        else { return [] }
        // A number is told in parts, each with its check byte: the fields before them.
        let fields = flipped(Array(content.prefix(9)), sparing: [])
        let lengths = content.indices.map { Damage(name: "cut at \($0)", [Array(content[..<$0])]) }
        return (fields + lengths + [Damage(name: "longer", [content + [0]])]).map { damage in
            Damage(
                name: "content: \(damage.name)",
                damage.transfers.map { Port100Frame.payload($0).bytes }
            )
        }
    }

    private static func place(of number: [UInt8], in transfer: [UInt8]) -> Range<Int> {
        guard !number.isEmpty else { return 0..<0 }
        let start = transfer.indices.first { transfer[$0...].starts(with: number) }
        return start.map { $0..<($0 + number.count) } ?? 0..<0
    }
}
