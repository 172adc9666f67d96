// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// Designations as people read them.
struct DesignationReport {
    let words: Words

    func table(_ designations: [DesignationReply]) -> Table {
        var table = Table([
            words.number, words.who, words.room, words.validity, words.signatures,
            words.lastUsed, words.remark,
        ])
        for reply in designations {
            let signers = (reply.row.signatures ?? []).map(\.by)
            table.add([
                reply.row.id, words.person(reply.row.person),
                words.rooms(reply.row.rooms),
                Words.span(reply.row.from, reply.row.until), words.people(signers),
                reply.lastUsed.map { String(Words.time($0).prefix(10)) } ?? "", remark(reply),
            ])
        }
        return table
    }

    private func remark(_ reply: DesignationReply) -> String {
        let state = words.designationState(reply.state)
        guard state.isEmpty || reply.state == "proposed" else { return state }
        guard reply.incompleteFor.isEmpty else {
            return words.lacksSignature(
                words.rooms(reply.incompleteFor),
                reply.awaitedSignatures
            )
        }
        if let ends = reply.ends { return words.endsByTransfer(Words.time(ends)) }
        return reply.formerOffices.isEmpty ? "" : words.byFormerOffice
    }

    private func confirmation(_ reply: DesignationReply) -> String? {
        reply.confirmed.map {
            [Words.time($0), reply.confirmedBy.map(words.person)].compactMap { $0 }.joined(
                separator: " "
            )
        }
    }

    func lines(_ reply: DesignationReply) -> [String] {
        let row = reply.row
        let signatures = (row.signatures ?? []).map { "\(words.person($0.by)) (\($0.on))" }
        let hours = row.hours.map { hours in
            hours.days.map(words.weekday).joined(separator: " ") + " \(hours.from)–\(hours.until)"
        }
        let former = reply.formerOffices.isEmpty ? nil : words.persons(reply.formerOffices)
        let note = remark(reply)
        let pairs: [(String, String?)] = [
            (words.number, row.id), (words.who, words.person(row.person)),
            (words.room, row.rooms.map(words.room).joined(separator: words.comma)),
            (words.validity, Words.span(row.from, row.until)), (words.hours, hours),
            (words.reason, row.reason),
            (
                words.signatures,
                signatures.isEmpty ? words.nothing : signatures.joined(separator: words.comma)
            ),
            (words.signedFormerly, former),
            (words.confirmed, confirmation(reply)),
            (words.reviewDue, reply.reviewDue.map(Words.time)),
            (words.lastUsed, reply.lastUsed.map(Words.time) ?? words.never),
            (words.remark, note.isEmpty ? nil : note),
        ]
        return Words.pairs(pairs.compactMap { title, value in value.map { (title, $0) } })
    }
}

extension DesignationReply {
    /// The state of a designation that was taken back.
    static let revoked = "revoked"
}
