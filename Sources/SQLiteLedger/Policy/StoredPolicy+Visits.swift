// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension StoredPolicy {
    private static let visitColumns = """
        id, approvedBy, approvedOn, necessity, fromWritten, fromMs, untilWritten, untilMs, entries,
        hasEscorts
        """

    /// An approval, and whether it was withdrawn.
    func visit(_ id: VisitID) throws -> (visit: VisitApproval, isWithdrawn: Bool)? {
        try rows(
            "SELECT \(Self.visitColumns), withdrawnMs IS NOT NULL FROM visit WHERE id = ?",
            [id.text]
        ) { (try makeVisit($0), try $0.decode(Bool.self, atIndex: 10)) }.first
    }

    /// The approvals that name a visitor, withdrawn ones among them, by id.
    func visits(of visitor: PersonID) throws -> [(visit: VisitApproval, isWithdrawn: Bool)] {
        try rows(
            """
            SELECT \(Self.visitColumns), withdrawnMs IS NOT NULL FROM visit
            WHERE id IN (SELECT visit FROM visitVisitor WHERE person = ?) ORDER BY id
            """,
            [visitor.text]
        ) { (try makeVisit($0), try $0.decode(Bool.self, atIndex: 10)) }
    }

    /// All approvals, withdrawn ones apart, by id.
    func visits() throws -> [VisitApproval] {
        try rows(
            "SELECT \(Self.visitColumns) FROM visit WHERE withdrawnMs IS NULL ORDER BY id",
            [],
            makeVisit
        )
    }

    private func makeVisit(_ row: Row) throws -> VisitApproval {
        let id: VisitID = try row.identifier(0)
        let hasEscorts: Bool = try row.decode(atIndex: 9)
        return VisitApproval(
            id: id,
            visitors: try names(
                "SELECT person FROM visitVisitor WHERE visit = ? ORDER BY place",
                [id.text]
            ),
            rooms: try names(
                "SELECT room FROM visitRoom WHERE visit = ? ORDER BY place",
                [id.text]
            ),
            by: try row.identifier(1),
            on: SigningDay(try row.date(2), in: calendar),
            necessity: try row.decode(atIndex: 3),
            validity: try row.validity(4),
            entries: try row.decode(atIndex: 8),
            escorts: hasEscorts
                ? try names(
                    "SELECT person FROM visitEscort WHERE visit = ? ORDER BY place",
                    [id.text]
                ) : nil
        )
    }
}
