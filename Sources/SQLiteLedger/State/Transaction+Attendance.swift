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
        return Standing(alarms: try database.alarms(), nextCheck: next)
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
