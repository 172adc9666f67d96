// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct OfficerTests {
    @Test(arguments: Authentication.allCases)
    func `L6 R04 the officer enters by office, always by badge and PIN`(
        authentication: Authentication
    ) {
        var world = World(authentication: authentication)
        #expect(world.present("officer").word == "pin-needed")
        let entry = world.confirm().records.first
        #expect(entry?.kind == .entry)
        #expect(entry?.remarks == [.officerExOfficio])
        #expect(entry?.authentication == .badgeAndPIN)
        #expect(entry?.designation == nil)
    }

    @Test func `R04 the officer needs a designation where the room does not admit by office`() {
        var world = World(authentication: .badge)
        world.room.officerExOfficio = false
        #expect(world.present("officer").word == "not-designated")
        world.designate("officer", signatures: [("officer", "2026-04-01"), ("head", "2026-04-01")])
        let ruling = world.present("officer")
        #expect(ruling.word == "granted")
        #expect(ruling.records.first?.remarks == [])
    }

    @Test(arguments: [
        ("2026-03-31 23:59", "not-designated"), ("2026-04-01 00:00", "pin-needed"),
        ("2027-03-31 23:59", "pin-needed"), ("2027-04-01 00:00", "not-designated"),
    ])
    func `L8 R15 the right follows the office and its dates`(time: String, answer: String) {
        var world = World(at: time)
        world.staff("next")
        world.appoint(.informationOfficer, "next", from: "2026-04-01", until: "2027-03-31")
        #expect(world.present("next").word == answer)
    }

    @Test(arguments: Office.allCases.filter { $0 != .informationOfficer })
    func `L6 R16 no other office admits, not even the acting officer's`(office: Office) {
        var world = World()
        world.staff("holder")
        world.appoint(office, "holder", of: "zeimu", from: "2026-04-01")
        #expect(world.present("holder").word == "not-designated")
    }

    @Test func `a designation of the officer whose hours are over leaves the right by office`() {
        var world = World(at: "2026-04-10 22:00", authentication: .badge)
        world.designate("officer", hours: hours([.fri], "08:00", "19:00"))
        #expect(world.present("officer").word == "pin-needed")
        #expect(world.confirm().records.first?.remarks == [.officerExOfficio])
    }
}
