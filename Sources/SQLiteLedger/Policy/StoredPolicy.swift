// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

/// The policy as it stands in the tables at one moment of a transaction or snapshot.
///
/// Every look-up goes by an index; a row that cannot be read is an error, never a guess (L5).
struct StoredPolicy: PolicyIndex {
    let database: Database
    let calendar: BoardCalendar
    /// By which what is ordered for an instant holds already or does not yet.
    var now: Timestamp

    /// Rows of a statement that stays prepared, each made into a value.
    func rows<Value>(
        _ sql: String,
        _ arguments: StatementArguments = [],
        _ value: (Row) throws -> Value
    ) throws -> [Value] {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        var values: [Value] = []
        while let row = try cursor.next() { values.append(try value(row)) }
        return values
    }

    /// The first column of a statement's rows, as names.
    func names<Named>(
        _ sql: String,
        _ arguments: StatementArguments = []
    ) throws -> [Identifier<Named>] {
        try rows(sql, arguments) { try $0.identifier(0) }
    }
}
