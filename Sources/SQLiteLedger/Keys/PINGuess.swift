// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

/// Typed digits, compared with a person's PINs as they were kept at one moment.
struct PINGuess: Sendable {
    let outcome: PINOutcome
    private let person: PersonID
    private let rows: [Kept]

    /// A row of the table.
    struct Kept: Sendable, Hashable {
        let isDuress: Bool
        let derived: String
    }

    /// Derives off the cooperative pool, against every PIN that the person has: both take the same time.
    init(
        _ digits: Secret,
        of person: PersonID,
        rows: [Kept],
        keys: DeviceKeys
    ) async throws(LedgerFault) {
        outcome = try await aside { () throws(LedgerFault) in
            try Self.outcome(digits, rows, keys)
        }
        self.person = person
        self.rows = rows
    }

    private static func outcome(
        _ digits: Secret,
        _ rows: [Kept],
        _ keys: DeviceKeys
    ) throws(LedgerFault) -> PINOutcome {
        var outcome = PINOutcome.wrong
        for row in rows {
            guard let kept = DerivedPIN(row.derived) else {
                throw LedgerFault("a kept PIN cannot be read: set the person's PIN anew")
            }
            if try kept.matches(digits, keys: keys) { outcome = row.isDuress ? .duress : .right }
        }
        return outcome
    }

    /// What is kept of a person's PINs.
    static func rows(of person: PersonID, in stored: StoredPolicy) throws -> [Kept] {
        try stored.rows(
            "SELECT isDuress, derived FROM pin WHERE person = ? ORDER BY isDuress",
            [person.text]
        ) { Kept(isDuress: try $0.decode(atIndex: 0), derived: try $0.decode(atIndex: 1)) }
    }

    /// Whether the person's PINs are still those that the digits were compared with.
    func isCurrent(in stored: StoredPolicy) throws -> Bool {
        try Self.rows(of: person, in: stored) == rows
    }
}
