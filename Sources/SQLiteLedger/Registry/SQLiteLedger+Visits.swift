// SPDX-License-Identifier: Apache-2.0
public import Access
internal import Foundation
internal import GRDB

extension SQLiteLedger {
    /// Visits and requests that match, by id.
    public func visits(_ query: VisitQuery) async throws(LedgerFault) -> Page<VisitStatus> {
        try await readPolicy("list visits") { try $0.visits(query) }
    }

    /// A visit or request.
    public func visit(_ id: VisitID) async throws(LedgerFault) -> VisitStatus? {
        try await readPolicy("read a visit") { try $0.visitStatus(id) }
    }

    /// What was carried in and out, in the order in which it was noted (R25).
    public func items(_ query: ItemQuery) async throws(LedgerFault) -> Page<NotedItems> {
        try await readPolicy("list items") { try $0.items(query) }
    }
}

extension StoredPolicy {
    fileprivate func visits(_ query: VisitQuery) throws -> Page<VisitStatus> {
        let limit = max(1, min(query.limit, Page<VisitStatus>.longest))
        let isFiltered = !query.states.isEmpty || (query.visitor != nil && query.room != nil)
        let walk = isFiltered ? Self.longestWalk : limit + 1
        let ids = try visitIDs(query, walk: walk)
        var page = Page<VisitStatus>()
        for id in ids {
            if page.items.count == limit {
                page.next = page.items.last?.request.id.text
                return page
            }
            guard let status = try visitStatus(id) else { continue }
            if let room = query.room, !status.request.rooms.contains(room) { continue }
            if query.states.isEmpty || query.states.contains(status.state) {
                page.items.append(status)
            }
        }
        if ids.count == walk { page.next = ids.last?.text }
        return page
    }

    private func visitIDs(_ query: VisitQuery, walk: Int) throws -> [VisitID] {
        let after = query.after ?? ""
        if let visitor = query.visitor {
            return try names(
                """
                SELECT DISTINCT visit FROM visitVisitor WHERE person = ? AND visit > ?
                ORDER BY visit LIMIT ?
                """,
                [visitor.text, after, walk]
            )
        }
        if let room = query.room {
            return try names(
                """
                SELECT DISTINCT visit FROM visitRoom WHERE room = ? AND visit > ?
                ORDER BY visit LIMIT ?
                """,
                [room.text, after, walk]
            )
        }
        return try names(
            """
            SELECT id FROM (SELECT id FROM visit WHERE id > ?1 ORDER BY id LIMIT ?2)
            UNION SELECT id FROM (SELECT id FROM visitRequest WHERE id > ?1 ORDER BY id LIMIT ?2)
            ORDER BY id LIMIT ?2
            """,
            [after, walk]
        )
    }

    /// A visit or request, and how it stands now.
    func visitStatus(_ id: VisitID) throws -> VisitStatus? {
        let asked = try request(id)
        guard let tag = try tag(of: id) else { return nil }
        guard let found = try visit(id) else {
            return asked.map { asked in
                VisitStatus(
                    request: asked.request,
                    requestedBy: asked.by,
                    tag: tag,
                    state: asked.isRefused ? .refused : .requested
                )
            }
        }
        let row = found.visit
        let spent = try rows(
            "SELECT person, room, entries FROM visitUse WHERE visit = ?",
            [id.text]
        ) {
            (
                person: try $0.identifier(0) as PersonID, room: try $0.identifier(1) as RoomID,
                entries: try $0.decode(Int.self, atIndex: 2)
            )
        }
        let isUsedUp = row.entries.map { limit in
            row.visitors.allSatisfy { visitor in
                row.rooms.allSatisfy { room in
                    spent.contains {
                        $0.person == visitor && $0.room == room && $0.entries >= limit
                    }
                }
            }
        }
        var status = VisitStatus(
            request: VisitRequest(
                id: id,
                visitors: row.visitors,
                rooms: row.rooms,
                necessity: row.necessity,
                validity: row.validity,
                entries: row.entries,
                escorts: row.escorts
            ),
            approval: row,
            requestedBy: asked?.by,
            tag: tag,
            state: .current
        )
        status.used = spent.reduce(into: [:]) { $0[$1.person, default: 0] += $1.entries }
        status.inside = try names(
            "SELECT person FROM presence WHERE visit = ? ORDER BY person",
            [id.text]
        )
        if found.isWithdrawn {
            status.state = .withdrawn
        } else if found.isClosed {
            status.state = .closed
        } else if let until = row.validity.until?.instant, until <= now {
            status.state = .ended
        } else if isUsedUp == true {
            status.state = .usedUp
        } else if let from = row.validity.from?.instant, now < from {
            status.state = .approved
        }
        return status
    }

    fileprivate func items(_ query: ItemQuery) throws -> Page<NotedItems> {
        let limit = max(1, min(query.limit, Page<NotedItems>.longest))
        var conditions = ["record > ?"]
        var arguments: StatementArguments = [query.after.flatMap { Int64($0) } ?? 0]
        if let visit = query.visit {
            conditions.append("visit = ?")
            arguments += [visit.text]
        }
        if let person = query.person {
            conditions.append("person = ?")
            arguments += [person.text]
        }
        if query.isUnapproved { conditions.append("isUnapproved = 1") }
        let found = try rows(
            """
            SELECT record, visit, person, room, carriedIn, carriedOut, approval, atMs, author
            FROM itemNote WHERE \(conditions.joined(separator: " AND ")) ORDER BY record LIMIT ?
            """,
            arguments + [limit + 1],
            makeItems
        )
        let items = Array(found.prefix(limit))
        let isMore = found.count > limit
        return Page(items: items, next: isMore ? items.last.map { "\($0.record)" } : nil)
    }

    private func makeItems(_ row: Row) throws -> NotedItems {
        func list(_ column: Int) throws -> [String] {
            let text = try row.decode(String.self, atIndex: column)
            guard let list = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else {
                throw row.unreadable(column)
            }
            return list
        }
        return NotedItems(
            record: try row.decode(atIndex: 0),
            note: ItemNote(
                visit: try row.identifierIfAny(1),
                person: try row.identifierIfAny(2),
                room: try row.identifierIfAny(3),
                carriedIn: try list(4),
                carriedOut: try list(5),
                approval: try row.decode(atIndex: 6)
            ),
            at: Timestamp(milliseconds: try row.decode(atIndex: 7)),
            by: try row.identifier(8)
        )
    }
}
