// SPDX-License-Identifier: Apache-2.0
import Access
import Synchronization
import Testing

@testable import USBReaders

/// What a transcript's first line plugs in.
enum TranscriptReader {
    /// The protocol's side of it.
    static func conversation(_ lines: [[String]]) throws -> any Conversation {
        var words = try #require(lines.first)
        var device = Bench.device
        var seat = Bench.seat
        // A reader of the class is of a model.
        if words[1] == ReaderFamily.ccid.rawValue {
            let model = words.remove(at: 2).split(separator: ":").compactMap {
                UInt16($0, radix: 16)
            }
            device = CCIDBench.usb(vendor: try #require(model.first), product: model[1])
            seat = try #require(ReaderFamily.ccid.seat(in: device))
        }
        let family = try #require(ReaderFamily(rawValue: words[1]))
        let specification = ReaderSpecification(
            id: "reader",
            family: family,
            place: .port(Bench.device.path),
            role: words[0] == "reader" ? try role(Array(words.dropFirst(2)), of: family) : .keys
        )
        return family.makeConversation(
            on: seat,
            of: device,
            for: specification,
            proving: try desk(lines)
        )
    }

    /// What the door shows.
    static func indication(_ word: String) -> Indication? {
        Indication.allCases.first { "\($0)" == word }
    }

    /// The keys by which cards prove themselves, and the challenges, in their order.
    private static func desk(_ lines: [[String]]) throws -> CardDesk? {
        guard let key = lines.first(where: { $0[0] == "key" }) else { return nil }
        let master = try #require([UInt8](hexadecimal: key.dropFirst(2).joined()))
        let version = try #require(UInt16(key[1]))
        let keys = try #require(CardKeys([version: master]))
        let challenges = lines.filter { $0[0] == "challenge" }.compactMap {
            [UInt8](hexadecimal: $0.dropFirst().joined())
        }
        let next = Mutex(0)
        return CardDesk(keys, firstKeys: { () throws(CardKeyFault) in keys }) {
            next.withLock { next in
                defer { next += 1 }
                return challenges[next % challenges.count]
            }
        }
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
