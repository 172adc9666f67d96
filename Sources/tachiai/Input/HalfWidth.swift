// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text with full-width letters, digits and signs as plain ones, as input methods leave them.
    var halfWidth: String {
        String(
            UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xFF01...0xFF5E: UnicodeScalar(scalar.value - 0xFEE0) ?? scalar
                    case 0x2212: "-"
                    case 0x3000: " "
                    default: scalar
                    }
                }
            )
        )
    }
}

/// The words of a command line, as they are meant.
enum TypedWords {
    /// Options whose value is a text that people read; it stays as it is written.
    private static let texts: Set = [
        "--reason", "--name", "--kana", "--company", "--contract", "--necessity", "--basis",
        "--label", "--in", "--out", "--identity-checked",
    ]

    /// Numbers and ids with full-width characters become the ones that are meant; all else stays.
    static func plain(_ words: [String]) -> [String] {
        zip([""] + words, words).map { before, word in
            guard !texts.contains(before) else { return word }
            let plain = word.halfWidth
            return isID(plain) ? plain : word
        }
    }

    private static func isID(_ word: String) -> Bool {
        word.contains { $0.isASCII && $0.isNumber }
            && word.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || "-:./+".contains($0))
            }
    }
}
