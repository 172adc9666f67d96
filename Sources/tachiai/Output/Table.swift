// SPDX-License-Identifier: Apache-2.0

/// Rows under titles, aligned whatever the characters' width.
struct Table {
    private let titles: [String]
    private var rows: [[String]] = []
    private let least: [Int]

    /// A table; columns are at least so wide where rows are to come one by one.
    init(_ titles: [String], least: [Int] = []) {
        self.titles = titles
        self.least = least
    }

    mutating func add(_ cells: [String]) {
        rows.append(cells.map(Self.clean))
    }

    /// Whether it has no rows.
    var isEmpty: Bool { rows.isEmpty }

    /// Every line, the titles first.
    var lines: [String] {
        let widths = titles.indices.map { column in
            ([titles] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        return ([titles] + rows).map { Self.line($0, widths) }
    }

    /// The titles alone, for rows that come one by one.
    var head: String { Self.line(titles, least) }

    /// One row alone.
    func line(_ cells: [String]) -> String { Self.line(cells.map(Self.clean), least) }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let last = cells.count - 1
        let line = cells.enumerated().map { column, cell in
            let width = column < widths.count && column < last ? widths[column] : 0
            return cell + String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
        }.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// A record's text may hold what a terminal would obey; it is shown, not obeyed.
    static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: "·"
                    default: scalar
                    }
                }
            )
        )
    }
}
