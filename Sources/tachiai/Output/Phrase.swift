// SPDX-License-Identifier: Apache-2.0

/// An English sentence with gaps, each written `*`, and the Japanese one with the same gaps in the same order.
struct Phrase: Sendable {
    private let english: String
    private let japanese: String

    init(_ english: String, _ japanese: String) {
        self.english = english
        self.japanese = japanese
    }

    /// A text in Japanese, where it is this sentence; what fills the gaps stays as it is, unless it is put otherwise.
    func japanese(for text: String, gaps put: (String) -> String = { $0 }) -> String? {
        guard let gaps = Self.gaps(of: english, in: text) else { return nil }
        let pieces = japanese.split(separator: "*", omittingEmptySubsequences: false)
        return zip(pieces, gaps.map(put) + [""]).map { $0 + $1 }.joined()
    }

    /// The first of several phrases that a text is, in Japanese.
    static func japanese(
        for text: String,
        among phrases: [Phrase],
        gaps put: (String) -> String = { $0 }
    ) -> String? {
        for phrase in phrases {
            if let japanese = phrase.japanese(for: text, gaps: put) { return japanese }
        }
        return nil
    }

    /// What stands in the gaps; `nil` where the text is another sentence.
    static func gaps(of pattern: String, in text: String) -> [String]? {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let head = pieces.first, text.hasPrefix(head) else { return nil }
        var rest = text.dropFirst(head.count)
        var gaps: [String] = []
        for piece in pieces.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: piece) else { return nil }
            gaps.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        guard pieces.count > 1 else { return rest.isEmpty ? [] : nil }
        guard let tail = pieces.last, rest.hasSuffix(tail) else { return nil }
        return gaps + [String(rest.dropLast(tail.count))]
    }
}
