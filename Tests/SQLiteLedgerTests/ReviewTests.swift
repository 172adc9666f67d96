// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct ReviewTests {
    private func designation(_ id: DesignationID, _ town: Town) async throws -> DesignationStatus {
        try #require(try await town.ledger.designation(id))
    }

    @Test(arguments: [("2027-02-28", 0), ("2027-03-03", 30), ("2027-03-26", 7)])
    func `R17 what ends with the fiscal year is warned of 30 and 7 days before`(
        day: String,
        days: Int
    ) async throws {
        let town = try await Town(on: "\(day)T09:00:00+09:00")
        let review = try await town.ledger.review(at: town.now)
        let found = review.expiring.first { $0.designation.row.id == "D-2026-001" }
        #expect(found?.within ?? 0 == days)
    }

    @Test func `R18 a designation is overdue after as many months as its room says`() async throws {
        let town = try await Town(on: "2027-03-31T09:00:00+09:00")
        var review = try await town.ledger.review(at: town.now)
        #expect(!review.overdue.contains { $0.row.id == "D-2026-001" })
        var policy = try await town.policy()
        for place in policy.rooms.indices { policy.rooms[place].reviewMonths = 6 }
        try #require(try await town.order(.applyPolicy(policy)).isAccepted)
        review = try await town.ledger.review(at: town.now)
        #expect(review.overdue.contains { $0.row.id == "D-2026-001" })
        #expect(try await town.order(.confirmDesignation("D-2026-001")).isAccepted)
        review = try await town.ledger.review(at: town.now)
        #expect(!review.overdue.contains { $0.row.id == "D-2026-001" })
        let confirmed = try await designation("D-2026-001", town)
        #expect(confirmed.confirmed == town.wall)
        #expect(confirmed.confirmedBy == Town.officer)
    }

    @Test func `R18 a head confirms for the own section's rooms, nobody else does`() async throws {
        let town = try await Town()
        let rooms = try await designation("D-2026-001", town).row.rooms
        try #require(rooms == [Town.server] || rooms == [Town.server, Town.monitor])
        let head = try await town.order(.confirmDesignation("D-2026-001"), by: Town.zeimuHead)
        #expect(head.isAccepted)
        let other = try await town.order(.confirmDesignation("D-2026-001"), by: Town.shiminHead)
        #expect(other == .refused(.notAllowed))
        try await town.order(.revokeDesignation("D-2026-001"))
        #expect(try await town.order(.confirmDesignation("D-2026-001")).isUnfit)
    }

    @Test func `R15 what a former head signed stays in force and is listed`() async throws {
        let town = try await Town()
        #expect(try await designation("D-2026-001", town).formerOffices == [])
        let successor = Appointment(
            office: .sectionHead,
            person: Town.takeuchi,
            department: "zeimu",
            validity: Validity(from: try town.bound("2026-05-01"))
        )
        try #require(try await town.order(.appoint(successor)).isAccepted)
        town.pass(.seconds(25 * 86_400))
        let found = try await town.ledger.review(at: town.now)
        let listed = found.formerOffices.first { $0.row.id == "D-2026-001" }
        #expect(listed?.formerOffices == [Town.zeimuHead])
        #expect(listed?.state == .current)
    }

    @Test func `R18 a badge that nobody presents for 90 days is listed`() async throws {
        let town = try await Town()
        #expect(try await town.ledger.review(at: town.now).unused == [])
        town.pass(.seconds(60 * 86_400))
        try await town.enter([], with: Town.yamamoto)
        town.pass(.seconds(31 * 86_400))
        let unused = try await town.ledger.review(at: town.now).unused.map(\.person)
        #expect(!unused.contains(Town.yamamoto))
        #expect(unused.contains(Town.takeuchi))
    }

    @Test func `a designation says when it was last entered on`() async throws {
        let town = try await Town()
        #expect(try await designation("D-2026-001", town).lastUsed == nil)
        try await town.enter([], with: Town.yamamoto)
        #expect(try await designation("D-2026-001", town).lastUsed == town.wall)
        let open = try await designation("D-2026-005", town)
        #expect(open.state == .proposed)
        #expect(open.isComplete == false)
    }
}
