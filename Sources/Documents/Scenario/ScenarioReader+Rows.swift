// SPDX-License-Identifier: Apache-2.0
internal import Access

/// The orders whose rows are no rows of the policy document, or parts of them.
extension ScenarioReader {
    func issueBadge(_ field: Field) -> Order.Act? {
        guard let row = field.row(["person"] + PolicyReader.badgeKeys) else { return nil }
        let badge = rows.badge(row, of: field)
        return row.required("person")?.id(of: Person.self).map { .issueBadge(badge, to: $0) }
    }

    func setPIN(_ field: Field) -> Order.Act? {
        guard let row = field.row(["person", "pin", "duressPin"]) else { return nil }
        let person = row.required("person")?.id(of: Person.self)
        let pin = row.required("pin").flatMap(rows.digits)
        let duress = row["duressPin"].flatMap(rows.digits)
        guard let person, let pin else { return nil }
        return .setPIN(person, pin: pin, duressPIN: duress)
    }

    func noteItems(_ field: Field) -> Order.Act? {
        let keys = ["visit", "person", "room", "carriedIn", "carriedOut", "approval"]
        guard let row = field.row(keys) else { return nil }
        return .noteItems(
            ItemNote(
                visit: row["visit"]?.id(),
                person: row["person"]?.id(),
                room: row["room"]?.id(),
                carriedIn: row["carriedIn"]?.list(\.text) ?? [],
                carriedOut: row["carriedOut"]?.list(\.text) ?? [],
                approval: row["approval"]?.text
            )
        )
    }

    func transferPeople(_ field: Field) -> Order.Act? {
        guard let row = field.row(["effective", "moves"]) else { return nil }
        let effective = rows.bound(row.required("effective"), .from)
        let moves = row.required("moves")?.elements(most: 5000)?.compactMap(move)
        guard let effective, let moves else { return nil }
        return .transferPeople(Transfer(effective: effective, moves: moves))
    }

    private func move(_ field: Field) -> Transfer.Move? {
        guard let row = field.row(["person", "department", "leaves"]) else { return nil }
        let leaves = row["leaves"]?.flag ?? false
        let department = row["department"]?.id(of: Department.self)
        guard leaves == (department == nil) else {
            return field.fail(
                Wording(
                    "a move names a department, or leaves: true",
                    "異動には department か leaves: true のどちらか一方が要ります。"
                ),
                kind: .form
            )
        }
        return row.required("person")?.id(of: Person.self).map {
            Transfer.Move(person: $0, department: department)
        }
    }

    func issueToken(_ field: Field) -> Order.Act? {
        guard let row = field.row(["person", "label", "until"]) else { return nil }
        let person = row.required("person")?.id(of: Person.self)
        let label = row.required("label")?.text
        let until = row["until"].flatMap { rows.bound($0, .until) }
        guard let person, let label else { return nil }
        return .issueToken(person, label: label, until: until)
    }

    func pairReader(_ field: Field) -> Order.Act? {
        guard let row = field.row(["reader", "minutes", "replace"]) else { return nil }
        let reader = self.device(row.required("reader"))
        let minutes = row.required("minutes")?.integer()
        let replaces = row["replace"]?.flag ?? false
        guard let reader, let minutes else { return nil }
        return .pairReader(reader, minutes: minutes, replacing: replaces)
    }

    /// A question to the rule: about a record, or about somebody's entry.
    func explain(_ field: Field) -> Order.Act? {
        let keys = ["record", "person", "badge", "room", "door", "at", "escort"]
        guard let row = field.row(keys) else { return nil }
        if let record = row["record"] {
            return record.integer().map { .explain(.record(RecordNumber($0))) }
        }
        let subject: Question.Subject? =
            if let badge = row["badge"] {
                .badge(rows.token(badge))
            } else {
                row.required("person")?.id(of: Person.self).map { .person($0) }
            }
        guard let subject, let place = place(row) else { return nil }
        return .explain(
            .entry(
                subject,
                into: place,
                at: row["at"].flatMap(timestamp),
                attendedBy: row["escort"]?.id()
            )
        )
    }

    private func place(_ row: Row) -> Question.Place? {
        guard let field = row["door"] else {
            return row.required("room")?.id(of: Room.self).map { .room($0) }
        }
        guard let id = door(field), let door = board.coreDoors.first(where: { $0.id == id }) else {
            return nil
        }
        return .door(door)
    }
}
