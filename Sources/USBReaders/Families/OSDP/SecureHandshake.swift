// SPDX-License-Identifier: Apache-2.0

/// The beginning of a secure channel: each side proves that it knows the key, the peripheral first.
struct SecureHandshake {
    /// The key that both must know.
    let key: ReaderKey
    /// What the peripheral is to encrypt (RND.A); drawn anew for each handshake.
    let challenge: [UInt8]
    private let keys: SessionKeys

    /// How long a challenge is.
    static let challengeLength = 8

    /// Begins with a challenge that was never used before.
    init(_ key: ReaderKey, challenge: [UInt8]) {
        precondition(challenge.count == Self.challengeLength)
        self.key = key
        self.challenge = challenge
        keys = SessionKeys(key, challenge: challenge)
    }

    /// The security block of the challenge and of our proof: which key is meant.
    func block(_ type: UInt8) -> OSDPFrame.SecurityBlock {
        OSDPFrame.SecurityBlock(type: type, values: [key.isPreset ? 0 : 1])
    }

    /// Our proof, if the peripheral's is right.
    func proof(for random: [UInt8], _ cryptogram: [UInt8]) -> [UInt8]? {
        guard random.count == Self.challengeLength else { return nil }
        let expected = keys.encryption.chained(
            challenge + random,
            from: [UInt8](repeating: 0, count: BlockCipher.length)
        )
        guard areEqualInConstantTime(expected, cryptogram) else { return nil }
        return keys.encryption.encrypted(random + challenge)
    }

    /// The channel, if the peripheral has taken our proof.
    func channel(after proof: [UInt8], _ initialMAC: [UInt8]) -> SecureChannel? {
        let expected = keys.lastMAC.encrypted(keys.mac.encrypted(proof))
        guard areEqualInConstantTime(expected, initialMAC) else { return nil }
        return SecureChannel(keys, initialMAC: expected)
    }
}

/// The three keys of one session.
struct SessionKeys {
    /// S-ENC.
    let encryption: BlockCipher
    /// S-MAC1: for all blocks but the last.
    let mac: BlockCipher
    /// S-MAC2: for the last one.
    let lastMAC: BlockCipher

    init(_ key: ReaderKey, challenge: [UInt8]) {
        let base = BlockCipher(key.exposed)
        func derived(_ constant: UInt8) -> BlockCipher {
            let zeros = [UInt8](repeating: 0, count: 8)
            return BlockCipher(base.encrypted([0x01, constant] + challenge.prefix(6) + zeros))
        }
        encryption = derived(0x82)
        mac = derived(0x01)
        lastMAC = derived(0x02)
    }
}
