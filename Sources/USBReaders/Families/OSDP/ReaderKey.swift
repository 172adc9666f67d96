// SPDX-License-Identifier: Apache-2.0

/// The key that a reader on a line and the board share (SCBK); never printed (L10).
struct ReaderKey: Sendable, Hashable {
    /// The sixteen bytes.
    ///
    /// Read them only to encrypt, to send them to the reader while pairing, and to keep them.
    let exposed: [UInt8]

    /// How long a key is.
    static let length = 16

    /// The key that every new reader has (SCBK-D): it proves nothing, and serves to pair only.
    static let preset = ReaderKey(Array(0x30...0x3F))

    private init(_ bytes: [UInt8]) { exposed = bytes }

    /// A key of one's own; `nil` for another length, and for the key that everybody knows.
    init?(own bytes: [UInt8]) {
        guard bytes.count == Self.length, bytes != Self.preset.exposed else { return nil }
        exposed = bytes
    }

    /// Whether everybody knows it.
    var isPreset: Bool { self == .preset }
}

extension ReaderKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A mask of constant length.
    var description: String { "••••" }
    /// A mask of constant length.
    var debugDescription: String { description }
    /// Hides the key from reflection and dumps.
    var customMirror: Mirror { Mirror(self, children: []) }
}
