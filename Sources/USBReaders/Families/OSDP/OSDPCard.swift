// SPDX-License-Identifier: Apache-2.0
import Access

/// A badge as a peripheral reports it: so many bits, the first one first.
struct OSDPCard: Equatable {
    /// The bits, without those that fill up the last byte.
    let bits: [Bool]

    /// The most bits that are taken: as many as a badge number has hexadecimal digits for (L14).
    static let most = 4 * BadgeNumber.longest

    /// The bits given.
    init(bits: [Bool]) { self.bits = bits }

    /// Reads `reader format countLow countHigh bits…`; `nil` where the count does not fit the bytes.
    init?(_ payload: [UInt8]) {
        guard payload.count > 4 else { return nil }
        let count = Int(payload[2]) | Int(payload[3]) << 8
        let bytes = payload[4...]
        guard (1...Self.most).contains(count), bytes.count == (count + 7) / 8 else { return nil }
        bits = (0..<count).map { bytes[4 + $0 / 8] & 0x80 >> UInt8($0 % 8) != 0 }
    }
}

/// How the bits of a badge become its number, as the board file says it for one reader.
public struct OSDPBadgeForm: Sendable, Hashable {
    /// What the bits are.
    public let format: Format
    /// How the number is written.
    public let number: NumberForm

    /// What the bits of a badge are.
    public enum Format: String, Sendable, CaseIterable {
        /// The number, all of them.
        case raw
        /// 24 bits between two of parity.
        case wiegand26
        /// 32 bits between two of parity.
        case wiegand34

        /// How many bits a badge has, parity included; `nil` where any number will do.
        public var count: Int? {
            switch self {
            case .raw: nil
            case .wiegand26: 26
            case .wiegand34: 34
            }
        }
    }

    /// Describes a form.
    public init(_ format: Format, _ number: NumberForm) {
        self.format = format
        self.number = number
    }

    /// Why bits are no badge of this form; the text names no digit.
    struct Flaw: Error, Equatable {
        let text: String
    }

    /// The badge number that bits stand for.
    func number(_ card: OSDPCard) throws(Flaw) -> BadgeNumber {
        let bits = try payload(of: card.bits)
        let digits = number.radix == .hex ? Self.hexadecimal(bits) : Self.decimal(bits)
        let zeros = number.radix == .hex ? 0 : max(0, number.width - digits.count)
        do throws(NumberForm.Flaw) {
            return try number.number([UInt8](repeating: 0, count: zeros) + digits)
        } catch {
            throw Flaw(text: error.rawValue)
        }
    }

    private func payload(of bits: [Bool]) throws(Flaw) -> [Bool] {
        guard let count = format.count else { return bits }
        guard bits.count == count else {
            throw Flaw(text: "its bits are not as many as \(format.rawValue) has")
        }
        // The first half has even parity, the second odd.
        let halves = (bits.prefix(count / 2), bits.suffix(count / 2))
        let ones = (halves.0.count(where: \.self), halves.1.count(where: \.self))
        guard ones.0 % 2 == 0, ones.1 % 2 == 1 else {
            throw Flaw(text: "its parity is wrong")
        }
        return Array(bits.dropFirst().dropLast())
    }

    /// The digits of a number of so many bits, zeros before it as the bits have them.
    private static func hexadecimal(_ bits: [Bool]) -> [UInt8] {
        let missing = (4 - bits.count % 4) % 4
        let filled = [Bool](repeating: false, count: missing) + bits
        return stride(from: 0, to: filled.count, by: 4).map { start in
            filled[start..<(start + 4)].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// The digits of a number, without zeros before it.
    private static func decimal(_ bits: [Bool]) -> [UInt8] {
        // Least significant digit first, doubled bit by bit.
        var digits: [UInt8] = []
        for bit in bits {
            var carry: UInt8 = bit ? 1 : 0
            for index in digits.indices {
                let doubled = 2 * digits[index] + carry
                digits[index] = doubled % 10
                carry = doubled / 10
            }
            if carry > 0 { digits.append(carry) }
        }
        return digits.reversed()
    }
}

extension Key {
    /// A key as a peripheral codes it; `nil` for one that no PIN has.
    init?(osdp code: UInt8) {
        switch code {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit(code - UInt8(ascii: "0"))
        case 0x0D, UInt8(ascii: "#"): self = .enter
        case 0x7F, UInt8(ascii: "*"), 0x1B, 0x08: self = .cancel
        default: return nil
        }
    }
}
