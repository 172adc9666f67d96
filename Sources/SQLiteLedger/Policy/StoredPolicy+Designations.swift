// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension StoredPolicy {
    static let designationColumns = """
        id, person, fromWritten, fromMs, untilWritten, untilMs, hoursDays, hoursFrom, hoursUntil,
        reason
        """

    /// A designation, and whether it was revoked.
    func designation(
        _ id: DesignationID
    ) throws -> (designation: Designation, isRevoked: Bool)? {
        try rows(
            """
            SELECT \(Self.designationColumns),
              revokedMs IS NOT NULL OR coalesce(endsMs <= ?2, FALSE)
            FROM designation WHERE id = ?1
            """,
            [id.text, now.milliseconds]
        ) { (try makeDesignation($0), try $0.decode(Bool.self, atIndex: 10)) }.first
    }

    /// A person's designations, revoked ones apart, by id.
    func designations(of person: PersonID) throws -> [Designation] {
        try rows(
            """
            SELECT \(Self.designationColumns) FROM designation
            WHERE person = ?1 AND revokedMs IS NULL AND (endsMs IS NULL OR endsMs > ?2) ORDER BY id
            """,
            [person.text, now.milliseconds],
            makeDesignation
        )
    }

    /// All designations, revoked ones apart, by id.
    func designations() throws -> [Designation] {
        try rows(
            """
            SELECT \(Self.designationColumns) FROM designation
            WHERE revokedMs IS NULL AND (endsMs IS NULL OR endsMs > ?) ORDER BY id
            """,
            [now.milliseconds],
            makeDesignation
        )
    }

    func makeDesignation(_ row: Row) throws -> Designation {
        let id: DesignationID = try row.identifier(0)
        return Designation(
            id: id,
            person: try row.identifier(1),
            rooms: try names(
                "SELECT room FROM designationRoom WHERE designation = ? ORDER BY place",
                [id.text]
            ),
            validity: try row.validity(2),
            hours: try hours(row),
            reason: try row.decode(atIndex: 9),
            signatures: try rows(
                "SELECT person, signedOn FROM signature WHERE designation = ? ORDER BY place",
                [id.text]
            ) {
                Signature(
                    by: try $0.identifier(0),
                    on: SigningDay(try $0.date(1), in: calendar)
                )
            }
        )
    }

    private func hours(_ row: Row) throws -> Hours? {
        guard let written = try row.decode(String?.self, atIndex: 6) else { return nil }
        let days = try written.split(separator: ",").map { word in
            guard let day = Weekday(rawValue: String(word)) else { throw row.unreadable(6) }
            return day
        }
        return Hours(days: Set(days), from: try row.timeOfDay(7), until: try row.timeOfDay(8))
    }
}
