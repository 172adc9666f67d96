// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Records of the journal as people read them.
struct JournalReport {
    let words: Words
    let screen: Screen

    private var empty: Table {
        Table(
            [words.number, words.time, words.kind, words.place, words.who, words.what],
            least: [6, 19, 10, 10, 17]
        )
    }

    var head: String { empty.head }

    func table(_ records: [RecordReply]) -> Table {
        var table = empty
        for record in records { table.add(cells(record)) }
        return table
    }

    func line(_ record: RecordReply) -> String {
        let line = empty.line(cells(record))
        switch RecordKind(rawValue: record.kind) {
        case .denied: return screen.paint(line, .yellow)
        case .alarm: return screen.paint(line, .red)
        case .entry, .entered: return screen.paint(line, .green)
        default: return line
        }
    }

    /// One record with everything that it says.
    func lines(_ record: RecordReply) -> [String] {
        let kind = RecordKind(rawValue: record.kind)
        let reason = record.reason.map { written in
            Reason(rawValue: written).map {
                words.language("\($0.japanese)（\(written)）", "\(written) \($0.english)")
            }
                ?? written
        }
        let pairs: [(String, String?)] = [
            (words.number, String(record.number)), (words.time, Words.time(record.at)),
            (words.kind, kind.map { words.language($0.japanese, $0.english) } ?? record.kind),
            (words.door, record.door), (words.room, record.room.map(words.room)),
            (words.reader, record.reader),
            (words.who, record.people.map(words.persons)),
            (words.escort, record.escort.map(words.person)),
            (words.approvals, record.approvals?.joined(separator: " ")),
            (words.approvedBy, grounds(record) { [words.person($0.approver), $0.basis] }),
            (words.necessity, grounds(record) { [$0.purpose] }),
            (words.designation, record.designation), (words.reason, reason),
            (words.badge, record.badge), (words.author, record.author.map(words.person)),
            (words.order, record.verb.map(words.verb)),
            (words.subject, record.subject.map(words.subject)),
            (words.content, record.content), (words.alarm, record.alarm.map(words.alarm)),
            (words.state, record.state.map(words.state)),
            (words.shownAtDoor, record.authentication.map(words.authentication)),
            (
                words.remark,
                record.remarks?.map(words.meaning(ofRemark:)).joined(separator: words.comma)
            ),
            (words.belongsTo, record.of.map { String($0) }), (words.text, words.text(of: record)),
            (words.clock, record.isTrusted ? nil : words.clockUnsynchronised),
            (words.digest, record.digest),
        ]
        return Words.pairs(pairs.compactMap { title, value in value.map { (title, $0) } })
    }

    /// Something of what the approvals rest on; once where it is the same of all.
    private func grounds(
        _ record: RecordReply,
        _ part: (GroundReply) -> [String?]
    ) -> String? {
        let parts = record.grounds?.map {
            part($0).compactMap { $0 }.joined(separator: words.comma)
        }
        guard let parts, let first = parts.first else { return nil }
        return parts.allSatisfy { $0 == first } ? first : parts.joined(separator: " / ")
    }

    private func cells(_ record: RecordReply) -> [String] {
        let kind = RecordKind(rawValue: record.kind)
        let people = record.people ?? []
        return [
            String(record.number), Words.time(record.at),
            kind.map { words.language($0.japanese, $0.english) } ?? record.kind,
            record.door ?? record.room.map { words.rooms([$0]) } ?? record.reader ?? "",
            people.count == 1 ? words.person(people[0]) : words.people(people),
            words.joined(notes(record)),
        ]
    }

    private func notes(_ record: RecordReply) -> [String] {
        let reason = record.reason.map { written in
            Reason(rawValue: written).map { words.language($0.japanese, $0.english) } ?? written
        }
        let alarm = record.alarm.map(words.alarm)
        let order = words.joined(verb: record.verb, subject: record.subject)
        let parts: [String?] = [
            alarm, reason, order.isEmpty ? nil : order, record.state.map(words.state),
            record.author.map(words.person).map(words.orderedBy),
            record.escort.map(words.person).map(words.escortedBy),
            record.designation, words.text(of: record),
            record.isTrusted ? nil : words.clockUnsynchronised,
        ]
        return parts.compactMap { $0 } + (record.approvals ?? [])
            + (record.remarks ?? []).map(words.meaning(ofRemark:))
    }
}
