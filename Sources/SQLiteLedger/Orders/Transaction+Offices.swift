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
    ///
    /// One that begins when another of the same person does takes its place, so that a wrong one can be
    /// ended or put right; with an end no later than its beginning, one that is to come is taken back.
    func appointing(_ row: Appointment) throws -> Deed {
        let standing = try stored.appointments(to: row.office)
        let replaced = standing.filter { row.replaces($0.appointment) }
        if !replaced.isEmpty, row.neverHolds(from: time.now) {
            try somebodyWillBeOfficer(without: replaced.map(\.number), of: standing, from: row)
            return Deed(about: [row.person]) { order in
                for (number, before) in replaced {
                    try self.execute("DELETE FROM appointment WHERE number = ?", [number])
                    try self.note(before, "removed", "taken back", of: order)
                }
            }
        }
        let faults = try PolicyRules(stored).faults(in: row, at: "appoint")
            .filter { !$0.isWarning }
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        if standing.contains(where: { $0.appointment == row }) {
            throw OrderRefused.unfit(
                "\(row.person) holds this appointment already",
                "\(row.person) は既にこの職にあります。"
            )
        }
        if !replaced.isEmpty, !row.validity.contains(time.now) {
            try somebodyIsOfficer(without: replaced.map(\.number), of: standing)
        }
        let succeeded = standing.filter { row.succeeds($0.appointment, at: time.now) }
        if let later = standing.first(where: {
            row.isTooEarly(beside: $0.appointment, at: time.now)
        }) {
            let holder = later.appointment
            let since = holder.validity.from?.written ?? ""
            throw OrderRefused.unfit(
                "\(holder.person) holds this office since \(since); give an end, or a later beginning",
                "この職には \(since) から \(holder.person) が就いています。終わりか、より後の始まりを書いてください。"
            )
        }
        if let next = standing.map(\.appointment).first(where: {
            row.isOpenBefore($0, at: time.now)
        }) {
            let since = next.validity.from?.written ?? ""
            throw OrderRefused.unfit(
                "\(next.person) is to hold this office from \(since) on; give an end before that",
                "この職には \(since) から \(next.person) が就くことになっています。それまでの終わりを書いてください。"
            )
        }
        let people = [row.person] + succeeded.map(\.appointment.person)
        return Deed(about: people) { order in
            for (number, before) in succeeded {
                try self.end(before, number: number, at: row, of: order)
            }
            try self.put(row, inPlaceOf: replaced, of: order)
        }
    }

    private func put(
        _ row: Appointment,
        inPlaceOf replaced: [(number: Int64, appointment: Appointment)],
        of order: RecordNumber
    ) throws {
        guard let first = replaced.first else { return try add(row) }
        for (number, _) in replaced.dropFirst() {
            try execute("DELETE FROM appointment WHERE number = ?", [number])
        }
        try execute(
            "UPDATE appointment SET untilWritten = ?, untilMs = ?, basis = ? WHERE number = ?",
            [
                row.validity.until?.written, row.validity.until?.instant.milliseconds, row.basis,
                first.number,
            ]
        )
        let until = row.validity.until.map { "until \($0.written)" } ?? "no end"
        try note(
            row,
            "changed",
            [until, row.basis].compactMap { $0 }.joined(separator: ", "),
            of: order
        )
    }

    /// Without an information officer nobody could change anything any more.
    private func somebodyIsOfficer(
        without numbers: [Int64],
        of standing: [(number: Int64, appointment: Appointment)]
    ) throws {
        let now = time.now
        let held = standing.filter {
            $0.appointment.office == .informationOfficer && $0.appointment.validity.contains(now)
        }
        guard held.contains(where: { numbers.contains($0.number) }) else { return }
        let others = try held.filter { !numbers.contains($0.number) }.contains { other in
            guard let person = try stored.person(other.appointment.person) else { return false }
            return !person.isSuspended && person.validity.contains(now)
        }
        guard !others else { return }
        throw OrderRefused.unfit(
            "nobody would hold the office of information officer; appoint the successor first",
            "情報責任者がいなくなります。先に後任を任命してください。"
        )
    }

    /// Who was to end with a beginning that is taken back has an end all the same.
    private func somebodyWillBeOfficer(
        without numbers: [Int64],
        of standing: [(number: Int64, appointment: Appointment)],
        from row: Appointment
    ) throws {
        guard row.office == .informationOfficer, let from = row.validity.from else { return }
        let others = standing.filter { !numbers.contains($0.number) }.map(\.appointment)
        guard !others.contains(where: { $0.validity.contains(from.instant) }) else { return }
        throw OrderRefused.unfit(
            "from \(from.written) nobody would be information officer; appoint who is to be it from then on first",
            "\(from.written) から情報責任者がいなくなります。先に、その日から就く人を任命してください。"
        )
    }

    private func end(
        _ appointment: Appointment,
        number: Int64,
        at successor: Appointment,
        of order: RecordNumber
    ) throws {
        guard let from = successor.validity.from else { return }
        // What was done in office until now stays so, from whenever the successor is said to hold it.
        let end = max(from.instant, time.now)
        // A date as an end includes its day, so the last day is the one before.
        let last =
            end == from.instant
            ? CivilDate(from.written).map { $0.advanced(by: -1).description } ?? from.written
            : calendar.text(end)
        try execute(
            "UPDATE appointment SET untilWritten = ?, untilMs = ? WHERE number = ?",
            [last, end.milliseconds, number]
        )
        try note(appointment, "ended", "until \(last)", of: order)
    }

    /// What an order has done to an appointment that was there.
    private func note(
        _ appointment: Appointment,
        _ state: String,
        _ text: String,
        of order: RecordNumber
    ) throws {
        var record = Record(.order)
        record.verb = "appoint"
        record.of = order
        record.people = [appointment.person]
        record.subject = Order.Act.appoint(appointment).subject(keys: keys)
        record.state = state
        record.text = text
        try append(record)
    }
}

extension Appointment {
    /// Whether this one is another of the same person once more: the same seat from the same time on.
    fileprivate func replaces(_ other: Appointment) -> Bool {
        office == other.office && department == other.department && person == other.person
            && validity.from?.instant == other.validity.from?.instant && self != other
    }

    /// Whether it is to come, and would end before.
    fileprivate func neverHolds(from now: Timestamp) -> Bool {
        guard let from = validity.from?.instant, let until = validity.until?.instant else {
            return false
        }
        return now < from && until <= from
    }

    /// Whether this one ends another that was to last longer: the same seat, a later beginning, and no end.
    ///
    /// A term that is over is none: nobody held it longer for a beginning in the past.
    fileprivate func succeeds(_ other: Appointment, at now: Timestamp) -> Bool {
        guard isOfSameSeat(as: other), let from = validity.from?.instant else { return false }
        let isLater = other.validity.from.map { $0.instant < from } ?? true
        return isLater && (other.validity.until.map { max(from, now) < $0.instant } ?? true)
    }

    /// Whether this one has no end though another is to begin after it: the same seat, still to come.
    fileprivate func isOpenBefore(_ other: Appointment, at now: Timestamp) -> Bool {
        guard isOfSameSeat(as: other), let next = other.validity.from?.instant else { return false }
        return now < next && (validity.from.map { $0.instant < next } ?? true)
            && (other.validity.until.map { next < $0.instant } ?? true)
    }

    /// Whether another has held the same seat since later, and both would hold it now; the information officer is one.
    fileprivate func isTooEarly(beside other: Appointment, at now: Timestamp) -> Bool {
        guard isOfSameSeat(as: other), validity.contains(now), other.validity.contains(now) else {
            return false
        }
        guard office == .sectionHead, validity.from?.instant == other.validity.from?.instant else {
            return !succeeds(other, at: now)
        }
        return false
    }

    private func isOfSameSeat(as other: Appointment) -> Bool {
        (office == .informationOfficer || office == .sectionHead) && office == other.office
            && department == other.department && person != other.person && validity.until == nil
    }
}
