// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation

extension TransferList {
    /// What the list means on this board.
    struct Matched {
        var moves: [MoveRow] = []
        /// People of the list who are not in the register, and so have no right that could end.
        var unknown: [Move] = []
    }

    /// Finds the people and departments of the list in the register.
    ///
    /// - Throws: every line's mistake, not the first alone.
    func matched(
        people: [PersonRow],
        departments: [DepartmentRow],
        ignoringUnknown: Bool
    ) throws(CSVMistakes) -> Matched {
        let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        var matched = Matched()
        var mistakes = mistakes
        for move in moves {
            guard let person = known[move.person.text] else {
                matched.unknown.append(move)
                if !ignoringUnknown {
                    mistakes.append(move.person.mistake(.unknownPerson(move.person.text)))
                } else if let name = move.name,
                    people.contains(where: { Self.plain($0.name) == Self.plain(name.text) })
                {
                    // The same name under another number: rather a slip than a stranger.
                    mistakes.append(move.person.mistake(.unknownPerson(move.person.text)))
                }
                continue
            }
            if person.department == nil {
                mistakes.append(move.person.mistake(.outsider(move.person.text)))
            }
            if let name = move.name, Self.plain(name.text) != Self.plain(person.name) {
                mistakes.append(
                    name.mistake(.otherName(name.text, registered: person.name))
                )
            }
            guard let field = move.department else {
                matched.moves.append(MoveRow(person: person.id, leaves: true))
                continue
            }
            do throws(CSVMistake) {
                let department = try Self.department(field, of: departments)
                matched.moves.append(MoveRow(person: person.id, department: department))
            } catch {
                mistakes.append(error)
            }
        }
        guard mistakes.isEmpty else {
            throw CSVMistakes(mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return matched
    }

    /// The days that the list names.
    func days(_ read: (String) throws -> String) throws(CSVMistakes) -> Set<String> {
        var days: Set<String> = []
        var mistakes: [CSVMistake] = []
        for field in moves.compactMap(\.day) {
            if let day = try? read(field.text) {
                days.insert(day)
            } else {
                mistakes.append(field.mistake(.badDay(field.text)))
            }
        }
        guard mistakes.isEmpty else { throw CSVMistakes(mistakes) }
        return days
    }

    private static func department(
        _ field: CSVTable.Field,
        of departments: [DepartmentRow]
    ) throws(CSVMistake) -> String {
        if let row = departments.first(where: { $0.id == field.text }) { return row.id }
        let found = departments.filter { plain($0.name) == plain(field.text) }
        guard let row = found.first else {
            throw field.mistake(.unknownDepartment(field.text))
        }
        guard found.count == 1 else { throw field.mistake(.severalDepartments(field.text)) }
        return row.id
    }

    /// Names differ in spaces, widths and old forms of characters between programs.
    private static func plain(_ name: String) -> String {
        let forms: [Character: Character] = ["髙": "高", "﨑": "崎", "德": "徳", "濵": "浜", "濱": "浜"]
        return String(
            name.precomposedStringWithCompatibilityMapping.lowercased()
                .filter { !$0.isWhitespace }.map { forms[$0] ?? $0 }
        )
    }
}

extension CSVTable.Field {
    fileprivate func mistake(_ kind: CSVMistake.Kind) -> CSVMistake {
        CSVMistake(line, column, kind)
    }
}
