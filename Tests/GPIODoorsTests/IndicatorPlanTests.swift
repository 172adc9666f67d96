// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import GPIODoors

struct IndicatorPlanTests {
    private func at(_ milliseconds: Int64) -> Instant {
        Instant(sinceBoot: .milliseconds(milliseconds))
    }

    private func plan(_ shown: [(Int64, Indication)]) -> IndicatorPlan {
        var plan = IndicatorPlan(at: at(0))
        for (time, indication) in shown { plan.show(indication, at: at(time)) }
        return plan
    }

    /// Every frame that a plan comes to between two moments, in order.
    private func frames(_ plan: IndicatorPlan, from begin: Int64, to end: Int64) -> [Frame] {
        var frames: [Frame] = []
        var now = at(begin)
        while now < at(end) {
            let (frame, next) = plan.frame(at: now)
            frames.append(frame)
            guard let next else { break }
            now = next
        }
        return frames
    }

    @Test func `at rest everything is dark and still`() {
        let (frame, next) = plan([]).frame(at: at(5000))
        #expect(frame == .off)
        #expect(next == nil)
    }

    @Test func `granted is green with one tone, and stays`() {
        let plan = plan([(0, .granted)])
        #expect(frames(plan, from: 0, to: 60_000) == [.green.sounding, .green])
    }

    @Test func `denied is red with one long tone, and passes`() {
        let plan = plan([(0, .denied)])
        #expect(frames(plan, from: 0, to: 60_000) == [.red.sounding, .red, .off])
    }

    @Test func `waiting blinks amber until something else is shown`() {
        let plan = plan([(0, .waiting)])
        #expect(frames(plan, from: 0, to: 2000) == [.amber, .off, .amber, .off])
    }

    @Test func `after a refusal the wait goes on`() {
        let plan = plan([(0, .waiting), (1000, .denied)])
        #expect(plan.frame(at: at(2400)).frame == .red)
        #expect(plan.frame(at: at(2500)).frame == .off)
        #expect(plan.frame(at: at(3000)).frame == .amber)
    }

    @Test func `a refusal is seen to its end, though the door comes to rest under it`() {
        let plan = plan([(0, .waiting), (1000, .denied), (1001, .secured)])
        #expect(plan.frame(at: at(1500)).frame == .red.sounding)
        #expect(plan.frame(at: at(2500)).frame == .off)
    }

    @Test func `a grant and an alarm cut a refusal short`() {
        #expect(plan([(0, .denied), (100, .granted)]).frame(at: at(100)).frame == .green.sounding)
        #expect(plan([(0, .denied), (100, .alarm)]).frame(at: at(100)).frame == .red.sounding)
    }

    @Test func `a key sounds shortly and changes no lamp`() {
        let plan = plan([(0, .waiting), (100, .key)])
        #expect(plan.frame(at: at(100)).frame == .amber.sounding)
        #expect(plan.frame(at: at(160)).frame == .amber)
        #expect(frames(self.plan([(0, .key)]), from: 0, to: 1000) == [.off.sounding, .off])
    }

    @Test func `the same indication again does not disturb its rhythm`() {
        let plan = plan([(0, .waiting), (300, .waiting), (450, .waiting)])
        #expect(plan.frame(at: at(500)).frame == .off)
    }

    @Test func `no two indications that stand look alike`() {
        let standing = Indication.allCases.filter { $0 != .key }
        let looks = standing.map { frames(plan([(0, $0)]), from: 0, to: 3000) }
        #expect(Set(looks).count == standing.count)
    }

    @Test(arguments: Indication.allCases.filter { $0 != .granted })
    func `green alone is shown for a grant and for nothing else`(indication: Indication) {
        let frames = frames(plan([(0, indication)]), from: 0, to: 10_000)
        #expect(!frames.contains { $0.green && !$0.red })
    }

    @Test(arguments: Indication.allCases, [Indication.secured, .granted, .waiting, .alarm])
    func `a frame stands until the instant that it names`(first: Indication, second: Indication) {
        let plan = plan([(0, first), (70, second), (90, .key)])
        for now in Int64(90)...4000 {
            let (frame, next) = plan.frame(at: at(now))
            guard let next else { continue }
            #expect(next > at(now))
            if next > at(now + 1) { #expect(plan.frame(at: at(now + 1)).frame == frame) }
        }
    }
}
