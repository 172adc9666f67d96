// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct HoursTests {
    private static let workdays: Set<Weekday> = [.mon, .tue, .wed, .thu, .fri]

    private func answer(_ time: String, _ hours: Hours, holidays: Set<CivilDate> = []) -> String {
        var world = World(at: time, authentication: .badge)
        world.staff("100124")
        world.designate("100124", hours: hours)
        world.holidays = holidays
        return world.present("100124").word
    }

    @Test(arguments: [
        ("2026-04-10 07:59", "outside-hours"), ("2026-04-10 08:00", "granted"),
        ("2026-04-10 18:59", "granted"), ("2026-04-10 19:00", "outside-hours"),
        ("2026-04-11 12:00", "outside-hours"),
    ])
    func `hours admit from their beginning until before their end`(time: String, expected: String) {
        #expect(answer(time, hours(Self.workdays, "08:00", "19:00")) == expected)
    }

    @Test(arguments: [
        ("2026-04-10 21:59", "outside-hours"), ("2026-04-10 22:00", "granted"),
        ("2026-04-11 05:59", "granted"), ("2026-04-11 06:00", "outside-hours"),
        ("2026-04-11 22:00", "outside-hours"), ("2026-04-13 05:00", "outside-hours"),
        ("2026-04-13 22:00", "granted"),
    ])
    func `hours past midnight belong to the day on which they begin`(
        time: String,
        expected: String
    ) {
        #expect(answer(time, hours(Self.workdays, "22:00", "06:00")) == expected)
    }

    @Test(arguments: [
        ("2026-04-29 09:00", "outside-hours"), ("2026-04-29 23:00", "outside-hours"),
        ("2026-04-30 05:00", "outside-hours"), ("2026-04-29 05:00", "granted"),
        ("2026-04-30 23:00", "granted"),
    ])
    func `the holiday of the day on which hours begin stops them`(time: String, expected: String) {
        let night = hours(Self.workdays, "22:00", "06:00")
        #expect(answer(time, night, holidays: [day("2026-04-29")]) == expected)
    }

    @Test func `hours until 24 o'clock end with the day`() {
        let late = hours([.fri], "12:00", "24:00")
        #expect(answer("2026-04-10 23:59", late) == "granted")
        #expect(answer("2026-04-11 00:00", late) == "outside-hours")
    }

    @Test func `a holiday stops hours and not a designation without hours`() {
        var world = World(at: "2026-04-29 12:00", authentication: .badge)
        world.colleague("100123")
        world.holidays = [day("2026-04-29")]
        #expect(world.present("100123").word == "granted")
    }
}
