// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    private func known(_ id: PersonID) throws -> Person {
        guard let person = try stored.person(id) else {
            throw OrderRefused.unfit("there is no person \(id)", "\(id) という人はいません。")
        }
        return person
    }

    func suspension(of id: PersonID) throws -> Deed {
        if try known(id).isSuspended {
            throw OrderRefused.unfit("\(id) is suspended already", "\(id) は既に停止中です。")
        }
        return Deed(about: [id]) { _ in
            try self.execute("UPDATE person SET isSuspended = 1 WHERE id = ?", [id.text])
        }
    }

    /// Another department: what follows from it follows at once, and designations stay (R07, R14).
    func transfer(of id: PersonID, to department: DepartmentID) throws -> Deed {
        let person = try known(id)
        if try stored.department(department) == nil {
            throw OrderRefused.unfit(
                "there is no department \(department)",
                "課等 \(department) はありません。"
            )
        }
        guard let present = person.department else {
            throw OrderRefused.unfit(
                "\(id) has no department: an outsider is not transferred",
                "\(id) は職員ではないため、異動できません。"
            )
        }
        if present == department {
            throw OrderRefused.unfit(
                "\(id) is in department \(department) already",
                "\(id) は既に課等 \(department) にいます。"
            )
        }
        return Deed(about: [id]) { _ in
            // A move whose time has come gives way; one that is still to come stays.
            try self.execute(
                """
                UPDATE person SET department = ?1,
                  nextDepartment = CASE WHEN nextMs > ?3 THEN nextDepartment END,
                  nextWritten = CASE WHEN nextMs > ?3 THEN nextWritten END,
                  nextMs = CASE WHEN nextMs > ?3 THEN nextMs END
                WHERE id = ?2
                """,
                [department.text, id.text, self.time.now.milliseconds]
            )
        }
    }

    /// An appointment; to an office that one person holds, an open-ended one ends that of the holder before.
    func appointing(_ row: Appointment) throws -> Deed {
        let faults = try PolicyRules(stored).faults(in: row, at: "appoint")
            .filter { !$0.isWarning }
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        let standing = try stored.appointments(to: row.office)
        if standing.contains(where: { $0.appointment == row }) {
            throw OrderRefused.unfit(
                "\(row.person) holds this appointment already",
                "\(row.person) は既にこの職にあります。"
            )
        }
        let succeeded = standing.filter { row.succeeds($0.appointment) }
        let people = [row.person] + succeeded.map(\.appointment.person)
        return Deed(about: people) { order in
            for (number, before) in succeeded {
                try self.end(before, number: number, at: row, of: order)
            }
            try self.add(row)
        }
    }

    private func end(
        _ appointment: Appointment,
        number: Int64,
        at successor: Appointment,
        of order: RecordNumber
    ) throws {
        guard let from = successor.validity.from else { return }
        // A date as an end includes its day, so the last day is the one before.
        let last = CivilDate(from.written).map { $0.advanced(by: -1).description } ?? from.written
        try execute(
            "UPDATE appointment SET untilWritten = ?, untilMs = ? WHERE number = ?",
            [last, from.instant.milliseconds, number]
        )
        var record = Record(.order)
        record.verb = "appoint"
        record.of = order
        record.people = [appointment.person]
        record.subject = Order.Act.appoint(appointment).subject(keys: keys)
        record.state = "ended"
        record.text = "until \(last)"
        try append(record)
    }
}

extension Appointment {
    /// Whether this one ends another that was to last: the same seat, a later beginning, and no end.
    fileprivate func succeeds(_ other: Appointment) -> Bool {
        guard office == .informationOfficer || office == .sectionHead, office == other.office,
            department == other.department, person != other.person, validity.until == nil,
            other.validity.until == nil, let from = validity.from?.instant
        else { return false }
        return other.validity.from.map { $0.instant < from } ?? true
    }
}
