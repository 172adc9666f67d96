// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation

extension Secret {
    /// A secret of 256 random bits, with a mark by which a scanner of files finds it.
    static func random(mark: String) -> Secret {
        let bits = Data([UInt8](randomCount: 32))
        let text = bits.base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
        return Secret(mark + text)
    }

    /// The mark of tokens.
    static let tokenMark = "tachiai_"
    /// The mark of the claim.
    static let claimMark = "tachiai_claim_"
    /// Longer than every token and claim, in bytes (L14).
    static let longestToken = 128
}

extension [UInt8] {
    /// Whether the bytes are the same, found out in a time that tells nothing about them.
    func matches(_ other: [UInt8]) -> Bool {
        var difference = UInt8(count == other.count ? 0 : 1)
        for (left, right) in zip(self, other) { difference |= left ^ right }
        return difference == 0
    }
}
