// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Testing

@testable import tachiai

@Suite struct WhenTests {
    /// Wednesday, 8 April 2026, 10:15.
    private static let now = LocalTime(date: CivilDate(day: 20_551), second: 36_900)

    private func written(_ said: String) throws -> String? {
        let tokyo = try #require(BoardCalendar(zone: "Asia/Tokyo"))
        return When(said, now: Self.now)?.written(in: tokyo)
    }

    @Test func `the day of these tests is what it seems`() {
        #expect(Self.now.date.description == "2026-04-08" && Self.now.date.weekday == .wed)
    }

    @Test(
        arguments: [
            ("2026-04-06 19:30", "2026-04-06T19:30:00+09:00"),
            ("2026-04-06T19:30", "2026-04-06T19:30:00+09:00"),
            ("2026-04-06", "2026-04-06"), ("2026/4/6 9:05", "2026-04-06T09:05:00+09:00"),
            ("4/6", "2026-04-06"), ("4月6日 19時30分", "2026-04-06T19:30:00+09:00"),
            ("2026年4月6日", "2026-04-06"), ("令和8年4月6日19:30", "2026-04-06T19:30:00+09:00"),
            ("R8.4.6", "2026-04-06"), ("明日 19:30", "2026-04-09T19:30:00+09:00"),
            ("明日19:30", "2026-04-09T19:30:00+09:00"), ("明日の9時", "2026-04-09T09:00:00+09:00"),
            ("あさって 正午", "2026-04-10T12:00:00+09:00"), ("昨日", "2026-04-07"),
            ("来週月曜 19:30", "2026-04-13T19:30:00+09:00"),
            ("来週の月曜日の午後7時半", "2026-04-13T19:30:00+09:00"),
            ("今週金曜", "2026-04-10"), ("next monday 19:30", "2026-04-13T19:30:00+09:00"),
            ("next friday", "2026-04-17"), ("monday", "2026-04-13"),
            ("fri 7pm", "2026-04-10T19:00:00+09:00"),
            ("wednesday 11:00", "2026-04-08T11:00:00+09:00"),
            ("wednesday 10:00", "2026-04-15T10:00:00+09:00"),
            ("水曜 9:00", "2026-04-15T09:00:00+09:00"),
            ("tomorrow at 9:00", "2026-04-09T09:00:00+09:00"), ("Tomorrow", "2026-04-09"),
            ("19:30", "2026-04-08T19:30:00+09:00"), ("今日 24:00", "2026-04-09T00:00:00+09:00"),
            ("now", "2026-04-08T10:15:00+09:00"), ("今", "2026-04-08T10:15:00+09:00"),
            ("+2h", "2026-04-08T12:15:00+09:00"), ("2時間後", "2026-04-08T12:15:00+09:00"),
            ("+20h", "2026-04-09T06:15:00+09:00"), ("3日後", "2026-04-11"), ("1週間後", "2026-04-15"),
            ("１２：００", "2026-04-08T12:00:00+09:00"), ("12:30am", "2026-04-08T00:30:00+09:00"),
        ]
    )
    func `a time is read as people say it`(_ said: String, _ meant: String) throws {
        #expect(try written(said) == meant)
    }

    @Test(arguments: [
        "", " ", "soon", "2026-02-30", "2026-13-01", "25:00", "24:30", "13pm", "next",
        "next moonday",
        "4/31", "明日 99:00", "19:30 19:30", "2026-04-06 19:30 x", "-2h", "+h", "32日", "令和",
        "2026-04-06T19:30:45",
    ])
    func `what is no time is not guessed at`(_ said: String) throws {
        #expect(try written(said) == nil)
    }

    @Test func `the board's zone counts, and an offset that was said stays`() throws {
        let clock = try BoardClock(at: "2026-04-08T10:15:00.000+09:00", zone: "Asia/Tokyo")
        #expect(clock.now == Self.now)
        #expect(try clock.written("2026-04-06T19:30:00Z") == "2026-04-06T19:30:00Z")
        #expect(try clock.instant("2026-04-01") == "2026-04-01T00:00:00+09:00")
        #expect(throws: Complaint.self) { try clock.written("soon") }
    }

    @Test func `hours are read as people say them`() throws {
        let week = try #require(HoursWords.row("mon-fri 08:00-19:00"))
        #expect(week.days == ["mon", "tue", "wed", "thu", "fri"] && week.until == "19:00")
        #expect(HoursWords.row("平日 8:00～17:15")?.from == "08:00")
        #expect(HoursWords.row("平日 ８:００－１９：００")?.until == "19:00")
        #expect(HoursWords.row("月,水,金 9:00-12:00")?.days == ["mon", "wed", "fri"])
        #expect(HoursWords.row("sat-mon 22:00-06:00")?.days == ["mon", "sat", "sun"])
        for wrong in ["", "mon", "8:00-19:00", "mon 8-19", "xyz 8:00-9:00", "mon 8:00-9:00 x"] {
            #expect(HoursWords.row(wrong) == nil, "\(wrong)")
        }
    }
}
