// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct VisitTests {
    private func world() -> World {
        var world = World(at: "2026-04-10 09:30")
        world.outsider("V-1")
        return world
    }

    @Test(arguments: [
        ("2026-04-10 08:59", "approval-outside-window"), ("2026-04-10 09:00", "escort-needed"),
        ("2026-04-10 11:59", "escort-needed"), ("2026-04-10 12:00", "approval-outside-window"),
    ])
    func `R06 an approval serves within its window, whose end is outside`(
        time: String,
        answer: String
    ) {
        var world = World(at: time)
        world.outsider("V-1")
        world.approve(
            ["V-1"],
            from: "2026-04-10T09:00:00+09:00",
            until: "2026-04-10T12:00:00+09:00"
        )
        #expect(world.present("V-1").word == answer)
    }

    @Test(arguments: [
        (Int?(1), 0, "escort-needed"), (1, 1, "approval-used-up"), (3, 2, "escort-needed"),
        (3, 3, "approval-used-up"), (nil, 100, "escort-needed"),
    ])
    func `R08 an approval serves as often as it says`(entries: Int?, used: Int, answer: String) {
        var world = world()
        world.approve(["V-1"], entries: entries, used: used)
        #expect(world.present("V-1").word == answer)
    }

    @Test func `a withdrawn approval does not serve`() {
        var world = world()
        world.approve(["V-1"], withdrawn: true)
        #expect(world.present("V-1").word == "approval-withdrawn")
    }

    @Test func `R09 no new entry on an approval with a visitor left alone`() {
        var world = world()
        world.approve(["V-1"], entries: 5, unattended: true)
        #expect(world.present("V-1").word == "visit-unattended")
    }

    @Test func `one approval with several faults answers the first of the table`() {
        var world = world()
        world.approve(["V-1"], until: "2026-04-10T09:00:00+09:00", used: 1, withdrawn: true)
        #expect(world.present("V-1").word == "approval-outside-window")
        world.people["V-1"]?.visits = []
        world.approve(["V-1"], used: 1, withdrawn: true)
        #expect(world.present("V-1").word == "approval-used-up")
    }

    @Test func `of several approvals used-up goes before outside-window before withdrawn`() {
        var world = world()
        world.approve(["V-1"], "A-1", withdrawn: true)
        #expect(world.present("V-1").word == "approval-withdrawn")
        world.approve(["V-1"], "A-2", from: "2026-04-11", until: "2026-04-11")
        #expect(world.present("V-1").word == "approval-outside-window")
        world.approve(["V-1"], "A-3", used: 1)
        #expect(world.present("V-1").word == "approval-used-up")
        world.approve(["V-1"], "A-4")
        #expect(world.present("V-1").word == "escort-needed")
    }

    @Test func `with several valid approvals the one that ends first serves`() {
        var world = world()
        world.colleague("100123")
        world.approve(["V-1"], "A-long", until: "2026-04-20")
        world.approve(["V-1"], "A-short", until: "2026-04-11")
        world.approve(["V-1"], "A-spent", until: "2026-04-10", used: 1)
        world.present("V-1")
        world.present("100123")
        #expect(world.confirm().records.first?.approvals == ["A-short"])
    }

    @Test func `who has no designation gets the approval's reason, or else by where they belong`() {
        var world = world()
        #expect(world.present("V-1").word == "no-approval")
        world.staff("200102", of: "zeimu", kinds: [])
        #expect(world.present("200102").word == "not-designated")
        for person: PersonID in ["V-1", "200102"] {
            world.approve([person], from: "2026-04-11", until: "2026-04-11")
            #expect(world.present(person).word == "approval-outside-window")
        }
    }

    @Test func `staff without a designation visit on an approval, like outsiders`() {
        var world = world()
        world.staff("200102", of: "zeimu", kinds: [])
        world.approve(["200102"])
        #expect(world.present("200102").word == "escort-needed")
    }

    @Test func `a designation that serves goes before an approval`() {
        var world = world()
        world.colleague("100123")
        world.approve(["100123"])
        #expect(world.present("100123").word == "pin-needed")
        world.people["100123"]?.designations = []
        world.designate("100123", hours: hours([.fri], "20:00", "21:00"))
        world.session = nil
        #expect(world.present("100123").word == "escort-needed")
    }

    @Test func `a designation that does not serve goes before an approval that does not serve`() {
        var world = world()
        world.staff("200102", of: "zeimu", kinds: [])
        world.designate("200102", signatures: [])
        world.approve(["200102"], used: 1)
        #expect(world.present("200102").word == "designation-incomplete")
    }
}
