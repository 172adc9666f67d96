// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// What a transcript's first line plugs in.
enum TranscriptReader {
    /// The protocol's side of it.
    static func conversation(_ words: [String]) throws -> any Conversation {
        let family = try #require(ReaderFamily(rawValue: words[1]))
        let specification = ReaderSpecification(
            id: "reader",
            family: family,
            place: .port(Bench.device.path),
            role: words[0] == "reader" ? try role(Array(words.dropFirst(2)), of: family) : .keys
        )
        return family.makeConversation(
            on: Bench.seat,
            of: Bench.device,
            for: specification,
            proving: nil
        )
    }

    private static func role(_ words: [String], of family: ReaderFamily) throws
        -> ReaderSpecification.Role
    {
        guard family == .hidKeyboard else {
            let polling = CardPolling(
                systemCodes: words.compactMap { UInt16($0, radix: 16) },
                typeA: words.contains("type-a"),
                typeB: words.contains("type-b")
            )
            return .cards(try #require(polling))
        }
        let form = NumberForm(
            try #require(NumberForm.Radix(rawValue: words[0])),
            width: try #require(Int(words[1])),
            byteOrder: words.last == "reversed" ? .reversed : .asSent
        )
        return .badges(try #require(form), end: try #require(LineEnd(rawValue: words[2])))
    }
}
