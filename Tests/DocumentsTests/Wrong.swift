// SPDX-License-Identifier: Apache-2.0
import Testing

/// A change that makes an example of the design wrong, and the lines that must be said about it.
struct Wrong: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let lines: [String]

    var testDescription: String { "\(old) ⇒ \(new)" }

    /// Reads a table of threes: what stands there, what is put in its place, what is said about it.
    ///
    /// In it `⏎` and `⇥` are line ends and tabs, `␣` a space at an end, `∅` nothing, and `∣` stands between lines.
    static func table(_ text: String) -> [Wrong] {
        let lines = text.split(separator: "\n").map(String.init)
        return stride(from: 0, to: lines.count, by: 3).map { start in
            Wrong(
                old: plain(lines[start]),
                new: plain(String(lines[start + 1].dropFirst(2))),
                lines: lines[start + 2].dropFirst(2).split(separator: " ∣ ").map(String.init)
            )
        }
    }

    private static func plain(_ text: String) -> String {
        text.replacing("⏎", with: "\n").replacing("⇥", with: "\t").replacing("␣", with: " ")
            .replacing("∅", with: "")
    }

    /// An example of the design, changed.
    func applied(to example: String) throws -> String {
        try #require(example.contains(old))
        return example.replacing(old, with: new)
    }

    /// Checks what was said; an expectation that ends in an ellipsis is a beginning.
    func expect(_ said: [String]) {
        #expect(said.count == lines.count, "\(said)")
        for (said, expected) in zip(said, lines) {
            if expected.hasSuffix("…") {
                #expect(said.hasPrefix(expected.dropLast()))
            } else {
                #expect(said == expected)
            }
        }
    }
}
