// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// The most records that one question is answered with (L14).
    static let longestAnswer = 1000

    /// Records that match, oldest first.
    public func journal(_ query: JournalQuery) async throws(LedgerFault) -> [JournalLine] {
        try await read("read the journal") { database in
            let (sql, arguments) = JournalSelection(query).statement
            let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
            let lines = try rows.map { try JournalLine($0) }
            return query.last == nil ? lines : lines.reversed()
        }
    }

    /// The number of the last record, each time the journal has grown; later ones swallow earlier ones.
    public func journalGrowth() -> AsyncStream<RecordNumber> { growth.numbers() }

    /// Who is recorded inside which room.
    public func presences() async throws(LedgerFault) -> [Presence] {
        try await readPolicy("read who is inside") { try $0.presences("TRUE", []) }
    }

    /// The alarms that stand.
    public func alarms() async throws(LedgerFault) -> [ActiveAlarm] {
        try await read("read the alarms") { try $0.alarms() }
    }

    /// The last record of the chain: keep it elsewhere, and a cut tail will show.
    public func head() async throws(LedgerFault) -> JournalHead {
        try await read("read the journal's head") { try JournalHead(of: $0) }
    }
}
