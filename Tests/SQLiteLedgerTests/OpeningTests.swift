// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Testing

@testable import SQLiteLedger

@Suite struct OpeningTests {
    @Test func `L1 commits are durable: synchronous is FULL on the writer`() throws {
        let house = try House()
        let level = try house.ledger.pool.writeWithoutTransaction { database in
            try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        #expect(level == 2)
        #expect(try house.value("PRAGMA journal_mode") == "wal")
    }

    @Test func `nobody opens the file twice`() throws {
        let house = try House()
        let fault = #expect(throws: LedgerFault.self) {
            try House.open(house.path, house.calendar)
        }
        #expect(fault?.description.contains("open already") == true)
        try house.reopen()
    }

    @Test func `a ledger may be let go of while its own queue still holds it`() async throws {
        let house = try House()
        for _ in 0..<30 { try await Self.startAndLetGo(house) }
    }

    /// Opens a ledger, writes, and lets go of it without closing.
    private static func startAndLetGo(_ house: House) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ledger-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try House.open(
            folder.appendingPathComponent("let-go.sqlite").path,
            house.calendar
        )
        try await ledger.start(at: house.now)
    }

    @Test func `L10 the database and its key are for the service's eyes only`() throws {
        let house = try House()
        for name in ["tachiai.sqlite", "tachiai.sqlite-wal", "device.key"] {
            let path = house.folder.appendingPathComponent(name).path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(name)")
        }
    }

    @Test func `L10 a key that others may read is refused`() throws {
        let house = try House()
        try house.ledger.close()
        let key = house.folder.appendingPathComponent("device.key").path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key)
        let fault = #expect(throws: LedgerFault.self) {
            try House.open(house.path, house.calendar)
        }
        #expect(fault?.description.contains("chmod 600") == true)
    }

    @Test func `a lost key is never made anew under badges that hang on it`() throws {
        let house = try House()
        try house.ledger.close()
        let key = house.folder.appendingPathComponent("device.key")
        try FileManager.default.removeItem(at: key)
        let fault = #expect(throws: LedgerFault.self) {
            try House.open(house.path, house.calendar)
        }
        #expect(fault?.description.contains("device.key is missing") == true)
        #expect(!FileManager.default.fileExists(atPath: key.path))
    }

    @Test func `L10 a key that was exchanged for another is refused, and said so`() throws {
        let house = try House()
        try house.ledger.close()
        let key = house.folder.appendingPathComponent("device.key")
        let right = try Data(contentsOf: key)
        try Data(repeating: 7, count: 32).write(to: key)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
        let fault = #expect(throws: LedgerFault.self) {
            try House.open(house.path, house.calendar)
        }
        #expect(fault?.description.contains("put the right key back") == true)
        try right.write(to: key)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
        try House.open(house.path, house.calendar).close()
    }

    @Test func `another program's file is left alone`() throws {
        let house = try House()
        let path = house.folder.appendingPathComponent("other.sqlite").path
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
        let fault = #expect(throws: LedgerFault.self) { try House.open(path, house.calendar) }
        #expect(fault?.description.contains("another program") == true)
    }

    @Test func `a file that is no database is refused`() throws {
        let house = try House()
        let path = house.folder.appendingPathComponent("noise").path
        try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: path))
        #expect(throws: LedgerFault.self) { try House.open(path, house.calendar) }
    }

    @Test func `a newer version's file is refused`() throws {
        let house = try House()
        try house.sql("INSERT INTO grdb_migrations VALUES ('99')")
        let fault = #expect(throws: LedgerFault.self) { try house.reopen() }
        #expect(fault?.description.contains("newer version") == true)
    }

    @Test func `L5 a damaged file is named at the start`() async throws {
        let house = try House()
        for _ in 0..<50 { _ = try await house.badge("nobody") }
        try await house.ledger.checkIntegrity()
        _ = try await house.ledger.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        let root: Int = try #require(
            try house.value("SELECT rootpage FROM sqlite_schema WHERE name = 'journalByKind'")
        )
        let size: Int = try #require(try house.value("PRAGMA page_size"))
        try house.ledger.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: house.path))
        try file.seek(toOffset: UInt64((root - 1) * size))
        try file.write(contentsOf: Data(repeating: 0xA5, count: size))
        try file.close()
        #expect(throws: LedgerFault.self) { try House.open(house.path, house.calendar) }
    }
}
