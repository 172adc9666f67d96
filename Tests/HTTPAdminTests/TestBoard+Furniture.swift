// SPDX-License-Identifier: Apache-2.0
import Access

@testable import HTTPAdmin

extension TestBoard {
    /// Puts something behind every list, so that every kind of reply has something in it.
    func furnish() {
        var door = Record(.denied)
        door.door = "server"
        door.reason = .notDesignated
        door.people = ["100123"]
        write([door])
        let line = counter.with { $0.journal[0] }
        let rows = rows(line)
        counter.with { state in
            state.rows = rows
            state.presences = [Presence(person: "V-001", room: "server-4f", since: line.wall)]
            state.nextBadge = BadgeNumber("012E3D4C5B6A7988").map { BadgeReading($0) }
        }
    }

    private func rows(_ line: JournalLine) -> Counter.Rows {
        var rows = Counter.Rows()
        let day = SigningDay(CivilDate(day: 20_000), in: calendar)
        let badge = Badge(token: .fingerprint(fingerprint), kind: .visitor, label: "来訪 1")
        var person = Person(id: "V-001", name: "田中 太郎")
        person.validity.from = Bound("2026-04-01", as: .from, in: calendar)
        rows.people = [
            PersonStatus(
                entry: PersonEntry(person: person, badges: [badge]),
                tag: RowTag("5"),
                isPINLocked: true
            )
        ]
        rows.badges = [
            BadgeStatus(
                person: "V-001",
                badge: badge,
                fingerprint: fingerprint,
                tag: RowTag("6"),
                lastUsed: line.wall
            )
        ]
        rows.designations = [designation("D-1", "server-4f", day), designation("D-2", "a", day)]
        let request = VisitRequest(
            id: "A-1",
            visitors: ["V-001"],
            rooms: ["server-4f"],
            necessity: "点検",
            validity: Validity()
        )
        rows.visits = [
            VisitStatus(
                request: request,
                approval: request.approved(by: "100001", on: day),
                tag: RowTag("8"),
                state: .current,
                used: ["V-001": 1],
                inside: ["V-001"]
            )
        ]
        rows.departments = [Department(id: "zeimu", name: "税務課", kinds: [.branchOffice])]
        var room = Room(id: "server-4f", name: "サーバ室", site: "main", authentication: .badge)
        room.competentSections = ["zeimu"]
        rows.rooms = [room, Room(id: "a", name: "A", site: "main", authentication: .badge)]
        rows.lockdowns = [Lockdown(room: "server-4f", allowed: ["100123"], since: line.wall)]
        rows.items = [
            NotedItems(
                record: 1,
                note: ItemNote(visit: "A-1", carriedOut: ["ディスク"]),
                at: line.wall,
                by: "100001"
            )
        ]
        rows.incident = Incident(badge: rows.badges[0], lastUse: line, since: [line])
        rows.effects = TransferEffects(
            designations: [rows.designations[0].row],
            visits: [request.approved(by: "100001", on: day)],
            escorts: ["100123"],
            appointments: [Appointment(office: .auditor, person: "1", validity: Validity())]
        )
        rows.explanation = Explanation(
            answers: [.denied(.notDesignated)],
            at: line.wall,
            facts: [.init(key: "room", english: "a", japanese: "あ")],
            change: [.init(key: "designate", english: "a", japanese: "あ")]
        )
        rows.issued = [IssuedToken(number: 1, person: "1", label: "claim", issued: line.wall)]
        return rows
    }

    private func designation(_ id: DesignationID, _ room: RoomID, _ day: SigningDay)
        -> DesignationStatus
    {
        DesignationStatus(
            row: Designation(
                id: id,
                person: "100123",
                rooms: [room],
                validity: Validity(),
                hours: TimeOfDay("08:00").flatMap { from in
                    TimeOfDay("19:00").map { Hours(days: [.mon], from: from, until: $0) }
                },
                reason: "運用",
                signatures: [Signature(by: "100001", on: day)]
            ),
            tag: RowTag("7"),
            state: .current,
            completeFor: [room]
        )
    }

    /// What stands for a badge.
    var fingerprint: Fingerprint {
        guard let fingerprint = Fingerprint(String(repeating: "ab", count: 16)) else {
            preconditionFailure("32 digits")
        }
        return fingerprint
    }
}
