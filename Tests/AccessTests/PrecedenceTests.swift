// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// Every reason of DESIGN §7, and which of several is answered.
@Suite struct PrecedenceTests {
    /// What brings a reason about at the badge of the visitor `V-1`, or of `100123`, who is designated.
    private static let visits: [(Reason, @Sendable (inout World) -> Void)] = [
        (.staleRead, { $0.readAge = .milliseconds(3001) }),
        (.busy, { $0.hasOutstandingGrant = true }),
        (.doorOutOfService, { $0.isInService = false }),
        (.badgeLost, { $0.status["V-1"] = .lost }),
        (.personInactive, { $0.people["V-1"]?.person.isSuspended = true }),
        (.lockdown, { $0.lockdown = [] }),
        (.clockUntrusted, { $0.isClockTrusted = false }),
        (.approvalUsedUp, { $0.people["V-1"]?.visits[0].used = 9 }),
        (
            .alreadyInside,
            {
                $0.room.antiPassback = .hard; $0.enter("V-1")
            }
        ),
    ]

    private static let entries: [(Reason, @Sendable (inout World) -> Void)] = [
        (.staleRead, { $0.readAge = .milliseconds(3001) }),
        (.busy, { $0.hasOutstandingGrant = true }),
        (.doorOutOfService, { $0.isInService = false }),
        (.badgeSuspended, { $0.status["100123"] = .suspended }),
        (.personInactive, { $0.people["100123"]?.person.validity = validity(nil, "2026-04-09") }),
        (.lockdown, { $0.lockdown = ["V-1"] }),
        (
            .clockUntrusted,
            {
                $0.isClockTrusted = false; $0.room.onUntrustedClock = .refuseAll
            }
        ),
        (
            .alreadyInside,
            {
                $0.room.antiPassback = .hard; $0.enter("100123")
            }
        ),
        (
            .roomFull,
            {
                $0.room.capacity = 1; $0.outstanding = ["other", "third"]
            }
        ),
        (.pinLocked, { $0.people["100123"]?.pin.isLocked = true }),
        (.wrongPIN, { $0.people["100123"]?.pin.exists = false }),
    ]

    @Test(arguments: visits.indices, visits.indices)
    func `of two reasons against a visitor the first of the table is answered`(
        one: Int,
        other: Int
    ) {
        var world = World()
        world.visitor("V-1")
        Self.visits[one].1(&world)
        Self.visits[other].1(&world)
        #expect(world.present("V-1").word == Self.visits[min(one, other)].0.rawValue)
    }

    @Test(arguments: entries.indices, entries.indices)
    func `of two reasons against a designated person the first of the table is answered`(
        one: Int,
        other: Int
    ) {
        var world = World()
        world.colleague("100123")
        Self.entries[one].1(&world)
        Self.entries[other].1(&world)
        #expect(world.present("100123").word == Self.entries[min(one, other)].0.rawValue)
    }

    @Test func `the order of the cases is the order of DESIGN`() {
        let order = """
            journal-unavailable stale-read busy door-out-of-service unknown-badge badge-lost \
            badge-suspended badge-returned person-inactive lockdown clock-untrusted not-designated \
            designation-incomplete outside-validity no-approval approval-outside-window \
            approval-used-up approval-withdrawn visit-unattended outside-hours \
            escort-not-eligible escort-not-designated escort-limit escort-timeout cancelled \
            already-inside outer-room-missing room-full pin-locked wrong-pin
            """
        #expect(Reason.allCases.map(\.rawValue).joined(separator: " ") == order)
        #expect(Reason.allCases.sorted() == Reason.allCases)
    }

    @Test(arguments: Reason.allCases)
    func `every reason has an article and a sentence in both languages`(reason: Reason) {
        #expect(!reason.article.isEmpty)
        #expect(reason.japanese.hasSuffix("。"))
        #expect(reason.english.hasSuffix("."))
    }

    @Test func `a busy door answers busy to a badge that nobody knows`() {
        var world = World()
        #expect(world.present("stranger").word == "unknown-badge")
        world.hasOutstandingGrant = true
        #expect(world.present("stranger").word == "busy")
    }

    @Test(arguments: [
        (Badge.Status.lost, "badge-lost"), (.suspended, "badge-suspended"),
        (.returned, "badge-returned"), (.active, "granted"),
    ])
    func `R26 a badge counts only while it is in use`(status: Badge.Status, answer: String) {
        var world = World(authentication: .badge)
        world.colleague("100123")
        world.status["100123"] = status
        #expect(world.present("100123").word == answer)
    }

    @Test(arguments: [
        (validity("2026-04-11", nil), "person-inactive"),
        (validity(nil, "2026-04-09"), "person-inactive"),
        (validity("2026-04-10", "2026-04-10"), "granted"),
    ])
    func `who has not arrived or has left is inactive`(validity: Validity, answer: String) {
        var world = World(authentication: .badge)
        world.colleague("100123")
        world.people["100123"]?.person.validity = validity
        #expect(world.present("100123").word == answer)
    }

    @Test func `R28 a lock-down admits those whom it names, escort and visitor alike`() {
        var world = World()
        world.colleague("escort")
        world.visitor("V-1")
        world.lockdown = ["V-1"]
        #expect(world.present("V-1").word == "escort-needed")
        #expect(world.present("escort").word == "lockdown")
        world.lockdown = ["V-1", "escort"]
        #expect(world.present("escort").word == "pin-needed")
        #expect(world.confirm().word == "granted")
    }

    @Test(arguments: [
        (UntrustedClockRule.refuseVisits, "granted", "clock-untrusted"),
        (.refuseAll, "clock-untrusted", "clock-untrusted"), (.trust, "granted", "escort-needed"),
    ])
    func `an untrusted clock refuses what the room says, and every record says so`(
        rule: UntrustedClockRule,
        own: String,
        visit: String
    ) {
        var world = World(authentication: .badge)
        world.isClockTrusted = false
        world.room.onUntrustedClock = rule
        world.colleague("100123")
        world.visitor("V-1")
        let entry = world.present("100123")
        #expect(entry.word == own)
        #expect(entry.records.first?.remarks == [.clockUntrusted])
        #expect(world.present("V-1").word == visit)
    }

    @Test(arguments: [
        (AntiPassback.off, "granted", false), (.soft, "granted", true),
        (.hard, "already-inside", false),
    ])
    func `a badge recorded inside and presented outside is recorded, or refused`(
        rule: AntiPassback,
        answer: String,
        isNoted: Bool
    ) {
        var world = World(authentication: .badge)
        world.room.antiPassback = rule
        world.colleague("100123")
        world.enter("100123")
        let ruling = world.present("100123")
        #expect(ruling.word == answer)
        #expect(ruling.records.first?.remarks.contains(.alreadyInside) == isNoted)
    }

    @Test func `L5 a room that the policy does not have admits nobody`() {
        var world = World()
        world.colleague("100123")
        var facts = world.facts(presented: "100123")
        facts.room = nil
        let request = AccessRequest(
            id: RequestID(1),
            door: world.door,
            act: .badge(BadgeReading(known(BadgeNumber("00")))),
            readAt: world.instant,
            moment: Moment(instant: world.instant, wall: world.now, isSynchronised: true),
            session: nil
        )
        #expect(ruling(on: request, given: facts).word == "door-out-of-service")
    }

    @Test(arguments: [(3000, "granted"), (3001, "stale-read")])
    func `L3 a read older than three seconds is stale`(age: Int, answer: String) {
        var world = World(authentication: .badge)
        world.colleague("100123")
        world.readAge = .milliseconds(age)
        #expect(world.present("100123").word == answer)
    }
}
