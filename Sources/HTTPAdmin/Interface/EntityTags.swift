// SPDX-License-Identifier: Apache-2.0

/// The entity tags of a condition, without their quotes (RFC 9110, 8.8.3).
///
/// A comma in a tag would be taken for the end of it: ours have none.
struct EntityTags: Sendable, Hashable {
    /// What stands for whatever tag there is.
    static let any = "*"
    /// The longest tag, and the most of them (L14).
    private static let longest = 64
    private static let most = 10

    let texts: [String]

    /// Reads `*`, or tags in quotes with commas between.
    ///
    /// - Returns: `nil` for anything else.
    init?(_ written: String) {
        guard written != Self.any else {
            texts = [Self.any]
            return
        }
        var texts: [String] = []
        let pieces = written.split(
            separator: ",",
            maxSplits: Self.most,
            omittingEmptySubsequences: false
        )
        guard pieces.count <= Self.most else { return nil }
        for (place, piece) in pieces.enumerated() {
            var tag = piece
            if place > 0, tag.first == " " { tag.removeFirst() }
            if place < pieces.count - 1, tag.last == " " { tag.removeLast() }
            if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
            guard tag.count >= 2, tag.first == "\"", tag.last == "\"" else { return nil }
            let text = tag.dropFirst().dropLast()
            guard text.utf8.count <= Self.longest,
                text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 })
            else {
                return nil
            }
            texts.append(String(text))
        }
        self.texts = texts
    }

    /// The form as a schema says it.
    static let form = schema([["const": .text(any)], named])
    /// The same where some state must be named; `"0"` is that before the first policy.
    static let namedForm = schema([["const": #""0""#], named])

    private static let named: JSONValue = [
        "pattern": .text("^\(tag)( ?, ?\(tag)){0,\(most - 1)}$")
    ]
    private static let tag = "(W/)?\"[!#-+\\--~]{0,\(longest)}\""

    private static func schema(_ choices: [JSONValue]) -> [String: JSONValue] {
        ["anyOf": .list(choices), "examples": [#""7""#, #""7", W/"8""#]]
    }
}
