// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension FactsReader {
    /// Who is inside a room, on which approvals, and attended by whom.
    mutating func readInside(_ room: RoomID) throws {
        facts.inside = try stored.presences("room = ?", [room.text])
        for presence in facts.inside {
            if let visit = presence.visit, facts.visitsInside[visit] == nil {
                let found = try stored.visit(visit)
                facts.visitsInside[visit] = found?.visit
                if found?.isWithdrawn == true { facts.withdrawnInside.insert(visit) }
            }
            if let escort = presence.escort { try readPerson(escort, for: room) }
        }
    }
}

extension StoredPolicy {
    /// The presences that a condition on an index picks, by person.
    func presences(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [Presence] {
        try rows(
            """
            SELECT person, room, sinceMs, escort, visit, unattendedMs FROM presence
            WHERE \(condition) ORDER BY person
            """,
            arguments
        ) { row in
            Presence(
                person: try row.identifier(0),
                room: try row.identifier(1),
                since: Timestamp(milliseconds: try row.decode(atIndex: 2)),
                escort: try row.identifierIfAny(3),
                visit: try row.identifierIfAny(4),
                unattendedSince: try row.decode(Int64?.self, atIndex: 5)
                    .map { Timestamp(milliseconds: $0) }
            )
        }
    }

    /// How a person's PIN stands at a moment.
    func pinState(
        of person: PersonID,
        at moment: Moment,
        boot: String,
        now: Timestamp
    ) throws -> PINState {
        var state = PINState()
        state.exists =
            try rows(
                "SELECT EXISTS (SELECT 1 FROM pin WHERE person = ? AND isDuress = 0)",
                [person.text]
            ) { try $0.decode(Bool.self, atIndex: 0) }.first ?? false
        let kept = try rows(
            """
            SELECT wrong, locks, lockedBoot, lockedUntilInstant, lockedUntilMs
            FROM pinState WHERE person = ?
            """,
            [person.text]
        ) { row in
            (
                try PINLock(row, column: 2), try row.decode(Int.self, atIndex: 0),
                try row.decode(Int.self, atIndex: 1)
            )
        }
        guard let (lock, wrong, locks) = kept.first else { return state }
        state.wrong = wrong
        state.locks = locks
        state.isLocked = lock?.holds(at: moment, boot: boot, now: now) ?? false
        return state
    }
}
