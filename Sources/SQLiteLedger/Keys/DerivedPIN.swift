// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import CryptoExtras
internal import Foundation

/// What is kept of a PIN: salt, parameters, and scrypt's output over the peppered digits (L10).
struct DerivedPIN: Sendable, Hashable {
    let cost: PINCost
    let salt: [UInt8]
    let output: [UInt8]

    /// Derives what is kept of digits, under a new salt.
    init(_ digits: Secret, keys: DeviceKeys, cost: PINCost) throws(LedgerFault) {
        let salt = [UInt8](randomCount: 16)
        try self.init(digits, salt: salt, keys: keys, cost: cost)
    }

    /// Derives what is kept of digits.
    private init(
        _ digits: Secret,
        salt: [UInt8],
        keys: DeviceKeys,
        cost: PINCost
    ) throws(LedgerFault) {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: keys.pepper(digits),
                salt: salt,
                outputByteCount: 32,
                rounds: 1 << cost.logRounds,
                blockSize: cost.blockSize,
                parallelism: cost.parallelism
            )
            self.cost = cost
            self.salt = salt
            output = unsafe key.withUnsafeBytes { unsafe Array($0) }
        } catch {
            throw LedgerFault("could not derive a PIN: scrypt failed; free some memory")
        }
    }

    /// Whether digits are this PIN.
    func matches(_ digits: Secret, keys: DeviceKeys) throws(LedgerFault) -> Bool {
        let typed = try DerivedPIN(digits, salt: salt, keys: keys, cost: cost)
        var difference: UInt8 = 0
        for (left, right) in zip(typed.output, output) { difference |= left ^ right }
        return difference == 0 && typed.output.count == output.count
    }

    /// Reads a row's text.
    init?(_ text: String) {
        let parts = text.split(separator: "$")
        guard parts.count == 4, parts[0] == "scrypt", let salt = [UInt8](hexadecimal: parts[2]),
            let output = [UInt8](hexadecimal: parts[3])
        else { return nil }
        let numbers = parts[1].split(separator: ",").compactMap { Int($0) }
        guard numbers.count == 3, (1...20).contains(numbers[0]) else { return nil }
        cost = PINCost(logRounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
        self.salt = salt
        self.output = output
    }

    /// The text of a row: `scrypt$LOGROUNDS,BLOCKSIZE,PARALLELISM$SALT$OUTPUT`.
    var text: String {
        let cost = "\(cost.logRounds),\(cost.blockSize),\(cost.parallelism)"
        return "scrypt$\(cost)$\(salt.hexadecimal)$\(output.hexadecimal)"
    }
}
