// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Synchronization
import Testing

@testable import SQLiteLedger

@Suite struct OrderQueryPlanTests {
    /// Tables that grow with the people, or with the years.
    private static let large: Set<String> = [
        "person", "badge", "pin", "journal", "journalPerson", "designation", "designationRoom",
        "signature", "visit", "visitVisitor", "visitRoom", "visitEscort", "appointment",
    ]

    @Test func `no statement of an order walks through a table that grows`() async throws {
        let town = try await Town()
        let seen = Mutex<Set<String>>([])
        try await town.ledger.pool.writeWithoutTransaction { database in
            database.trace { event in
                if case .statement(let statement) = event {
                    _ = seen.withLock { $0.insert(statement.sql) }
                }
            }
        }
        let badge = try #require(BadgeNumber("012E3D4C5B6A7988"))
        let fingerprint = try await town.ledger.recognise(badge).fingerprint
        let successor = Appointment(
            office: .sectionHead,
            person: Town.takeuchi,
            department: "zeimu",
            validity: Validity(from: try town.bound("2026-05-01"))
        )
        try await town.enter(["V-002"], with: Town.installer)
        for act: Order.Act in [
            .suspendBadge(.number(badge)), .badgeLost(.fingerprint(fingerprint)),
            .transfer(Town.yamamoto, to: "somu"), .suspendPerson(Town.yamamoto),
            .revokeDesignation("D-2026-001"), .withdrawVisit("A-2026-015"), .appoint(successor),
            .lockdown([Town.server], allow: [Town.officer]), .endLockdown([Town.server]),
            .handover(Town.server, to: Town.installer),
        ] {
            let isHandover = act.verb == "handover"
            #expect(try await town.order(act, reason: "試験").isAccepted != isHandover)
        }
        #expect(try await town.order(.sign("D-2026-005"), by: Town.zeimuHead).isAccepted)
        let statements = seen.withLock { $0 }.filter {
            ["SELECT", "UPDATE", "DELETE", "INSERT"].contains($0.prefix(6).uppercased())
        }
        #expect(statements.count > 30)
        for sql in statements {
            for step in try plan(of: sql, town) where step.hasPrefix("SCAN ") {
                let table = String(step.split(separator: " ")[1])
                #expect(!Self.large.contains(table), "\(step): \(sql)")
            }
        }
    }

    private func plan(of sql: String, _ town: Town) throws -> [String] {
        try town.ledger.pool.read { database in
            let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            statement.setUncheckedArguments(StatementArguments())
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
    }
}
