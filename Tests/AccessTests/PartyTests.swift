// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// The steps of an escorted entry (DESIGN §6; R06, R08, R12).
@Suite struct PartyTests {
    private func world(visitors: Int = 3) -> World {
        var world = World()
        world.colleague("escort")
        for index in 1...visitors { world.visitor(PersonID("V-\(index)")) }
        return world
    }

    @Test func `R12 one record holds visitors, escort, approvals and confirmation`() {
        var world = world()
        #expect(world.present("V-2").word == "escort-needed")
        #expect(world.present("V-1").word == "escort-needed")
        #expect(world.present("escort").word == "pin-needed")
        let ruling = world.confirm()
        #expect(ruling.grant?.people == ["V-2", "V-1"])
        #expect(ruling.grant?.escort == "escort")
        #expect(ruling.session == nil)
        let entry = ruling.records.first
        #expect(ruling.records.count == 1 && entry?.kind == .entry)
        #expect(entry?.people == ["V-2", "V-1"] && entry?.escort == "escort")
        #expect(entry?.approvals == ["A-V-2", "A-V-1"])
        #expect(entry?.grounds.map(\.approver) == ["officer", "officer"])
        #expect(entry?.grounds.allSatisfy { !$0.purpose.isEmpty && $0.basis == nil } == true)
        #expect(entry?.authentication == .badgeAndPIN)
    }

    @Test func `R08 the confirmation covers exactly the visitors presented before the escort`() {
        var world = world()
        world.present("V-1")
        world.present("escort")
        #expect(world.present("V-2").word == "busy")
        #expect(world.confirm().grant?.people == ["V-1"])
    }

    @Test(arguments: ["stranger", "V-1", "escort", "colleague"])
    func `a badge after the escort's is busy, whoever's it is`(person: PersonID) {
        var world = world()
        world.colleague("colleague")
        world.present("V-1")
        world.present("escort")
        let before = world.session
        #expect(world.present(person).word == "busy")
        #expect(world.session == before)
    }

    @Test func `a badge during somebody's own PIN is busy, and the session goes on`() {
        var world = world()
        world.present("escort")
        #expect(world.present("V-1").word == "busy")
        #expect(world.confirm().word == "granted")
    }

    @Test func `while visitors wait any other badge is refused and the session goes on`() {
        var world = world()
        world.staff("200101", of: "zeimu", kinds: [])
        world.designate("200101")
        world.outsider("V-9")
        world.present("V-1")
        let before = world.session
        for (person, reason) in [
            ("stranger", "unknown-badge"), ("200101", "escort-not-eligible"),
            ("V-9", "no-approval"), ("head", "escort-not-eligible"),
        ] as [(PersonID, String)] {
            world.instant = world.instant + .seconds(1)
            #expect(world.present(person).word == reason)
            #expect(world.session == before)
        }
        #expect(world.present("escort").word == "pin-needed")
    }

    @Test func `a visitor who is in the session already is ignored and begins no step anew`() {
        var world = world()
        world.present("V-1")
        let before = world.session
        world.instant = world.instant + .seconds(10)
        #expect(world.present("V-1").word == "ignored")
        #expect(world.session == before)
    }

    @Test func `each step is measured from the last one`() {
        var world = world()
        world.present("V-1")
        world.instant = world.instant + .seconds(20)
        world.present("V-2")
        #expect(world.session?.lastStep == world.instant)
        world.instant = world.instant + .seconds(20)
        world.present("escort")
        #expect(world.session?.lastStep == world.instant)
    }

    @Test func `R11 one more visitor than an escort may attend is refused, the session goes on`() {
        var world = world(visitors: 4)
        for visitor: PersonID in ["V-1", "V-2", "V-3"] {
            #expect(world.present(visitor).word == "escort-needed")
        }
        #expect(world.present("V-4").word == "escort-limit")
        #expect(world.present("escort").word == "pin-needed")
        #expect(world.confirm().grant?.people.count == 3)
    }

    @Test(arguments: [(2, "room-full"), (3, "pin-needed")])
    func `the room must have a place for the whole party`(capacity: Int, answer: String) {
        var world = world(visitors: 2)
        world.room.capacity = capacity
        world.present("V-1")
        #expect(world.present("V-2").word == "escort-needed")
        #expect(world.present("escort").word == answer)
    }

    @Test func `a place taken between badge and PIN is missed at the confirmation`() {
        var world = world(visitors: 1)
        world.colleague("other")
        world.room.capacity = 2
        world.present("V-1")
        #expect(world.present("escort").word == "pin-needed")
        world.outstanding = ["other"]
        #expect(world.confirm().word == "room-full")
        #expect(world.session == nil)
    }

    @Test func `L7 every fact is read again at the confirmation`() {
        let changes: [(String, (inout World) -> Void)] = [
            ("badge-lost", { $0.status["V-1"] = .lost }),
            ("badge-suspended", { $0.status["escort"] = .suspended }),
            ("person-inactive", { $0.people["escort"]?.person.isSuspended = true }),
            ("lockdown", { $0.lockdown = ["V-1"] }),
            ("clock-untrusted", { $0.isClockTrusted = false }),
            ("no-approval", { $0.people["V-1"]?.visits = [] }),
            ("approval-withdrawn", { $0.people["V-1"]?.visits[0].isWithdrawn = true }),
            ("approval-used-up", { $0.people["V-1"]?.visits[0].used = 1 }),
            ("visit-unattended", { $0.people["V-1"]?.visits[0].hasUnattended = true }),
            ("escort-not-eligible", { $0.people["escort"]?.kinds = [] }),
            ("escort-not-designated", { $0.people["escort"]?.designations = [] }),
            (
                "escort-limit",
                { world in
                    world.people["escort"]?.attends = [
                        "V-7": "server-4f", "V-8": "server-4f", "V-9": "server-4f",
                    ]
                }
            ),
            ("pin-locked", { $0.people["escort"]?.pin.isLocked = true }),
            ("door-out-of-service", { $0.isInService = false }),
            ("stale-read", { $0.readAge = .seconds(4) }),
            ("unknown-badge", { $0.people["V-1"] = nil }),
        ]
        for (reason, change) in changes {
            var world = world(visitors: 1)
            world.present("V-1")
            world.present("escort")
            change(&world)
            let ruling = world.confirm()
            #expect(ruling.word == reason)
            #expect(ruling.session == nil && ruling.pinChange == nil)
            #expect(ruling.records.first?.escort == "escort")
        }
    }

    @Test func `one party may mix approvals`() {
        var world = World()
        world.colleague("escort")
        world.outsider("V-1")
        world.outsider("V-2")
        world.approve(["V-1"], "A-1")
        world.approve(["V-2"], "A-2", escorts: ["escort"])
        world.present("V-1")
        world.present("V-2")
        world.present("escort")
        #expect(world.confirm().records.first?.approvals == ["A-1", "A-2"])
    }

    @Test func `a door without a keypad admits no visitor`() {
        var world = world()
        world.door = Door(id: "side", room: "server-4f", entry: "side-in")
        #expect(world.present("V-1").word == "door-out-of-service")
        // Where the escort's badge confirms, no keypad is missed.
        world.room.escortAuthentication = .badge
        #expect(world.present("V-1").word == "escort-needed")
        #expect(world.present("escort").grant?.people == ["V-1"])
    }

    @Test func `each step of the session is on record`() {
        var world = world()
        let visitor = world.present("V-1").records.first
        #expect(visitor?.kind == .escortSession && visitor?.people == ["V-1"])
        #expect(visitor?.approvals == ["A-V-1"])
        let escort = world.present("escort").records.first
        #expect(escort?.kind == .escortSession && escort?.escort == "escort")
    }
}
