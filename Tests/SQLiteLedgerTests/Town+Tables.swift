// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB

@testable import SQLiteLedger

extension Town {
    /// What a statement's first row says.
    func text(_ sql: String) throws -> String? {
        try ledger.pool.read { try String.fetchOne($0, sql: sql) }
    }

    /// Runs SQL in the file, past the ledger's verbs.
    func sql(_ sql: String) throws {
        try ledger.pool.write { try $0.execute(sql: sql) }
    }

    /// The digest of the policy's tables.
    func digest() throws -> String {
        try ledger.pool.read {
            try StoredPolicy(database: $0, calendar: calendar, now: wall).digest()
        }
    }

    /// Whether an auditor's tools are here.
    static let hasSQLite = ["/usr/bin/sqlite3", "/usr/bin/sha256sum"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The same digest as an auditor gets it, with `sqlite3` and `sha256sum` alone.
    func sqliteDigest() throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let statements = StoredPolicy.digested.joined(separator: "; ")
        process.arguments = ["-c", "sqlite3 \"$0\" \"$1\" | sha256sum", path, statements]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes.prefix(64), as: UTF8.self)
    }
}
