// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// The personnel office's list of transfers (人事異動): who goes where, or leaves.
struct TransferList {
    /// One line of the list.
    struct Move: Hashable {
        let person: CSVTable.Field
        let name: CSVTable.Field?
        /// Where to; `nil` for who leaves the city's service.
        let department: CSVTable.Field?
        let day: CSVTable.Field?
    }

    private(set) var moves: [Move] = []
    /// What is wrong with lines that are left out of the moves.
    private(set) var mistakes: [CSVMistake] = []
    /// Columns that mean nothing here.
    private(set) var ignored: [String] = []

    private enum Column: CaseIterable {
        case person, name, department, leaves, day

        /// What the column may be called; spaces and case fall away.
        var names: Set<String> {
            switch self {
            case .person: ["person", "id", "number", "職員番号", "番号", "社員番号", "職員コード", "個人番号"]
            case .name: ["name", "氏名", "名前", "職員氏名"]
            case .department:
                [
                    "department", "to", "newdepartment", "異動先", "新所属", "所属", "異動後所属", "新所属名",
                    "異動後", "配属先",
                ]
            case .leaves: ["leaves", "left", "退職", "退職者"]
            case .day: ["effective", "day", "date", "発令日", "発令年月日", "異動日", "異動年月日"]
            }
        }
    }

    /// Reads a list.
    ///
    /// - Throws: what is wrong with its head; the lines' own mistakes are kept for ``matched(people:departments:ignoringUnknown:)``.
    init(_ table: CSVTable) throws(CSVMistakes) {
        guard let head = table.rows.first else { throw CSVMistakes([CSVMistake(1, 1, .empty)]) }
        let columns = try columns(head)
        var lines: [String: Int] = [:]
        for row in table.rows.dropFirst() {
            guard row.count == head.count else {
                let place = row.last ?? head[0]
                let kind = CSVMistake.Kind.fields(expected: head.count, found: row.count)
                mistakes.append(CSVMistake(place.line, place.column, kind))
                continue
            }
            do throws(CSVMistake) {
                let move = try Self.move(row, columns)
                let person = move.person
                if let line = lines[person.text] {
                    let kind = CSVMistake.Kind.doublePerson(person.text, line: line)
                    throw CSVMistake(person.line, person.column, kind)
                }
                lines[person.text] = person.line
                moves.append(move)
            } catch {
                mistakes.append(error)
            }
        }
        if moves.isEmpty, mistakes.isEmpty { mistakes = [CSVMistake(head[0].line, 1, .empty)] }
    }

    private mutating func columns(_ head: [CSVTable.Field]) throws(CSVMistakes) -> [Column: Int] {
        var columns: [Column: Int] = [:]
        var mistakes: [CSVMistake] = []
        for (place, field) in head.enumerated() {
            let title = field.text.filter { !$0.isWhitespace }.lowercased()
            guard let column = Column.allCases.first(where: { $0.names.contains(title) }) else {
                if !title.isEmpty { ignored.append(field.text) }
                continue
            }
            if columns[column] != nil {
                mistakes.append(CSVMistake(field.line, field.column, .doubleColumn(field.text)))
            }
            columns[column] = place
        }
        let line = head.first?.line ?? 1
        if columns[.person] == nil { mistakes.append(CSVMistake(line, 1, .noColumn(.person))) }
        if columns[.department] == nil {
            mistakes.append(CSVMistake(line, 1, .noColumn(.department)))
        }
        guard mistakes.isEmpty else { throw CSVMistakes(mistakes) }
        return columns
    }

    private static let leaving: Set = ["退職", "離職", "leaves", "left", "retired"]
    private static let yes: Set = ["○", "〇", "◯", "1", "yes", "y", "true", "退職", "有"]

    private static func move(
        _ row: [CSVTable.Field],
        _ columns: [Column: Int]
    ) throws(CSVMistake) -> Move {
        func field(_ column: Column) -> CSVTable.Field? {
            guard let place = columns[column] else { return nil }
            var field = row[place]
            field.text = field.text.trimmingCharacters(in: .whitespacesAndNewlines)
            return field.text.isEmpty ? nil : field
        }
        guard var person = field(.person) else {
            let place = row[columns[.person] ?? 0]
            throw CSVMistake(place.line, place.column, .noPerson)
        }
        // Spreadsheets write numbers full width, and guard them with an apostrophe.
        person.text = person.text.precomposedStringWithCompatibilityMapping
            .trimmingCharacters(in: CharacterSet(charactersIn: "'"))
        let department = field(.department)
        let isLeaving =
            department.map { leaving.contains($0.text.lowercased()) } == true
            || field(.leaves).map { yes.contains($0.text.lowercased()) } == true
        if isLeaving, let department, !leaving.contains(department.text.lowercased()) {
            throw CSVMistake(department.line, department.column, .twoDestinations)
        }
        guard isLeaving || department != nil else {
            let place = row[columns[.department] ?? 0]
            throw CSVMistake(place.line, place.column, .noDestination)
        }
        return Move(
            person: person,
            name: field(.name),
            department: isLeaving ? nil : department,
            day: field(.day)
        )
    }
}

/// Every mistake of a list.
struct CSVMistakes: Error {
    let all: [CSVMistake]

    init(_ all: [CSVMistake]) {
        self.all = all
    }
}
