// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Only the people named enter these rooms until it is ended (5(2); R28).
    func lockdown(_ rooms: [RoomID], allowing people: [PersonID], by author: PersonID) throws
        -> Deed
    {
        guard !rooms.isEmpty, rooms.count <= PolicyLimits.list, people.count <= PolicyLimits.list
        else {
            throw OrderRefused.unfit(
                "1 to \(PolicyLimits.list) rooms, and as many people, are taken",
                "室は 1 から \(PolicyLimits.list) まで、人も同じ数までです。"
            )
        }
        for room in rooms where try stored.room(room) == nil {
            throw OrderRefused.unfit("there is no room \(room)", "室 \(room) はありません。")
        }
        for person in people where try stored.person(person) == nil {
            throw OrderRefused.unfit("there is no person \(person)", "\(person) という人はいません。")
        }
        try checkWidening(of: rooms, to: people, by: author)
        var deed = Deed(about: people) { order in
            for room in Set(rooms).sorted() { try self.lock(down: room, Set(people), of: order) }
        }
        deed.record.room = rooms.count == 1 ? rooms.first : nil
        deed.revisesPolicy = false
        deed.effect = .lockDown(rooms, allowing: Set(people))
        return deed
    }

    /// To let further people into a room that somebody else locked down is to end that for them.
    private func checkWidening(
        of rooms: [RoomID],
        to people: [PersonID],
        by author: PersonID
    ) throws {
        let authority = try stored.authority(of: author, at: time.now)
        guard !authority.allows(.endLockdown(rooms)) else { return }
        for room in rooms where try isLockedDown(room) && !isOwn(lockdownOf: room, author) {
            let allowed: [PersonID] = try stored.names(
                "SELECT person FROM lockdownAllowed WHERE room = ?",
                [room.text]
            )
            guard Set(people).isSubset(of: allowed) else {
                throw OrderRefused.unfit(
                    "room \(room) is locked down; only the information officer lets further people in",
                    "室 \(room) は封鎖されています。入れる人を増やせるのは情報責任者だけです。"
                )
            }
        }
    }

    /// Whether nobody else has ordered anything about a room's lock-down since it began.
    ///
    /// The door waits meanwhile: no record is read that is older than the lock-down.
    private func isOwn(lockdownOf room: RoomID, _ author: PersonID) throws -> Bool {
        let first: [RecordNumber] = try stored.rows(
            """
            SELECT json_extract(body, '$.of') FROM journal
            WHERE kind = 'alarm' AND json_extract(body, '$.alarm') = 'lockdown'
              AND json_extract(body, '$.room') = ? AND json_extract(body, '$.state') = 'began'
            ORDER BY number DESC LIMIT 1
            """,
            [room.text]
        ) { try $0.decode(atIndex: 0) }
        guard let first = first.first else { return false }
        let authors: [PersonID] = try stored.names(
            """
            SELECT DISTINCT json_extract(body, '$.author') FROM journal
            WHERE kind = 'order' AND number >= ? AND json_extract(body, '$.verb') = 'lockdown'
              AND json_extract(body, '$.state') = 'accepted'
              AND instr(', ' || substr(json_extract(body, '$.subject'), 7) || ',', ?)
            """,
            [first, ", \(room.text),"]
        )
        return authors == [author]
    }

    private func lock(down room: RoomID, _ people: Set<PersonID>, of order: RecordNumber) throws {
        try execute("INSERT OR IGNORE INTO lockdown (room) VALUES (?)", [room.text])
        try execute("DELETE FROM lockdownAllowed WHERE room = ?", [room.text])
        for person in people.sorted() {
            try execute(
                "INSERT INTO lockdownAllowed (room, person) VALUES (?, ?)",
                [room.text, person.text]
            )
        }
        var record = Record(.alarm)
        record.room = room
        record.of = order
        try beginAlarm(.lockdown, about: .init(room: room), as: record)
    }

    func isLockedDown(_ room: RoomID) throws -> Bool {
        let found: [RoomID] = try stored.names(
            "SELECT room FROM lockdown WHERE room = ?",
            [room.text]
        )
        return !found.isEmpty
    }

    func endOfLockdown(_ rooms: [RoomID]) throws -> Deed {
        guard !rooms.isEmpty else { throw OrderRefused.unfit("no room is named", "室を指定してください。") }
        for room in rooms where try !isLockedDown(room) {
            throw OrderRefused.unfit("room \(room) is not locked down", "室 \(room) は封鎖されていません。")
        }
        var deed = Deed { order in
            for room in Set(rooms).sorted() {
                try self.execute("DELETE FROM lockdown WHERE room = ?", [room.text])
                try self.execute("DELETE FROM lockdownAllowed WHERE room = ?", [room.text])
                var record = Record(.alarm)
                record.room = room
                record.of = order
                try self.endAlarm(.lockdown, about: .init(room: room), as: record)
            }
        }
        deed.record.room = rooms.count == 1 ? rooms.first : nil
        deed.revisesPolicy = false
        return deed
    }
}
