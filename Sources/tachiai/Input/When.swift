// SPDX-License-Identifier: Apache-2.0
import Access

/// A time as somebody says it, in Japanese or English: `2026-04-06 19:30`, `明日 19:30`, `next monday 19:30`, `+2h`.
///
/// Pure: what now is, and what days mean on the board, are given.
struct When: Hashable {
    /// The day on the board.
    let date: CivilDate
    /// Minutes since that day's midnight; `nil` where a whole day is meant.
    let minutes: Int?

    /// Reads what somebody said; `nil` for what cannot be understood, or is no day of the calendar.
    ///
    /// - Parameters:
    ///   - said: the words.
    ///   - now: what the board's clock shows.
    init?(_ said: String, now: LocalTime) {
        let words = Self.words(said)
        guard !words.isEmpty, words.count <= 6 else { return nil }
        if let moved = Self.moved(words, from: now) {
            (date, minutes) = moved
            return
        }
        var rest = words[...]
        let day = Self.day(&rest, today: now.date)
        let minutes = Self.time(&rest)
        guard rest.isEmpty, day != nil || minutes != nil else { return nil }
        var date = day?.date ?? now.date
        // A bare weekday is the coming one: today's, unless that time has passed.
        if day?.isBareWeekday == true, date == now.date, let minutes, minutes * 60 <= now.second {
            date = date.advanced(by: 7)
        }
        self.date = minutes == 1440 ? date.advanced(by: 1) : date
        self.minutes = minutes == 1440 ? 0 : minutes
    }

    /// As the policy document writes it: a day, or a time with the board's offset.
    func written(in calendar: BoardCalendar) -> String {
        guard let minutes else { return date.description }
        let text = calendar.text(calendar.timestamp(date, second: minutes * 60))
        return String(text.prefix(19) + text.suffix(6))
    }

    /// The instant that is meant; a whole day begins at midnight.
    func timestamp(in calendar: BoardCalendar) -> Timestamp {
        calendar.timestamp(date, second: (minutes ?? 0) * 60)
    }

    // MARK: Words

    /// Lower-case words; full-width digits and signs are taken for plain ones, Japanese words part from each other.
    private static func words(_ said: String) -> [String] {
        var plain = String(
            String.UnicodeScalarView(
                said.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xFF01...0xFF5E: UnicodeScalar(scalar.value - 0xFEE0) ?? scalar
                    case 0x3000: " "
                    default: scalar
                    }
                }
            )
        ).lowercased()
        for mark in ["曜日", "曜"] { plain = plain.replacing(mark, with: "曜 ") }
        for mark in ["の", "に", " at ", " on "] { plain = plain.replacing(mark, with: " ") }
        for word in japaneseDays.keys + ["来週", "今週", "再来週"] where plain.hasPrefix(word) {
            plain = word + " " + plain.dropFirst(word.count)
            break
        }
        if let end = plain.firstIndex(of: "日"), plain[..<end].contains("月") {
            plain.insert(" ", at: plain.index(after: end))
        }
        if plain.contains("t"), let half = Self.isoHalves(plain) { plain = half }
        return plain.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// `2026-04-06t19:30[:00]` without an offset, in two words.
    private static func isoHalves(_ plain: String) -> String? {
        let halves = plain.split(separator: "t", omittingEmptySubsequences: false)
        guard halves.count == 2, CivilDate(String(halves[0])) != nil else { return nil }
        return halves[0] + " " + halves[1].prefix(5)
            + (halves[1].count > 5 && halves[1].dropFirst(5) != ":00" ? " ?" : "")
    }

    private static let japaneseDays = [
        "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "今日": 0, "本日": 0, "きょう": 0,
        "明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2,
    ]
    private static let englishDays = ["yesterday": -1, "today": 0, "tomorrow": 1]

    private static func weekday(_ word: String) -> Weekday? {
        let english = [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ]
        let index =
            english.firstIndex { $0 == word || ($0.hasPrefix(word) && word.count == 3) }
            ?? ["月", "火", "水", "木", "金", "土", "日"].firstIndex { word == $0 + "曜" }
        return index.map { Weekday.allCases[$0] }
    }

    private struct Day {
        var date: CivilDate
        var isBareWeekday = false
    }

    private static func day(_ rest: inout ArraySlice<String>, today: CivilDate) -> Day? {
        guard let first = rest.first else { return nil }
        if let distance = japaneseDays[first] ?? englishDays[first] {
            rest.removeFirst()
            return Day(date: today.advanced(by: distance))
        }
        if let date = date(first, today: today) {
            rest.removeFirst()
            return Day(date: date)
        }
        let monday = today.advanced(by: -index(of: today.weekday))
        let weeks = ["next": 1, "来週": 1, "this": 0, "今週": 0, "再来週": 2]
        if let week = weeks[first], rest.count > 1, let weekday = weekday(rest[rest.startIndex + 1])
        {
            rest.removeFirst(2)
            return Day(date: monday.advanced(by: week * 7 + index(of: weekday)))
        }
        guard let weekday = weekday(first) else { return nil }
        rest.removeFirst()
        let ahead = (index(of: weekday) - index(of: today.weekday) + 7) % 7
        return Day(date: today.advanced(by: ahead), isBareWeekday: true)
    }

    private static func index(of weekday: Weekday) -> Int {
        Weekday.allCases.firstIndex(of: weekday) ?? 0
    }

    /// `2026-04-06`, `2026/4/6`, `4/6`, `2026年4月6日`, `令和8年4月6日`, `r8.4.6`.
    private static func date(_ word: String, today: CivilDate) -> CivilDate? {
        if let date = CivilDate(word) { return date }
        var plain = word
        var era = 0
        for name in ["令和", "r"] where plain.hasPrefix(name) {
            plain = String(plain.dropFirst(name.count)).replacing("元年", with: "1年")
            era = 2018
        }
        if plain.contains("月") {
            guard plain.hasSuffix("日") else { return nil }
            plain = String(plain.dropLast()).replacing("年", with: "/").replacing("月", with: "/")
        } else if era > 0 {
            plain = plain.replacing(".", with: "/")
        }
        let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { number($0) }
        guard numbers.count == parts.count else { return nil }
        switch numbers.count {
        case 3: return CivilDate(year: era + numbers[0], month: numbers[1], day: numbers[2])
        case 2 where era == 0:
            return CivilDate(
                year: today.components.year,
                month: numbers[0],
                day: numbers[1]
            )
        default: return nil
        }
    }

    /// `19:30`, `7:30pm`, `7pm`, `19時30分`, `19時半`, `午後7時`, `noon`, `正午`.
    private static func time(_ rest: inout ArraySlice<String>) -> Int? {
        guard var word = rest.first else { return nil }
        if ["noon", "正午"].contains(word) {
            rest.removeFirst()
            return 720
        }
        var half: Int?
        for (mark, hours) in [("午前", 0), ("午後", 12)] where word.hasPrefix(mark) {
            (word, half) = (String(word.dropFirst(mark.count)), hours)
        }
        for (mark, hours) in [("am", 0), ("pm", 12)] where word.hasSuffix(mark) {
            (word, half) = (String(word.dropLast(mark.count)), hours)
        }
        let isMarked = word.contains("時") || half != nil
        word = word.replacing("時半", with: ":30").replacing("時", with: ":")
            .replacing("分", with: "")
        let parts = word.split(separator: ":")
        let numbers = parts.compactMap { number($0) }
        guard numbers.count == parts.count, numbers.count == 2 || (numbers.count == 1 && isMarked),
            var hour = numbers.first
        else { return nil }
        let minute = numbers.count == 2 ? numbers[1] : 0
        if let half {
            guard hour <= 12 else { return nil }
            hour = hour % 12 + half
        }
        guard minute < 60, hour * 60 + minute <= 1440 else { return nil }
        rest.removeFirst()
        return hour * 60 + minute
    }

    /// `now`, `今`, `+2h`, `+30m`, `+3d`, `2時間後`, `30分後`, `3日後`, `1週間後`.
    private static func moved(_ words: [String], from now: LocalTime) -> (CivilDate, Int?)? {
        guard words.count == 1, let word = words.first else { return nil }
        if ["now", "今", "いま"].contains(word) { return (now.date, now.second / 60) }
        let units: [(String, Int)] = [
            ("時間後", 60), ("分後", 1), ("日後", 1440), ("週間後", 10_080), ("h", 60), ("m", 1),
            ("d", 1440), ("w", 10_080),
        ]
        for (unit, minutes) in units where word.hasSuffix(unit) {
            let isSigned = word.hasPrefix("+")
            guard isSigned != unit.hasSuffix("後"),
                let count = number(word.dropLast(unit.count).dropFirst(isSigned ? 1 : 0)),
                count <= 100_000
            else { return nil }
            if minutes >= 1440 { return (now.date.advanced(by: count * minutes / 1440), nil) }
            let total = now.second / 60 + count * minutes
            return (now.date.advanced(by: total / 1440), total % 1440)
        }
        return nil
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...6).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        return Int(text)
    }
}
