// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// A random walk over a door; what must hold holds after every step.
@Suite struct DoorWalkTests {
    /// Until when somebody has a right to a released lock, kept apart from the door's own state.
    private struct Rights {
        var grant: Instant?
        var egress: Instant?
        var hold: Instant?

        mutating func opened() { (grant, egress) = (nil, nil) }

        func exist(at now: Instant) -> Bool {
            [grant, egress, hold].contains { $0.map { now < $0 } ?? false }
        }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `L2 L6 L12 no lock is released without a right, nor past its end`(seed: UInt64)
        async throws
    {
        var numbers = SeededNumbers(seed: seed)
        var run = DoorRun()
        var rights = Rights()
        for step in 0..<200 {
            switch Int.random(in: 0..<9, using: &numbers) {
            case 0 where run.state.outstanding == nil:
                try await run.grant()
                if run.state.isOpen != true { rights.grant = run.now + .seconds(5) }
            case 1:
                try await run.grant(age: 3.5)
            case 2:
                run.leave()
                rights.egress = run.now + .seconds(5)
            case 3:
                if run.state.isOpen != true { rights.opened() }
                run.open()
            case 4: run.close()
            case 5 where run.state.holdOpenUntil == nil:
                try await run.hold(minutes: 1)
                rights.hold = run.now + .seconds(60)
            case 6: run.fire(Bool.random(using: &numbers))
            case 7:
                run.perform(run.state.endHoldOpen(at: run.now))
                rights.hold = nil
            default: run.wait(Double.random(in: 0.1...9, using: &numbers))
            }
            let held = rights.exist(at: run.now)
            #expect(
                !run.isLockReleased || held,
                "seed \(seed), step \(step): released without a right"
            )
            #expect(run.isLockReleased == run.state.isReleased, "seed \(seed), step \(step)")
            if let due = run.state.nextDeadline {
                #expect(due > run.now, "seed \(seed), step \(step): something due is left undone")
            }
        }
        run.wait(120)
        #expect(!run.isLockReleased, "seed \(seed): the lock is not secured in the end")
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `L15 the same seed gives the same walk`(seed: UInt64) async throws {
        func walk() async throws -> [Record] {
            var numbers = SeededNumbers(seed: seed)
            var run = DoorRun()
            for _ in 0..<60 {
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: try await run.grant()
                case 1: run.open()
                case 2: run.close()
                default: run.wait(Double.random(in: 0.1...9, using: &numbers))
                }
            }
            return run.records
        }
        let (first, second) = (try await walk(), try await walk())
        #expect(first == second && !first.isEmpty)
    }
}
