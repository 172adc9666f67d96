// SPDX-License-Identifier: Apache-2.0
import Access

/// A card in a reader's field.
enum FoundCard: Hashable {
    /// FeliCa.
    case feliCa(FeliCaCard)
    /// ISO/IEC 14443 type A, with a UID of 4, 7 or 10 bytes.
    case typeA(uid: [UInt8])
    /// ISO/IEC 14443 type B, with its pseudo-unique identifier of 4 bytes.
    case typeB(pupi: [UInt8])

    /// The lengths that a type A UID can have.
    static let uidLengths: Set = [4, 7, 10]

    /// What is said of it, its identifier alone being known.
    ///
    /// A number that the card makes anew each time, or that a telephone plays, is told as such: the
    /// rule refuses it.
    var reading: BadgeReading? {
        BadgeNumber(identifier.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
            .map { BadgeReading($0, technology: technology, permanence: permanence) }
    }

    /// Whether another finding is the same card.
    ///
    /// A card that draws a new number whenever the field comes back is told by its technology; any
    /// other by its number alone, for what else it tells may be received wrongly.
    func isSame(as other: FoundCard) -> Bool {
        guard technology == other.technology else { return false }
        return isDoubtful ? other.isDoubtful : identifier == other.identifier
    }

    /// Whether its number is made anew each time, so that it says nothing of who came.
    var isDoubtful: Bool { permanence == .random }

    private var identifier: [UInt8] {
        switch self {
        case .feliCa(let card): card.idm
        case .typeA(let uid): uid
        case .typeB(let pupi): pupi
        }
    }

    private var technology: BadgeTechnology {
        switch self {
        case .feliCa(let card): .feliCa(systemCode: card.systemCode)
        case .typeA: .typeA
        case .typeB: .typeB
        }
    }

    private var permanence: BadgeReading.Permanence {
        switch self {
        // NFC-DEP, and tags that a device plays.
        case .feliCa(let card):
            [[0x01, 0xFE], [0x02, 0xFE]].contains(card.idm.prefix(2))
                ? .emulated : .lasting
        case .typeA(let uid): uid.count == 4 && uid[0] == 0x08 ? .random : .lasting
        case .typeB: .random
        }
    }
}
