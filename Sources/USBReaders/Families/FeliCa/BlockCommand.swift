// SPDX-License-Identifier: Apache-2.0

/// Reading and writing blocks of a FeliCa card: commands, and what its answers mean.
///
/// Every answer is checked: length, code, whose it is, status, and the number of its blocks.
enum BlockCommand {
    static let blockLength = 16

    /// Why an answer is none.
    enum Flaw: Error, Equatable {
        /// The card said nothing.
        case silence
        /// It is no answer to the command; the text says why.
        case damage(String)
        /// The card refuses, by its two status flags.
        case refusal(UInt8, UInt8)
    }

    /// Read Without Encryption of blocks of the read-only service.
    static func reading(_ blocks: [UInt8], from idm: [UInt8]) -> [UInt8] {
        frame([0x06] + idm + [0x01, 0x0B, 0x00] + list(blocks))
    }

    /// Write Without Encryption of blocks of the read and write service.
    static func writing(_ blocks: [(number: UInt8, content: [UInt8])], to idm: [UInt8]) -> [UInt8] {
        frame(
            [0x08] + idm + [0x01, 0x09, 0x00] + list(blocks.map(\.number))
                + blocks.flatMap(\.content)
        )
    }

    /// The blocks that an answer to ``reading(_:from:)`` carries.
    static func blocks(
        _ count: Int,
        in answer: [UInt8],
        from idm: [UInt8]
    ) throws(Flaw) -> [[UInt8]] {
        let rest = try body(of: answer, code: 0x07, from: idm)
        guard rest.first == UInt8(count), rest.count == 1 + count * blockLength else {
            throw .damage("it gives other blocks than were asked for")
        }
        return (0..<count).map { Array(rest.dropFirst(1 + $0 * blockLength).prefix(blockLength)) }
    }

    /// Checks the answer to ``writing(_:to:)``.
    static func confirm(_ answer: [UInt8], from idm: [UInt8]) throws(Flaw) {
        guard try body(of: answer, code: 0x09, from: idm).isEmpty else {
            throw .damage("it answers a write with more than a status")
        }
    }

    private static func body(
        of answer: [UInt8],
        code: UInt8,
        from idm: [UInt8]
    ) throws(Flaw) -> [UInt8] {
        guard let length = answer.first else { throw .silence }
        guard Int(length) == answer.count, answer.count >= 12 else {
            throw .damage("its answer is shorter or longer than it says")
        }
        guard answer[1] == code else { throw .damage("it answers another command") }
        guard answer[2..<10].elementsEqual(idm) else { throw .damage("another card answers") }
        guard answer[10] == 0 else { throw .refusal(answer[10], answer[11]) }
        guard answer[11] == 0 else { throw .damage("its status contradicts itself") }
        return Array(answer[12...])
    }

    private static func list(_ blocks: [UInt8]) -> [UInt8] {
        [UInt8(blocks.count)] + blocks.flatMap { [0x80, $0] }
    }

    private static func frame(_ content: [UInt8]) -> [UInt8] {
        [UInt8(content.count + 1)] + content
    }
}

extension BlockCommand.Flaw: CustomStringConvertible {
    var description: String {
        switch self {
        case .silence: "it gives no answer"
        case .damage(let text): text
        case .refusal(let first, let second): "it refuses with status \(hex(first)) \(hex(second))"
        }
    }
}

/// Two hexadecimal digits.
func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
