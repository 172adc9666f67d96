// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension StoredPolicy {
    static let visitColumns = """
        id, approvedBy, approvedOn, necessity, fromWritten, fromMs, untilWritten, untilMs, entries,
        hasEscorts
        """

    /// An approval, and whether it was withdrawn or closed.
    func visit(
        _ id: VisitID
    ) throws -> (visit: VisitApproval, isWithdrawn: Bool, isClosed: Bool)? {
        try rows(
            """
            SELECT \(Self.visitColumns), withdrawnMs IS NOT NULL, closedMs IS NOT NULL FROM visit
            WHERE id = ?
            """,
            [id.text]
        ) {
            (
                try makeVisit($0), try $0.decode(Bool.self, atIndex: 10),
                try $0.decode(Bool.self, atIndex: 11)
            )
        }.first
    }

    /// The approvals that name a visitor, withdrawn ones among them, by id.
    func visits(of visitor: PersonID) throws -> [(
        visit: VisitApproval, isWithdrawn: Bool, isClosed: Bool
    )] {
        try rows(
            """
            SELECT \(Self.visitColumns), withdrawnMs IS NOT NULL, closedMs IS NOT NULL FROM visit
            WHERE id IN (SELECT visit FROM visitVisitor WHERE person = ?) ORDER BY id
            """,
            [visitor.text]
        ) {
            (
                try makeVisit($0), try $0.decode(Bool.self, atIndex: 10),
                try $0.decode(Bool.self, atIndex: 11)
            )
        }
    }

    /// All approvals, withdrawn and closed ones apart, by id.
    func visits() throws -> [VisitApproval] {
        try rows(
            """
            SELECT \(Self.visitColumns) FROM visit WHERE withdrawnMs IS NULL AND closedMs IS NULL
            ORDER BY id
            """,
            [],
            makeVisit
        )
    }

    /// What was asked for under an id, by whom, and whether it was refused; an approval may stand beside it.
    func request(
        _ id: VisitID
    ) throws -> (request: VisitRequest, by: PersonID, isRefused: Bool)? {
        try rows(
            """
            SELECT id, requestedBy, necessity, fromWritten, fromMs, untilWritten, untilMs, entries,
              hasEscorts, refusedMs IS NOT NULL FROM visitRequest WHERE id = ?
            """,
            [id.text]
        ) { row -> (request: VisitRequest, by: PersonID, isRefused: Bool) in
            let named = try lists(of: id, hasEscorts: try row.decode(atIndex: 8))
            let request = VisitRequest(
                id: id,
                visitors: named.visitors,
                rooms: named.rooms,
                necessity: try row.decode(atIndex: 2),
                validity: try row.validity(3),
                entries: try row.decode(atIndex: 7),
                escorts: named.escorts
            )
            return (request, try row.identifier(1), try row.decode(atIndex: 9))
        }.first
    }

    private func lists(
        of id: VisitID,
        hasEscorts: Bool
    ) throws -> (visitors: [PersonID], rooms: [RoomID], escorts: [PersonID]?) {
        (
            try names(
                "SELECT person FROM visitVisitor WHERE visit = ? ORDER BY place",
                [id.text]
            ),
            try names("SELECT room FROM visitRoom WHERE visit = ? ORDER BY place", [id.text]),
            hasEscorts
                ? try names(
                    "SELECT person FROM visitEscort WHERE visit = ? ORDER BY place",
                    [id.text]
                ) : nil
        )
    }

    func makeVisit(_ row: Row) throws -> VisitApproval {
        let id: VisitID = try row.identifier(0)
        let named = try lists(of: id, hasEscorts: try row.decode(atIndex: 9))
        return VisitApproval(
            id: id,
            visitors: named.visitors,
            rooms: named.rooms,
            by: try row.identifier(1),
            on: SigningDay(try row.date(2), in: calendar),
            necessity: try row.decode(atIndex: 3),
            validity: try row.validity(4),
            entries: try row.decode(atIndex: 8),
            escorts: named.escorts
        )
    }
}
