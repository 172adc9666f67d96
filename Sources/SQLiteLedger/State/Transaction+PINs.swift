// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Keeps what became of a person's count of wrong PINs.
    func keep(_ change: PINChange) throws {
        let duration = change.lockedFor
        try execute(
            """
            INSERT INTO pinState
              (person, wrong, locks, lockedBoot, lockedUntilInstant, lockedUntilMs)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (person) DO UPDATE
            SET wrong = excluded.wrong, locks = excluded.locks, lockedBoot = excluded.lockedBoot,
              lockedUntilInstant = excluded.lockedUntilInstant,
              lockedUntilMs = excluded.lockedUntilMs
            """,
            [
                change.person.text, change.wrong, change.locks,
                duration.map { _ in ledger.boot },
                duration.map { (moment.instant + $0).nanoseconds },
                duration.map { (time.now + $0).milliseconds },
            ]
        )
    }

    /// Ends a person's lock and forgets the wrong PINs.
    func clearPINLock(_ person: PersonID) throws {
        try execute("DELETE FROM pinState WHERE person = ?", [person.text])
        try endAlarm(.pinLocked, about: .init(person: person))
    }

    /// Ends the locks whose time is over.
    ///
    /// - Returns: when the next one is over.
    func endPINLocks() throws -> Instant? {
        let locked = try stored.rows(
            """
            SELECT person, lockedBoot, lockedUntilInstant, lockedUntilMs FROM pinState
            WHERE lockedUntilMs IS NOT NULL ORDER BY lockedUntilMs
            """
        ) { row in (person: try row.identifier(0) as PersonID, lock: try PINLock(row, column: 1)) }
        var next: Instant?
        for (person, lock) in locked {
            if let lock, lock.holds(at: moment, boot: ledger.boot, now: time.now) {
                let end = lock.end(seenFrom: moment, boot: ledger.boot, now: time.now)
                next = min(next ?? end, end)
            } else {
                try execute(
                    """
                    UPDATE pinState SET lockedBoot = NULL, lockedUntilInstant = NULL,
                      lockedUntilMs = NULL WHERE person = ?
                    """,
                    [person.text]
                )
                try endAlarm(.pinLocked, about: .init(person: person))
            }
        }
        return next
    }
}
