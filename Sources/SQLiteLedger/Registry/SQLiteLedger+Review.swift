// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// What must be looked at again (R15, R17, R18).
    public func review(at moment: Moment) async throws(LedgerFault) -> Review {
        meet(moment)
        return try await readPolicy("draw up a review") { try $0.review() }
    }

    /// The designations that end soon, by the time at which they do (R17).
    public func endings(at moment: Moment) async throws(LedgerFault) -> [Review.Ending] {
        meet(moment)
        return try await readPolicy("look for what ends soon") { try $0.endings() }
    }

    /// The ids that the next designation and the next visit may have.
    public func nextIDs(at moment: Moment) async throws(LedgerFault) -> NextIDs {
        meet(moment)
        return try await readPolicy("look for the next ids") { try $0.nextIDs() }
    }

    /// What a transfer would change.
    public func effects(of transfer: Transfer) async throws(LedgerFault) -> TransferEffects {
        try await readPolicy("look at a transfer") { try $0.effects(of: transfer) }
    }

    /// The facts about a lost badge, for the form of Article 22 (R26).
    public func incident(of badge: Badge.Token) async throws(LedgerFault) -> Incident? {
        let keys = keys
        return try await readPolicy("draw up an incident") { stored in
            try stored.badge(badge, keys: keys).map(stored.incident)
        }
    }

    /// One record.
    public func record(_ number: RecordNumber) async throws(LedgerFault) -> JournalLine? {
        try await read("read a record") { database in
            try Row.fetchOne(
                database,
                sql: "SELECT number, body, digest FROM journal WHERE number = ?",
                arguments: [number]
            ).map { try JournalLine($0) }
        }
    }

    /// Goes over the whole journal (L9).
    public func verification() async throws(LedgerFault) -> Verification {
        let verdict = try await verify()
        return Verification(
            records: verdict.records,
            head: verdict.head.number,
            digest: verdict.head.digest,
            damage: verdict.damage.map(\.written)
        )
    }
}

extension JournalVerdict.Damage {
    /// The damage in two words.
    fileprivate var written: String {
        switch self {
        case .edited(let number): "edited \(number)"
        case .missing(let number): "missing \(number)"
        case .displaced(let number): "displaced \(number)"
        case .cut(let number): "cut after \(number)"
        case .otherHead(let number): "other head \(number)"
        }
    }
}

extension StoredPolicy {
    /// The longest list of a review (L14).
    private static let longestList = 1000
    private static let unusedDays = 90

    fileprivate func review() throws -> Review {
        var review = Review(at: now)
        let ids: [DesignationID] = try names(
            """
            SELECT id FROM designation
            WHERE revokedMs IS NULL AND (untilMs IS NULL OR untilMs > ?1)
              AND (endsMs IS NULL OR endsMs > ?1) ORDER BY id
            """,
            [now.milliseconds]
        )
        for id in ids {
            guard let status = try designationStatus(id) else { continue }
            add(status, to: &review)
        }
        let unused = try badges("status = 'active' ORDER BY digest", [])
        let since = now + .seconds(-Self.unusedDays * 86_400)
        for badge in unused {
            let status = try status(of: badge)
            guard (status.lastUsed ?? .init(milliseconds: 0)) < since,
                (status.issued ?? .init(milliseconds: 0)) < since
            else { continue }
            guard review.unused.count < Self.longestList else {
                review.isCut = true
                break
            }
            review.unused.append(status)
        }
        return review
    }

    private func add(_ status: DesignationStatus, to review: inout Review) {
        let isFull = [
            review.expiring.count, review.overdue.count, review.formerOffices.count,
        ].contains { $0 >= Self.longestList }
        guard !isFull else {
            review.isCut = true
            return
        }
        if let until = status.row.validity.until?.instant,
            let days = Review.warnings.first(where: { until <= now + .seconds($0 * 86_400) })
        {
            review.expiring.append(.init(designation: status, within: days))
        }
        if let due = status.reviewDue, due <= now { review.overdue.append(status) }
        if !status.formerOffices.isEmpty { review.formerOffices.append(status) }
    }

    fileprivate func effects(of transfer: Transfer) throws -> TransferEffects {
        var effects = TransferEffects()
        let instant = transfer.effective.instant
        let rooms = try self.rooms()
        for move in transfer.moves.prefix(Self.longestWalk) {
            let before = try person(move.person)?.department
            // Who is to stay after all loses nothing.
            if move.department != nil, move.department == before { continue }
            effects.designations += try designations(of: move.person).filter { row in
                row.validity.from.map { $0.instant < max(instant, now) } ?? true
            }
            effects.appointments += try appointments(of: move.person).filter {
                $0.validity.until.map { instant < $0.instant } ?? true
            }
            guard let before else { continue }
            let old = try kinds(of: before)
            let new = try move.department.map(kinds) ?? []
            let lost = rooms.filter { room in
                !room.escorts.isDisjoint(with: old) && room.escorts.isDisjoint(with: new)
            }.map(\.id)
            guard !lost.isEmpty else { continue }
            effects.escorts.append(move.person)
            effects.visits += try visits(attendedBy: move.person, after: instant).filter { visit in
                visit.rooms.contains(where: lost.contains)
                    && !effects.visits.contains { $0.id == visit.id }
            }
        }
        return effects
    }

    /// The visits in force or to come that name somebody as escort, and those attended now.
    private func visits(
        attendedBy escort: PersonID,
        after instant: Timestamp
    ) throws -> [VisitApproval] {
        let ids: [VisitID] = try names(
            """
            SELECT visit FROM visitEscort WHERE person = ?1
            UNION SELECT visit FROM presence WHERE escort = ?1 AND visit IS NOT NULL ORDER BY 1
            """,
            [escort.text]
        )
        return try ids.compactMap { id in
            guard let found = try visit(id), !found.isWithdrawn, !found.isClosed,
                found.visit.validity.until.map({ instant < $0.instant && now < $0.instant })
                    ?? true
            else { return nil }
            return found.visit
        }
    }

    fileprivate func incident(_ badge: StoredBadge) throws -> Incident {
        var incident = Incident(badge: try status(of: badge))
        let fingerprint = incident.badge.fingerprint
        incident.name = try person(badge.person)?.name
        incident.reported = try rows(
            """
            SELECT number, body, digest FROM journalPerson JOIN journal USING (number)
            WHERE person = ? AND kind = 'order' AND json_extract(body, '$.verb') = 'badgeLost'
              AND json_extract(body, '$.badge') = ? AND json_extract(body, '$.state') = 'accepted'
            ORDER BY number DESC LIMIT 1
            """,
            [badge.person.text, fingerprint.description]
        ) { try JournalLine($0) }.first
        let reported = incident.reported?.number ?? .max
        let uses = try uses(of: fingerprint, by: badge.person, "LIMIT 1000")
        incident.lastUse = uses.first { $0.number < reported }
        incident.since = uses.filter { $0.number > reported }.reversed()
        incident.doors = Set(uses.compactMap(\.record.door)).sorted()
        let rooms = try designations(of: badge.person).filter { $0.validity.contains(now) }
            .flatMap(\.rooms)
        incident.rooms = Set(rooms).sorted()
        return incident
    }
}
