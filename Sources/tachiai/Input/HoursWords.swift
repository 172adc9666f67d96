// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Hours as somebody says them: `mon-fri 08:00-19:00`, `月-金 8:00-19:00`, `平日 8:00-17:15`.
enum HoursWords {
    private static let japanese = ["月", "火", "水", "木", "金", "土", "日"]

    /// - Returns: `nil` for what cannot be understood.
    static func row(_ said: String) -> HoursRow? {
        // A full-width tilde is a plain one by now.
        let plain = said.halfWidth.replacing("~", with: "-").replacing("〜", with: "-")
            .replacing("から", with: "-").replacing("曜", with: "").lowercased()
        let words = plain.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let days = days(String(words[0])) else { return nil }
        let times = words[1].split(separator: "-", omittingEmptySubsequences: false).map { time in
            TimeOfDay(time.count == 4 ? "0" + time : String(time))
        }
        guard times.count == 2, let from = times[0], let until = times[1] else { return nil }
        return HoursRow(
            days: days.map(\.rawValue),
            from: from.description,
            until: until.description
        )
    }

    private static func days(_ said: String) -> [Weekday]? {
        switch said {
        case "平日", "weekdays": return Array(Weekday.allCases.prefix(5))
        case "毎日", "daily": return Weekday.allCases
        default: break
        }
        var days: Set<Weekday> = []
        for part in said.split(whereSeparator: { ",、・".contains($0) }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(weekday)
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                let start = Weekday.allCases.firstIndex(of: first),
                let end = Weekday.allCases.firstIndex(of: last)
            else { return nil }
            let all = Weekday.allCases + Weekday.allCases
            days.formUnion(all[start...(end < start ? end + 7 : end)])
        }
        return days.isEmpty ? nil : Weekday.allCases.filter(days.contains)
    }

    private static func weekday(_ said: Substring) -> Weekday? {
        if let index = japanese.firstIndex(of: String(said)) { return Weekday.allCases[index] }
        return Weekday(rawValue: String(said.prefix(3)))
    }
}
