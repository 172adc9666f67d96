// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

/// A question about the journal, as a statement that goes by an index.
struct JournalSelection {
    private var conditions: [String] = []
    private var arguments = StatementArguments()
    private let source: String
    private let isReversed: Bool
    private let limit: Int

    init(_ query: JournalQuery) {
        isReversed = query.last != nil
        limit = max(0, min(query.last ?? query.limit, SQLiteLedger.longestAnswer))
        if let person = query.person {
            source = "journalPerson JOIN journal USING (number)"
            conditions = ["person = ?"]
            arguments += [person.text]
        } else {
            source = "journal"
        }
        add("number > ?", query.after)
        if let door = query.door { add("door = ?", door.text) }
        if let room = query.room { add("\(Schema.journalRoom) = ?", room.text) }
        if !query.kinds.isEmpty {
            let kinds = query.kinds.map(\.rawValue).sorted()
            conditions.append("kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))")
            arguments += StatementArguments(kinds)
        }
        if let from = query.from { add("atMs >= ?", from.milliseconds) }
        if let until = query.until { add("atMs < ?", until.milliseconds) }
    }

    private mutating func add(_ condition: String, _ value: any DatabaseValueConvertible) {
        conditions.append(condition)
        arguments += [value]
    }

    /// The statement; of the last records it gives the last one first.
    var statement: (sql: String, arguments: StatementArguments) {
        let sql = """
            SELECT number, body, digest FROM \(source) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY number \(isReversed ? "DESC" : "ASC") LIMIT ?
            """
        return (sql, arguments + [limit])
    }
}
