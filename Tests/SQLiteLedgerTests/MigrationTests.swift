// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Testing

@testable import SQLiteLedger

@Suite struct MigrationTests {
    /// The device key under which `Databases/version-1.sql` was written.
    private static let key = "b687a072bc40cc93b946f08cc98eb09916574046321f05a8da9b74b73578aebe"

    /// A database of version 1 as it was stored, opened by this version.
    private func opened(in folder: URL) throws -> SQLiteLedger {
        let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Databases/version-1.sql")
        let path = folder.appendingPathComponent("tachiai.sqlite").path
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: String(contentsOf: dump, encoding: .utf8))
            try database.execute(sql: "PRAGMA application_id = 1413693769")
        }
        try queue.close()
        let key = try #require([UInt8](hexadecimal: Self.key))
        let file = folder.appendingPathComponent("device.key")
        try Data(key).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        let calendar = try #require(BoardCalendar(zone: "Asia/Tokyo"))
        return try SQLiteLedger(
            path: path,
            board: "main-4f",
            calendar: calendar,
            boot: "boot-2",
            pinCost: .light
        )
    }

    @Test func `a database of version 1 goes on where it was`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("migration-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try opened(in: folder)
        defer { try? ledger.close() }
        let applied = try await ledger.pool.read { database in
            try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations ORDER BY 1")
        }
        #expect(applied == ["1", "2", "3", "4"])
        #expect(try await ledger.verify().isWhole)
        let (policy, revision) = try await ledger.policy()
        #expect(revision == 1)
        #expect(policy.people.count == 29)
        let room = try #require(policy.rooms.first { $0.id == "server-4f" })
        #expect(room.escortAuthentication == .badgeAndPIN)
        #expect(room.approvalScope == .single)
        #expect(room.reviewMonths == 12)
        #expect(room.badgeAloneFrom == .identifier)
        let number = try #require(BadgeNumber("0000000000000001"))
        #expect(try await ledger.recognise(number).person == "V-001")
        let badge = try #require(try await ledger.badge(.number(number)))
        #expect(badge.lastUsed != nil)
        #expect(badge.badge.technology == nil)
    }
}
