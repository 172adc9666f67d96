// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// The rule explains itself on the facts that it judges by.
@Suite struct HearingTests {
    private func hearing(
        _ world: World,
        _ person: PersonID,
        escort: PersonID? = nil
    ) -> Hearing {
        Hearing(
            facts: world.facts(),
            door: world.door,
            moment: Moment(instant: world.instant, wall: world.now, isSynchronised: true),
            badge: badgeDigest(of: person),
            escort: escort.map { badgeDigest(of: $0) }
        )
    }

    private func keys(_ hearing: Hearing) -> [String] { hearing.smallestChange.map(\.key) }

    @Test func `each thing that stands alone against somebody is the change`() {
        var world = World()
        world.colleague("100123")
        #expect(hearing(world, "100123").answer == .granted)
        var other = world
        other.status["100123"] = .lost
        #expect(keys(hearing(other, "100123")) == ["activate-badge 100123"])
        other = world
        other.people["100123"]?.person.isSuspended = true
        #expect(keys(hearing(other, "100123")) == ["resume-person 100123"])
        other = world
        other.lockdown = []
        #expect(keys(hearing(other, "100123")) == ["end-lockdown"])
        other = world
        other.people["100123"]?.pin.isLocked = true
        #expect(keys(hearing(other, "100123")) == ["clear-pin-lock 100123"])
        other = world
        other.people["100123"]?.designations = []
        #expect(keys(hearing(other, "100123")) == ["designate 100123"])
        other = world
        other.people["100123"]?.designations[0].signatures.removeLast()
        #expect(
            keys(hearing(other, "100123")) == ["sign-designation D-100123 section-head"]
        )
        other = world
        other.people["100123"]?.designations[0].signatures = []
        #expect(keys(hearing(other, "100123")) == ["designate 100123"])
        other = world
        other.room.antiPassback = .hard
        other.enter("100123")
        #expect(keys(hearing(other, "100123")) == ["leave 100123"])
    }

    @Test func `a visitor is told of the approval`() {
        var world = World()
        world.outsider("V-1")
        #expect(keys(hearing(world, "V-1")) == ["approve-visit V-1"])
        world.approve(["V-1"], withdrawn: true)
        #expect(keys(hearing(world, "V-1")) == ["visit-reinstated A-1"])
        world.people["V-1"]?.visits = []
        world.approve(["V-1"], used: 1)
        #expect(keys(hearing(world, "V-1")) == ["approve-visit V-1"])
        world.people["V-1"]?.visits = []
        world.approve(["V-1"], from: "2026-04-12", until: "2026-04-12")
        #expect(keys(hearing(world, "V-1")) == ["visit-window A-1"])
        world.people["V-1"]?.visits = []
        world.approve(["V-1"], from: "2026-04-02", until: "2026-04-02")
        #expect(keys(hearing(world, "V-1")) == ["approve-visit V-1"])
        let told = hearing(world, "V-1").statements.first { $0.key == "approval A-1" }
        #expect(told?.japanese.hasPrefix("期間終了、") == true)
    }

    @Test func `an escort is told of what is missing`() {
        var world = World()
        world.visitor("V-1")
        world.staff("100200")
        let hearing = hearing(world, "V-1", escort: "100200")
        #expect(hearing.answer == .denied(.escortNotDesignated))
        #expect(keys(hearing) == ["designate 100200"])
    }

    @Test func `an unknown badge has no facts to change`() {
        let world = World()
        var hearing = hearing(world, "nobody")
        hearing.badge = nil
        #expect(hearing.answer == .denied(.unknownBadge))
        #expect(hearing.smallestChange == [])
        #expect(hearing.statements.contains { $0.key == "badge" })
    }

    @Test func `who gets in is told of what would keep them out`() {
        var world = World()
        world.colleague("100123")
        #expect(keys(hearing(world, "100123")) == ["revoke-designation D-100123"])
        world.visitor("V-1")
        #expect(keys(hearing(world, "V-1")) == ["withdraw-visit A-V-1"])
    }
}

extension Hearing {
    fileprivate var answer: Answer? { answers.last }
}
