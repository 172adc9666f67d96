// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Begins an alarm, and puts it on record, unless it stands already.
    func beginAlarm(
        _ alarm: Alarm,
        about: ActiveAlarm.About = .init(),
        as record: Record? = nil
    ) throws {
        if let standing = try standingAlarm(alarm, about), !standing.isOver { return }
        try execute(
            """
            INSERT INTO alarm (alarm, door, room, person, reader, sinceMs, isAcknowledged, isOver)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?)
            ON CONFLICT (alarm, door, room, person, reader) DO UPDATE
            SET sinceMs = excluded.sinceMs, isAcknowledged = 0, isOver = excluded.isOver
            """,
            Self.key(alarm, about) + [moment.wall.milliseconds, alarm == .duress]
        )
        try append(alarmRecord(alarm, about, "began", like: record))
    }

    /// Ends an alarm, and puts it on record, once it is acknowledged where it must be.
    func endAlarm(
        _ alarm: Alarm,
        about: ActiveAlarm.About = .init(),
        as record: Record? = nil
    ) throws {
        guard let standing = try standingAlarm(alarm, about), !standing.isOver else { return }
        if alarm.needsAcknowledgement, !standing.isAcknowledged {
            try execute(
                """
                UPDATE alarm SET isOver = 1
                WHERE alarm = ? AND door = ? AND room = ? AND person = ? AND reader = ?
                """,
                Self.key(alarm, about)
            )
        } else {
            try removeAlarm(alarm, about, as: record)
        }
    }

    /// The alarms of a name that nobody has acknowledged, at one door or anywhere.
    func unacknowledged(_ alarm: Alarm, door: DoorID?) throws -> [ActiveAlarm] {
        try database.alarms().filter {
            $0.alarm == alarm && !$0.isAcknowledged && (door == nil || $0.about.door == door)
        }
    }

    /// Somebody takes note of these alarms: each is on record, and those whose cause is over end.
    func acknowledge(_ alarms: [ActiveAlarm], by author: PersonID) throws {
        for standing in alarms {
            try execute(
                """
                UPDATE alarm SET isAcknowledged = 1
                WHERE alarm = ? AND door = ? AND room = ? AND person = ? AND reader = ?
                """,
                Self.key(standing.alarm, standing.about)
            )
            var record = alarmRecord(standing.alarm, standing.about, nil, like: nil)
            record.kind = .acknowledged
            record.author = author
            try append(record)
            if standing.isOver { try removeAlarm(standing.alarm, standing.about, as: nil) }
        }
    }

    private func removeAlarm(
        _ alarm: Alarm,
        _ about: ActiveAlarm.About,
        as record: Record?
    ) throws {
        try execute(
            """
            DELETE FROM alarm
            WHERE alarm = ? AND door = ? AND room = ? AND person = ? AND reader = ?
            """,
            Self.key(alarm, about)
        )
        try append(alarmRecord(alarm, about, "ended", like: record))
    }

    private func standingAlarm(
        _ alarm: Alarm,
        _ about: ActiveAlarm.About
    ) throws -> (isOver: Bool, isAcknowledged: Bool)? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT isOver, isAcknowledged FROM alarm
                WHERE alarm = ? AND door = ? AND room = ? AND person = ? AND reader = ?
                """
        )
        let row = try Row.fetchOne(statement, arguments: Self.key(alarm, about))
        return row.map { ($0[0], $0[1]) }
    }

    private func alarmRecord(
        _ alarm: Alarm,
        _ about: ActiveAlarm.About,
        _ state: String?,
        like template: Record?
    ) -> Record {
        var record = template ?? Record(.alarm)
        record.kind = .alarm
        record.alarm = alarm
        record.state = state
        guard template == nil else { return record }
        record.door = about.door
        record.room = about.room
        record.reader = about.reader
        record.people = about.person.map { [$0] } ?? []
        return record
    }

    private static func key(_ alarm: Alarm, _ about: ActiveAlarm.About) -> StatementArguments {
        [
            alarm.rawValue, about.door?.text ?? "", about.room?.text ?? "",
            about.person?.text ?? "", about.reader?.text ?? "",
        ]
    }
}

extension Database {
    /// The alarms that stand.
    func alarms() throws -> [ActiveAlarm] {
        let statement = try cachedStatement(
            sql: """
                SELECT alarm, door, room, person, reader, sinceMs, isAcknowledged, isOver FROM alarm
                """
        )
        return try Row.fetchAll(statement).compactMap { row in
            guard let alarm = Alarm(rawValue: row[0]) else { return nil }
            func name<Named>(_ column: Int) -> Identifier<Named>? {
                let text: String = row[column]
                return text.isEmpty ? nil : Identifier(text)
            }
            return ActiveAlarm(
                alarm,
                about: .init(door: name(1), room: name(2), person: name(3), reader: name(4)),
                since: Timestamp(milliseconds: row[5]),
                isAcknowledged: row[6],
                isOver: row[7]
            )
        }
    }
}
