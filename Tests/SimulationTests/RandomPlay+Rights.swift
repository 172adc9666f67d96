// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
@testable import Simulation

extension RandomPlay {
    /// Nobody is inside unrecorded, no visitor unattended or beyond the approval without its alarm.
    func lookAtRights(_ alarms: [ActiveAlarm], _ policy: Policy) {
        lookAtStays()
        lookAtHeldOpen(alarms)
        guard view.isClockBelieved else { return }
        for record in book.news where record.kind == .entry { lookAt(record, policy) }
        lookAtAttendance(alarms, policy)
    }

    private func lookAtStays() {
        for presence in view.inside {
            let known = book.records.contains { record in
                record.kind == .entered
                    && (record.people + [record.escort].compactMap { $0 }).contains(presence.person)
            }
            expect(known, "R22 \(presence.person) is inside without an entry record")
        }
        for (person, room) in book.stays {
            let found = view.inside.first { $0.person == person }?.room
            expect(found == room, "R22 the journal has \(person) in \(room), not \(found ?? "-")")
        }
        for (use, count) in book.uses {
            let visit = use.split(separator: " ").first.flatMap { visits[VisitID(String($0))] }
            guard let limit = visit?.entries else { continue }
            expect(count <= limit, "R08 \(use) came in \(count) times")
        }
    }

    private func lookAtHeldOpen(_ alarms: [ActiveAlarm]) {
        let now = stage.time.now().instant
        let heldOpen = Set(alarms.filter { $0.alarm == .holdOpen }.compactMap(\.about.door))
        for door in view.released where !heldOpen.contains(door) {
            let isDue = mayBeReleasedUntil[door].map { now < $0 } ?? false
            expect(isDue, "L12 the lock of \(door) is released past its time")
        }
    }

    private func lookAt(_ entry: Record, _ policy: Policy) {
        let room = entry.room ?? "-"
        let everybody = entry.people + [entry.escort].compactMap { $0 }
        if let allowed = lockdowns[room] {
            expect(Set(everybody).isSubset(of: allowed), "R28 \(everybody) entered \(room)")
        }
        guard let escort = entry.escort else {
            let person = entry.people.first ?? "-"
            expect(mayEnter(person, room, policy), "R01 \(person) entered \(room) alone")
            return
        }
        expect(!entry.people.contains(escort), "R08 \(escort) attends themself")
        expect(mayEscort(escort, room, policy), "R07 \(escort) escorted into \(room)")
        expect(entry.people.count <= 3, "R11 \(entry.people.count) visitors")
        for person in entry.people {
            let serves = entry.approvals.contains { id in
                guard let visit = visits[id], !withdrawn.contains(id) else { return false }
                return visit.visitors.contains(person) && visit.rooms.contains(room)
                    && visit.validity.contains(stage.time.now().wall)
                    && visit.escorts?.contains(escort) ?? true
            }
            expect(serves, "R06 \(person) entered \(room) without an approval that serves")
        }
    }

    private func lookAtAttendance(_ alarms: [ActiveAlarm], _ policy: Policy) {
        let now = stage.time.now().wall
        var unattended: Set<RoomID> = []
        var overstayed: Set<RoomID> = []
        for presence in view.inside {
            guard let visit = presence.visit.flatMap({ visits[$0] }) else { continue }
            let isOver = visit.validity.until.map { $0.instant <= now } ?? false
            if isOver || withdrawn.contains(visit.id) { overstayed.insert(presence.room) }
            let escort = presence.escort.flatMap { escort in
                view.inside.first { $0.person == escort && $0.room == presence.room }?.person
            }
            let isNamed = escort.map { visit.escorts?.contains($0) ?? true } ?? false
            guard let escort, isNamed, mayEscort(escort, presence.room, policy) else {
                unattended.insert(presence.room)
                continue
            }
        }
        func rooms(_ alarm: Alarm) -> Set<RoomID> {
            Set(alarms.filter { $0.alarm == alarm }.compactMap(\.about.room))
        }
        expect(
            rooms(.visitorUnattended) == unattended,
            "R09 unattended in \(unattended), alarm in \(rooms(.visitorUnattended))"
        )
        expect(
            rooms(.overstay) == overstayed,
            "R10 overstay in \(overstayed), alarm in \(rooms(.overstay))"
        )
    }

    // MARK: The rule once more, in the plainest words

    private func works(_ id: PersonID, _ policy: Policy) -> Person? {
        let person = policy.people.first { $0.person.id == id }?.person
        guard let person, !person.isSuspended,
            person.validity.contains(stage.time.now().wall)
        else { return nil }
        return person
    }

    private func mayEnter(_ id: PersonID, _ room: RoomID, _ policy: Policy) -> Bool {
        let now = stage.time.now().wall
        guard works(id, policy) != nil else { return false }
        if id == DemoTown.officer { return true }
        let local = calendar.local(now)
        return policy.designations.contains { designation in
            designation.person == id && designation.rooms.contains(room)
                && designation.validity.contains(now) && designation.signatures.count == 2
                && designation.hours?.admit(at: local, holidays: policyHolidays) ?? true
        }
    }

    private func mayEscort(_ id: PersonID, _ room: RoomID, _ policy: Policy) -> Bool {
        works(id, policy)?.department == "joho" && mayEnter(id, room, policy)
    }
}
