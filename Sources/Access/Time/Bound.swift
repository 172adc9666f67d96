// SPDX-License-Identifier: Apache-2.0

/// One end of a validity: as somebody wrote it, and the timestamp that it means on this board.
///
/// A date without a time means whole days, the last one included (DESIGN §8).
public struct Bound: Sendable, Hashable {
    /// The date or the time with its offset, as written.
    public let written: String
    /// The first instant inside for a `from`, the first instant outside for an `until`.
    public let instant: Timestamp

    /// Puts a written bound and its meaning together.
    public init(written: String, instant: Timestamp) {
        self.written = written
        self.instant = instant
    }

    /// Reads a bound: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM[:SS[.mmm]](Z|±HH:MM)`.
    ///
    /// - Parameters:
    ///   - written: the text.
    ///   - edge: whether it begins or ends a validity; a date that ends one includes its whole day.
    ///   - calendar: what days mean on this board.
    public init?(_ written: String, as edge: Edge, in calendar: BoardCalendar) {
        if let date = CivilDate(written) {
            let day = edge == .from ? date : date.advanced(by: 1)
            self.init(written: written, instant: calendar.timestamp(day))
        } else if let timestamp = Timestamp(written) {
            self.init(written: written, instant: timestamp)
        } else {
            return nil
        }
    }

    /// Which end of a validity a bound is.
    public enum Edge: Sendable {
        /// The beginning, inside.
        case from
        /// The end, outside.
        case until
    }
}

/// From when until when something holds; an end that is missing never comes.
public struct Validity: Sendable, Hashable {
    /// The beginning.
    public var from: Bound?
    /// The end.
    public var until: Bound?

    /// Puts both ends together.
    public init(from: Bound? = nil, until: Bound? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether it holds at a timestamp.
    public func contains(_ timestamp: Timestamp) -> Bool {
        (from.map { $0.instant <= timestamp } ?? true)
            && (until.map { timestamp < $0.instant } ?? true)
    }

    /// Whether it holds at any time of a day.
    public func overlaps(_ day: SigningDay) -> Bool {
        (from.map { $0.instant < day.end } ?? true)
            && (until.map { day.start < $0.instant } ?? true)
    }
}

/// The day on which somebody signed or approved.
public struct SigningDay: Sendable, Hashable {
    /// The day.
    public let date: CivilDate
    /// Its first instant on this board.
    public let start: Timestamp
    /// The first instant of the next day.
    public let end: Timestamp

    init(date: CivilDate, start: Timestamp, end: Timestamp) {
        self.date = date
        self.start = start
        self.end = end
    }

    /// A day on a board.
    public init(_ date: CivilDate, in calendar: BoardCalendar) {
        self.date = date
        start = calendar.timestamp(date)
        end = calendar.timestamp(date.advanced(by: 1))
    }
}

extension Timestamp {
    /// Reads `YYYY-MM-DDTHH:MM[:SS[.mmm]](Z|±HH:MM)`.
    ///
    /// What is finer than a millisecond, up to nine digits, is dropped.
    ///
    /// - Returns: `nil` for another form, or an impossible date or time.
    public init?(_ written: String) {
        let halves = written.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let date = CivilDate(String(halves[0])) else { return nil }
        let offset: Int
        let clock: Substring
        if halves[1].hasSuffix("Z") {
            (clock, offset) = (halves[1].dropLast(), 0)
        } else {
            let zone = halves[1].suffix(6)
            guard zone.count == 6, let sign = zone.first, sign == "+" || sign == "-",
                let distance = TimeOfDay(String(zone.dropFirst())), distance.minutes <= 14 * 60
            else { return nil }
            (clock, offset) = (
                halves[1].dropLast(6), (sign == "-" ? -1 : 1) * distance.minutes * 60
            )
        }
        guard let time = TimeOfDay(String(clock.prefix(5))), time.minutes < 1440 else { return nil }
        guard let second = Self.milliseconds(clock.dropFirst(5)) else { return nil }
        let total = Int64(date.day) * 86_400 + Int64(time.minutes * 60 - offset)
        self.init(milliseconds: total * 1000 + second)
    }

    /// The milliseconds in `:SS` or `:SS.mmm`, or in nothing.
    private static func milliseconds(_ written: Substring) -> Int64? {
        guard !written.isEmpty else { return 0 }
        let parts = written.dropFirst().split(
            separator: ".",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard written.first == ":", parts[0].count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let second = Int64(parts[0]), second < 60
        else { return nil }
        guard parts.count == 2 else { return second * 1000 }
        guard (1...9).contains(parts[1].count) else { return nil }
        return (parts[1] + "00").prefix(3).reduce(0) { $0 * 10 + Int64($1.wholeNumberValue ?? 0) }
            + second * 1000
    }
}
