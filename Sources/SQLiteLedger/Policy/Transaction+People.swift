// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    /// Writes the rows of people, and takes back the badges and PINs that are not theirs any more.
    ///
    /// All badges are taken back before any is given: one may pass from hand to hand.
    func apply(_ edits: RowEdits<PersonEntry, PersonID>, _ plan: PolicyPlan) throws {
        for id in edits.removed + edits.written.map(\.person.id) {
            try execute("DELETE FROM badge WHERE person = ?", [id.text])
            try execute("DELETE FROM pin WHERE person = ?", [id.text])
        }
        for id in edits.removed { try execute("DELETE FROM person WHERE id = ?", [id.text]) }
        for entry in edits.written {
            try write(entry.person)
            for badge in entry.badges { try write(badge, of: entry.person.id, plan) }
            try write(entry.pin, of: entry.person.id, isDuress: false, plan)
            try write(entry.duressPIN, of: entry.person.id, isDuress: true, plan)
        }
    }

    private func write(_ person: Person) throws {
        try execute(
            """
            INSERT OR REPLACE INTO person (id, name, kana, department, fromWritten, fromMs,
              untilWritten, untilMs, isSuspended, company, identityChecked, briefed, contract,
              responsible)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [person.id.text, person.name, person.kana, person.department?.text]
                + person.validity.columns
                + [
                    person.isSuspended, person.company, person.identityChecked,
                    person.briefed?.description, person.contract, person.responsible?.text,
                ]
        )
    }

    private func write(_ badge: Badge, of person: PersonID, _ plan: PolicyPlan) throws {
        guard let digest = badge.token.fingerprint.flatMap({ plan.digests[$0] }) else {
            throw LedgerFault("a badge of \(person) was planned without its digest")
        }
        try execute(
            "INSERT INTO badge (digest, person, kind, status) VALUES (?, ?, ?, ?)",
            [Data(digest.bytes), person.text, badge.kind.rawValue, badge.status.rawValue]
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
