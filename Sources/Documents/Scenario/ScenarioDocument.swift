// SPDX-License-Identifier: Apache-2.0
internal import Access

/// The scenario file (DESIGN §10): people at a door, step by step, as YAML.
public enum ScenarioDocument {
    /// Reads a scenario.
    ///
    /// - Parameters:
    ///   - source: the file's text.
    ///   - board: reads the board file of a path, relative to the scenario, or throws its mistakes.
    /// - Throws: every mistake, the board file's among them, if there is one.
    /// - Returns: the scenario; the policy files that it names are not looked at.
    public static func read(
        _ source: Source,
        board: (String) throws(Mistakes) -> Board
    ) throws(Mistakes) -> Reviewed<Scenario> {
        let reading = Reading(source)
        let root = try reading.root()
        guard let row = root.row(ScenarioReader.sections) else { throw Mistakes(reading.mistakes) }
        guard let reference = row.required("board"), let path = reference.text else {
            throw Mistakes(reading.mistakes)
        }
        let found: Board
        do throws(Mistakes) {
            found = try board(path)
        } catch {
            reference.note(
                Wording(
                    "the board file \"\(path.prefixed)\" can't be used",
                    "ボードファイル「\(path.prefixed)」が使えません。"
                )
            )
            throw Mistakes(reading.mistakes + error.all)
        }
        guard let calendar = found.calendar else { throw Mistakes(reading.mistakes) }
        let reader = ScenarioReader(reading: reading, board: found, calendar: calendar)
        return try reading.reviewed(reader.scenario(row, board: path))
    }
}
