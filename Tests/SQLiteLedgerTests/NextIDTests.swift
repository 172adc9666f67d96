// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct NextIDTests {
    private func designate(_ ids: String..., in town: Town) throws {
        for id in ids {
            try town.sql(
                "INSERT INTO designation (id, person, reason, revokedMs) VALUES ('\(id)', 'x', 'x', 1)"
            )
        }
    }

    @Test func `the next id of a year is one more than the greatest, revoked ones among them`()
        async throws
    {
        let town = try await Town()
        try designate("D-2026-041", "D-2025-099", "D-2026-x9", "D-2026-", "other", in: town)
        #expect(try await town.ledger.nextIDs(at: town.now).designation == "D-2026-042")
        try designate("D-2026-999", in: town)
        #expect(try await town.ledger.nextIDs(at: town.now).designation == "D-2026-1000")
    }

    @Test func `somebody's own long numbers are passed over`() async throws {
        let town = try await Town()
        try designate("D-2026-041", "D-2026-99999999999999999999", in: town)
        #expect(try await town.ledger.nextIDs(at: town.now).designation == "D-2026-042")
    }

    @Test func `a request has its number before it is approved`() async throws {
        let town = try await Town()
        try town.sql(
            """
            INSERT INTO visitRequest (id, requestedBy, requestedMs, necessity, hasEscorts)
            VALUES ('A-2026-300', 'x', 0, 'x', 0)
            """
        )
        #expect(try await town.ledger.nextIDs(at: town.now).visit == "A-2026-301")
    }
}
