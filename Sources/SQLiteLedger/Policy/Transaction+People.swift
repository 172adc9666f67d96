// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    /// Writes the rows of people, and takes back the badges and PINs that are not theirs any more.
    ///
    /// All badges are taken back before any is given: one may pass from hand to hand.
    func apply(_ edits: RowEdits<PersonEntry, PersonID>, _ plan: PolicyPlan) throws {
        var lent: [BadgeDigest: StoredBadge] = [:]
        for entry in edits.written {
            for badge in try stored.badges(of: entry.person.id) { lent[badge.digest] = badge }
        }
        for id in edits.removed + edits.written.map(\.person.id) {
            try execute("DELETE FROM badge WHERE person = ?", [id.text])
            try execute("DELETE FROM pin WHERE person = ?", [id.text])
        }
        for id in edits.removed { try execute("DELETE FROM person WHERE id = ?", [id.text]) }
        for entry in edits.written {
            try write(entry.person)
            for badge in entry.badges { try write(badge, of: entry.person.id, plan, lent) }
            try write(entry.pin, of: entry.person.id, isDuress: false, plan)
            try write(entry.duressPIN, of: entry.person.id, isDuress: true, plan)
        }
    }

    /// Writes a person's row, badges and PINs apart.
    func write(_ person: Person) throws {
        try execute(
            """
            INSERT INTO person (id, name, kana, department, fromWritten, fromMs, untilWritten,
              untilMs, isSuspended, company, identityChecked, briefed, contract, responsible)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, kana = excluded.kana,
              department = excluded.department, fromWritten = excluded.fromWritten,
              fromMs = excluded.fromMs, untilWritten = excluded.untilWritten,
              untilMs = excluded.untilMs, isSuspended = excluded.isSuspended,
              company = excluded.company, identityChecked = excluded.identityChecked,
              briefed = excluded.briefed, contract = excluded.contract,
              responsible = excluded.responsible
            """,
            [person.id.text, person.name, person.kana, person.department?.text]
                + person.validity.columns
                + [
                    person.isSuspended, person.company, person.identityChecked,
                    person.briefed?.description, person.contract, person.responsible?.text,
                ]
        )
        // A move whose time has come is in the row now; one that is still to come stays.
        try execute(
            """
            UPDATE person SET nextDepartment = NULL, nextWritten = NULL, nextMs = NULL
            WHERE id = ? AND nextMs <= ?
            """,
            [person.id.text, time.now.milliseconds]
        )
    }

    private func write(
        _ badge: Badge,
        of person: PersonID,
        _ plan: PolicyPlan,
        _ before: [BadgeDigest: StoredBadge]
    ) throws {
        guard let digest = badge.token.fingerprint.flatMap({ plan.digests[$0] }) else {
            throw LedgerFault("a badge of \(person) was planned without its digest")
        }
        let earlier = before[digest].flatMap { $0.person == person ? $0 : nil }
        let returned = badge.status == .returned ? earlier?.returned ?? time.now : nil
        try write(
            StoredBadge(
                digest: digest,
                person: person,
                badge: badge,
                issued: earlier?.issued ?? time.now,
                returned: returned
            )
        )
    }

    /// Writes a badge's row.
    func write(_ stored: StoredBadge) throws {
        let badge = stored.badge
        try execute(
            """
            INSERT OR REPLACE INTO badge (digest, person, kind, status, label, technology,
              systemCode, issuedMs, returnedMs, assurance)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                Data(stored.digest.bytes), stored.person.text, badge.kind.rawValue,
                badge.status.rawValue, badge.label, badge.technology?.rawValue,
                badge.systemCode.map { Int64($0) }, stored.issued?.milliseconds,
                stored.returned?.milliseconds, badge.assurance?.rawValue,
            ]
        )
    }

    private func write(
        _ pin: PINToken?,
        of person: PersonID,
        isDuress: Bool,
        _ plan: PolicyPlan
    ) throws {
        guard let fingerprint = pin?.fingerprint else { return }
        guard let derived = plan.derived[fingerprint] else {
            throw LedgerFault("a PIN of \(person) was planned without what is kept of it")
        }
        try execute(
            "INSERT INTO pin (person, isDuress, derived, fingerprint) VALUES (?, ?, ?, ?)",
            [person.text, isDuress, derived, fingerprint.hexadecimal]
        )
    }
}

extension Validity {
    /// The four columns in which a validity is kept.
    var columns: StatementArguments {
        [
            from?.written, from?.instant.milliseconds, until?.written,
            until?.instant.milliseconds,
        ]
    }
}
