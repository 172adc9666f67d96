// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// Whether the wall clock is to be believed (DESIGN §6; L11).
@Suite struct ClockKeeperTests {
    private let noon = wall("2026-04-10 12:00")

    private func moment(_ seconds: Double, wall shift: Double? = nil, _ isSynchronised: Bool = true)
        -> Moment
    {
        Moment(
            instant: instant(seconds),
            wall: noon + .seconds(shift ?? seconds),
            isSynchronised: isSynchronised
        )
    }

    @Test func `L11 while both clocks run alike nothing changes`() {
        var clock = ClockKeeper()
        let changes = (0..<100).flatMap { clock.observe(moment(Double($0))) }
        #expect(changes == [] && clock.isTrusted)
    }

    @Test func `a step forward is recorded and believed`() {
        var clock = ClockKeeper()
        _ = clock.observe(moment(0))
        #expect(clock.observe(moment(1, wall: 3601)) == [.stepped(.seconds(3600))])
        #expect(clock.isTrusted)
    }

    @Test func `a step back below the last recorded time makes the clock untrusted`() {
        var clock = ClockKeeper()
        _ = clock.observe(moment(100))
        clock.recorded(moment(100))
        let back = moment(101, wall: -3600)
        let changes = clock.observe(back)
        #expect(changes.last == .believed(false) && !clock.isTrusted)
        #expect(clock.judged(back) == noon + .seconds(101))
    }

    @Test func `an untrusted clock is judged by the latest instant known to have passed`() {
        var clock = ClockKeeper()
        _ = clock.observe(moment(0))
        clock.recorded(moment(0))
        let later = moment(60, wall: 999_999, false)
        _ = clock.observe(later)
        #expect(!clock.isTrusted && clock.judged(later) == noon + .seconds(60))
    }

    @Test func `L13 a clock that comes back is believed again, and opens nothing meanwhile`() {
        var clock = ClockKeeper()
        _ = clock.observe(moment(0))
        #expect(clock.observe(moment(1, false)) == [.believed(false)])
        #expect(clock.observe(moment(2)) == [.believed(true)])
    }

    private func moment(_ seconds: Double, _ isSynchronised: Bool) -> Moment {
        moment(seconds, wall: nil, isSynchronised)
    }

    @Test func `after a restart the record says what has surely passed`() {
        let clock = ClockKeeper(isTrusted: false, latest: noon + .seconds(500))
        #expect(clock.judged(moment(3, wall: 0, false)) == noon + .seconds(500))
    }
}
