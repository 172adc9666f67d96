// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// A review as people read it.
struct ReviewReport {
    let words: Words
    let screen: Screen

    func lines(_ review: ReviewReply) -> [String] {
        let expiring = review.expiring.map {
            ($0.designation, words.endsWithin($0.within, $0.designation.ends))
        }
        let overdue = review.overdue.map { ($0, words.confirmedAt($0.confirmed.map(Words.time))) }
        let former = review.formerOffices.map { reply in
            (reply, words.signedBy(words.persons(reply.formerOffices)))
        }
        let badges = BadgeReport(words: words).table(review.unused)
        return [screen.paint(words.reviewOf(Words.time(review.at)), .bold)]
            + part(words.expiring, expiring) + part(words.overdue, overdue)
            + part(words.formerOffices, former) + ["", head(words.unused, review.unused.count)]
            + (badges.isEmpty ? [] : badges.lines) + (review.isCut ? ["", words.reviewIsCut] : [])
    }

    private func head(_ title: String, _ count: Int) -> String {
        screen.paint("\(title) (\(count))", .bold)
    }

    private func part(_ title: String, _ items: [(DesignationReply, String)]) -> [String] {
        guard !items.isEmpty else { return ["", head(title, 0)] }
        var table = Table([
            words.number, words.who, words.room, words.lastUsed, words.remark,
        ])
        for (reply, note) in items {
            table.add([
                reply.row.id, words.person(reply.row.person),
                words.rooms(reply.row.rooms),
                reply.lastUsed.map(Words.time) ?? words.never, note,
            ])
        }
        return ["", head(title, items.count)] + table.lines
    }
}
