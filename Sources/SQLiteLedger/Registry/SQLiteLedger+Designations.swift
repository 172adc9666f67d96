// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// Designations that match, by id.
    public func designations(
        _ query: DesignationQuery
    ) async throws(LedgerFault) -> Page<DesignationStatus> {
        try await readPolicy("list designations") { try $0.designations(query) }
    }

    /// A designation.
    public func designation(
        _ id: DesignationID
    ) async throws(LedgerFault) -> DesignationStatus? {
        try await readPolicy("read a designation") { try $0.designationStatus(id) }
    }
}

extension StoredPolicy {
    fileprivate func designations(_ query: DesignationQuery) throws -> Page<DesignationStatus> {
        let limit = max(1, min(query.limit, Page<DesignationStatus>.longest))
        let walk = query.states.isEmpty && query.room == nil ? limit + 1 : Self.longestWalk
        let ids = try designationIDs(query, walk: walk)
        var page = Page<DesignationStatus>()
        for id in ids {
            if page.items.count == limit {
                page.next = page.items.last?.row.id.text
                return page
            }
            guard let status = try designationStatus(id) else { continue }
            if let person = query.person, status.row.person != person { continue }
            if query.states.isEmpty || query.states.contains(status.state) {
                page.items.append(status)
            }
        }
        if ids.count == walk { page.next = ids.last?.text }
        return page
    }

    private func designationIDs(
        _ query: DesignationQuery,
        walk: Int
    ) throws -> [DesignationID] {
        let after = query.after ?? ""
        if let person = query.person {
            return try names(
                "SELECT id FROM designation WHERE person = ? AND id > ? ORDER BY id LIMIT ?",
                [person.text, after, walk]
            ).filter { id in
                guard let room = query.room else { return true }
                return try designation(id)?.designation.rooms.contains(room) ?? false
            }
        }
        if let room = query.room {
            return try names(
                """
                SELECT designation FROM designationRoom WHERE room = ? AND designation > ?
                ORDER BY designation LIMIT ?
                """,
                [room.text, after, walk]
            )
        }
        return try names(
            "SELECT id FROM designation WHERE id > ? ORDER BY id LIMIT ?",
            [after, walk]
        )
    }

    /// A designation, and how it stands now.
    func designationStatus(_ id: DesignationID) throws -> DesignationStatus? {
        guard let found = try designation(id) else { return nil }
        let row = found.designation
        let rooms = try row.rooms.compactMap(room)
        var appointments: [PersonID: [Appointment]] = [:]
        for signer in Set(row.signatures.map(\.by)) {
            appointments[signer] = try self.appointments(of: signer)
        }
        let complete = rooms.filter { room in
            row.isComplete(for: room, at: now, appointments: appointments)
        }
        var status = DesignationStatus(
            row: row,
            tag: RowTag(of: row, isRevoked: found.isRevoked),
            state: .current,
            completeFor: complete.map(\.id)
        )
        status.state = state(of: row, found.isRevoked, isComplete: complete.count == rooms.count)
        for room in rooms {
            status.awaited.formUnion(
                row.awaitedSignatures(for: room, at: now, appointments: appointments)
            )
        }
        status.formerOffices = row.formerSigners(in: rooms, appointments: appointments, at: now)
        status.lastUsed = try lastUse(of: id, by: row.person)
        let kept = try rows(
            "SELECT confirmedMs, confirmedBy, endsMs FROM designation WHERE id = ?",
            [id.text]
        ) {
            (
                try $0.timestampIfAny(0), try $0.identifierIfAny(1) as PersonID?,
                try $0.timestampIfAny(2)
            )
        }.first
        status.confirmed = kept?.0
        status.confirmedBy = kept?.1
        status.ends = kept?.2
        status.reviewDue = reviewDue(of: row, confirmed: kept?.0, rooms)
        return status
    }

    private func state(
        of row: Designation,
        _ isRevoked: Bool,
        isComplete: Bool
    ) -> DesignationStatus.State {
        if isRevoked { return .revoked }
        if let until = row.validity.until?.instant, until <= now { return .ended }
        guard isComplete else { return .proposed }
        if let from = row.validity.from?.instant, now < from { return .coming }
        return .current
    }

    /// When a designation must be looked at again: so many months after it was signed or confirmed last (R18).
    private func reviewDue(
        of row: Designation,
        confirmed: Timestamp?,
        _ rooms: [Room]
    ) -> Timestamp? {
        let signed = row.signatures.map(\.on.start).max()
        let looked = [confirmed, signed].compactMap { $0 }.max() ?? row.validity.from?.instant
        guard let looked, let months = rooms.map(\.reviewMonths).min() else { return nil }
        return calendar.timestamp(calendar.local(looked).date.advanced(byMonths: months))
    }

    /// When somebody last entered on a designation.
    private func lastUse(of designation: DesignationID, by person: PersonID) throws -> Timestamp? {
        try rows(
            """
            SELECT atMs FROM journalPerson JOIN journal USING (number)
            WHERE person = ? AND kind = 'entry' AND json_extract(body, '$.designation') = ?
            ORDER BY number DESC LIMIT 1
            """,
            [person.text, designation.text]
        ) { Timestamp(milliseconds: try $0.decode(atIndex: 0)) }.first
    }
}

extension Designation {
    /// Who signed by an office that counted on that day, and holds none now whose signature would count (R15).
    func formerSigners(
        in rooms: [Room],
        appointments: [PersonID: [Appointment]],
        at now: Timestamp
    ) -> [PersonID] {
        signatures.filter { signature in
            let own = appointments[signature.by] ?? []
            let held = own.filter { $0.isHeld(at: now) }
            return rooms.contains { room in
                let counted = SignatureCount.of(signature, for: room, appointments: own)
                let counts = held.reduce(into: Set<SignatureCount>()) { counts, appointment in
                    if appointment.actsAsInformationOfficer { counts.insert(.informationOfficer) }
                    if appointment.office == .sectionHead,
                        let section = appointment.department,
                        room.competentSections.contains(section)
                    {
                        counts.insert(.sectionHead)
                    }
                }
                return !counted.isSubset(of: counts)
            }
        }.map(\.by)
    }
}
