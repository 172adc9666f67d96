// SPDX-License-Identifier: Apache-2.0
internal import Crypto
internal import CryptoExtras

/// The master keys from which every card's own key follows, by their version (L10).
///
/// Each card carries the version of the master that its key came from, so that a master can be
/// changed while older cards still prove themselves, and are given the new key one by one.
public struct CardKeys: Sendable, Hashable {
    /// The versions, oldest first; 0 is that of a card fresh from the factory, and never used.
    public let versions: [UInt16]
    private let masters: [UInt16: [UInt8]]

    /// At most so many versions (L14).
    public static let most = 16
    /// The bytes of a master key.
    public static let length = 16

    /// No key: no card can be proved genuine.
    public static let none = CardKeys(masters: [:])

    private init(masters: [UInt16: [UInt8]]) {
        self.masters = masters
        versions = masters.keys.sorted()
    }

    /// Takes master keys by version.
    ///
    /// - Returns: `nil` for a version 0, a key of another length, or too many.
    public init?(_ masters: [UInt16: [UInt8]]) {
        guard masters[0] == nil, masters.count <= Self.most,
            masters.values.allSatisfy({ $0.count == Self.length })
        else { return nil }
        self.init(masters: masters)
    }

    /// The version that new cards get.
    public var newest: UInt16? { versions.last }

    /// The same, and a new master of the next version.
    ///
    /// - Returns: `nil` where there are too many already.
    public func adding(_ master: [UInt8]) -> CardKeys? {
        guard let next = newest.map({ $0.addingReportingOverflow(1) }) else {
            return CardKeys([1: master])
        }
        return next.overflow
            ? nil : CardKeys(masters.merging([next.partialValue: master]) { $1 })
    }

    /// The key of one card: the AES-CMAC of its IDm and its ID block under a master.
    ///
    /// - Returns: `nil` where no master has that version.
    func cardKey(version: UInt16, idm: [UInt8], id: [UInt8]) -> CardKey? {
        guard let master = masters[version],
            var derivation = try? AES.CMAC(key: SymmetricKey(data: master))
        else { return nil }
        derivation.update(data: idm + id)
        return CardKey(bytes: Array(derivation.finalize()))
    }

    /// The masters, for the file alone that they are kept in.
    var exposed: [(version: UInt16, master: [UInt8])] {
        versions.compactMap { version in masters[version].map { (version, $0) } }
    }
}

extension CardKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which versions there are, and nothing else.
    public var description: String { "card keys \(versions)" }
    /// Which versions there are, and nothing else.
    public var debugDescription: String { description }
    /// Hides the keys from reflection and dumps.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// One card's own key.
struct CardKey {
    let bytes: [UInt8]

    /// As the card keeps it: each half last byte first.
    var block: [UInt8] { halvesReversed(bytes) }
}

extension CardKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "••••" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}

/// The order in which a FeliCa Lite-S card keeps keys and challenges, and computes.
func halvesReversed(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 8).flatMap {
        bytes[$0..<min($0 + 8, bytes.count)].reversed()
    }
}
