// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Keeps a grant until its door has opened, or has not.
    func noteGrant(_ entry: Record, entry number: RecordNumber) throws {
        let room = entry.room?.text ?? ""
        for (place, person) in entry.people.enumerated() {
            let visit = place < entry.approvals.count ? entry.approvals[place] : nil
            try execute(
                """
                INSERT INTO outstanding (entry, person, door, room, visit, escort)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    number, person.text, entry.door?.text ?? "", room, visit?.text,
                    entry.escort?.text,
                ]
            )
        }
        if let escort = entry.escort {
            try execute(
                "INSERT INTO outstanding (entry, person, door, room) VALUES (?, ?, ?, ?)",
                [number, escort.text, entry.door?.text ?? "", room]
            )
        }
    }

    /// Forgets a grant, whose lock has been secured again.
    func forgetGrant(_ entry: RecordNumber) throws {
        try execute("DELETE FROM outstanding WHERE entry = ?", [entry])
    }

    /// The door has opened on a grant: its people are inside, and each visitor has spent an entry.
    func begin(by entered: Record) throws {
        guard let entry = entered.of else { return }
        let granted = try stored.rows(
            "SELECT person, room, visit, escort FROM outstanding WHERE entry = ? ORDER BY person",
            [entry]
        ) { row in
            Presence(
                person: try row.identifier(0),
                room: try row.identifier(1),
                since: moment.wall,
                escort: try row.identifierIfAny(3),
                visit: try row.identifierIfAny(2)
            )
        }
        try forgetGrant(entry)
        for presence in granted {
            try keep(presence, outerVisit: outerVisit(ofEntering: presence))
            if let visit = presence.visit { try spendEntry(on: visit, presence) }
        }
        try takeOver(byEntry: entry, entered, of: granted)
    }

    private func spendEntry(on visit: VisitID, _ presence: Presence) throws {
        try execute(
            """
            INSERT INTO visitUse (visit, person, room, entries) VALUES (?, ?, ?, 1)
            ON CONFLICT (visit, person, room) DO UPDATE SET entries = entries + 1
            """,
            [visit.text, presence.person.text, presence.room.text]
        )
    }

    /// Somebody who has shown badge and PIN takes over the visitors inside whose escort has gone.
    private func takeOver(
        byEntry entry: RecordNumber,
        _ entered: Record,
        of granted: [Presence]
    ) throws {
        let authentication = try stored.rows(
            "SELECT json_extract(body, '$.authentication') FROM journal WHERE number = ?",
            [entry]
        ) { try $0.decode(String?.self, atIndex: 0) }.first
        guard authentication == Authentication.badgeAndPIN.rawValue,
            let escort = granted.first(where: { $0.visit == nil }),
            try hasVisitors(escort.room)
        else { return }
        _ = try settleAttendance(in: escort.room)
        let facts = try FactsReader.facts(about: escort.room, people: [escort.person], in: self)
        let visitors = takeover(by: escort.person, given: facts)
        guard !visitors.isEmpty else { return }
        var record = Record(.handover)
        record.door = entered.door
        record.room = escort.room
        record.of = entry
        try handOver(visitors, to: escort.person, as: record)
    }

    /// Passes visitors to another escort, on record.
    ///
    /// - Returns: the record's number.
    @discardableResult
    func handOver(
        _ visitors: [PersonID],
        to escort: PersonID,
        as record: Record
    ) throws -> RecordNumber {
        for visitor in visitors {
            try execute(
                "UPDATE presence SET escort = ?, unattendedMs = NULL WHERE person = ?",
                [escort.text, visitor.text]
            )
        }
        var record = record
        record.kind = .handover
        record.approvals = try visitors.compactMap { visitor in
            try stored.presences("person = ?", [visitor.text]).first?.visit
        }
        record.people = visitors
        record.escort = escort
        return try append(record)
    }

    /// The approval on which a visitor has come through the outer room, if recorded there.
    private func outerVisit(ofEntering presence: Presence) throws -> VisitID? {
        let names: [VisitID?] = try stored.rows(
            """
            SELECT CASE WHEN room = ?1 THEN outerVisit ELSE visit END FROM presence
            WHERE person = ?2 AND room IN (?1, (SELECT within FROM room WHERE id = ?1))
            """,
            [presence.room.text, presence.person.text]
        ) { try $0.identifierIfAny(0) }
        return presence.visit == nil ? nil : names.first ?? nil
    }

    /// Somebody has left a room: back into the one that it lies within, or out.
    ///
    /// A visitor goes back only where recorded on the way in: an alarm for one whom no reader has ever seen in the outer
    /// room could never end.
    func leave(_ person: PersonID, from room: RoomID?) throws {
        guard var presence = try stored.presences("person = ?", [person.text]).first else { return }
        let outer = try room.flatMap { try stored.room($0)?.within }
        guard presence.room != outer else { return }
        let through: [VisitID?] = try stored.rows(
            "SELECT outerVisit FROM presence WHERE person = ?",
            [person.text]
        ) { try $0.identifierIfAny(0) }
        let outerVisit = through.first ?? nil
        guard let outer, presence.visit == nil || outerVisit != nil else {
            return try execute("DELETE FROM presence WHERE person = ?", [person.text])
        }
        presence.room = outer
        presence.visit = outerVisit
        presence.since = moment.wall
        try keep(presence)
    }

    /// Sets where somebody is.
    private func keep(_ presence: Presence, outerVisit: VisitID? = nil) throws {
        try execute(
            """
            INSERT OR REPLACE INTO presence
              (person, room, sinceMs, escort, visit, unattendedMs, outerVisit)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                presence.person.text, presence.room.text, presence.since.milliseconds,
                presence.escort?.text, presence.visit?.text,
                presence.unattendedSince?.milliseconds, outerVisit?.text,
            ]
        )
    }

    private func hasVisitors(_ room: RoomID) throws -> Bool {
        try stored.rows(
            "SELECT EXISTS (SELECT 1 FROM presence WHERE room = ? AND visit IS NOT NULL)",
            [room.text]
        ) { try $0.decode(Bool.self, atIndex: 0) }.first ?? false
    }
}
