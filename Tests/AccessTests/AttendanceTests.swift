// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct AttendanceTests {
    /// A visitor inside with an escort.
    private func world() -> World {
        var world = World(at: "2026-04-10 09:30")
        world.colleague("escort")
        world.colleague("other")
        world.outsider("V-1")
        world.approve(["V-1"], "A-1", until: "2026-04-10T12:00:00+09:00", entries: 5)
        world.bringInside("V-1", with: "escort")
        return world
    }

    private func leave(_ person: PersonID, _ world: inout World) {
        world.people[person]?.presence = nil
        world.inside.removeAll { $0.person == person }
    }

    @Test func `R09 a visitor whose escort is inside is attended`() {
        let attendance = attendance(given: world().facts())
        #expect(attendance.unattended == [:] && !attendance.isUnattendedAlarmDue)
        #expect(attendance.nextCheck == wall("2026-04-10 09:31"))
    }

    @Test func `R09 a visitor whose escort has left is unattended at once`() {
        var world = world()
        leave("escort", &world)
        let attendance = attendance(given: world.facts())
        #expect(attendance.unattended == ["V-1": world.now] && attendance.isUnattendedAlarmDue)
    }

    @Test func `R09 who lost the right to escort attends nobody, though inside`() {
        let losses: [(inout World) -> Void] = [
            { $0.people["escort"]?.kinds = [] },
            { $0.people["escort"]?.designations = [] },
            { $0.people["escort"]?.person.isSuspended = true },
            { $0.people["escort"]?.person.validity = validity(nil, "2026-04-09") },
            { $0.people["escort"]?.presence?.room = "monitor-4f" },
            { $0.visitsInside["A-1"]?.escorts = ["other"] },
            { $0.people["escort"] = nil },
            { $0.visitsInside = [:] },
        ]
        for (index, loss) in losses.enumerated() {
            var world = world()
            loss(&world)
            let alarm = attendance(given: world.facts()).isUnattendedAlarmDue
            #expect(alarm, "loss \(index)")
        }
    }

    @Test func `the alarm waits for the gap that the room allows`() {
        var world = world()
        world.room.unattendedGap = 120
        leave("escort", &world)
        let left = world.now
        let first = attendance(given: world.facts())
        #expect(first.unattended == ["V-1": left] && !first.isUnattendedAlarmDue)
        world.inside[0].unattendedSince = left
        world.now = left + .seconds(119)
        let second = attendance(given: world.facts())
        #expect(!second.isUnattendedAlarmDue && second.nextCheck == left + .seconds(120))
        world.now = left + .seconds(120)
        #expect(attendance(given: world.facts()).isUnattendedAlarmDue)
    }

    @Test(arguments: [("2026-04-10 11:59", false), ("2026-04-10 12:00", true)])
    func `R10 a visitor inside at the end of the approval overstays`(time: String, overstays: Bool)
    {
        var world = world()
        world.now = wall(time)
        #expect(attendance(given: world.facts()).overstaying == (overstays ? ["V-1"] : []))
    }

    @Test func `an eligible escort takes over those left alone, nobody else does`() {
        var world = world()
        world.staff("200101", of: "zeimu", kinds: [])
        world.designate("200101")
        world.inside[0].unattendedSince = world.now
        leave("escort", &world)
        let facts = world.facts()
        #expect(takeover(by: "other", given: facts) == ["V-1"])
        #expect(takeover(by: "200101", given: facts) == [])
        #expect(takeover(by: "V-1", given: facts) == [])
        #expect(takeover(by: "escort", given: facts) == [])
        #expect(takeover(by: "stranger", given: facts) == [])
    }

    @Test func `by order visitors pass also from an escort who is still there`() {
        let facts = world().facts()
        #expect(takeover(by: "other", given: facts) == [])
        #expect(takeover(by: "other", evenAttended: true, given: facts) == ["V-1"])
    }

    @Test func `while a visitor is unattended an eligible escort's badge is answered pin-needed`() {
        var world = world()
        world.room.authentication = .badge
        world.staff("200101", of: "zeimu", kinds: [])
        world.designate("200101")
        #expect(world.present("other").word == "granted")
        world.inside[0].unattendedSince = world.now
        #expect(world.present("200101").word == "granted")
        #expect(world.present("other").word == "pin-needed")
        #expect(world.confirm().records.first?.authentication == .badgeAndPIN)
    }

    @Test func `L6 an eligible escort who need not be designated comes to visitors left alone`() {
        var world = world()
        world.room.escortMustBeDesignated = false
        world.staff("third")
        #expect(world.present("third").word == "not-designated")
        world.inside[0].unattendedSince = world.now
        #expect(world.present("third").word == "pin-needed")
        let entry = world.confirm().records.first
        #expect(entry?.kind == .entry && entry?.people == ["third"] && entry?.state == "takeover")
        world.room.escortMustBeDesignated = true
        #expect(world.present("third").word == "not-designated")
    }

    @Test func `staff inside in their own right are nobody's visitors`() {
        var world = World()
        world.colleague("100123")
        world.enter("100123")
        let attendance = attendance(given: world.facts())
        #expect(attendance.unattended == [:] && attendance.overstaying == [])
        #expect(attendance.nextCheck == nil && !attendance.isUnattendedAlarmDue)
    }
}
