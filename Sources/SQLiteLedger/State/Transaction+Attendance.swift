// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Brings up to date what hangs on who is inside, on rights and on time; the alarms begin and end by it.
    ///
    /// Every transaction after which somebody may be without an escort ends with it.
    func settleStanding() throws -> Standing {
        var next = try endPINLocks()
        for room in try roomsToWatch() {
            guard let check = try settleAttendance(in: room) else { continue }
            let instant = moment.instant + max(.milliseconds(1), check - time.now)
            next = min(next ?? instant, instant)
        }
        let alarms = try database.alarms()
        let heldOpen = alarms.filter { $0.alarm == .holdOpen }
        if !heldOpen.isEmpty {
            let check = Attendance.nextMinute(after: time.now) - time.now
            let instant = moment.instant + max(.milliseconds(1), check)
            next = min(next ?? instant, instant)
        }
        if let loss = try nextLossOfRight() {
            let instant = moment.instant + max(.milliseconds(1), loss - time.now)
            next = min(next ?? instant, instant)
        }
        if let end = try tellOfEnds() {
            let instant = moment.instant + max(.milliseconds(1), end - time.now)
            next = min(next ?? instant, instant)
        }
        return Standing(
            alarms: alarms,
            nextCheck: next,
            unwatched: try heldOpen.filter { try !isWatched($0.about) }.compactMap(\.about.door)
        )
    }

    /// When somebody who attends visitors or watches an open door is moved, or ceases to hold office (R14).
    ///
    /// Days and hours are looked at with each minute; these may fall between two.
    private func nextLossOfRight() throws -> Timestamp? {
        let sql = """
            WITH concerned AS (
              SELECT escort AS id FROM presence WHERE escort IS NOT NULL
              UNION SELECT person FROM alarm WHERE alarm = 'hold-open'
            )
            SELECT min(at) FROM (
              SELECT nextMs AS at FROM person WHERE id IN concerned
              UNION ALL SELECT untilMs FROM person WHERE id IN concerned
              UNION ALL SELECT endsMs FROM designation
                WHERE person IN concerned AND revokedMs IS NULL
              UNION ALL SELECT untilMs FROM appointment WHERE person IN concerned
            ) WHERE at > ?
            """
        let found = try stored.rows(sql, [time.now.milliseconds]) { row in
            try row.decode(Int64?.self, atIndex: 0)
        }
        return (found.first ?? nil).map { Timestamp(milliseconds: $0) }
    }

    /// Whether somebody who may escort still watches a door that is held open (R13).
    private func isWatched(_ heldOpen: ActiveAlarm.About) throws -> Bool {
        guard let room = heldOpen.room, let watcher = heldOpen.person else { return false }
        let facts = try FactsReader.facts(about: room, people: [watcher], in: self)
        return facts.lockdown == nil && isEligibleEscort(watcher, given: facts)
    }

    /// Judges how the visitors in one room are attended.
    ///
    /// - Returns: when time alone changes something next.
    func settleAttendance(in room: RoomID) throws -> Timestamp? {
        let facts = try FactsReader.facts(about: room, in: self)
        let found = attendance(given: facts)
        for presence in facts.inside
        where presence.unattendedSince != found.unattended[presence.person] {
            try execute(
                "UPDATE presence SET unattendedMs = ? WHERE person = ?",
                [found.unattended[presence.person]?.milliseconds, presence.person.text]
            )
        }
        try set(.visitorUnattended, in: room, to: found.isUnattendedAlarmDue, found.unattended.keys)
        try set(.overstay, in: room, to: !found.overstaying.isEmpty, found.overstaying)
        return found.nextCheck
    }

    /// The rooms with visitors inside, and those with an alarm about visitors.
    private func roomsToWatch() throws -> [RoomID] {
        try stored.names(
            """
            SELECT room FROM presence WHERE visit IS NOT NULL
            UNION SELECT room FROM alarm WHERE alarm IN ('visitor-unattended', 'overstay')
            ORDER BY 1
            """
        )
    }

    private func set(
        _ alarm: Alarm,
        in room: RoomID,
        to isDue: Bool,
        _ people: some Collection<PersonID>
    ) throws {
        let about = ActiveAlarm.About(room: room)
        guard isDue else { return try endAlarm(alarm, about: about) }
        var record = Record(.alarm)
        record.room = room
        record.people = people.sorted()
        try beginAlarm(alarm, about: about, as: record)
    }
}
