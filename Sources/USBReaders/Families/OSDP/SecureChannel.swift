// SPDX-License-Identifier: Apache-2.0

/// A secure channel that stands: seals commands, opens replies.
///
/// Each MAC hangs on the one before it from the other side, so that nothing can be left out, put in,
/// repeated or reordered.
struct SecureChannel {
    private let keys: SessionKeys
    private var commandMAC: [UInt8]
    private var replyMAC: [UInt8]

    /// Why a reply is not believed.
    enum Flaw: Error, Equatable {
        /// It is not secured as everything in the channel must be.
        case unsealed
        /// Its MAC is not the one that the key gives.
        case mac
        /// What was encrypted in it is not whole.
        case padding
    }

    /// Begins after a handshake.
    init(_ keys: SessionKeys, initialMAC: [UInt8]) {
        self.keys = keys
        commandMAC = initialMAC
        replyMAC = initialMAC
    }

    /// A command's whole frame; to say it again, say these bytes again.
    mutating func sealed(_ command: OSDPCommand, to address: UInt8, sequence: UInt8) -> [UInt8] {
        var command = command
        var type: UInt8 = 0x15
        if !command.payload.isEmpty {
            type = 0x17
            command.payload = keys.encryption.chained(
                BlockCipher.padded(command.payload),
                from: replyMAC.map(~)
            )
        }
        let bytes = OSDPFrame.opened(
            command,
            to: address,
            sequence: sequence,
            security: OSDPFrame.SecurityBlock(type: type)
        )
        commandMAC = mac(of: bytes, from: replyMAC)
        return OSDPFrame.closed(bytes + commandMAC.prefix(4))
    }

    /// What comes with a reply, if it is the answer to the last command and nobody touched it.
    mutating func opened(_ frame: OSDPFrame) throws(Flaw) -> [UInt8] {
        guard let security = frame.security, security.type == 0x16 || security.type == 0x18 else {
            throw .unsealed
        }
        let expected = mac(of: frame.covered, from: commandMAC)
        guard areEqualInConstantTime(Array(expected.prefix(4)), frame.mac) else { throw .mac }
        replyMAC = expected
        guard security.isEncrypted, !frame.payload.isEmpty else { return frame.payload }
        guard frame.payload.count % BlockCipher.length == 0,
            let payload = BlockCipher.unpadded(
                keys.encryption.unchained(frame.payload, from: commandMAC.map(~))
            )
        else { throw .padding }
        return payload
    }

    private func mac(of bytes: [UInt8], from vector: [UInt8]) -> [UInt8] {
        // A whole number of blocks would not be padded; with a MAC and a CRC it never is one.
        let padded = bytes.count % BlockCipher.length == 0 ? bytes : BlockCipher.padded(bytes)
        let body = keys.mac.chained(Array(padded.dropLast(BlockCipher.length)), from: vector)
        return keys.lastMAC.chained(
            Array(padded.suffix(BlockCipher.length)),
            from: body.isEmpty ? vector : Array(body.suffix(BlockCipher.length))
        )
    }
}
