// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Writes a designation; one that was revoked is in force again.
    func write(_ designation: Designation) throws {
        let id = designation.id.text
        for table in ["designationRoom", "signature"] {
            try execute("DELETE FROM \(table) WHERE designation = ?", [id])
        }
        let days = designation.hours.map { hours in
            Weekday.allCases.filter(hours.days.contains).map(\.rawValue).joined(separator: ",")
        }
        // What a transfer ends later it ends all the same; what one has ended is in force again.
        try execute(
            """
            INSERT INTO designation (id, person, fromWritten, fromMs, untilWritten, untilMs,
              hoursDays, hoursFrom, hoursUntil, reason, revokedMs)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL)
            ON CONFLICT (id) DO UPDATE SET person = ?2, fromWritten = ?3, fromMs = ?4,
              untilWritten = ?5, untilMs = ?6, hoursDays = ?7, hoursFrom = ?8, hoursUntil = ?9,
              reason = ?10, revokedMs = NULL,
              endsMs = CASE WHEN revokedMs IS NULL AND endsMs > ?11 THEN endsMs END
            """,
            [id, designation.person.text] + designation.validity.columns
                + [
                    days, designation.hours?.from.description,
                    designation.hours?.until.description, designation.reason,
                    time.now.milliseconds,
                ]
        )
        for (place, room) in designation.rooms.enumerated() {
            try execute(
                "INSERT INTO designationRoom (designation, place, room) VALUES (?, ?, ?)",
                [id, place, room.text]
            )
        }
        for (place, signature) in designation.signatures.enumerated() {
            try execute(
                """
                INSERT INTO signature (designation, place, person, signedOn) VALUES (?, ?, ?, ?)
                """,
                [id, place, signature.by.text, signature.on.date.description]
            )
        }
    }

    /// Ends a designation; its row stays, so that its id is never given to another.
    func revoke(_ designation: DesignationID) throws {
        try execute(
            "UPDATE designation SET revokedMs = ? WHERE id = ? AND revokedMs IS NULL",
            [time.now.milliseconds, designation.text]
        )
    }

    /// Writes a visit approval; one that was withdrawn is in force again.
    func write(_ visit: VisitApproval) throws {
        let id = visit.id.text
        for table in ["visitVisitor", "visitRoom", "visitEscort"] {
            try execute("DELETE FROM \(table) WHERE visit = ?", [id])
        }
        try execute(
            """
            INSERT OR REPLACE INTO visit (id, approvedBy, approvedOn, necessity, fromWritten, fromMs,
              untilWritten, untilMs, entries, hasEscorts, withdrawnMs)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
            """,
            [id, visit.by.text, visit.on.date.description, visit.necessity]
                + visit.validity.columns + [visit.entries, visit.escorts != nil]
        )
        try writeLists(visit.id, visit.visitors, visit.rooms, visit.escorts ?? [])
    }

    /// Writes whom and what a request names, where those of visits stand.
    func writeLists(of request: VisitRequest) throws {
        try writeLists(request.id, request.visitors, request.rooms, request.escorts ?? [])
    }

    private func writeLists(
        _ visit: VisitID,
        _ visitors: [PersonID],
        _ rooms: [RoomID],
        _ escorts: [PersonID]
    ) throws {
        try writeList(visitors, of: visit.text, in: "visitVisitor", column: "person")
        try writeList(rooms, of: visit.text, in: "visitRoom", column: "room")
        try writeList(escorts, of: visit.text, in: "visitEscort", column: "person")
    }

    private func writeList<Named>(
        _ names: [Identifier<Named>],
        of visit: String,
        in table: String,
        column: String
    ) throws {
        for (place, name) in names.enumerated() {
            try execute(
                "INSERT INTO \(table) (visit, place, \(column)) VALUES (?, ?, ?)",
                [visit, place, name.text]
            )
        }
    }

    /// Ends an approval; its row stays, so that a refusal can say so.
    func withdraw(_ visit: VisitID) throws {
        try execute(
            "UPDATE visit SET withdrawnMs = ? WHERE id = ? AND withdrawnMs IS NULL",
            [time.now.milliseconds, visit.text]
        )
    }
}
