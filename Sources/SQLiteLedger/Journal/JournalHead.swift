// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

/// The last record of the chain: its number and its digest.
public struct JournalHead: Sendable, Hashable {
    /// The number; 0 while there is no record.
    public let number: RecordNumber
    /// The digest in hexadecimal; 64 zeros while there is no record.
    public let digest: String

    /// Names a record by its number and digest.
    public init(number: RecordNumber, digest: String) {
        self.number = number
        self.digest = digest
    }

    /// Before the first record.
    public static let none = JournalHead(number: 0, digest: String(repeating: "0", count: 64))

    /// The last record of a file.
    init(of database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT number, digest FROM journal WHERE number = (SELECT max(number) FROM journal)
                """
        )
        guard let row = try Row.fetchOne(statement) else {
            self = .none
            return
        }
        self.init(number: row[0], digest: row[1])
    }
}
