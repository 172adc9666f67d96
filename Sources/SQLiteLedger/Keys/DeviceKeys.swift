// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import Foundation

/// The keys under which secrets become digests: one per use, all from the device key (L10).
struct DeviceKeys: Sendable {
    private let badges: SymmetricKey
    private let pins: SymmetricKey
    private let fingerprints: SymmetricKey
    private let tokens: SymmetricKey
    /// Tells this key from any other, and nothing of it.
    let check: String

    /// Derives the keys of all uses from the device key.
    init(device key: SymmetricKey) {
        func derived(_ use: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: key,
                info: Data("tachiai \(use) 1".utf8),
                outputByteCount: 32
            )
        }
        badges = derived("badge")
        pins = derived("pin pepper")
        fingerprints = derived("pin fingerprint")
        tokens = derived("token")
        let code = HMAC<SHA256>.authenticationCode(for: Data(), using: derived("check"))
        check = Array(code.prefix(16)).hexadecimal
    }

    /// What is kept of a badge's number.
    func digest(of badge: BadgeNumber) -> BadgeDigest {
        BadgeDigest(mac(badge.exposed, under: badges))
    }

    /// The digits as scrypt takes them.
    func pepper(_ digits: Secret) -> [UInt8] { mac(digits.exposed, under: pins) }

    /// What documents show of a person's PIN; the same digits of another person look different.
    func fingerprint(ofPIN digits: Secret, of person: PersonID) -> Fingerprint? {
        let bytes = mac(
            "\(person.text.utf8.count):\(person.text)\(digits.exposed)",
            under: fingerprints
        )
        return Fingerprint(bytes.prefix(16).hexadecimal)
    }

    /// What is kept of a token.
    func digest(ofToken token: Secret) -> [UInt8] { mac(token.exposed, under: tokens) }

    private func mac(_ text: String, under key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
    }
}
