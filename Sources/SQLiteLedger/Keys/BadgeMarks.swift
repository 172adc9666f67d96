// SPDX-License-Identifier: Apache-2.0
public import Access
internal import Crypto
internal import Foundation

/// What may be shown of badge numbers, without opening the database (L10).
///
/// Under the device key a mark is the fingerprint that documents and records show. Without it a key
/// is drawn that lasts as long as this value: its marks tell one badge from another and are good for
/// nothing else. An unkeyed digest would give the number away: there are too few numbers.
public struct BadgeMarks: Sendable {
    private let keys: DeviceKeys
    /// Whether the marks are the board's own fingerprints.
    public let areFingerprints: Bool

    /// Marks that last as long as this value.
    public init() {
        keys = DeviceKeys(device: SymmetricKey(size: .bits256))
        areFingerprints = false
    }

    /// The fingerprints of the board whose database lies there.
    ///
    /// - Throws: where the device key is missing, or not for this user's eyes.
    public init(beside database: String) throws(LedgerFault) {
        keys = try KeyFile.keys(beside: database, isNew: false)
        areFingerprints = true
    }

    /// The mark of a badge's number.
    public func mark(of number: BadgeNumber) -> Fingerprint? { keys.digest(of: number).fingerprint }
}
