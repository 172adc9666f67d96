// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension StoredPolicy {
    /// The ids that come next, as the city numbers its papers: `D-2026-012`.
    ///
    /// What was revoked or refused keeps its number, whoever may see it.
    func nextIDs() throws -> NextIDs {
        let year = calendar.local(now).date.fiscalYearEnd.components.year - 1
        return NextIDs(
            designation: DesignationID(try next("D-\(year)-", in: ["designation"])),
            visit: VisitID(try next("A-\(year)-", in: ["visit", "visitRequest"]))
        )
    }

    private func next(_ head: String, in tables: [String]) throws -> String {
        // `.` is the byte after `-`; more than nine digits are somebody's own numbering.
        let taken = tables.map { table in
            """
            SELECT id FROM \(table) WHERE id >= ?1 AND id < ?2
              AND id NOT GLOB ?1 || '*[^0-9]*' AND length(id) BETWEEN ?3 AND ?4
            """
        }.joined(separator: " UNION ALL ")
        let sql = "SELECT max(CAST(substr(id, ?3) AS INTEGER)) FROM (\(taken))"
        let length = head.utf8.count
        let arguments: StatementArguments = [
            head, String(head.dropLast()) + ".", length + 1, length + 9,
        ]
        let greatest = try rows(sql, arguments) { row in try row.decode(Int?.self, atIndex: 0) }
        let number = String((greatest.compactMap { $0 }.first ?? 0) + 1)
        return head + String(repeating: "0", count: max(0, 3 - number.count)) + number
    }
}
