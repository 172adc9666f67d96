// SPDX-License-Identifier: Apache-2.0

/// What somebody may have meant who mistyped a word.
enum Nearest {
    /// The known word that so few slips make of it that it may be meant; the first of several.
    static func to(_ word: String, among known: [String]) -> String? {
        let found = known.map { (known: $0, slips: slips(from: word, to: $0)) }
            .min { $0.slips < $1.slips }
        guard let found, found.slips <= max(1, min(3, word.count / 2)) else { return nil }
        return found.known
    }

    /// The fewest letters put in, left out or taken for others that make one word of another.
    static func slips(from word: String, to other: String) -> Int {
        let letters = Array(other.lowercased().prefix(longest))
        var row = Array(0...letters.count)
        for (line, letter) in word.lowercased().prefix(longest).enumerated() {
            var corner = row[0]
            row[0] = line + 1
            for (column, wanted) in letters.enumerated() {
                let swapped = corner + (letter == wanted ? 0 : 1)
                corner = row[column + 1]
                row[column + 1] = min(swapped, row[column] + 1, corner + 1)
            }
        }
        return row[letters.count]
    }

    /// As much of a word as is looked at.
    private static let longest = 64
}
