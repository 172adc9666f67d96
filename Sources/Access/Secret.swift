// SPDX-License-Identifier: Apache-2.0

/// Digits that only the ledger's key derivation may read; never printed (L10).
public struct Secret: Sendable, Hashable {
    /// The digits themselves.
    ///
    /// Read them only to derive a digest.
    public let exposed: String

    /// Wraps digits that somebody typed or wrote.
    public init(_ digits: String) {
        exposed = digits
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A mask of constant length.
    public var description: String { "••••" }
    /// A mask of constant length.
    public var debugDescription: String { description }
    /// Hides the digits from reflection and dumps.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a reader read off a badge (証), normalised: fixed width, upper case, zeros kept (L10).
///
/// The core passes it on to the ledger, which keeps a keyed digest only; it is never printed.
public struct BadgeNumber: Sendable, Hashable {
    /// The normalised number.
    ///
    /// Read it only to derive a digest.
    public let exposed: String

    /// The longest number that any reader of the field gives, in characters (L14).
    public static let longest = 64

    /// Normalises what a person wrote or a reader read: spaces, colons and hyphens fall away, letters go upper.
    ///
    /// - Returns: `nil` for nothing, for over ``longest`` characters, or for anything but `0-9 A-F`.
    public init?(_ written: String) {
        let kept = written.unicodeScalars.filter { !" :-".unicodeScalars.contains($0) }
        guard !kept.isEmpty, kept.count <= Self.longest else { return nil }
        var normalised = ""
        for scalar in kept {
            switch scalar {
            case "0"..."9", "A"..."F": normalised.unicodeScalars.append(scalar)
            case "a"..."f": normalised += String(scalar).uppercased()
            default: return nil
            }
        }
        exposed = normalised
    }
}

extension BadgeNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A mask of constant length.
    public var description: String { "••••" }
    /// A mask of constant length.
    public var debugDescription: String { description }
    /// Hides the number from reflection and dumps.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The first half of a badge's or PIN's keyed digest: enough to recognise it, useless to forge it.
public struct Fingerprint: Sendable, Hashable {
    /// The mark with which documents write a fingerprint instead of a number.
    public static let prefix = "fp:"
    /// Lower-case hexadecimal digits, without the prefix.
    public let hexadecimal: String

    /// Reads `fp:` and hexadecimal digits, or the digits alone.
    public init?(_ written: String) {
        let digits = written.hasPrefix(Self.prefix) ? String(written.dropFirst(3)) : written
        guard digits.count == 32, digits.allSatisfy({ "0123456789abcdef".contains($0) }) else {
            return nil
        }
        hexadecimal = digits
    }
}

extension Fingerprint: CustomStringConvertible {
    /// As documents write it.
    public var description: String { Self.prefix + hexadecimal }
}
