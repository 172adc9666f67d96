// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// The parameters of rule.md A.4, at the door.
@Suite struct RoomParameterTests {
    @Test(
        arguments: [
            ("main", [.informationDepartment]), ("annex", [.informationDepartment]),
            ("branch", [.informationDepartment, .branchOffice]),
        ] as [(String, Set<DepartmentKind>)]
    )
    func `R07 the branch's own staff escort at the branch by default, and at no other site`(
        site: String,
        kinds: Set<DepartmentKind>
    ) {
        let room = Room(id: "r", name: "室", site: site, authentication: .badgeAndPIN)
        #expect(room.escorts == kinds)
        #expect(RoomParameter.all(of: room).filter(\.deviates).isEmpty)
    }

    @Test func `R29 every parameter is told with its default, its deviation and its article`() {
        var room = Room(id: "r", name: "室", site: "main", authentication: .badgeAndPIN)
        let usual = RoomParameter.all(of: room)
        #expect(Set(usual.map(\.key)).count == usual.count)
        #expect(usual.filter(\.deviates).isEmpty)
        #expect(usual.allSatisfy { !$0.article.isEmpty && !$0.japanese.isEmpty })
        #expect(usual.filter(\.isFixed).map(\.key).contains("onLogFailure"))
        room.designation = .either
        room.escorts = [.informationDepartment, .branchOffice]
        room.escortMustBeDesignated = false
        room.escortAuthentication = .badge
        room.visitorsPerEscort = 5
        room.antiPassback = .hard
        room.capacity = 4
        room.within = "outer"
        room.pinAttempts = 3
        room.officerExOfficio = false
        room.approverMayEscort = false
        room.unattendedGap = 60
        room.onUntrustedClock = .trust
        room.withinGrants = true
        room.onlyThroughWithin = true
        room.approvalScope = .standing
        room.reviewMonths = 6
        room.badgeAloneFrom = .authenticated
        let changed = RoomParameter.all(of: room).filter(\.deviates)
        #expect(changed.count == 18)
        #expect(changed.first { $0.key == "reviewMonths" }?.usual == "12")
    }

    @Test func `escortAuthentication: badge lets the escort's badge alone confirm the party`() {
        var world = World()
        world.colleague("100123")
        world.visitor("V-1")
        #expect(world.present("V-1").word == "escort-needed")
        #expect(world.present("100123").word == "pin-needed")
        world.session = nil
        world.room.escortAuthentication = .badge
        world.present("V-1")
        let ruling = world.present("100123")
        #expect(ruling.grant?.people == ["V-1"])
        #expect(ruling.grant?.escort == "100123")
        #expect(ruling.records.first?.authentication == .badge)
        // What stands against the party at a PIN stands against it here as well.
        world.session = nil
        world.present("V-1")
        world.people["100123"]?.kinds = []
        #expect(world.present("100123").word == "escort-not-eligible")
    }

    @Test func `badgeAloneFrom: authenticated asks for the PIN below it`() {
        var world = World(authentication: .badge)
        world.colleague("100123")
        #expect(world.present("100123").word == "granted")
        world.room.badgeAloneFrom = .authenticated
        #expect(world.present("100123").word == "pin-needed")
        let granted = world.confirm()
        #expect(granted.word == "granted")
        #expect(granted.records.first?.authentication == .badgeAndPIN)
        let proved = world.present("100123", by: .feliCa(systemCode: 0x88B4), .authenticated)
        #expect(proved.word == "granted")
    }

    @Test func `withinGrants: a designation for the outer room counts here, by its own rule`() {
        var world = World()
        world.colleague("100123")
        world.people["100123"]?.designations[0].rooms = ["monitor-4f"]
        #expect(world.present("100123").word == "designation-incomplete")
        var outer = Room(
            id: "monitor-4f",
            name: "モニター室",
            site: "main",
            authentication: .badge
        )
        outer.competentSections = ["zeimu"]
        world.outer = outer
        #expect(world.present("100123").word == "pin-needed")
        world.session = nil
        world.outer?.competentSections = ["shimin"]
        #expect(world.present("100123").word == "designation-incomplete")
    }

    @Test func `onlyThroughWithin: nobody enters who is not recorded in the outer room`() {
        var world = World(authentication: .badge)
        world.room.within = "monitor-4f"
        world.room.onlyThroughWithin = true
        world.colleague("100123")
        world.visitor("V-1")
        #expect(world.present("100123").word == "outer-room-missing")
        #expect(world.present("V-1").word == "outer-room-missing")
        let passed = Presence(person: "V-1", room: "monitor-4f", since: world.now)
        world.people["V-1"]?.presence = passed
        #expect(world.present("V-1").word == "escort-needed")
        #expect(world.present("100123").word == "outer-room-missing")
        let escort = Presence(person: "100123", room: "monitor-4f", since: world.now)
        world.people["100123"]?.presence = escort
        #expect(world.present("100123").word == "pin-needed")
        #expect(world.confirm().word == "granted")
    }

    @Test func `a closed visit is over`() {
        var world = World()
        world.visitor("V-1")
        world.people["V-1"]?.visits[0].isClosed = true
        #expect(world.present("V-1").word == "approval-outside-window")
    }
}
