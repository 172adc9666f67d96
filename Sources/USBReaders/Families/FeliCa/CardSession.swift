// SPDX-License-Identifier: Apache-2.0

/// What a FeliCa Lite-S card and we have in common after a challenge: a key for this time alone.
struct CardSession {
    private let key: [UInt8]
    private let start: [UInt8]

    /// The bytes of a challenge.
    static let challengeLength = 16

    /// Derives the session's key from the card's key and our challenge.
    init(_ cardKey: CardKey, challenge: [UInt8]) throws(CryptoFault) {
        key = try TripleDES.encrypted(
            challenge,
            under: cardKey.bytes,
            from: [UInt8](repeating: 0, count: 8)
        )
        start = Array(challenge.prefix(8))
    }

    /// The MAC by which the card vouches for what it gives.
    func mac(over blocks: [UInt8]) throws(CryptoFault) -> [UInt8] {
        try Self.mac(over: blocks, under: key, from: start)
    }

    /// The MAC by which we vouch for what we write: with both halves of the key exchanged, and over
    /// the card's count of writes, so that it serves once.
    func mac(
        writing content: [UInt8],
        to block: UInt8,
        after count: [UInt8]
    ) throws(CryptoFault) -> [UInt8] {
        let head = count + [0, block, 0, LiteSBlock.writeMAC, 0]
        return try Self.mac(over: head + content, under: Array(key[8...] + key[..<8]), from: start)
    }

    private static func mac(
        over bytes: [UInt8],
        under key: [UInt8],
        from start: [UInt8]
    ) throws(CryptoFault) -> [UInt8] {
        let cipher = try TripleDES.encrypted(halvesReversed(bytes), under: key, from: start)
        return cipher.suffix(8).reversed()
    }
}

/// The blocks of a FeliCa Lite-S card that are of use here.
enum LiteSBlock {
    /// RC: where a challenge is written.
    static let challenge: UInt8 = 0x80
    /// MAC over what is read before it in the same command.
    static let mac: UInt8 = 0x81
    /// ID.
    static let id: UInt8 = 0x82
    /// CKV: the version of the card key.
    static let keyVersion: UInt8 = 0x86
    /// CK: the card key, which nobody can read.
    static let key: UInt8 = 0x87
    /// MC: what may be read and written, and how.
    static let configuration: UInt8 = 0x88
    /// WCNT: how often was written with a MAC.
    static let writeCount: UInt8 = 0x90
    /// MAC_A: beside what is written.
    static let writeMAC: UInt8 = 0x91
}
