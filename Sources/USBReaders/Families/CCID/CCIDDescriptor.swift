// SPDX-License-Identifier: Apache-2.0

/// What a smart-card reader says it can do: the class descriptor of its interface.
struct CCIDDescriptor: Equatable {
    /// The number of the last slot.
    let lastSlot: UInt8
    /// Whether it chooses a card's voltage by itself.
    let choosesVoltage: Bool
    /// The longest message, in bytes.
    let longest: Int
    /// Whether it exchanges extended commands, whose answers may come in several parts.
    let isExtended: Bool

    /// The bytes of the descriptor.
    static let length = 54
    /// The longest message that is taken from a reader, whatever it says (L14).
    static let mostBytes = 1024

    /// Finds and reads the descriptor among those that an interface has of its class.
    ///
    /// - Returns: `nil` where there is none, or the reader exchanges no whole commands.
    init?(_ descriptors: [UInt8]) {
        var rest = descriptors[...]
        while let length = rest.first.map(Int.init), length >= 2, length <= rest.count {
            let descriptor = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
            guard descriptor[1] == 0x21 else { continue }
            self.init(whole: descriptor)
            return
        }
        return nil
    }

    private init?(whole bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        func word(at offset: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
        }
        let features = word(at: 40)
        // By TPDU, short or extended APDU: the commands used here are the same bytes in all three.
        guard features & 0x0007_0000 != 0, bytes[4] < 16 else { return nil }
        lastSlot = bytes[4]
        choosesVoltage = features & 0x08 != 0
        isExtended = features & 0x0007_0000 == 0x0004_0000
        longest = min(Int(clamping: word(at: 44)), Self.mostBytes)
        guard longest > CCIDCommand.headerLength + 64 else { return nil }
    }
}
