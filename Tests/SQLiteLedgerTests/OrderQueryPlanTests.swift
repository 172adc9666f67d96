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
        try await orderMore(town)
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

    /// The verbs about people, visits and tokens, each carried out.
    private func orderMore(_ town: Town) async throws {
        let token = Badge.Token.number(try #require(BadgeNumber("00000000000000F9")))
        let request = VisitRequest(
            id: "A-9",
            visitors: ["V-001"],
            rooms: [Town.monitor],
            necessity: "点検",
            validity: Validity(
                from: try town.bound("2026-04-11"),
                until: try town.bound("2026-04-11", .until)
            )
        )
        let day = try town.day("2026-04-10")
        var entry = try #require(try await town.ledger.person(Town.takeuchi)).entry
        entry.badges = []
        let move = Transfer.Move(person: Town.takeuchi, department: "joho")
        let transfer = Transfer(effective: try town.bound("2026-05-01"), moves: [move])
        for act: Order.Act in [
            .issueBadge(Badge(token: token, kind: .visitor), to: "V-001"), .suspendBadge(token),
            .resumeBadge(token), .returnBadge(token), .registerPerson(entry),
            .resumePerson(Town.yamamoto), .requestVisit(request),
            .approveVisit(request.approved(by: Town.officer, on: day)),
            .noteItems(ItemNote(visit: "A-9", carriedIn: ["x"])), .closeVisit("A-9"),
            .confirmDesignation("D-2026-005"), .transferPeople(transfer),
            .registerDepartment(Department(id: "d", name: "d")),
            .issueToken(Town.auditor, label: "x", until: nil), .revokeToken(1),
            .setPIN(Town.yamamoto, pin: Secret("864209"), duressPIN: nil),
        ] {
            let order = Order(act, terms: OrderTerms(idempotencyKey: act.verb, expectedTags: nil))
            let outcome = try await town.ledger.carryOut(order, by: Town.officer, at: town.now)
            #expect(outcome.isAccepted, "\(act.verb): \(outcome)")
        }
        _ = try await town.ledger.explanation(
            of: .entry(.person(Town.yamamoto), into: .room(Town.server), at: nil),
            by: Town.officer,
            at: town.now
        )
    }

    @Test func `no list walks through a table that grows but by the page`() async throws {
        let town = try await Town()
        let seen = Mutex<Set<String>>([])
        for _ in 0..<3 {
            // Each of the pool's connections is traced.
            try await town.ledger.pool.read { database in
                database.trace { event in
                    if case .statement(let statement) = event {
                        _ = seen.withLock { $0.insert(statement.sql) }
                    }
                }
            }
        }
        let ledger = town.ledger
        var people = PeopleQuery()
        people.text = "山"
        _ = try await ledger.people(people)
        people.text = nil
        people.department = "joho"
        _ = try await ledger.people(people)
        _ = try await ledger.people(PeopleQuery())
        var badges = BadgeQuery()
        badges.person = Town.yamamoto
        _ = try await ledger.badges(badges)
        badges.person = nil
        badges.status = .active
        _ = try await ledger.badges(badges)
        var designations = DesignationQuery()
        designations.person = Town.yamamoto
        _ = try await ledger.designations(designations)
        designations.person = nil
        designations.room = Town.server
        _ = try await ledger.designations(designations)
        var visits = VisitQuery()
        visits.visitor = "V-001"
        _ = try await ledger.visits(visits)
        visits.visitor = nil
        visits.room = Town.server
        _ = try await ledger.visits(visits)
        _ = try await ledger.visits(VisitQuery())
        _ = try await ledger.items(ItemQuery())
        let badge = Badge.Token.number(try #require(BadgeNumber("012E3D4C5B6A7988")))
        _ = try await ledger.incident(of: badge)
        let statements = seen.withLock { $0 }.filter { $0.hasPrefix("SELECT") }
        #expect(statements.count > 15)
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
