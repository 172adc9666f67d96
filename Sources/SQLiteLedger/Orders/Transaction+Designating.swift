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
        // One that has counted for nothing yet gives way, so that the document stays clean.
        designation.signatures = try designation.signatures.filter {
            try $0.by != author || !counts(of: [$0], for: designation).isEmpty
        }
        designation.signatures.append(signature)
        let signed = designation
        return Deed(about: [designation.person]) { _ in try self.write(signed) }
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
        try isNew(row)
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
        let written = designation
        return Deed(about: [row.person]) { _ in try self.write(written) }
    }
}

extension Transaction {
    /// Who is designated for a room is not designated for it once more at the same time and hours.
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
        for id in standing {
            guard let other = try stored.designation(id)?.designation, other.hours == row.hours,
                let room = row.rooms.first(where: other.rooms.contains)
            else { continue }
            throw OrderRefused.unfit(
                "\(row.person) is designated for \(room) by \(id) already; "
                    + "let this one begin when that ends, or revoke that one first",
                "\(row.person) は既に \(id) で \(room) に指定されています。"
                    + "その終わりから始めるか、先に \(id) を取り消してください。"
            )
        }
    }
}

/// As what a signature counts for one room.
private struct Counting: Hashable {
    let room: RoomID
    let count: SignatureCount
}
