// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// People, departments, offices and tokens as people read them.
struct PeopleReport {
    let words: Words

    /// A field of a person's row, by the title that people read.
    struct Field: Hashable {
        let title: String
        let value: String?
    }

    func fields(_ row: PersonRow) -> [Field] {
        [
            (words.person, row.id), (words.name, row.name), (words.kana, row.kana),
            (words.department, row.department.map(words.department)), (words.company, row.company),
            (words.identity, row.identityChecked), (words.briefed, row.briefed),
            (words.contract, row.contract),
            (words.responsible, row.responsible.map(words.department)),
            (words.from, row.from), (words.until, row.until),
            (words.state, row.suspended == true ? words.suspended : nil),
        ].map { Field(title: $0, value: $1) }
    }

    func lines(_ reply: PersonReply) -> [String] {
        let known = fields(reply.row).compactMap { field in field.value.map { (field.title, $0) } }
        let pin = reply.hasPin.map { [(words.pin, $0 ? words.set : words.nothing)] } ?? []
        let move = reply.pending.map { pending in
            [
                (
                    words.pendingMove,
                    "\(Words.time(pending.effective)) → \(pending.department.map(words.department) ?? words.leaves)"
                )
            ]
        }
        let lock = reply.isPinLocked == true ? [(words.remark, words.pinLocked)] : []
        return Words.pairs(known + pin + (move ?? []) + lock)
    }

    func table(_ people: [PersonRow]) -> Table {
        var table = Table([
            words.person, words.name, words.department, words.validity, words.remark,
        ])
        for row in people {
            table.add([
                row.id, row.name, row.department.map(words.department) ?? row.company ?? "",
                Words.span(row.from, row.until), row.suspended == true ? words.suspended : "",
            ])
        }
        return table
    }

    func table(_ departments: [DepartmentRow]) -> Table {
        var table = Table([words.person, words.department, words.kind])
        for row in departments {
            let kinds = (row.kinds ?? []).map(words.departmentKind)
            table.add([row.id, row.name, kinds.joined(separator: words.comma)])
        }
        return table
    }

    func table(_ appointments: [AppointmentReply]) -> Table {
        var table = Table([
            words.office, words.department, words.who, words.validity, words.basis,
            words.remark,
        ])
        for reply in appointments {
            let row = reply.row
            table.add([
                words.office(row.office), row.department.map(words.department) ?? "",
                words.person(row.person),
                Words.span(row.from, row.until), row.basis ?? "",
                reply.isHeld ? words.held : reply.isComing ? words.toCome : words.past,
            ])
        }
        return table
    }

    func table(_ tokens: [TokenRow]) -> Table {
        var table = Table([
            words.number, words.who, words.name, words.label, words.issued, words.until,
            words.lastUsed, words.remark,
        ])
        for row in tokens {
            table.add([
                String(row.number), row.person, row.name ?? "", row.label,
                row.issued.map(Words.time) ?? "", row.until.map(Words.time) ?? "",
                row.lastUsed.map(Words.time) ?? "", row.isRevoked ? words.revoked : "",
            ])
        }
        return table
    }

    func lines(_ me: MeReply, at place: Place) -> [String] {
        let offices = me.offices.map { held in
            let parts = [
                words.office(held.office), held.department.map(words.department),
                held.until.map(words.untilTime),
                held.basis,
            ]
            return parts.compactMap { $0 }.joined(separator: " ")
        }
        var pairs = [
            (words.who, me.name.map { "\(me.person) \($0)" } ?? me.person),
            (
                words.office,
                offices.isEmpty ? words.nothing : offices.joined(separator: words.comma)
            ),
            (words.rights, words.rights(me.rights)),
            (words.connectedTo, place.description),
        ]
        if let token = me.token {
            let until = token.until.map(words.untilTime)
            let parts = [String(token.number), token.label, until].compactMap { $0 }
            pairs.append((words.tokenNumber, parts.joined(separator: " ")))
        }
        return Words.pairs(pairs)
    }
}
