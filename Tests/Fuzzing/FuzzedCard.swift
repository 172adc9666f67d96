// SPDX-License-Identifier: Apache-2.0

/// A card that answers as its technology has it, and of which all else is drawn.
enum FuzzedCard: UInt8 {
    case none, feliCa, typeA, typeB

    init(choice: UInt8) { self = Self(rawValue: choice & 3) ?? .none }

    /// What it answers to a frame; nothing where it keeps silent.
    func answer(to frame: [UInt8], choice: UInt8, text: [UInt8]) -> [UInt8]? {
        let drawn = text + Array(repeating: 0x5A, count: max(0, 16 - text.count))
        switch self {
        case .none: return nil
        case .feliCa: return Self.feliCa(frame, drawn)
        case .typeA: return Self.typeA(frame, choice, drawn)
        case .typeB:
            guard frame.count == 3, frame[0] == 0x05 else { return nil }
            return [0x50] + drawn.prefix(11)
        }
    }

    private static func feliCa(_ frame: [UInt8], _ drawn: [UInt8]) -> [UInt8]? {
        guard frame.count >= 6, Int(frame[0]) == frame.count else { return nil }
        let body: [UInt8]
        switch frame[1] {
        case 0x00: body = [0x01] + drawn.prefix(16) + frame[2...3]
        case 0x06 where frame.count >= 14:
            // As many blocks as were asked for.
            let count = Int(frame[13])
            let blocks = (0..<count * 16).map { drawn[$0 % drawn.count] }
            body = [0x07] + frame[2..<10] + [0, 0, UInt8(count)] + blocks
        case 0x08 where frame.count >= 10: body = [0x09] + frame[2..<10] + [0, 0]
        default: return nil
        }
        return [UInt8(truncatingIfNeeded: body.count + 1)] + body
    }

    private static func typeA(_ frame: [UInt8], _ choice: UInt8, _ drawn: [UInt8]) -> [UInt8]? {
        switch frame.first {
        case 0x26, 0x52: return [0x04, 0x00]
        case 0x93, 0x95, 0x97:
            guard frame.count >= 2, frame[1] == 0x20 else {
                return [choice & 4 == 0 ? 0x08 : 0x04]
            }
            var part = Array(drawn.prefix(4))
            if choice & 4 != 0 { part[0] = 0x88 }
            return part + [part.reduce(0, ^)]
        default: return nil
        }
    }
}
