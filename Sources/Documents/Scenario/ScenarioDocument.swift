// SPDX-License-Identifier: Apache-2.0

/// The scenario file (DESIGN §10): people at a door, step by step, as YAML.
public enum ScenarioDocument {
    /// What a scenario says before its board is known.
    public struct Outline: Sendable {
        /// Its title.
        public let title: String
        /// The board file, relative to the scenario's.
        public let board: String
    }

    /// Reads what must be known to read the rest: which board the scenario plays on.
    ///
    /// - Throws: what keeps this from being read; the rest is not looked at.
    public static func outline(_ source: Source) throws(Mistakes) -> Reviewed<Outline> {
        let reading = Reading(source)
        let row = try reading.root().row(ScenarioReader.sections)
        let outline = row?.required("board")?.text.map {
            Outline(title: row?["scenario"]?.text ?? "", board: $0)
        }
        guard let outline else { throw Mistakes(reading.mistakes) }
        return Reviewed(outline, warnings: [])
    }

    /// Reads a scenario.
    ///
    /// - Parameters:
    ///   - source: the file's text.
    ///   - board: the board that it plays on.
    /// - Throws: every mistake, if there is one.
    /// - Returns: the scenario; the policy files that it names are not looked at.
    public static func read(
        _ source: Source,
        for board: Board
    ) throws(Mistakes) -> Reviewed<Scenario> {
        let reading = Reading(source)
        let root = try reading.root()
        guard let row = root.row(ScenarioReader.sections), let calendar = board.calendar else {
            throw Mistakes(reading.mistakes)
        }
        let reader = ScenarioReader(reading: reading, board: board, calendar: calendar)
        let path = row.required("board")?.text ?? ""
        return try reading.reviewed(reader.scenario(row, board: path))
    }
}
