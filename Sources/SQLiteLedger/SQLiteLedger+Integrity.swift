// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// Checks every page of the file, which takes as long as reading all of it.
    ///
    /// The start checks a small file only, since a door must not wait for years of records.
    ///
    /// - Throws: where the file is damaged, with the database's own words.
    public func checkIntegrity() async throws(LedgerFault) {
        let path = pool.path
        try await read("check the file") { database in
            try FileCheck.check(database, path)
        }
    }
}

/// SQLite's own check of a file's pages.
enum FileCheck {
    /// The largest file, in bytes, that is checked at every start.
    static let largestAtStart = 4 << 20

    /// Checks a file that is small enough for the start.
    static func checkAtStart(_ database: Database, _ path: String) throws {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        if pages * size <= largestAtStart { try check(database, path) }
    }

    /// Checks every page.
    static func check(_ database: Database, _ path: String) throws {
        let found = try String.fetchAll(database, sql: "PRAGMA quick_check(5)")
        guard found == ["ok"] else {
            throw LedgerFault(
                "\(path) is damaged: \(found.joined(separator: "; ")); restore it from a backup"
            )
        }
    }
}
