// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Somebody asks for a visit; it admits nobody before it is approved.
    func requesting(_ row: VisitRequest, by author: PersonID) throws -> Deed {
        guard try stored.visit(row.id) == nil, try stored.request(row.id) == nil else {
            throw OrderRefused.unfit(
                "there is or was a visit \(row.id); give this one another id",
                "立入承認 \(row.id) は既にあるか、ありました。別の番号にしてください。"
            )
        }
        let day = SigningDay(time.local.date, in: calendar)
        let faults = try PolicyRules(stored).faults(in: row, on: day, at: "requestVisit")
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        var deed = Deed(about: row.visitors) { _ in try self.write(row, by: author) }
        deed.record.approvals = [row.id]
        deed.revisesPolicy = false
        return deed
    }

    /// An approval, of its own or as the answer to a request.
    func approval(_ row: VisitApproval, by author: PersonID) throws -> Deed {
        if try stored.visit(row.id) != nil {
            if try stored.request(row.id) != nil {
                throw OrderRefused.unfit(
                    "the visit \(row.id) that was asked for has been approved already",
                    "申請 \(row.id) は既に承認されています。"
                )
            }
            throw OrderRefused.unfit(
                "there is or was a visit \(row.id); give this one another id",
                "立入承認 \(row.id) は既にあるか、ありました。別の番号にしてください。"
            )
        }
        if try stored.request(row.id)?.isRefused == true {
            throw OrderRefused.unfit(
                "the request \(row.id) was refused; give this one another id",
                "申請 \(row.id) は却下されています。別の番号にしてください。"
            )
        }
        // What a document would load with a warning, an order does not do at all (DESIGN §10).
        let faults = try PolicyRules(stored).faults(in: row, at: "approveVisit")
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        // Nobody finds it necessary that they themselves be let in, in another's name either.
        if row.visitors.contains(author) {
            throw OrderRefused.unfit(
                "\(author) orders this approval and can't be its visitor",
                "承認する \(author) は、その来訪者になれません。"
            )
        }
        var deed = Deed(about: row.visitors) { _ in try self.write(row) }
        deed.record.approvals = [row.id]
        return deed
    }

    func refusal(of id: VisitID) throws -> Deed {
        guard let found = try stored.request(id) else {
            throw OrderRefused.unfit("nobody has asked for a visit \(id)", "立入り \(id) の申請はありません。")
        }
        if found.isRefused {
            throw OrderRefused.unfit(
                "the request \(id) was refused already",
                "申請 \(id) は既に却下されています。"
            )
        }
        if try stored.visit(id) != nil {
            throw OrderRefused.unfit(
                "visit \(id) is approved; withdraw it instead",
                "立入り \(id) は承認済みです。取り消すには withdraw を使ってください。"
            )
        }
        var deed = Deed(about: found.request.visitors) { _ in
            try self.execute(
                "UPDATE visitRequest SET refusedMs = ? WHERE id = ?",
                [self.time.now.milliseconds, id.text]
            )
        }
        deed.record.approvals = [id]
        deed.revisesPolicy = false
        return deed
    }

    func withdrawal(of id: VisitID) throws -> Deed {
        let visit = try standing(id)
        return Deed(about: visit.visitors) { _ in try self.withdraw(id) }
    }

    /// The visit is over: the escort has seen everybody out, or nobody comes any more.
    func closing(of id: VisitID) throws -> Deed {
        let visit = try standing(id)
        let inside: [PersonID] = try stored.names(
            """
            SELECT person FROM presence WHERE visit = ?1
            UNION SELECT person FROM outstanding WHERE visit = ?1 ORDER BY 1
            """,
            [id.text]
        )
        guard inside.isEmpty else {
            let names = inside.map(\.text).joined(separator: ", ")
            throw OrderRefused.unfit(
                "visit \(id) has people inside: \(names)",
                "立入承認 \(id) の来訪者が在室しています：\(names)"
            )
        }
        var deed = Deed(about: visit.visitors) { _ in
            try self.execute(
                "UPDATE visit SET closedMs = ? WHERE id = ?",
                [self.time.now.milliseconds, id.text]
            )
        }
        deed.record.approvals = [id]
        return deed
    }

    private func standing(_ id: VisitID) throws -> VisitApproval {
        guard let found = try stored.visit(id) else {
            throw OrderRefused.unfit("there is no visit \(id)", "立入承認 \(id) はありません。")
        }
        if found.isWithdrawn {
            throw OrderRefused.unfit("visit \(id) is withdrawn already", "立入承認 \(id) は既に取り消されています。")
        }
        if found.isClosed {
            throw OrderRefused.unfit("visit \(id) is closed already", "立入り \(id) は既に終わっています。")
        }
        return found.visit
    }

    /// Whether somebody escorts on a visit now, or has on record.
    func hasEscorted(_ person: PersonID, on id: VisitID) throws -> Bool {
        let attends = try stored.rows(
            "SELECT EXISTS (SELECT 1 FROM presence WHERE visit = ? AND escort = ?)",
            [id.text, person.text]
        ) { try $0.decode(Bool.self, atIndex: 0) }.first
        if attends == true { return true }
        guard let visit = try stored.visit(id)?.visit else { return false }
        return try stored.rows(
            """
            SELECT EXISTS (
              SELECT 1 FROM journalPerson JOIN journal USING (number)
              WHERE person = ?1 AND kind IN ('entry', 'handover') AND atMs >= ?3
                AND json_extract(body, '$.escort') = ?1
                AND EXISTS (SELECT 1 FROM json_each(body, '$.approvals') WHERE value = ?2))
            """,
            [person.text, id.text, visit.validity.from?.instant.milliseconds ?? 0]
        ) { try $0.decode(Bool.self, atIndex: 0) }.first ?? false
    }

    private func write(_ row: VisitRequest, by author: PersonID) throws {
        try execute(
            """
            INSERT INTO visitRequest (id, requestedBy, requestedMs, necessity, fromWritten, fromMs,
              untilWritten, untilMs, entries, hasEscorts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [row.id.text, author.text, time.now.milliseconds, row.necessity]
                + row.validity.columns + [row.entries, row.escorts != nil]
        )
        try writeLists(of: row)
    }
}
