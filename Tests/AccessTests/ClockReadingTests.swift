// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct ClockReadingTests {
    /// A reading: seconds since the machine started, seconds on the wall, whether the source is synchronised.
    private struct Reading {
        let elapsed: Int
        let wall: Int
        var isSynchronised = true
        var isRecorded = false
        let isTrusted: Bool
        /// The wall time, in seconds, by which rights are judged.
        let judged: Int
    }

    private static func moment(_ elapsed: Int, _ wall: Int, _ isSynchronised: Bool) -> Moment {
        Moment(
            instant: Instant(sinceBoot: .seconds(elapsed)),
            wall: Timestamp(milliseconds: Int64(wall) * 1000),
            isSynchronised: isSynchronised
        )
    }

    private func check(_ readings: [Reading], from start: ClockKeeper = ClockKeeper()) {
        var keeper = start
        for (place, reading) in readings.enumerated() {
            let moment = Self.moment(reading.elapsed, reading.wall, reading.isSynchronised)
            _ = keeper.observe(moment)
            #expect(keeper.isTrusted == reading.isTrusted, "reading \(place)")
            #expect(keeper.judged(moment).milliseconds == Int64(reading.judged) * 1000, "\(place)")
            if reading.isRecorded { keeper.recorded(moment) }
        }
    }

    @Test func `a clock that runs is believed`() {
        check([
            Reading(elapsed: 0, wall: 1000, isRecorded: true, isTrusted: true, judged: 1000),
            Reading(elapsed: 60, wall: 1060, isTrusted: true, judged: 1060),
        ])
    }

    @Test func `a step back below the record is judged by the latest instant known to have passed`()
    {
        check([
            Reading(elapsed: 0, wall: 1000, isRecorded: true, isTrusted: true, judged: 1000),
            Reading(elapsed: 10, wall: 500, isTrusted: false, judged: 1010),
            Reading(elapsed: 20, wall: 510, isRecorded: true, isTrusted: false, judged: 1020),
            // It catches up by itself once it passes what was recorded.
            Reading(elapsed: 30, wall: 1019, isTrusted: true, judged: 1019),
        ])
    }

    @Test func `a step back that stays above the record is believed`() {
        check([
            Reading(elapsed: 0, wall: 1000, isRecorded: true, isTrusted: true, judged: 1000),
            Reading(elapsed: 100, wall: 1090, isTrusted: true, judged: 1090),
        ])
    }

    @Test func `after a step back the source must lose and regain its synchronisation`() {
        check([
            Reading(elapsed: 0, wall: 1000, isRecorded: true, isTrusted: true, judged: 1000),
            Reading(elapsed: 10, wall: 500, isTrusted: false, judged: 1010),
            Reading(elapsed: 11, wall: 501, isSynchronised: false, isTrusted: false, judged: 1011),
            Reading(elapsed: 12, wall: 502, isTrusted: true, judged: 502),
            Reading(elapsed: 13, wall: 503, isTrusted: true, judged: 503),
        ])
    }

    @Test func `a source that is not synchronised is not believed, and time goes on all the same`()
    {
        check([
            Reading(elapsed: 0, wall: 1000, isTrusted: true, judged: 1000),
            Reading(elapsed: 50, wall: 9000, isSynchronised: false, isTrusted: false, judged: 1050),
            Reading(elapsed: 60, wall: 1060, isTrusted: true, judged: 1060),
        ])
    }

    @Test func `after a start the last record is the least that has passed`() {
        let kept = ClockKeeper(latest: Timestamp(milliseconds: 5_000_000))
        check(
            [
                Reading(
                    elapsed: 3,
                    wall: 100,
                    isSynchronised: false,
                    isTrusted: false,
                    judged: 5000
                ),
                Reading(elapsed: 9, wall: 5009, isTrusted: true, judged: 5009),
            ],
            from: kept
        )
        check(
            [Reading(elapsed: 3, wall: 100, isTrusted: false, judged: 5000)],
            from: kept
        )
    }

    @Test(
        arguments: [
            (0, []), (1, []), (2, [ClockKeeper.Change.stepped(.seconds(2))]),
            (-2, [.stepped(.seconds(-2))]),
            (-500, [.stepped(.seconds(-500)), .believed(false)]),
        ]
    )
    func `a step of over a second is found, either way`(
        _ step: Int,
        _ changes: [ClockKeeper.Change]
    ) {
        var keeper = ClockKeeper()
        let first = Self.moment(0, 1000, true)
        #expect(keeper.observe(first) == [])
        keeper.recorded(first)
        #expect(keeper.observe(Self.moment(10, 1010 + step, true)) == changes)
    }

    @Test func `a reading older than the last shows nothing new`() {
        var keeper = ClockKeeper()
        _ = keeper.observe(Self.moment(100, 1100, true))
        let before = keeper
        #expect(keeper.observe(Self.moment(50, 9, false)) == [])
        #expect(keeper == before)
    }
}
