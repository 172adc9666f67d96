// SPDX-License-Identifier: Apache-2.0
import Access
import GRDB
import Testing

@testable import SQLiteLedger

@Suite struct ChainTests {
    /// A house with six records, and its head as it was kept elsewhere.
    private func house() async throws -> (House, JournalHead) {
        let house = try House()
        for _ in 0..<3 {
            _ = try await house.badge(House.yamamoto)
            _ = try await house.badge("nobody")
        }
        return (house, try await house.ledger.head())
    }

    /// What somebody with the file in their hands could do.
    private func tamper(_ house: House, _ sql: String) throws {
        try house.ledger.pool.write { database in
            for name in ["journalCounts", "journalKeeps", "journalStays"] {
                try database.execute(sql: "DROP TRIGGER \(name)")
            }
            try database.execute(sql: sql)
        }
    }

    @Test func `L9 an untouched journal is whole`() async throws {
        let (house, head) = try await house()
        let verdict = try await house.ledger.verify(against: head)
        #expect(verdict.isWhole)
        #expect(verdict.records == 6)
        #expect(verdict.head == head)
        _ = try await house.badge(House.sato)
        #expect(try await house.ledger.verify(against: head).isWhole)
    }

    @Test(
        arguments: [
            "UPDATE journal SET body = body WHERE number = 2",
            "DELETE FROM journal WHERE number = 6",
            "INSERT INTO journal (number, body, digest) VALUES (9, '{}', hex(randomblob(32)))",
            "REPLACE INTO journal (number, body, digest) VALUES (6, '{}', hex(randomblob(32)))",
        ]
    )
    func `L9 the database refuses to change the journal`(_ sql: String) async throws {
        let (house, head) = try await house()
        #expect(throws: DatabaseError.self) { try house.sql(sql) }
        #expect(try await house.ledger.verify(against: head).isWhole)
    }

    @Test func `L9 an edit is found`() async throws {
        let (house, head) = try await house()
        try tamper(
            house,
            "UPDATE journal SET body = replace(body, '100123', '100124') WHERE number = 3"
        )
        let verdict = try await house.ledger.verify(against: head)
        #expect(verdict.damage == [.edited(3)])
    }

    @Test func `L9 a deletion is found`() async throws {
        let (house, head) = try await house()
        try tamper(house, "DELETE FROM journal WHERE number = 3")
        let verdict = try await house.ledger.verify(against: head)
        #expect(verdict.damage == [.missing(3), .displaced(4)])
    }

    @Test func `L9 a deletion with later records moved up is found`() async throws {
        let (house, head) = try await house()
        try tamper(
            house,
            """
            DELETE FROM journal WHERE number = 3;
            UPDATE journal SET number = number - 1 WHERE number > 3
            """
        )
        #expect(try await house.ledger.verify(against: head).damage.first == .displaced(3))
    }

    @Test func `L9 a reordering is found`() async throws {
        let (house, head) = try await house()
        try tamper(
            house,
            """
            UPDATE journal SET number = 100 WHERE number = 3;
            UPDATE journal SET number = 3 WHERE number = 4;
            UPDATE journal SET number = 4 WHERE number = 100
            """
        )
        let verdict = try await house.ledger.verify(against: head)
        #expect(verdict.damage == [.displaced(3), .displaced(4), .displaced(5)])
    }

    @Test func `L9 an insertion is found`() async throws {
        let (house, head) = try await house()
        let body = #"{"kind":"exit","number":4,"prev":"x","trusted":true}"#
        try tamper(
            house,
            """
            UPDATE journal SET number = number + 100 WHERE number > 3;
            UPDATE journal SET number = number - 99 WHERE number > 100;
            INSERT INTO journal (number, body, digest)
            VALUES (4, '\(body)', '\(JournalBody.digest(of: body))')
            """
        )
        #expect(try await house.ledger.verify(against: head).damage.first == .displaced(4))
    }

    @Test func `L9 a cut tail is found against a head kept elsewhere`() async throws {
        let (house, head) = try await house()
        try tamper(house, "DELETE FROM journal WHERE number > 4")
        #expect(try await house.ledger.verify().isWhole)
        #expect(try await house.ledger.verify(against: head).damage == [.cut(after: 4)])
    }

    @Test func `L9 a tail that was written anew is found against a head kept elsewhere`()
        async throws
    {
        let (house, head) = try await house()
        try tamper(house, "DELETE FROM journal WHERE number > 4")
        for _ in 0..<3 { _ = try await house.badge(House.sato) }
        #expect(try await house.ledger.verify().isWhole)
        #expect(try await house.ledger.verify(against: head).damage == [.otherHead(6)])
    }

    @Test func `L9 a copy of the file is verified without the service`() async throws {
        let (house, head) = try await house()
        try house.ledger.close()
        #expect(try SQLiteLedger.verify(file: house.path, against: head).isWhole)
    }
}
