// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Whether this is how a whole number is written: a sign and digits, no leading zero.
    var isWholeNumber: Bool {
        let digits = first == "-" ? dropFirst() : self[...]
        guard let first = digits.first, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return false
        }
        return first != "0" || digits.count == 1
    }

    /// The beginning, where the whole would be too long for a message (L14).
    var prefixed: String { count > 60 ? prefix(60) + "…" : self }

    /// The word among some that this one was probably meant to be.
    func nearest(among words: [String]) -> String? {
        guard count <= 60 else { return nil }
        let ranked = words.map { (word: $0, distance: distance(to: $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }),
            best.distance <= (count <= 3 ? 1 : max(2, count / 3))
        else { return nil }
        return best.word
    }

    /// How many characters must be put in, taken out or changed; case counts for nothing.
    private func distance(to other: String) -> Int {
        let left = Array(lowercased())
        let right = Array(other.lowercased())
        var row = Array(0...right.count)
        for (line, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let change = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(change, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
