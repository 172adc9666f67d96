// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct PINTests {
    private func world() -> World {
        var world = World()
        world.colleague("100123")
        return world
    }

    @Test func `a wrong PIN may be tried again, and begins the step anew`() {
        var world = world()
        world.present("100123")
        world.instant = world.instant + .seconds(20)
        #expect(world.confirm(.wrong).word == "wrong-pin")
        #expect(world.session?.lastStep == world.instant)
        #expect(world.people["100123"]?.pin.wrong == 1)
        #expect(world.confirm().word == "granted")
        #expect(world.people["100123"]?.pin.wrong == 0)
    }

    @Test(arguments: [1, 3, 5])
    func `the last wrong PIN in a row is answered wrong-pin, locks and ends the session`(
        attempts: Int
    ) {
        var world = world()
        world.room.pinAttempts = attempts
        world.present("100123")
        for _ in 1..<attempts {
            let ruling = world.confirm(.wrong)
            #expect(ruling.session != nil && ruling.pinChange?.lockedFor == nil)
        }
        let last = world.confirm(.wrong)
        #expect(last.word == "wrong-pin" && last.session == nil)
        #expect(last.pinChange?.lockedFor == .seconds(300))
        #expect(last.records.map(\.alarm) == [nil, .pinLocked])
        #expect(world.present("100123").word == "pin-locked")
    }

    @Test(arguments: [(1, 300), (2, 600), (3, 1200), (8, 38_400), (9, 76_800), (10, 86_400)])
    func `the lock doubles up to 24 hours`(lock: Int, seconds: Int) {
        #expect(PINChange.lockTime(lock) == .seconds(seconds))
        #expect(PINChange.lockTime(1000) == .seconds(86_400))
    }

    @Test func `a further lock lasts longer, and a right PIN sets the count back`() {
        var world = world()
        world.room.pinAttempts = 1
        world.people["100123"]?.pin.locks = 1
        world.present("100123")
        #expect(world.confirm(.wrong).pinChange?.lockedFor == .seconds(600))
        world.people["100123"]?.pin.isLocked = false
        world.present("100123")
        #expect(world.confirm().pinChange?.locks == 0)
    }

    @Test func `a PIN that could not grant is not asked for`() {
        var world = world()
        world.people["100123"]?.pin.exists = false
        #expect(world.present("100123").word == "wrong-pin")
        world.people["100123"]?.pin.exists = true
        world.room.capacity = 1
        world.outstanding = ["other"]
        #expect(world.present("100123").word == "room-full")
    }

    @Test func `L5 digits that nobody compared are wrong`() {
        let world = world()
        let member = Session.Member(person: "100123", badge: badgeDigest(of: "100123"))
        let request = AccessRequest(
            id: RequestID(1),
            door: world.door,
            act: .confirm(Secret("482137")),
            readAt: world.instant,
            moment: Moment(instant: world.instant, wall: world.now, isSynchronised: true),
            session: Session(stage: .ownPIN(member), lastStep: world.instant)
        )
        #expect(ruling(on: request, given: world.facts()).word == "wrong-pin")
    }

    @Test func `a duress PIN opens as usual and raises the silent alarm`() {
        var world = world()
        world.present("100123")
        let ruling = world.confirm(.duress)
        #expect(ruling.word == "granted" && ruling.pinChange?.wrong == 0)
        #expect(ruling.records.map(\.kind) == [.entry, .alarm])
        #expect(ruling.records.last?.alarm == .duress)
    }

    @Test func `the escort's wrong PIN counts as the escort's`() {
        var world = world()
        world.visitor("V-1")
        world.present("V-1")
        world.present("100123")
        let ruling = world.confirm(.wrong)
        #expect(ruling.word == "wrong-pin" && ruling.pinChange?.person == "100123")
        #expect(ruling.session?.visitors.map(\.person) == ["V-1"])
        #expect(world.confirm().word == "granted")
    }

    @Test func `where the badge alone does, no PIN is asked for`() {
        var world = World(authentication: .badge)
        world.colleague("100123")
        world.people["100123"]?.pin.isLocked = true
        let ruling = world.present("100123")
        #expect(ruling.word == "granted")
        #expect(ruling.records.first?.authentication == .badge)
    }

    @Test func `L7 a designation revoked between badge and PIN does not serve`() {
        var world = world()
        world.present("100123")
        world.people["100123"]?.designations = []
        #expect(world.confirm().word == "not-designated")
        #expect(world.session == nil)
    }

    @Test func `a confirmation without a session changes nothing`() {
        var world = world()
        #expect(world.confirm().word == "ignored")
    }
}
