// SPDX-License-Identifier: Apache-2.0
public import Access
internal import Foundation
internal import GRDB
internal import Synchronization

extension SQLiteLedger {
    /// People that match, by id.
    public func people(_ query: PeopleQuery) async throws(LedgerFault) -> Page<PersonStatus> {
        let locks = lockReading
        return try await readPolicy("list people") { try $0.people(query, locks) }
    }

    /// A person, with the row's tag.
    public func person(_ id: PersonID) async throws(LedgerFault) -> PersonStatus? {
        let locks = lockReading
        return try await readPolicy("read a person") { stored in
            try stored.entry(id).map { try stored.status(of: $0, locks) }
        }
    }

    /// Badges that match, by fingerprint.
    public func badges(_ query: BadgeQuery) async throws(LedgerFault) -> Page<BadgeStatus> {
        try await readPolicy("list badges") { try $0.badges(query) }
    }

    /// A badge.
    public func badge(_ token: Badge.Token) async throws(LedgerFault) -> BadgeStatus? {
        let keys = keys
        return try await readPolicy("read a badge") { stored in
            try stored.badge(token, keys: keys).map(stored.status)
        }
    }

    /// All departments, in the order of the document.
    public func departments() async throws(LedgerFault) -> [Department] {
        try await readPolicy("list departments") { try $0.departments() }
    }

    /// A department, with the row's tag.
    public func department(
        _ id: DepartmentID
    ) async throws(LedgerFault) -> (department: Department, tag: RowTag)? {
        try await readPolicy("read a department") { stored in
            try stored.department(id).map { ($0, RowTag(of: $0)) }
        }
    }

    /// All rooms, in the order of the document.
    public func rooms() async throws(LedgerFault) -> [Room] {
        try await readPolicy("list rooms") { try $0.rooms() }
    }

    /// All appointments, in the order of the document.
    public func appointments() async throws(LedgerFault) -> [Appointment] {
        try await readPolicy("list appointments") { try $0.appointments() }
    }

    /// The rooms that are locked down.
    public func lockdowns() async throws(LedgerFault) -> [Lockdown] {
        try await readPolicy("list lockdowns") { stored in
            let rooms: [RoomID] = try stored.names("SELECT room FROM lockdown ORDER BY room")
            let alarms = try stored.database.alarms().filter { $0.alarm == .lockdown }
            return try rooms.map { room in
                Lockdown(
                    room: room,
                    allowed: try stored.names(
                        "SELECT person FROM lockdownAllowed WHERE room = ? ORDER BY person",
                        [room.text]
                    ),
                    since: alarms.first { $0.about.room == room }?.since
                )
            }
        }
    }

    /// By what it is known whether a PIN's lock is over.
    private var lockReading: LockReading {
        LockReading(boot: boot, moment: asked.withLock { $0.moment })
    }
}

/// By what it is known whether a PIN's lock is over.
struct LockReading: Sendable {
    let boot: String
    let moment: Moment
}

extension StoredPolicy {
    /// How many rows are looked at for one page; what a filter leaves of them is the page (L14).
    static let longestWalk = 5000

    fileprivate func people(
        _ query: PeopleQuery,
        _ locks: LockReading
    ) throws -> Page<PersonStatus> {
        let limit = query.pageLimit
        let wanted = query.text.map(Self.folded)
        var condition = "id > ?"
        var arguments: StatementArguments = [query.after ?? ""]
        if let department = query.department {
            // Who has moved here lately stands under the old department still.
            condition += " AND (department = ? OR nextDepartment = ?)"
            arguments += [department.text, department.text]
        }
        if !query.ids.isEmpty {
            let marks = databaseQuestionMarks(count: query.ids.count)
            condition += " AND id IN (\(marks))"
            arguments += StatementArguments(query.ids.map(\.text).sorted())
        }
        let walk = wanted == nil && query.department == nil ? limit + 1 : Self.longestWalk
        let found = try people("\(condition) ORDER BY id LIMIT ?", arguments + [walk])
        var page = Page<PersonStatus>()
        for person in found {
            if page.items.count == limit {
                page.next = page.items.last?.entry.person.id.text
                return page
            }
            if let department = query.department, person.department != department { continue }
            if let wanted, !person.matches(wanted) { continue }
            if let entry = try entry(person.id) { page.items.append(try status(of: entry, locks)) }
        }
        if found.count == walk { page.next = found.last?.id.text }
        return page
    }

    fileprivate func status(of entry: PersonEntry, _ locks: LockReading) throws -> PersonStatus {
        let id = entry.person.id
        let pin = try pinState(of: id, at: locks.moment, boot: locks.boot, now: now)
        return PersonStatus(
            entry: entry,
            tag: RowTag(of: entry),
            pending: try pendingMove(of: id),
            isPINLocked: pin.isLocked
        )
    }

    /// A text as it is looked for: spaces and case count for nothing.
    fileprivate static func folded(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }

    fileprivate func badges(_ query: BadgeQuery) throws -> Page<BadgeStatus> {
        let limit = query.pageLimit
        // Greater than every digest of which the fingerprint is the beginning.
        let after = query.after.flatMap { Fingerprint($0) }.flatMap {
            [UInt8](hexadecimal: $0.hexadecimal)
        }
        var conditions = ["digest > ?"]
        var arguments: StatementArguments = [
            Data(after.map { $0 + [UInt8](repeating: 255, count: 16) } ?? [])
        ]
        if let person = query.person {
            conditions.append("person = ?")
            arguments += [person.text]
        }
        if let status = query.status {
            conditions.append("status = ?")
            arguments += [status.rawValue]
        }
        let found = try badges(
            "\(conditions.joined(separator: " AND ")) ORDER BY digest LIMIT ?",
            arguments + [limit + 1]
        )
        let items = try found.prefix(limit).map(status)
        return Page(
            items: Array(items),
            next: found.count > limit ? items.last?.fingerprint.hexadecimal : nil
        )
    }

    /// A badge with what the journal tells of it.
    func status(of stored: StoredBadge) throws -> BadgeStatus {
        guard let fingerprint = stored.digest.fingerprint else {
            throw LedgerFault("a badge on record has no fingerprint")
        }
        return BadgeStatus(
            person: stored.person,
            badge: stored.badge,
            fingerprint: fingerprint,
            tag: RowTag(of: stored),
            lastUsed: try uses(of: fingerprint, by: stored.person, "LIMIT 1").first?.wall,
            issued: stored.issued,
            returned: stored.returned
        )
    }

    /// The records of a badge at the doors while its holder had it, the last first.
    ///
    /// They are found among the holder's own: an index of its own would cost every record at every door a page more.
    func uses(
        of badge: Fingerprint,
        by holder: PersonID,
        _ more: String
    ) throws -> [JournalLine] {
        try rows(
            """
            SELECT number, body, digest FROM journalPerson JOIN journal USING (number)
            WHERE person = ? AND kind <> 'order' AND json_extract(body, '$.badge') = ?
            ORDER BY number DESC \(more)
            """,
            [holder.text, badge.description]
        ) { try JournalLine($0) }
    }
}

extension Person {
    fileprivate func matches(_ wanted: String) -> Bool {
        [id.text, name, kana].compactMap { $0 }.contains {
            StoredPolicy.folded($0).contains(wanted)
        }
    }
}

extension PeopleQuery {
    fileprivate var pageLimit: Int { max(1, min(limit, Page<PersonStatus>.longest)) }
}

extension BadgeQuery {
    fileprivate var pageLimit: Int { max(1, min(limit, Page<BadgeStatus>.longest)) }
}
