// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    private var today: SigningDay { SigningDay(time.local.date, in: calendar) }

    private func standing(_ id: DesignationID) throws -> Designation {
        guard let found = try stored.designation(id) else {
            throw OrderRefused.unfit("there is no designation \(id)", "指定 \(id) はありません。")
        }
        if found.isRevoked {
            throw OrderRefused.unfit(
                "designation \(id) is revoked already",
                "指定 \(id) は既に取り消されています。"
            )
        }
        return found.designation
    }

    func revocation(of id: DesignationID) throws -> Deed {
        let designation = try standing(id)
        return Deed(about: [designation.person]) { _ in try self.revoke(id) }
    }

    /// Somebody has looked at a designation, and finds it needed still (20 by analogy; R18).
    func confirmation(of id: DesignationID, by author: PersonID) throws -> Deed {
        let designation = try standing(id)
        var deed = Deed(about: [designation.person]) { _ in
            try self.execute(
                "UPDATE designation SET confirmedMs = ?, confirmedBy = ? WHERE id = ?",
                [self.time.now.milliseconds, author.text, id.text]
            )
        }
        deed.record.designation = id
        deed.revisesPolicy = false
        return deed
    }

    func signing(of id: DesignationID, by author: PersonID) throws -> Deed {
        var designation = try standing(id)
        let signature = Signature(by: author, on: today)
        let faults = try PolicyRules(stored).faults(
            in: signature,
            under: designation,
            at: "signatures[\(designation.signatures.count)]"
        )
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        let earlier = designation.signatures.filter { $0.by == author }
        let gained = try counts(of: [signature], for: designation)
        guard try !gained.isSubset(of: counts(of: earlier, for: designation)) else {
            throw OrderRefused.unfit(
                "\(author) has signed designation \(id) already",
                "\(author) は指定 \(id) に既に署名しています。"
            )
        }
        guard try isAwaited(signature, for: designation) else {
            throw OrderRefused.unfit(
                "designation \(id) does not await this signature: the rule of its rooms is met, or asks for another",
                "指定 \(id) はこの署名を待っていません。室の定めによる署名はそろっているか、ほかの職の署名が要ります。"
            )
        }
        // One that has counted for nothing yet gives way, so that the document stays clean.
        designation.signatures = try designation.signatures.filter {
            try $0.by != author || !counts(of: [$0], for: designation).isEmpty
        }
        designation.signatures.append(signature)
        try isNew(designation)
        let signed = designation
        return Deed(about: [designation.person]) { _ in try self.write(signed) }
    }

    /// Whether a room's rule still asks for what a signature counts as.
    private func isAwaited(_ signature: Signature, for designation: Designation) throws -> Bool {
        let signers = try appointments(of: designation.signatures)
        let own = try stored.appointments(of: signature.by)
        return try designation.rooms.compactMap(stored.room).contains { room in
            let awaited = designation.awaitedSignatures(
                for: room,
                at: time.now,
                appointments: signers
            )
            let counts = SignatureCount.of(signature, for: room, appointments: own)
            return !awaited.isDisjoint(with: counts)
        }
    }

    private func appointments(of signatures: [Signature]) throws -> [PersonID: [Appointment]] {
        try Dictionary(
            signatures.map { ($0.by, try stored.appointments(of: $0.by)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// For which rooms some signatures count as what.
    private func counts(
        of signatures: [Signature],
        for designation: Designation
    ) throws -> Set<Counting> {
        var counted: Set<Counting> = []
        for room in try designation.rooms.compactMap(stored.room) {
            for signature in signatures {
                let counts = SignatureCount.of(
                    signature,
                    for: room,
                    appointments: try stored.appointments(of: signature.by)
                )
                counted.formUnion(counts.map { Counting(room: room.id, count: $0) })
            }
        }
        return counted
    }

    func designating(_ row: Designation, by author: PersonID) throws -> Deed {
        if try stored.designation(row.id) != nil {
            throw OrderRefused.unfit(
                "there is or was a designation \(row.id); give this one another id",
                "指定 \(row.id) は既にあるか、ありました。別の番号にしてください。"
            )
        }
        // What a document would load with a warning, an order does not do at all (DESIGN §10).
        let faults = try PolicyRules(stored).faults(in: row, at: "designate")
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        var designation = row
        let own = Signature(by: author, on: today)
        if !row.signatures.contains(where: { $0.by == author }),
            try PolicyRules(stored).faults(in: own, under: row, at: "").isEmpty,
            try !counts(of: [own], for: row).isEmpty
        {
            designation.signatures.append(own)
        }
        try isNew(designation)
        let written = designation
        return Deed(about: [row.person]) { _ in try self.write(written) }
    }
}

extension Transaction {
    /// Who is designated for a room is not designated for it once more at the same time and hours: revoking one of
    /// the two would leave the other.
    ///
    /// One that awaits a signature stands only in the way of a proposal that nobody else has signed.
    private func isNew(_ row: Designation) throws {
        let begins = max(time.now, row.validity.from?.instant ?? time.now).milliseconds
        let standing: [DesignationID] = try stored.rows(
            """
            SELECT id FROM designation
            WHERE person = ?1 AND revokedMs IS NULL
              AND (endsMs IS NULL OR endsMs > ?2) AND (untilMs IS NULL OR untilMs > ?2)
              AND (?3 IS NULL OR fromMs IS NULL OR fromMs < ?3)
            ORDER BY id
            """,
            [row.person.text, begins, row.validity.until?.instant.milliseconds]
        ) { try $0.identifier(0) }
        for id in standing where id != row.id {
            guard let other = try stored.designation(id)?.designation, other.hours == row.hours,
                let room = try roomInCommon(row, other)
            else { continue }
            throw OrderRefused.unfit(
                "\(row.person) is designated for \(room) by \(id) already; "
                    + "let this one begin when that ends, or revoke that one first",
                "\(row.person) は既に \(id) で \(room) に指定されています。"
                    + "その終わりから始めるか、先に \(id) を取り消してください。"
            )
        }
    }

    /// The first room of a proposal for which another designation is as good.
    private func roomInCommon(_ row: Designation, _ other: Designation) throws -> RoomID? {
        let rooms = row.rooms.filter(other.rooms.contains)
        let signers = Set(row.signatures.map(\.by))
        if signers.isSubset(of: other.signatures.map(\.by)) { return rooms.first }
        let appointments = try appointments(of: other.signatures)
        return try rooms.compactMap(stored.room)
            .first { other.isComplete(for: $0, at: time.now, appointments: appointments) }?.id
    }
}

/// As what a signature counts for one room.
private struct Counting: Hashable {
    let room: RoomID
    let count: SignatureCount
}
