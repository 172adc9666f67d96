// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// Visits as people read them.
struct VisitReport {
    let words: Words

    func table(_ visits: [VisitReply]) -> Table {
        var table = Table([
            words.number, words.visitors, words.room, words.validity, words.entries, words.state,
            words.inside,
        ])
        for reply in visits {
            table.add([
                reply.row.id, words.people(reply.row.visitors),
                words.rooms(reply.row.rooms), Words.span(reply.row.from, reply.row.until),
                entries(reply), words.visitState(reply.state),
                words.people(reply.inside),
            ])
        }
        return table
    }

    private func entries(_ reply: VisitReply) -> String {
        let used = reply.used.map(\.entries).max() ?? 0
        switch reply.row.entries {
        case .number(let most): return "\(used)/\(most)"
        case .unlimited: return "\(used)/∞"
        case nil: return "\(used)/1"
        }
    }

    func lines(_ reply: VisitReply) -> [String] {
        let row = reply.row
        let approved = [row.by.map(words.person), row.on.map { "(\($0))" }].compactMap { $0 }
        let pairs: [(String, String?)] = [
            (words.number, row.id), (words.state, words.visitState(reply.state)),
            (words.visitors, words.persons(row.visitors)),
            (words.room, row.rooms.map(words.room).joined(separator: words.comma)),
            (words.validity, Words.span(row.from, row.until)),
            (words.necessity, row.necessity),
            (words.requestedBy, reply.requestedBy.map(words.person)),
            (words.approvedBy, approved.isEmpty ? nil : approved.joined(separator: " ")),
            (words.escortsAllowed, row.escorts.map(words.persons)),
            (words.entries, entries(reply)),
            (words.inside, reply.inside.isEmpty ? nil : words.persons(reply.inside)),
        ]
        return Words.pairs(pairs.compactMap { title, value in value.map { (title, $0) } })
    }
}
