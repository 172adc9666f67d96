// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// Badges as people read them.
struct BadgeReport {
    let words: Words

    func table(_ badges: [BadgeReply]) -> Table {
        var table = Table([
            words.fingerprint, words.label, words.who, words.kind, words.state, words.lastUsed,
        ])
        for badge in badges {
            table.add([
                badge.fingerprint, badge.label ?? "", words.person(badge.person),
                words.badgeKind(badge.kind),
                words.badgeStatus(badge.status), badge.lastUsed.map(Words.time) ?? "",
            ])
        }
        return table
    }

    func lines(_ badge: BadgeReply, withUse: Bool = true) -> [String] {
        let pairs: [(String, String?)] = [
            (words.fingerprint, badge.fingerprint), (words.label, badge.label),
            (words.who, words.person(badge.person)), (words.kind, words.badgeKind(badge.kind)),
            (words.state, words.badgeStatus(badge.status)),
            (words.technology, badge.technology.map(words.technology)),
            (words.systemCode, badge.systemCode),
            (words.assurance, badge.assurance.map(words.assurance)),
            (words.issued, badge.issued.map(Words.time)),
            (words.returned, badge.returned.map(Words.time)),
            (words.lastUsed, withUse ? badge.lastUsed.map(Words.time) : nil),
        ]
        return Words.pairs(pairs.compactMap { title, value in value.map { (title, $0) } })
    }

    /// What a card is that somebody holds in their hand.
    func lines(_ read: BadgeReadReply) -> [String] {
        let holder = read.person.map(words.badgeOf) ?? words.badgeOfNobody
        let sentence = read.mayBeIssued ? holder : words.notToBeIssued(read.obstacle)
        let pairs: [(String, String?)] = [
            (words.state, read.status.map(words.badgeStatus)),
            (words.technology, read.technology.map(words.technology)),
            (words.systemCode, read.systemCode),
            (words.assurance, read.assurance.map(words.assurance)),
            (words.permanence, words.permanence(read.obstacle)),
        ]
        return [read.fingerprint, sentence].compactMap { $0 }
            + Words.pairs(pairs.compactMap { title, value in value.map { (title, $0) } })
    }

    /// The sheet that a report of a lost badge is written from (Article 22).
    func lines(_ incident: IncidentReply, _ screen: Screen) -> [String] {
        let holder = [incident.badge.person, incident.name].compactMap { $0 }
        let doors = incident.doors.isEmpty ? words.nothing : incident.doors.joined(separator: " ")
        let head = Words.pairs([
            (words.holder, holder.joined(separator: " ")),
            (words.reported, incident.reported.map(report) ?? words.notReported),
            (words.usedBefore, incident.lastUse.map(use) ?? words.never), (words.doorsUsed, doors),
            (
                words.roomsOpened,
                incident.rooms.isEmpty ? words.nothing : words.rooms(incident.rooms)
            ),
        ])
        let since = JournalReport(words: words, screen: screen).table(incident.since)
        return [screen.paint(words.incidentSheet, .bold)] + head + [""]
            + lines(incident.badge, withUse: false)
            + ["", words.sinceReported] + (since.isEmpty ? [words.neverUsed] : since.lines)
    }

    private func report(_ record: RecordReply) -> String {
        let parts = [
            Words.time(record.at), record.author.map(words.person),
            words.recordNumber(record.number),
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    private func use(_ record: RecordReply) -> String {
        let parts = [Words.time(record.at), record.door, words.recordNumber(record.number)]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}
