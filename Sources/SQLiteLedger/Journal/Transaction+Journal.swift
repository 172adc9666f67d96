// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Puts a record at the end of the chain; nothing else changes by it.
    ///
    /// - Returns: its number.
    @discardableResult
    func append(_ record: Record) throws -> RecordNumber {
        let body = JournalBody(
            record: record,
            number: head.number + 1,
            board: ledger.board,
            wall: moment.wall,
            written: calendar.text(moment.wall),
            instant: moment.instant,
            boot: ledger.boot,
            isTrusted: clock.isTrusted,
            previous: head.digest
        )
        let text = body.text
        let digest = JournalBody.digest(of: text)
        try execute(
            "INSERT INTO journal (number, body, digest) VALUES (?, ?, ?)",
            [body.number, text, digest]
        )
        let named = record.people + [record.escort, record.author].compactMap { $0 }
        for person in Set(named) {
            try execute(
                "INSERT INTO journalPerson (person, number) VALUES (?, ?)",
                [person.text, body.number]
            )
        }
        head = JournalHead(number: body.number, digest: digest)
        clock.recorded(moment)
        return body.number
    }

    /// Runs a statement that changes something.
    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
