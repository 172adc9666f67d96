// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("2026-04-10", true), ("2024-02-29", true), ("2026-02-29", false), ("2000-02-29", true),
        ("1900-02-29", false), ("2026-04-31", false), ("2026-00-10", false), ("2026-13-01", false),
        ("2026-4-10", false), ("２０２６-04-10", false), ("2026-04-10 ", false), ("", false),
        ("+026-04-10", false),
    ])
    func `a date is read in its one form, if the calendar has it`(written: String, exists: Bool) {
        let date = CivilDate(written)
        #expect((date != nil) == exists)
        if let date { #expect(date.description == written) }
    }

    @Test func `every day of four centuries comes back from its parts`() {
        for offset in 0..<146_097 {
            let date = CivilDate(day: -25_567 + offset)
            let (year, month, dayOfMonth) = date.components
            #expect(CivilDate(year: year, month: month, day: dayOfMonth) == date)
        }
        #expect(day("1970-01-01").weekday == .thu && day("2026-04-10").weekday == .fri)
        #expect(CivilDate(day: -1).weekday == .wed)
    }

    @Test(arguments: [
        ("2026-03-31", "2026-03-31"), ("2026-04-01", "2027-03-31"), ("2026-12-31", "2027-03-31"),
    ])
    func `R17 the fiscal year ends on 31 March`(date: String, end: String) {
        #expect(day(date).fiscalYearEnd == day(end))
    }

    @Test(arguments: [
        ("00:00", Int?(0)), ("08:30", 510), ("24:00", 1440), ("24:01", nil), ("8:30", nil),
        ("12:60", nil), ("-1:00", nil),
    ])
    func `a time of day is read up to the end of the day`(written: String, minutes: Int?) {
        #expect(TimeOfDay(written)?.minutes == minutes)
        if minutes != nil { #expect(TimeOfDay(written)?.description == written) }
    }

    @Test(arguments: [
        ("2026-04-10T09:00:00+09:00", "2026-04-10T00:00:00Z"),
        ("2026-04-10T09:00+09:00", "2026-04-10T00:00:00Z"),
        ("2026-04-09T20:30:00-03:30", "2026-04-10T00:00:00Z"),
        ("1970-01-01T09:00:00+09:00", "1970-01-01T00:00:00Z"),
        ("2026-04-10T09:00:00.000+09:00", "2026-04-10T00:00:00Z"),
        ("2026-04-10T09:00:00.0009+09:00", "2026-04-10T00:00:00Z"),
    ])
    func `a time is read with its offset`(written: String, same: String) {
        #expect(Timestamp(written) == wall(same))
    }

    @Test(arguments: [
        (".5", 500), (".25", 250), (".123", 123), (".007", 7), (".123999999", 123),
    ])
    func `a time keeps its milliseconds`(fraction: String, milliseconds: Int64) {
        let whole = wall("2026-04-10T09:00:07Z").milliseconds
        let written = Timestamp("2026-04-10T09:00:07\(fraction)Z")
        #expect(written?.milliseconds == whole + milliseconds)
    }

    @Test(arguments: [
        "2026-04-10T09:00:00.Z", "2026-04-10T09:00:00.1234567890Z", "2026-04-10T09:00.5Z",
        "2026-04-10T09:00:00.1.2Z", "2026-04-10T09:00:00,5Z", "2026-04-10T09:00:00.-5Z",
        "2026-04-10T09:00:00", "2026-04-10T24:00:00Z", "2026-04-10T09:00:60Z",
        "2026-04-10 09:00:00Z", "2026-04-10T09:00:00+15:00", "2026-02-30T09:00:00Z",
        "2026-04-10T9:00:00Z", "2026-04-10T09:00:0Z", "T", "",
    ])
    func `a time in another form is none`(written: String) {
        #expect(Timestamp(written) == nil)
    }

    @Test func `a date bounds whole days of the board's zone, the last one included`() {
        let days = validity("2026-04-10", "2026-04-11")
        #expect(!days.contains(wall("2026-04-09 23:59")))
        #expect(days.contains(wall("2026-04-10 00:00")))
        #expect(days.contains(wall("2026-04-11 23:59")))
        #expect(!days.contains(wall("2026-04-12 00:00")))
        #expect(Validity().contains(wall("2026-04-12 00:00")))
    }

    @Test func `an end with a time is outside`() {
        let times = validity("2026-04-10T09:00:00+09:00", "2026-04-10T12:00:00+09:00")
        #expect(times.contains(wall("2026-04-10 09:00")))
        #expect(!times.contains(wall("2026-04-10 12:00")))
        #expect(Bound("tomorrow", as: .from, in: tokyo) == nil)
    }

    @Test(
        arguments: [
            ("2026-04-09", "2026-04-10", true), ("2026-04-10", nil, true),
            ("2026-04-11", nil, false),
            (nil, "2026-04-09", false), (nil, "2026-04-10T00:30:00+09:00", true),
        ] as [(String?, String?, Bool)]
    )
    func `an office held for any time of a day counts on that day`(
        from: String?,
        until: String?,
        held: Bool
    ) {
        #expect(validity(from, until).overlaps(signingDay("2026-04-10")) == held)
    }

    @Test func `the wall of a board shows its own zone`() {
        let local = tokyo.local(wall("2026-04-09T15:00:01Z"))
        #expect(local == LocalTime(date: day("2026-04-10"), second: 1))
        #expect(tokyo.text(wall("2026-04-09T15:00:01Z")) == "2026-04-10T00:00:01.000+09:00")
        let before = tokyo.local(Timestamp(milliseconds: -1))
        #expect(before == LocalTime(date: day("1970-01-01"), second: 9 * 3600 - 1))
        #expect(BoardCalendar(zone: "Asia/Nowhere") == nil)
    }

    @Test func `a zone with summer time has days of 23 and of 25 hours`() {
        let berlin = known(BoardCalendar(zone: "Europe/Berlin"))
        func length(_ date: String) -> Duration {
            let signing = SigningDay(day(date), in: berlin)
            return signing.end - signing.start
        }
        #expect(length("2026-03-28") == .seconds(24 * 3600))
        #expect(length("2026-03-29") == .seconds(23 * 3600))
        #expect(length("2026-10-25") == .seconds(25 * 3600))
        let noon = berlin.timestamp(day("2026-07-01"), second: 12 * 3600)
        #expect(noon == wall("2026-07-01T10:00:00Z"))
        #expect(berlin.text(noon) == "2026-07-01T12:00:00.000+02:00")
    }

    @Test func `L11 a duration never asks the wall clock`() {
        let before = Moment(
            instant: instant(10),
            wall: wall("2026-04-10 09:30"),
            isSynchronised: true
        )
        let after = Moment(
            instant: instant(12),
            wall: wall("2025-01-01 00:00"),
            isSynchronised: false
        )
        #expect(after.instant - before.instant == .seconds(2))
    }
}
