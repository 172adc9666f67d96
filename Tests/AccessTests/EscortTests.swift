// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// Who may escort (28(3) proviso; R07).
@Suite struct EscortTests {
    private static let information = Set([DepartmentKind.informationDepartment])
    private static let both = Set(DepartmentKind.allCases)

    /// A visitor waits at the door.
    private func waiting() -> World {
        var world = World()
        world.visitor("V-1")
        world.present("V-1")
        return world
    }

    private static let table: [(Set<DepartmentKind>, Set<DepartmentKind>, String)] = [
        ([.informationDepartment], information, "pin-needed"),
        ([.informationDepartment], both, "pin-needed"),
        ([.branchOffice], information, "escort-not-eligible"),
        ([.branchOffice], both, "pin-needed"),
        ([], both, "escort-not-eligible"),
    ]

    @Test(arguments: table)
    func `R07 staff escort of those departments that the room names`(
        kinds: Set<DepartmentKind>,
        escorts: Set<DepartmentKind>,
        answer: String
    ) {
        var world = waiting()
        world.room.escorts = escorts
        world.staff("escort", of: "dept", kinds: kinds)
        world.designate("escort")
        #expect(world.present("escort").word == answer)
    }

    @Test func `R07 a contractor never escorts, designated or not`() {
        var world = waiting()
        world.outsider("C-1")
        #expect(world.present("C-1").word == "no-approval")
        world.designate("C-1")
        #expect(world.present("C-1").word == "escort-not-eligible")
    }

    @Test(arguments: [(true, "escort-not-designated"), (false, "pin-needed")])
    func `R07 an escort is designated too, unless the room asks for none`(
        mustBe: Bool,
        answer: String
    ) {
        var world = waiting()
        world.room.escortMustBeDesignated = mustBe
        world.staff("escort")
        #expect(world.present("escort").word == answer)
    }

    @Test func `R07 an escort's designation must serve now`() {
        var world = waiting()
        world.staff("escort")
        world.designate("escort", until: "2026-04-09")
        #expect(world.present("escort").word == "escort-not-designated")
    }

    @Test(arguments: [(true, "pin-needed"), (false, "escort-not-designated")])
    func `the officer by office counts as designated`(exOfficio: Bool, answer: String) {
        var world = waiting()
        world.room.officerExOfficio = exOfficio
        #expect(world.present("officer").word == answer)
    }

    @Test func `R07 who was transferred yesterday escorts no more`() {
        var world = waiting()
        world.colleague("escort")
        world.people["escort"]?.person.department = "zeimu"
        world.people["escort"]?.kinds = []
        #expect(world.present("escort").word == "escort-not-eligible")
    }

    @Test func `only those escort whom the approval names, if it names any`() {
        var world = World()
        world.colleague("named")
        world.colleague("other")
        world.outsider("V-1")
        world.approve(["V-1"], escorts: ["named"])
        world.present("V-1")
        #expect(world.present("other").word == "escort-not-eligible")
        #expect(world.present("named").word == "pin-needed")
    }

    @Test(arguments: [(true, "pin-needed"), (false, "escort-not-eligible")])
    func `the approver escorts where the room lets them, and the record says so`(
        may: Bool,
        answer: String
    ) {
        var world = waiting()
        world.room.approverMayEscort = may
        #expect(world.present("officer").word == answer)
        guard may else { return }
        #expect(world.confirm().records.first?.remarks.contains(.approverEscorts) == true)
    }

    @Test func `a visitor is no escort, and two visitors cannot attend each other`() {
        var world = World()
        world.room.escortMustBeDesignated = false
        world.staff("guest")
        world.approve(["guest"], "A-guest")
        world.visitor("V-1")
        #expect(world.present("V-1").word == "escort-needed")
        #expect(world.present("guest").word == "escort-needed")
        #expect(world.present("guest").word == "ignored")
        #expect(world.session?.visitors.map(\.person) == ["V-1", "guest"])
    }

    @Test func `nobody attends themself`() {
        var world = World()
        world.colleague("100123")
        world.approve(["100123"], "A-own")
        world.visitor("V-1")
        let own = world.people["100123"]?.visits ?? []
        world.people["V-1"]?.visits = own
        world.present("V-1")
        #expect(world.present("100123").word == "escort-not-eligible")
    }

    @Test func `who became a visitor between badge and PIN is no escort`() {
        var world = waiting()
        world.room.escortMustBeDesignated = false
        world.staff("escort")
        world.designate("escort")
        #expect(world.present("escort").word == "pin-needed")
        world.people["escort"]?.designations = []
        world.approve(["escort"], "A-escort")
        #expect(world.confirm().word == "escort-not-eligible")
    }

    @Test(arguments: [(0, "pin-needed"), (1, "pin-needed"), (2, "escort-limit")])
    func `R11 visitors whom the escort has inside count too`(inside: Int, answer: String) {
        var world = World()
        world.room.visitorsPerEscort = 2
        world.colleague("escort")
        for index in 0..<inside {
            let visitor = PersonID("I-\(index)")
            world.visitor(visitor)
            world.bringInside(visitor, with: "escort")
        }
        world.visitor("V-1")
        world.present("V-1")
        #expect(world.present("escort").word == answer)
    }

    @Test func `R11 an escort leaves no visitor behind in another room`() {
        var world = waiting()
        world.colleague("escort")
        world.people["escort"]?.attends = ["V-9": "monitor-4f"]
        #expect(world.present("escort").word == "escort-limit")
        world.people["escort"]?.attends = ["V-1": "monitor-4f"]
        #expect(world.present("escort").word == "pin-needed")
    }
}
