// SPDX-License-Identifier: Apache-2.0
import Crypto
import CryptoExtras

/// AES-128 as the secure channel uses it: swift-crypto's block function, chained.
struct BlockCipher {
    private let key: SymmetricKey

    /// How long a block is.
    static let length = 16

    /// A cipher under a key of sixteen bytes.
    init(_ key: [UInt8]) {
        precondition(key.count == Self.length)
        self.key = SymmetricKey(data: key)
    }

    /// One block, encrypted.
    func encrypted(_ block: [UInt8]) -> [UInt8] {
        var block = block
        do {
            try AES.permute(&block, key: key)
        } catch {
            preconditionFailure("AES refuses a block of \(block.count) bytes: \(error)")
        }
        return block
    }

    private func decrypted(_ block: [UInt8]) -> [UInt8] {
        var block = block
        do {
            try AES.inversePermute(&block, key: key)
        } catch {
            preconditionFailure("AES refuses a block of \(block.count) bytes: \(error)")
        }
        return block
    }

    /// Whole blocks, encrypted one onto the other from a beginning on.
    func chained(_ bytes: [UInt8], from vector: [UInt8]) -> [UInt8] {
        var last = vector
        return Self.blocks(bytes).flatMap { block in
            last = encrypted(Self.sum(block, last))
            return last
        }
    }

    /// The same back.
    func unchained(_ bytes: [UInt8], from vector: [UInt8]) -> [UInt8] {
        var last = vector
        return Self.blocks(bytes).flatMap { block in
            defer { last = block }
            return Self.sum(decrypted(block), last)
        }
    }

    /// Bytes filled up to whole blocks: `80`, then zeros; always at least one byte more.
    static func padded(_ bytes: [UInt8]) -> [UInt8] {
        let zeros = length - 1 - bytes.count % length
        return bytes + [0x80] + [UInt8](repeating: 0, count: zeros)
    }

    /// What was filled up so; `nil` where nothing was.
    static func unpadded(_ bytes: [UInt8]) -> [UInt8]? {
        guard let end = bytes.lastIndex(where: { $0 != 0 }), bytes[end] == 0x80,
            bytes.count - end <= length
        else { return nil }
        return Array(bytes[..<end])
    }

    private static func blocks(_ bytes: [UInt8]) -> [[UInt8]] {
        precondition(bytes.count % length == 0)
        return stride(from: 0, to: bytes.count, by: length).map { Array(bytes[$0..<($0 + length)]) }
    }

    private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        zip(left, right).map { $0 ^ $1 }
    }
}

/// Whether two secrets are equal, in a time that does not tell where they differ.
func areEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
