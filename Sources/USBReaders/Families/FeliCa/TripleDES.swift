// SPDX-License-Identifier: Apache-2.0
import CLibCrypto

/// Two-key triple DES in CBC mode, done by libcrypto.
enum TripleDES {
    /// The bytes of a key, and of a whole number of blocks.
    static let keyLength = 16
    static let blockLength = 8

    /// Encrypts whole blocks, without padding.
    static func encrypted(
        _ plain: [UInt8],
        under key: [UInt8],
        from start: [UInt8]
    ) throws(CryptoFault) -> [UInt8] {
        precondition(key.count == keyLength && start.count == blockLength, "no two-key triple DES")
        precondition(plain.count % blockLength == 0, "no whole blocks")
        guard let context = unsafe EVP_CIPHER_CTX_new() else {
            throw CryptoFault(call: "EVP_CIPHER_CTX_new")
        }
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        guard unsafe EVP_EncryptInit_ex(context, EVP_des_ede_cbc(), nil, key, start) == 1,
            unsafe EVP_CIPHER_CTX_set_padding(context, 0) == 1
        else { throw CryptoFault(call: "EVP_EncryptInit_ex(DES-EDE-CBC)") }
        var cipher = [UInt8](repeating: 0, count: plain.count + blockLength)
        var count: Int32 = 0
        guard unsafe EVP_EncryptUpdate(context, &cipher, &count, plain, Int32(plain.count)) == 1,
            Int(count) == plain.count
        else { throw CryptoFault(call: "EVP_EncryptUpdate(DES-EDE-CBC)") }
        return Array(cipher.prefix(plain.count))
    }
}

/// A call of libcrypto that failed; nothing is believed of a card then.
struct CryptoFault: Error, CustomStringConvertible {
    let call: String

    var description: String { "\(call) failed; this machine's libcrypto cannot check cards" }
}

/// Whether two byte strings are the same, in a time that does not tell where they differ.
func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe CRYPTO_memcmp(left, right, left.count) == 0
}
