// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Access

@Suite struct DoorStateTests {
    @Test func `L12 the lock is secured as soon as the door has opened`() async throws {
        var run = DoorRun()
        try await run.grant()
        #expect(run.isLockReleased && run.state.outstanding != nil)
        run.wait(2)
        run.open()
        #expect(!run.isLockReleased && run.state.outstanding == nil)
        #expect(run.words == ["opened", "entered"])
        #expect(run.records.last?.people == ["100123"] && run.records.last?.of == 7)
    }

    @Test func `L12 the lock is secured at the time-out, and nobody has entered`() async throws {
        var run = DoorRun()
        try await run.grant()
        run.wait(4.9)
        #expect(run.isLockReleased)
        run.wait(0.1)
        #expect(!run.isLockReleased)
        #expect(run.words == ["not-entered not-opened"])
    }

    @Test(arguments: [(3.0, true), (3.1, false)])
    func `L3 a permit goes stale`(age: Double, serves: Bool) async throws {
        var run = DoorRun()
        try await run.grant(age: age)
        #expect(run.isLockReleased == serves)
        #expect(run.words == (serves ? [] : ["not-entered stale"]))
    }

    @Test func `a grant while the door stands open counts as opened at once`() async throws {
        var run = DoorRun(isOpen: true)
        try await run.grant()
        #expect(!run.isLockReleased && run.state.outstanding == nil)
        #expect(run.words == ["entered"])
    }

    @Test func `a door without a contact counts as opened at the grant`() async throws {
        var run = DoorRun(hasContact: false)
        try await run.grant()
        #expect(run.isLockReleased && run.state.outstanding == nil)
        #expect(run.words == ["entered"])
        run.wait(5)
        #expect(!run.isLockReleased)
    }

    @Test func `an opening without a right is forced, and lasts until the door closes`() {
        var run = DoorRun()
        run.open()
        run.close()
        #expect(
            run.words == [
                "opened", "door-forced began", "closed", "door-forced ended",
                "door-held-open ended",
            ]
        )
    }

    @Test func `which way a door came to stand open before the start nobody knows`() {
        var run = DoorRun(isOpen: nil)
        run.open()
        #expect(run.words == ["opened"])
    }

    @Test func `a door held open warns at 80 percent, then raises the alarm`() {
        var run = DoorRun(heldOpen: 30)
        run.leave()
        run.open()
        run.wait(23.75)
        #expect(run.words == ["opened"])
        run.wait(0.25)
        #expect(run.words.last == "held-open-warning")
        run.wait(5.75)
        #expect(run.words.count == 2)
        run.wait(0.25)
        #expect(run.words.last == "door-held-open began" && run.shown.last == .alarm)
        run.close()
        #expect(run.words.suffix(2) == ["door-forced ended", "door-held-open ended"])
    }

    @Test func `fire rests the held-open alarm and grants nothing`() {
        var run = DoorRun()
        run.leave()
        run.open()
        run.wait(30)
        run.forget()
        run.fire(true)
        #expect(run.words == ["door-held-open ended"] && !run.isLockReleased)
        run.wait(600)
        #expect(run.words.count == 1)
        run.fire(false)
        run.wait(29)
        #expect(run.words.last == "held-open-warning")
        run.wait(1)
        #expect(run.words.last == "door-held-open began")
    }

    @Test func `a hold-open releases until its end, and its alarm stands meanwhile`() async throws {
        var run = DoorRun()
        try await run.hold(minutes: 10)
        #expect(run.isLockReleased && run.words == ["hold-open began"])
        #expect(run.records.first?.of == 8)
        run.open()
        run.wait(300)
        run.close()
        run.open()
        #expect(run.isLockReleased)
        #expect(!run.words.contains("door-forced began"))
        #expect(!run.words.contains("door-held-open began"))
        run.wait(300)
        #expect(!run.isLockReleased && run.words.last == "hold-open ended")
        run.wait(30)
        #expect(run.words.last == "door-held-open began")
    }

    @Test func `L2 a hold-open that is ended early secures the lock`() async throws {
        var run = DoorRun()
        try await run.hold(minutes: 60)
        run.perform(run.state.endHoldOpen(at: run.now))
        #expect(!run.isLockReleased)
        #expect(run.state.endHoldOpen(at: run.now) == [])
    }

    @Test(arguments: [(["100123"], true), (["100124"], false), ([], false)])
    func `R28 a lock-down secures a lock that was released for somebody who may not enter since`(
        allowed: [PersonID],
        mayEnter: Bool
    ) async throws {
        var run = DoorRun()
        try await run.grant()
        run.perform(run.state.lockDown(by: 9, allowing: Set(allowed), at: run.now))
        #expect(run.isLockReleased == mayEnter && (run.state.outstanding != nil) == mayEnter)
        #expect(run.words == (mayEnter ? [] : ["not-entered lockdown"]))
    }

    @Test(arguments: [(6, true), (8, false)])
    func `R28 a permit that comes after the lock-down opens nothing if it was given before`(
        order: Int64,
        opens: Bool
    ) async throws {
        var run = DoorRun()
        run.perform(run.state.lockDown(by: RecordNumber(order), allowing: [], at: run.now))
        try await run.grant()
        #expect(run.isLockReleased == opens)
        #expect(run.words == (opens ? [] : ["not-entered lockdown"]))
    }

    @Test(arguments: [false, true])
    func `R28, L4 a lock-down secures a lock without a contact, unless somebody leaves meanwhile`(
        somebodyLeaves: Bool
    ) async throws {
        var run = DoorRun(hasContact: false)
        try await run.grant()
        if somebodyLeaves { run.leave() }
        run.perform(run.state.lockDown(by: 9, allowing: [], at: run.now))
        #expect(run.isLockReleased == somebodyLeaves)
        run.wait(5)
        #expect(!run.isLockReleased)
    }

    @Test func `R28 without a contact the last grant is the one that a lock-down bars`()
        async throws
    {
        var run = DoorRun(hasContact: false)
        try await run.grant()
        run.wait(2)
        try await run.grant()
        #expect(run.state.unseen?.until == run.now + .seconds(5))
        run.wait(4)
        run.perform(run.state.lockDown(by: 9, allowing: [], at: run.now))
        #expect(!run.isLockReleased && run.state.unseen == nil)
    }

    @Test func `R28 of orders that come out of their order the later one counts`() async throws {
        var run = DoorRun()
        run.perform(run.state.lockDown(by: 9, allowing: [], at: run.now))
        // The hold-open is record 8, the grant 7.
        try await run.hold(minutes: 10)
        #expect(!run.isLockReleased && run.state.holdOpenUntil == nil && run.words.isEmpty)
        run.perform(run.state.lockDown(by: 6, allowing: ["100123"], at: run.now))
        try await run.grant()
        #expect(!run.isLockReleased)
    }

    @Test func `R28, L4 a lock-down ends a hold-open, and stops nobody who leaves`() async throws {
        var run = DoorRun()
        try await run.hold(minutes: 10)
        run.leave()
        run.perform(run.state.lockDown(by: 9, allowing: [], at: run.now))
        #expect(run.isLockReleased && run.words == ["hold-open began", "hold-open ended"])
        run.wait(5)
        #expect(!run.isLockReleased)
    }

    @Test func `L4 leaving releases the lock at any time, also beside a grant`() async throws {
        var run = DoorRun()
        run.leave()
        #expect(run.isLockReleased)
        run.wait(5)
        #expect(!run.isLockReleased && run.words == [])
        try await run.grant()
        run.wait(3)
        run.leave()
        run.wait(2)
        #expect(run.isLockReleased)
        #expect(run.words == ["not-entered not-opened"])
        run.wait(3)
        #expect(!run.isLockReleased)
    }

    @Test func `where the handle opens from inside the lock rests and the alarm is shunted`() {
        var run = DoorRun(leaving: .shunt)
        run.leave()
        #expect(!run.isLockReleased)
        run.open()
        run.close()
        #expect(!run.words.contains("door-forced began"))
        run.open()
        #expect(run.words.last == "door-forced began")
    }

    @Test func `a shunt ends by itself`() {
        var run = DoorRun(leaving: .shunt)
        run.leave()
        run.wait(5)
        run.open()
        #expect(run.words.last == "door-forced began")
    }

    @Test func `L2 a lock that fails is tried again every second until it obeys`() async throws {
        var run = DoorRun()
        try await run.grant()
        run.lockFails()
        #expect(!run.state.isInService)
        #expect(run.words == ["not-entered lock-fault", "lock-fault began"])
        #expect(run.state.nextDeadline == run.now + .seconds(1))
        run.lockFails()
        #expect(run.words.count == 2)
        run.wait(1)
        #expect(run.state.isInService && !run.isLockReleased)
        #expect(run.words.last == "lock-fault ended")
    }

    @Test func `L4 the retry of a failed lock does not shut in who leaves`() {
        var run = DoorRun()
        run.lockFails()
        run.wait(0.5)
        run.leave()
        run.wait(4)
        #expect(run.isLockReleased)
        run.wait(1.5)
        #expect(!run.isLockReleased && run.state.isInService)
    }

    @Test func `L2 a start forgets what an earlier run left standing`() {
        let state = DoorRun().state
        let alarms = state.start().compactMap { effect in
            if case .record(let record) = effect { record.alarm } else { nil }
        }
        #expect(alarms == [.holdOpen, .lockFault])
        #expect(!state.isReleased)
    }

    @Test func `the contact that says nothing new changes nothing`() {
        var run = DoorRun()
        run.open()
        run.forget()
        run.open()
        #expect(run.words == [])
    }
}
