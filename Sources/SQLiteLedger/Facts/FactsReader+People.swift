// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension FactsReader {
    /// All that is known of a person for one room, unless it was read already.
    mutating func readPerson(_ id: PersonID, for room: RoomID) throws {
        guard facts.people[id] == nil, let person = try stored.person(id) else { return }
        var known = PersonFacts(person: person)
        if let department = person.department { known.kinds = try stored.kinds(of: department) }
        let outer = facts.outer?.id
        known.designations = try stored.designations(of: id).filter { designation in
            designation.rooms.contains(room) || (outer.map(designation.rooms.contains) ?? false)
        }
        known.visits = try visits(of: id, to: room)
        known.presence = try stored.presences("person = ?", [id.text]).first
        known.attends = try attended(by: id)
        known.pin = try stored.pinState(of: id, at: moment, boot: boot, now: facts.time.now)
        facts.people[id] = known
    }

    /// The visitors whom somebody attends; who is let into another room counts there.
    private func attended(by escort: PersonID) throws -> [PersonID: RoomID] {
        let charges: [(PersonID, RoomID)] = try ["presence", "outstanding"].flatMap { table in
            try stored.rows("SELECT person, room FROM \(table) WHERE escort = ?", [escort.text]) {
                (try $0.identifier(0), try $0.identifier(1))
            }
        }
        return Dictionary(charges) { _, last in last }
    }

    private func visits(of person: PersonID, to room: RoomID) throws -> [VisitFacts] {
        try stored.visits(of: person).filter { $0.visit.rooms.contains(room) }.map { found in
            VisitFacts(
                visit: found.visit,
                basis: try basis(of: found.visit),
                isWithdrawn: found.isWithdrawn,
                isClosed: found.isClosed,
                used: try entries(on: found.visit.id, of: person, to: room),
                hasUnattended: try hasUnattended(found.visit.id)
            )
        }
    }

    /// On what basis who approved a visit acted for the information officer, if so; of what serves now alone.
    private func basis(of visit: VisitApproval) throws -> String? {
        guard visit.validity.contains(facts.time.now) else { return nil }
        let held = try stored.appointments(of: visit.by).filter { $0.isHeld(on: visit.on) }
        guard !held.contains(where: { $0.office == .informationOfficer }) else { return nil }
        return held.first { $0.office == .actingInformationOfficer }?.basis
    }

    /// How many entries a visitor has had, a grant that is not used yet included.
    private func entries(on visit: VisitID, of person: PersonID, to room: RoomID) throws -> Int {
        try stored.rows(
            """
            SELECT coalesce((SELECT entries FROM visitUse
                WHERE visit = ?1 AND person = ?2 AND room = ?3), 0)
              + (SELECT count(*) FROM outstanding
                WHERE person = ?2 AND visit = ?1 AND room = ?3)
            """,
            [visit.text, person.text, room.text]
        ) { try $0.decode(Int.self, atIndex: 0) }.first ?? 0
    }

    private func hasUnattended(_ visit: VisitID) throws -> Bool {
        try stored.rows(
            """
            SELECT EXISTS (
              SELECT 1 FROM presence WHERE visit = ? AND unattendedMs IS NOT NULL)
            """,
            [visit.text]
        ) { try $0.decode(Bool.self, atIndex: 0) }.first ?? false
    }
}
