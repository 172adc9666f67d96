// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import Foundation

/// A record with its place in the chain and both clocks: what is rendered, digested and kept.
struct JournalBody: Sendable {
    /// The longest free text of a record, in characters (L14).
    static let longestText = 1000
    /// The longest row of an order in its record, in characters.
    static let longestContent = 4000

    var record: Record
    var number: RecordNumber
    var board: String
    var wall: Timestamp
    /// The wall time with the board's offset.
    var written: String
    var instant: Instant
    var boot: String
    var isTrusted: Bool
    /// The digest of the record before.
    var previous: String

    /// The text that is kept and digested.
    var text: String {
        var json = CanonicalJSON()
        json.add("alarm", record.alarm?.rawValue)
        json.add("approvals", record.approvals.map(\.text))
        json.add("approvers", record.grounds.map(\.approver.text))
        json.add("at", written)
        json.add("authentication", record.authentication?.rawValue)
        json.add("author", record.author?.text)
        json.add("badge", record.badge?.description)
        let acts = record.grounds.contains { $0.basis != nil }
        json.add("bases", acts ? record.grounds.map { $0.basis ?? "" } : [])
        json.add("board", board)
        json.add("boot", boot)
        json.add("content", record.content.map { String($0.prefix(Self.longestContent)) })
        json.add("designation", record.designation?.text)
        json.add("door", record.door?.text)
        json.add("escort", record.escort?.text)
        json.add("kind", record.kind.rawValue)
        json.add("mono", instant.nanoseconds)
        json.add("ms", wall.milliseconds)
        json.add("number", number)
        json.add("of", record.of)
        json.add("people", record.people.map(\.text))
        json.add("prev", previous)
        json.add("purposes", record.grounds.map { String($0.purpose.prefix(Self.longestText)) })
        json.add("reader", record.reader?.text)
        json.add("reason", record.reason?.rawValue)
        json.add("remarks", record.remarks.map(\.rawValue))
        json.add("room", record.room?.text)
        json.add("state", record.state)
        json.add("subject", record.subject)
        json.add("text", record.text.map { String($0.prefix(Self.longestText)) })
        json.add("trusted", isTrusted)
        json.add("verb", record.verb)
        return json.object
    }

    /// The digest of a record's text, in hexadecimal.
    static func digest(of text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var hash = SHA256()
            unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            return hash.finalize().hexadecimal
        }
    }
}

extension Instant {
    /// Whole nanoseconds since the machine started.
    var nanoseconds: Int64 {
        let parts = sinceBoot.components
        return parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000
    }

    /// An instant by its whole nanoseconds since the machine started.
    init(nanoseconds: Int64) {
        self.init(sinceBoot: .nanoseconds(nanoseconds))
    }
}
