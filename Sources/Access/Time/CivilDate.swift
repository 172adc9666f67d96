// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, in no particular time zone.
public struct CivilDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let day: Int

    /// The day that lies so many days after 1970-01-01.
    public init(day: Int) {
        self.day = day
    }

    /// A day by its year, month and day of the month.
    ///
    /// - Returns: `nil` where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        // March-based years put the leap day last, so that a month's offset needs no table.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(day: era * 146_097 + dayOfEra - 719_468)
        guard components == (year, month, day) else { return nil }
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// - Returns: `nil` for another form, or where the calendar has no such day.
    public init?(_ written: String) {
        let parts = written.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month (1–12) and day of the month (1–31).
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = ((day + 3) % 7 + 7) % 7
        return Weekday.allCases[index]
    }

    /// The last day of the fiscal year (31 March) that this day lies in.
    public var fiscalYearEnd: CivilDate {
        let (year, month, _) = components
        guard let end = CivilDate(year: month <= 3 ? year : year + 1, month: 3, day: 31) else {
            return self
        }
        return end
    }

    /// The day so many days later.
    public func advanced(by days: Int) -> CivilDate { CivilDate(day: day + days) }

    /// The same day so many months later, or the last of that month where it has no such day.
    public func advanced(byMonths months: Int) -> CivilDate {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + months
        for day in stride(from: day, through: 1, by: -1) {
            if let date = CivilDate(year: index / 12, month: index % 12 + 1, day: day) {
                return date
            }
        }
        return self
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool { left.day < right.day }
}

extension CivilDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = components
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }
}

/// A day of the week, Monday first.
public enum Weekday: String, Sendable, CaseIterable {
    /// Monday to Sunday, as the policy document writes them.
    case mon, tue, wed, thu, fri, sat, sun
}

/// A time of day, in whole minutes since midnight; 24:00 is the end of the day.
public struct TimeOfDay: Sendable, Hashable, Comparable {
    /// Minutes since midnight, 0 to 1440.
    public let minutes: Int

    /// Reads `HH:MM`, up to `24:00`.
    public init?(_ written: String) {
        let parts = written.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60,
            hours * 60 + minutes <= 1440
        else { return nil }
        self.minutes = hours * 60 + minutes
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: CustomStringConvertible {
    /// `HH:MM`.
    public var description: String { padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2) }
}

/// A wall-clock reading on the board's wall: what hours are judged by.
public struct LocalTime: Sendable, Hashable {
    /// The day.
    public let date: CivilDate
    /// Seconds since that day's midnight.
    public let second: Int

    /// Puts a day and a second of it together.
    public init(date: CivilDate, second: Int) {
        self.date = date
        self.second = second
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
