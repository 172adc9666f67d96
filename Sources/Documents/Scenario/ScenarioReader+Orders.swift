// SPDX-License-Identifier: Apache-2.0
internal import Access

extension ScenarioReader {
    private static let orders = [
        "revokeDesignation", "sign", "designate", "confirmDesignation", "requestVisit",
        "approveVisit", "refuseVisit", "withdrawVisit", "closeVisit", "noteItems", "issueBadge",
        "badgeLost", "suspendBadge", "resumeBadge", "returnBadge", "registerPerson",
        "suspendPerson", "resumePerson", "setPin", "clearPinLock", "noteExit", "transfer",
        "transferPeople",
        "registerDepartment", "appoint", "issueToken", "revokeToken", "lockdown", "endLockdown",
        "handover", "holdOpen", "endHoldOpen", "acknowledge", "pairReader", "explain",
        "applyPolicy",
    ]

    /// An order, given at a wall time that holds if nothing moves the clock before.
    func order(_ field: Field, at moment: Timestamp?) -> Scenario.Act? {
        guard let row = field.row(["by"] + Self.orders + ["allow", "door", "reason"]) else {
            return nil
        }
        let author = row.required("by")?.id(of: Person.self)
        let reason = row["reason"]?.text
        let verbs = row.present(Self.orders)
        // An unknown verb has been named as an unknown key.
        if verbs.isEmpty && reading.isBroken(field.path) { return nil }
        guard verbs.count == 1, let verb = verbs.first, let subject = row[verb] else {
            let list = Self.orders.joined(separator: ", ")
            return field.fail(
                Wording(
                    "an order has one verb, this one has \(verbs.count); the verbs are: \(list)",
                    "命令には動詞が一つ必要です（\(verbs.count)個）。使えるもの：\(list)"
                ),
                kind: .form
            )
        }
        companion("allow", of: "lockdown", row)
        companion("door", of: "acknowledge", row)
        if verb == "applyPolicy" {
            guard let file = subject.text, let author else { return nil }
            return .applyPolicy(file: file, reason: reason, by: author)
        }
        let (act, refused) = reading.attempt {
            self.rowAct(verb, subject, by: author, at: moment)
        }
        if let author, !refused.isEmpty { return .unfitOrder(verb: verb, refused, by: author) }
        guard let act = act ?? self.act(verb, subject, row), let author else { return nil }
        return .order(Order(act, reason: reason), by: author)
    }

    private func companion(_ key: String, of verb: String, _ row: Row) {
        guard let field = row[key], row[verb] == nil else { return }
        field.note(
            Wording("\"\(key)\" goes with \"\(verb)\"", "「\(key)」は「\(verb)」と共に使います。"),
            kind: .form
        )
    }

    /// Orders whose row is refused at the desk for its content, as the policy document would refuse it.
    private func rowAct(
        _ verb: String,
        _ field: Field,
        by author: PersonID?,
        at moment: Timestamp?
    ) -> Order.Act? {
        switch verb {
        case "designate": .designate(rows.designation(field))
        case "approveVisit":
            .approveVisit(rows.visit(field, given: signature(of: author, at: moment)))
        case "requestVisit": .requestVisit(rows.request(field))
        case "appoint": .appoint(rows.appointment(field))
        case "registerPerson": .registerPerson(rows.person(field))
        case "registerDepartment": .registerDepartment(rows.department(field))
        case "issueBadge": issueBadge(field)
        case "setPin": setPIN(field)
        case "noteItems": noteItems(field)
        case "transferPeople": transferPeople(field)
        case "issueToken": issueToken(field)
        case "holdOpen": holdOpen(field)
        default: nil
        }
    }

    private func signature(of author: PersonID?, at moment: Timestamp?) -> Signature? {
        guard let author, let moment else { return nil }
        return Signature(by: author, on: SigningDay(calendar.local(moment).date, in: calendar))
    }

    private func act(_ verb: String, _ field: Field, _ row: Row) -> Order.Act? {
        switch verb {
        case "transfer": transfer(field)
        case "revokeToken": field.integer().map { .revokeToken(Int64($0)) }
        case "pairReader": pairReader(field)
        case "explain": explain(field)
        case "lockdown":
            field.ids().map { .lockdown($0, allow: row["allow"]?.ids() ?? []) }
        case "endLockdown": field.ids().map { .endLockdown($0) }
        case "handover": handover(field)
        case "endHoldOpen": door(field).map { .endHoldOpen($0) }
        case "acknowledge":
            field.choice(Alarm.self).map {
                .acknowledge($0, door: row["door"].flatMap { self.door($0) })
            }
        default: aboutOne(verb, field)
        }
    }

    /// Orders about one thing that is there already.
    private func aboutOne(_ verb: String, _ field: Field) -> Order.Act? {
        switch verb {
        case "revokeDesignation": field.id().map { .revokeDesignation($0) }
        case "sign": field.id().map { .sign($0) }
        case "confirmDesignation": field.id().map { .confirmDesignation($0) }
        case "refuseVisit": field.id().map { .refuseVisit($0) }
        case "withdrawVisit": field.id().map { .withdrawVisit($0) }
        case "closeVisit": field.id().map { .closeVisit($0) }
        case "badgeLost": .badgeLost(rows.token(field))
        case "suspendBadge": .suspendBadge(rows.token(field))
        case "resumeBadge": .resumeBadge(rows.token(field))
        case "returnBadge": .returnBadge(rows.token(field))
        case "suspendPerson": field.id().map { .suspendPerson($0) }
        case "resumePerson": field.id().map { .resumePerson($0) }
        case "noteExit": field.id().map { .noteExit($0) }
        case "clearPinLock": field.id().map { .clearPINLock($0) }
        default: nil
        }
    }

    private func transfer(_ field: Field) -> Order.Act? {
        guard let row = field.row(["person", "department"]) else { return nil }
        let person = row.required("person")?.id(of: Person.self)
        let department = row.required("department")?.id(of: Department.self)
        guard let person, let department else { return nil }
        return .transfer(person, to: department)
    }

    private func handover(_ field: Field) -> Order.Act? {
        guard let row = field.row(["room", "to"]) else { return nil }
        let room = row.required("room")?.id(of: Room.self)
        let person = row.required("to")?.id(of: Person.self)
        guard let room, let person else { return nil }
        return .handover(room, to: person)
    }

    private func holdOpen(_ field: Field) -> Order.Act? {
        guard let row = field.row(["door", "minutes", "watcher"]) else { return nil }
        let door = self.door(row.required("door"))
        let minutes = row.required("minutes")?.integer()
        let watcher = row.required("watcher")?.id(of: Person.self)
        guard let door, let minutes, let watcher,
            let room = board.coreDoors.first(where: { $0.id == door })?.room
        else { return nil }
        return .holdOpen(door, room: room, minutes: minutes, watcher: watcher)
    }
}
