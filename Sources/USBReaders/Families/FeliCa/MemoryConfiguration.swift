// SPDX-License-Identifier: Apache-2.0

/// The MC block of a FeliCa Lite-S card: what may be read and written, and how.
///
/// While it is open, whoever has the card may write anything. What it takes away is never given back.
struct MemoryConfiguration: Equatable {
    private(set) var bytes: [UInt8]

    /// Reads a block of 16 bytes.
    init(_ block: [UInt8]) {
        precondition(block.count == BlockCommand.blockLength, "no block")
        bytes = block
    }

    /// Whether ID, key, version and configuration can still be written by anybody.
    var isOpen: Bool { bytes[2] == 0xFF }
    /// Whether key and version can be written by who proves to know the key.
    var letsKeyChange: Bool { bytes[5] & 0x01 == 0x01 }

    /// The same card, locked.
    ///
    /// The system blocks are fixed, and what may still be written, the key among it, is written by
    /// who knows the key alone. What concerns NDEF and radio stays.
    var locked: MemoryConfiguration {
        var locked = self
        // User blocks 0–13 and the register stay as they are; the bytes that say so do not.
        locked.bytes[1] &= 0x7F
        locked.bytes[2] = 0x00
        locked.bytes[5] = 0x01
        // Bits 0–14: writing asks for authentication, and for a MAC.
        locked.bytes.replaceSubrange(8..<12, with: [0xFF, 0x7F, 0xFF, 0x7F])
        locked.bytes[12] = 0x01
        return locked
    }
}
