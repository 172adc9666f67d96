// SPDX-License-Identifier: Apache-2.0
import Access

/// The form in which one reader sends badge numbers, and in which the policy document writes them.
///
/// A number has exactly ``width`` digits, its zeros included: 0A12 is not A12. A reader that sends
/// more or fewer is misconfigured or has misread, and what it sent is no badge.
public struct NumberForm: Sendable, Hashable {
    /// Which digits a number is made of.
    public let radix: Radix
    /// How many digits it has.
    public let width: Int
    /// Whether its bytes are kept in the order sent.
    public let byteOrder: ByteOrder

    /// Which digits a number is made of.
    public enum Radix: String, Sendable, CaseIterable {
        /// 0–9 and A–F.
        case hex
        /// 0–9.
        case decimal
    }

    /// Whether the bytes of a number are kept in the order sent.
    public enum ByteOrder: String, Sendable, CaseIterable {
        /// As the reader sends them.
        case asSent
        /// Last byte first, for a reader that turns round what the others of the board send.
        case reversed
    }

    /// The widths that a form can have.
    ///
    /// To be turned round, hexadecimal digits must come in pairs, and a decimal number must fit in
    /// 64 bits.
    public static func widths(_ radix: Radix, _ byteOrder: ByteOrder = .asSent) -> ClosedRange<Int>
    {
        switch (radix, byteOrder) {
        case (_, .asSent), (.hex, .reversed): 1...BadgeNumber.longest
        case (.decimal, .reversed): 3...20
        }
    }

    /// Describes a form.
    ///
    /// - Returns: `nil` for a width that the form can't have.
    public init?(_ radix: Radix, width: Int, byteOrder: ByteOrder = .asSent) {
        guard Self.widths(radix, byteOrder).contains(width),
            radix == .decimal || byteOrder == .asSent || width % 2 == 0
        else { return nil }
        self.radix = radix
        self.width = width
        self.byteOrder = byteOrder
    }

    /// Why a line is no badge number of this form; the text names no digit.
    enum Flaw: String, Error {
        case short = "shorter than the number's width in the board file"
        case long = "longer than the number's width in the board file"
        case letter = "a letter in a number that the board file calls decimal"
        case large = "a decimal number too large for its bytes to be turned round"
        case foreign = "a character that is no digit"
    }

    /// The badge number that a line of digits stands for.
    func number(_ line: [UInt8]) throws(Flaw) -> BadgeNumber {
        if line.count < width { throw .short }
        if line.count > width { throw .long }
        if radix == .decimal, line.contains(where: { $0 > 9 }) { throw .letter }
        let ordered = byteOrder == .asSent ? line : try reversed(line)
        let text = ordered.map { String($0, radix: 16, uppercase: true) }.joined()
        guard let number = BadgeNumber(text) else { throw .foreign }
        return number
    }

    private func reversed(_ line: [UInt8]) throws(Flaw) -> [UInt8] {
        switch radix {
        case .hex:
            return stride(from: line.count - 2, through: 0, by: -2).flatMap { line[$0...($0 + 1)] }
        case .decimal:
            var value: UInt64 = 0
            for digit in line {
                let (product, high) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
                if high || carry { throw .large }
                value = sum
            }
            let unused = 64 - 8 * Self.bytes(inDecimalsOf: width)
            guard value.leadingZeroBitCount >= unused else { throw .large }
            let turned = String(value.byteSwapped >> UInt64(unused))
            let zeros = [UInt8](repeating: 0, count: width - turned.count)
            return zeros + turned.utf8.map { $0 - UInt8(ascii: "0") }
        }
    }

    /// How many whole bytes always fit in so many decimals: 10 decimals are a number of 4 bytes.
    private static func bytes(inDecimalsOf width: Int) -> Int {
        var count = 8
        while count > 1, String(UInt64.max >> UInt64(64 - 8 * count)).count > width { count -= 1 }
        return count
    }
}
