// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// The most people of one transfer (L14).
    private static let mostMoves = 5000

    /// People change departments or leave, all at one instant (人事異動).
    ///
    /// What holds from that instant on is written now and judged then: no timer opens or shuts anything (L7). The
    /// designations that they have end with it; one that begins then or later is of the new post, and stays. What
    /// began before the order was given is not of the new post, however early the list says that they moved.
    func transferring(_ transfer: Transfer) throws -> Deed {
        let moves = transfer.moves
        guard (1...Self.mostMoves).contains(moves.count) else {
            throw OrderRefused.unfit(
                "1 to \(Self.mostMoves) moves are taken",
                "異動は 1 から \(Self.mostMoves) 件です。"
            )
        }
        guard Set(moves.map(\.person)).count == moves.count else {
            throw OrderRefused.unfit("somebody moves twice in this list", "同じ人がこの一覧に二度出ています。")
        }
        for move in moves { try check(move, at: transfer.effective) }
        return Deed(about: moves.count <= PolicyLimits.list ? moves.map(\.person) : []) { order in
            for move in moves { try self.make(move, at: transfer.effective, of: order) }
        }
    }

    private func check(_ move: Transfer.Move, at effective: Bound) throws {
        let id = move.person
        guard let person = try stored.person(id) else {
            throw OrderRefused.unfit("there is no person \(id)", "\(id) という人はいません。")
        }
        guard let present = person.department else {
            throw OrderRefused.unfit(
                "\(id) has no department: an outsider is not transferred",
                "\(id) は職員ではないため、異動できません。"
            )
        }
        if let end = person.validity.until?.instant, end <= effective.instant {
            throw OrderRefused.unfit(
                "\(id) has left by \(effective.written); give the person another end first",
                "\(id) の在籍は \(effective.written) までに終わっています。先に在籍の終わりを改めてください。"
            )
        }
        if let pending = try stored.pendingMove(of: id), pending.effective != effective {
            throw OrderRefused.unfit(
                "\(id) moves on \(pending.effective.written) already; "
                    + "with the present department and that day the move is taken back",
                "\(id) には既に \(pending.effective.written) の異動があります。"
                    + "取りやめるには、その日と今の課等を書いてください。"
            )
        }
        guard let department = move.department else { return }
        if try stored.department(department) == nil {
            throw OrderRefused.unfit(
                "there is no department \(department)",
                "課等 \(department) はありません。"
            )
        }
        if present == department, try !isPlanned(for: id, at: effective) {
            throw OrderRefused.unfit(
                "\(id) is in department \(department) already",
                "\(id) は既に課等 \(department) にいます。"
            )
        }
    }

    /// Whether a move or a leaving, of which something is still to come, was ordered for an instant.
    private func isPlanned(for id: PersonID, at effective: Bound) throws -> Bool {
        guard time.now < effective.instant else { return false }
        if try stored.pendingMove(of: id)?.effective == effective { return true }
        return try !stored.rows(
            "SELECT 1 FROM designation WHERE person = ? AND endsMs = ? LIMIT 1",
            [id.text, effective.instant.milliseconds],
            { try $0.decode(Int.self, atIndex: 0) }
        ).isEmpty
    }

    /// A move that was planned is not made: who was to go stays, and so do the designations.
    private func takeBack(
        moveOf person: PersonID,
        at effective: Bound,
        of order: RecordNumber
    ) throws {
        try execute(
            "UPDATE person SET nextDepartment = NULL, nextWritten = NULL, nextMs = NULL WHERE id = ?",
            [person.text]
        )
        try execute(
            "UPDATE designation SET endsMs = NULL WHERE person = ? AND endsMs = ?",
            [person.text, effective.instant.milliseconds]
        )
        var record = Record(.order)
        record.verb = "transferPeople"
        record.of = order
        record.people = [person]
        record.subject = "person \(person) stays"
        record.state = "moved"
        record.text = "effective \(effective.written)"
        try append(record)
    }

    private func make(
        _ move: Transfer.Move,
        at effective: Bound,
        of order: RecordNumber
    ) throws {
        let id = move.person.text
        // A move of before whose time has come stands in the row from now on.
        try execute(
            "UPDATE person SET department = nextDepartment WHERE id = ? AND nextMs <= ?",
            [id, time.now.milliseconds]
        )
        if let department = move.department,
            try stored.person(move.person)?.department == department
        {
            return try takeBack(moveOf: move.person, at: effective, of: order)
        }
        if let department = move.department {
            try execute(
                "UPDATE person SET nextDepartment = ?, nextWritten = ?, nextMs = ? WHERE id = ?",
                [department.text, effective.written, effective.instant.milliseconds, id]
            )
        } else {
            try execute(
                """
                UPDATE person SET nextDepartment = NULL, nextWritten = NULL, nextMs = NULL,
                  untilWritten = ?, untilMs = ? WHERE id = ?
                """,
                [effective.lastDayBefore, effective.instant.milliseconds, id]
            )
        }
        try execute(
            """
            UPDATE designation SET endsMs = min(coalesce(endsMs, ?1), ?1)
            WHERE person = ?2 AND revokedMs IS NULL AND coalesce(fromMs < max(?1, ?3), TRUE)
            """,
            [effective.instant.milliseconds, id, time.now.milliseconds]
        )
        var record = Record(.order)
        record.verb = "transferPeople"
        record.of = order
        record.people = [move.person]
        let whither = move.department.map { "to department \($0)" } ?? "leaves"
        record.subject = "person \(id) \(whither)"
        record.state = "moved"
        record.text = "effective \(effective.written)"
        try append(record)
    }
}

extension Bound {
    /// How the end is written of what this bound begins after: a date as an end includes its day.
    var lastDayBefore: String {
        CivilDate(written).map { $0.advanced(by: -1).description } ?? written
    }
}
