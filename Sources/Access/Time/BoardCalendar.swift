// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The board's time zone, from the tz database: turns written dates into timestamps and back.
///
/// Pure: it reads no clock.
public struct BoardCalendar: Sendable {
    private let zone: TimeZone

    /// The zone's name in the tz database.
    public let name: String

    /// Looks a zone up by its name, such as `Asia/Tokyo`.
    ///
    /// - Returns: `nil` where the tz database has no such zone.
    public init?(zone name: String) {
        guard name == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(name),
            let zone = TimeZone(identifier: name)
        else { return nil }
        self.zone = zone
        self.name = name
    }

    /// Seconds that local time is ahead of UTC at a timestamp.
    public func offset(at timestamp: Timestamp) -> Int {
        zone.secondsFromGMT(
            for: Date(timeIntervalSince1970: Double(timestamp.milliseconds) / 1000)
        )
    }

    /// What a clock on the board's wall shows.
    public func local(_ timestamp: Timestamp) -> LocalTime {
        let shifted = timestamp.milliseconds + Int64(offset(at: timestamp)) * 1000
        let seconds = shifted >= 0 ? shifted / 1000 : (shifted - 999) / 1000
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return LocalTime(date: CivilDate(day: Int(day)), second: Int(seconds - day * 86_400))
    }

    /// When a clock on the board's wall first shows a day and a second of it.
    public func timestamp(_ date: CivilDate, second: Int = 0) -> Timestamp {
        let naive = Int64(date.day) * 86_400_000 + Int64(second) * 1000
        // Twice, since the first guess may lie on the other side of a change of the offset.
        var guess = Timestamp(milliseconds: naive)
        for _ in 0..<2 {
            guess = Timestamp(milliseconds: naive - Int64(offset(at: guess)) * 1000)
        }
        return guess
    }

    /// ISO 8601 with the board's offset, to the millisecond.
    public func text(_ timestamp: Timestamp) -> String {
        let local = local(timestamp)
        let offset = offset(at: timestamp)
        let fraction = Int(((timestamp.milliseconds % 1000) + 1000) % 1000)
        let clock = [local.second / 3600, local.second / 60 % 60, local.second % 60]
            .map { padded($0, 2) }.joined(separator: ":")
        let sign = offset < 0 ? "-" : "+"
        let zone = padded(abs(offset) / 3600, 2) + ":" + padded(abs(offset) / 60 % 60, 2)
        return "\(local.date)T\(clock).\(padded(fraction, 3))\(sign)\(zone)"
    }
}
