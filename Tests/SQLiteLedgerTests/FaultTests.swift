// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Testing

@testable import SQLiteLedger

@Suite struct FaultTests {
    private func pragma(_ house: House, _ text: String) throws {
        _ = try house.ledger.pool.writeWithoutTransaction { database in
            try Row.fetchAll(database, sql: "PRAGMA \(text)")
        }
    }

    @Test func `L4 L5 a full disk refuses, and takes records again once there is room`()
        async throws
    {
        let house = try House()
        let pages: Int = try #require(try house.value("PRAGMA page_count"))
        try pragma(house, "max_page_count = \(pages)")
        var fault: LedgerFault?
        var granted = 0
        while fault == nil, granted < 1000 {
            do throws(LedgerFault) {
                var record = Record(.door)
                record.text = String(repeating: "x", count: 900)
                _ = try await house.ledger.append([Event(record, at: house.now)])
                granted += 1
            } catch {
                fault = error
            }
        }
        #expect(fault?.description.contains("SQLite error 13") == true)
        #expect(fault?.description.contains("could not record 1 events") == true)
        let before = try await house.records().count
        await #expect(throws: LedgerFault.self) {
            for _ in 0..<100 { _ = try await house.badge(House.yamamoto) }
        }
        try pragma(house, "max_page_count = 1000000")
        #expect(try await house.badge(House.yamamoto).isGranted)
        #expect(try await house.records().count > before)
        #expect(try await house.ledger.verify().isWhole)
    }

    @Test func `L4 a disk that turned read-only refuses, until it is writable again`() async throws
    {
        let house = try House()
        try pragma(house, "query_only = ON")
        let fault = await #expect(throws: LedgerFault.self) {
            try await house.badge(House.yamamoto)
        }
        #expect(fault?.description.contains("SQLite error 8") == true)
        #expect(fault?.description.contains("record a decision at door server") == true)
        try pragma(house, "query_only = OFF")
        #expect(try await house.badge(House.yamamoto).isGranted)
    }

    @Test(arguments: ["", "-wal"])
    func `L5 a file deleted under the ledger's feet grants nothing`(_ suffix: String) async throws {
        let house = try House()
        let path = house.path + suffix
        try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        let fault = await #expect(throws: LedgerFault.self) {
            try await house.badge(House.yamamoto)
        }
        #expect(fault?.description.contains("put it back") == true)
        try Data().write(to: URL(fileURLWithPath: path))
        await #expect(throws: LedgerFault.self) { try await house.badge(House.yamamoto) }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
        #expect(try await house.badge(House.yamamoto).isGranted)
        #expect(try await house.records().count == 1)
    }
}
