// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import GPIODoors

struct DebounceTests {
    private let period = Duration.milliseconds(30)

    private func at(_ milliseconds: Int64) -> Instant {
        Instant(sinceBoot: .milliseconds(milliseconds))
    }

    /// The changes that a line's edges come to, by time and level, when time ends at 10 s.
    private func changes(_ edges: [(Int64, Bool)], from isActive: Bool = false) -> [Edge] {
        var debounce = Debounce(period: period, isActive: isActive, at: at(0))
        var changes: [Edge] = []
        for (time, level) in edges {
            changes += [debounce.take(Edge(isRising: level, instant: at(time)))].compactMap { $0 }
        }
        return changes + [debounce.timePassed(to: at(10_000))].compactMap { $0 }
    }

    @Test func `a level that stands counts from the instant at which it began`() {
        #expect(changes([(100, true)]) == [Edge(isRising: true, instant: at(100))])
    }

    @Test func `a bouncing contact opens once`() {
        let bounces: [(Int64, Bool)] = [
            (100, true), (103, false), (105, true), (110, false), (112, true),
        ]
        #expect(changes(bounces) == [Edge(isRising: true, instant: at(112))])
    }

    @Test func `a spike shorter than the period is nothing`() {
        #expect(changes([(100, true), (129, false)]) == [])
    }

    @Test func `a press that was over before the thread woke is a press all the same`() {
        let expected = [
            Edge(isRising: true, instant: at(100)), Edge(isRising: false, instant: at(130)),
        ]
        #expect(changes([(100, true), (130, false)]) == expected)
    }

    @Test func `nothing counts before its time`() {
        var debounce = Debounce(period: period, isActive: false, at: at(0))
        _ = debounce.take(Edge(isRising: true, instant: at(100)))
        #expect(debounce.deadline == at(130))
        #expect(debounce.timePassed(to: at(129)) == nil)
        #expect(debounce.timePassed(to: at(130)) == Edge(isRising: true, instant: at(100)))
        #expect(debounce.deadline == nil)
    }

    @Test func `a level whose edges were lost is found by reading it`() {
        var debounce = Debounce(period: period, isActive: false, at: at(0))
        #expect(debounce.read(isActive: true, at: at(100)) == nil)
        #expect(
            debounce.read(isActive: true, at: at(131)) == Edge(isRising: true, instant: at(100))
        )
    }

    @Test(arguments: UInt64(1)...40)
    func `any edges come to changes that alternate and lie a period apart`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var time: Int64 = 0
        let edges = (0..<200).map { _ in
            time += Int64.random(in: 0...60, using: &dice)
            return (time, Bool.random(using: &dice))
        }
        let changes = changes(edges)
        for (earlier, later) in zip(changes, changes.dropFirst()) {
            #expect(earlier.isRising != later.isRising, "seed \(seed)")
            #expect(later.instant - earlier.instant >= period, "seed \(seed)")
        }
        let last = try #require(edges.last)
        #expect((changes.last?.isRising ?? false) == last.1, "seed \(seed)")
    }
}
