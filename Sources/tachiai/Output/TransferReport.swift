// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// What a list of transfers would change, as people read it.
struct TransferReport {
    let words: Words
    let screen: Screen

    /// What follows from a request; `people` are the rows of those who move, as they are before.
    func lines(
        _ reply: TransfersReply,
        of request: TransfersRequest,
        people: [String: PersonRow]
    ) -> [String] {
        let head = screen.paint(words.transfersAt(Words.time(request.effective)), .bold)
        return [head] + moves(reply, request, people) + visits(reply) + offices(reply)
    }

    private func moves(
        _ reply: TransfersReply,
        _ request: TransfersRequest,
        _ people: [String: PersonRow]
    ) -> [String] {
        var table = Table([
            words.person, words.name, words.before, words.to, words.losesDesignations, words.remark,
        ])
        for move in request.moves {
            let lost = reply.designations.filter { $0.person == move.person }
            let row = people[move.person]
            table.add([
                move.person, row?.name ?? "",
                row?.department.map(words.department) ?? row?.company ?? "",
                move.department.map(words.department) ?? words.leaves,
                lost.map(\.id).joined(separator: " "),
                reply.escorts.contains(move.person) ? words.escortsNoMore : "",
            ])
        }
        return table.lines
    }

    private func visits(_ reply: TransfersReply) -> [String] {
        guard !reply.visits.isEmpty else { return [] }
        var table = Table([words.visit, words.visitors, words.validity, words.escort])
        for visit in reply.visits {
            table.add([
                visit.id, words.people(visit.visitors),
                Words.span(visit.from, visit.until), words.people(visit.escorts ?? []),
            ])
        }
        return ["", screen.paint(words.visitsWithoutEscort, .bold)] + table.lines
    }

    private func offices(_ reply: TransfersReply) -> [String] {
        guard !reply.appointments.isEmpty else { return [] }
        var table = Table([words.office, words.department, words.who, words.validity])
        for row in reply.appointments {
            table.add([
                words.office(row.office), row.department.map(words.department) ?? "",
                words.person(row.person),
                Words.span(row.from, row.until),
            ])
        }
        return ["", screen.paint(words.officesThatStay, .bold)] + table.lines
    }
}
