// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// A card of the tests, as it answers in a field.
enum SimulatedCard: Equatable {
    case feliCa(idm: [UInt8])
    case typeA(uid: [UInt8])

    /// What a field can be set to.
    enum Air { case feliCa, typeA, typeB }

    /// The system that the FeliCa cards are of.
    static let systemCode: UInt16 = 0xFE00

    var number: [UInt8] {
        switch self {
        case .feliCa(let number), .typeA(let number): number
        }
    }

    /// What is said of it.
    var reading: BadgeReading {
        get throws {
            let found: FoundCard =
                switch self {
                case .typeA(let uid): .typeA(uid: uid)
                case .feliCa(let idm):
                    .feliCa(
                        try #require(
                            FeliCaCard(
                                idm: idm,
                                pmm: Array(repeating: 0, count: 8),
                                systemCode: Self.systemCode
                            )
                        )
                    )
                }
            return try #require(found.reading)
        }
    }

    /// What it answers to a frame of a technology.
    func answer(to frame: [UInt8], in technology: Air) -> [UInt8]? {
        switch (self, technology) {
        case (.feliCa(let idm), .feliCa):
            guard frame.count == 6, frame[1] == 0, frame[2...3] == [0xFE, 0x00] else { return nil }
            let parameters: [UInt8] = [0x01, 0x20, 0x22, 0x04, 0x27, 0x67, 0x4E, 0xFF]
            return [0x14, 0x01] + idm + parameters + frame[2...3]
        case (.typeA(let uid), .typeA): return Self.anticollision(uid, frame)
        default: return nil
        }
    }

    private static func anticollision(_ uid: [UInt8], _ frame: [UInt8]) -> [UInt8]? {
        guard frame != [0x26] else { return [0x44, 0x00] }
        guard let level = [0x93, 0x95, 0x97].firstIndex(of: frame.first) else { return nil }
        let goesOn = level < uid.count / 3 - 1
        let rest = Array(uid.dropFirst(3 * level))
        let part = goesOn ? [0x88] + rest.prefix(3) : Array(rest.prefix(4))
        return frame.count == 2 ? part + [part.reduce(0, ^)] : [goesOn ? 0x04 : 0x20]
    }
}

/// The device's side of a family, with a card or none in its field.
protocol CardDevice {
    /// Lays a card into the field, or takes it away.
    mutating func put(_ card: SimulatedCard?)
    /// The transfers with which it answers a message.
    mutating func answers(to message: [UInt8]) -> [[UInt8]]
}

extension SimulatedCCID: CardDevice {
    mutating func put(_ card: SimulatedCard?) {
        (liteS, other) = (nil, nil)
        systemCode = SimulatedCard.systemCode
        switch card {
        case .feliCa(let idm): liteS = SimulatedLiteS(idm: idm)
        case .typeA(let uid): other = (Self.classicReset, uid + [0x90, 0x00])
        case nil: break
        }
    }
}
