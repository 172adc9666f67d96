// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Synchronization
import Testing

@testable import SQLiteLedger

@Suite struct QueryPlanTests {
    /// Tables that grow with the people, or with the years.
    private static let large = [
        "person", "badge", "pin", "journal", "journalPerson", "designation", "designationRoom",
        "signature", "visit", "visitVisitor", "visitRoom", "visitEscort", "visitUse", "appointment",
    ]

    @Test func `no statement at the door walks through a table that grows`() async throws {
        let house = try House()
        let seen = Mutex<Set<String>>([])
        try await house.ledger.pool.writeWithoutTransaction { database in
            database.trace { event in
                if case .statement(let statement) = event {
                    _ = seen.withLock { $0.insert(statement.sql) }
                }
            }
        }
        _ = try await house.ledger.start(at: house.now)
        try await house.escort([House.visitor, House.guest])
        try await house.leave(House.yamamoto)
        let waiting = try await house.badge(House.sato)
        let granted = try await house.keys(House.pins[House.sato] ?? "", session: waiting.session)
        try await house.enter(on: granted)
        try await house.leave(House.visitor)
        var session = try await house.badge(House.yamamoto).session
        for _ in 0..<5 { session = try await house.keys("1", session: session).session }
        house.isSynchronised = false
        _ = try await house.ledger.attend(at: house.now)
        let statements = seen.withLock { $0 }.filter {
            ["SELECT", "UPDATE", "DELETE", "INSERT"].contains($0.prefix(6).uppercased())
        }
        #expect(statements.count > 30)
        for sql in statements {
            for step in try plan(of: sql, house) where step.hasPrefix("SCAN ") {
                let table = String(step.split(separator: " ")[1])
                #expect(!Self.large.contains(table), "\(step): \(sql)")
            }
        }
    }

    @Test func `the next record's number and the head are found without a walk`() throws {
        let house = try House()
        for sql in [
            "SELECT coalesce(max(number), 0) + 1 FROM journal",
            "SELECT number, digest FROM journal WHERE number = (SELECT max(number) FROM journal)",
        ] {
            #expect(try !plan(of: sql, house).contains { $0.hasPrefix("SCAN ") }, "\(sql)")
        }
    }

    @Test func `the journal of a room goes by its index`() throws {
        var query = JournalQuery()
        query.room = House.server
        for last in [nil, 20] {
            query.last = last
            let plan = try plan(of: JournalSelection(query).statement.sql, House())
            #expect(plan.contains { $0.contains("journalByRoom") }, "\(plan)")
        }
    }

    private func plan(of sql: String, _ house: House) throws -> [String] {
        try house.ledger.pool.read { database in
            let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            statement.setUncheckedArguments(StatementArguments())
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
    }
}
