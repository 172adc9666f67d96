// SPDX-License-Identifier: Apache-2.0
import Access
import GRDB
import Testing

@testable import SQLiteLedger

/// R17: somebody is told of what ends before it does, without asking.
@Suite struct EndingTests {
    private static let day = Duration.seconds(86_400)

    /// A house on which nothing ends but what the test says.
    private func house() throws -> House {
        let house = try House()
        try house.sql("UPDATE designation SET untilMs = NULL, untilWritten = NULL")
        return house
    }

    private func designate(
        _ count: Int = 1,
        for length: Duration = day * 365,
        endingIn end: Duration,
        named prefix: String = "D-X",
        in house: House
    ) throws {
        for number in 0..<count {
            try house.sql(
                """
                INSERT INTO designation (id, person, fromMs, untilWritten, untilMs, reason)
                VALUES (?, '100123', ?, '2026-06-30', ?, 'test')
                """,
                [
                    "\(prefix)-\(number)", (house.now.wall + (end - length)).milliseconds,
                    (house.now.wall + end).milliseconds,
                ]
            )
        }
    }

    private func told(_ house: House) async throws -> [String] {
        try await house.records().filter { $0.record.state == "designations-end" }
            .map { "\($0.record.subject ?? "") \($0.record.text ?? "")" }
    }

    @Test func `R17 what ends is told of 30 and 7 days before, once each, at that very time`()
        async throws
    {
        let house = try house()
        try designate(endingIn: Self.day * 40, in: house)
        var standing = try await house.ledger.attend(at: house.now)
        #expect(standing.nextCheck == house.now.instant + Self.day * 10)
        house.elapsed += Self.day * 10 - .milliseconds(1)
        _ = try await house.ledger.attend(at: house.now)
        #expect(try await told(house) == [])
        house.elapsed += .milliseconds(1)
        standing = try await house.ledger.attend(at: house.now)
        #expect(try await told(house) == ["2026-06-30 1 within 30 days"])
        #expect(standing.nextCheck == house.now.instant + Self.day * 23)
        house.elapsed += Self.day * 23
        _ = try await house.ledger.attend(at: house.now)
        _ = try await house.ledger.attend(at: house.now)
        house.elapsed += Self.day * 8
        standing = try await house.ledger.attend(at: house.now)
        #expect(
            try await told(house) == [
                "2026-06-30 1 within 30 days", "2026-06-30 1 within 7 days",
            ]
        )
        #expect(standing.nextCheck == nil)
    }

    @Test func `R17 five hundred that end on one day are told of in one record`() async throws {
        let house = try house()
        try designate(500, endingIn: Self.day * 30, in: house)
        _ = try await house.ledger.attend(at: house.now)
        #expect(try await told(house) == ["2026-06-30 500 within 30 days"])
        let records = try await house.records().count
        house.elapsed += .seconds(60)
        _ = try await house.ledger.attend(at: house.now)
        #expect(try await house.records().count == records)
    }

    @Test func `R17 a hundred different ends are all told of, some at a time`() async throws {
        let house = try house()
        for number in 0..<100 {
            let end = Self.day * 20 + .seconds(number)
            try designate(endingIn: end, named: "D-\(number)", in: house)
        }
        let standing = try await house.ledger.attend(at: house.now)
        #expect(try await told(house).count == StoredPolicy.mostEnds)
        let soon = try #require(standing.nextCheck)
        #expect(soon <= house.now.instant + .seconds(1))
        _ = try await house.ledger.attend(at: house.now)
        #expect(try await told(house).count == 100)
    }

    @Test func `R17 a restart tells nothing twice, and what fell due meanwhile is told then`()
        async throws
    {
        let house = try house()
        try designate(endingIn: Self.day * 30, in: house)
        _ = try await house.ledger.attend(at: house.now)
        try house.reopen()
        _ = try await house.ledger.start(at: house.now)
        #expect(try await told(house).count == 1)
        try house.reopen(boot: "boot-2")
        house.elapsed = .seconds(5)
        house.wallOffset = Self.day * 28
        _ = try await house.ledger.start(at: house.now)
        #expect(try await told(house).last == "2026-06-30 1 within 7 days")
        #expect(try await told(house).count == 2)
    }

    @Test func `what was revoked, ends by a transfer, or never lasted so long is not told of`()
        async throws
    {
        let house = try house()
        try designate(endingIn: Self.day * 20, named: "D-revoked", in: house)
        try house.sql("UPDATE designation SET revokedMs = 1 WHERE id LIKE 'D-revoked%'")
        try designate(endingIn: Self.day * 20, named: "D-moved", in: house)
        try house.sql("UPDATE designation SET endsMs = 1 WHERE id LIKE 'D-moved%'")
        try designate(for: Self.day * 29, endingIn: Self.day * 20, named: "D-short", in: house)
        _ = try await house.ledger.attend(at: house.now)
        #expect(try await told(house) == [])
        #expect(try await house.ledger.endings(at: house.now) == [])
        house.elapsed += Self.day * 13
        _ = try await house.ledger.attend(at: house.now)
        #expect(try await told(house) == ["2026-06-30 1 within 7 days"])
    }

    @Test func `a clock that was far ahead swallows no warning`() async throws {
        let house = try house()
        try designate(endingIn: Self.day * 60, in: house)
        try house.sql(
            "INSERT INTO meta (key, value) VALUES ('endsTold30', ?)",
            [String((house.now.wall + Self.day * 400).milliseconds)]
        )
        _ = try await house.ledger.attend(at: house.now)
        house.elapsed += Self.day * 30
        _ = try await house.ledger.attend(at: house.now)
        #expect(try await told(house) == ["2026-06-30 1 within 30 days"])
    }

    @Test func `who looks at the board sees what ends, until it is renewed or over`() async throws {
        let house = try house()
        try designate(3, endingIn: Self.day * 30, named: "D-a", in: house)
        try designate(2, endingIn: Self.day * 5, named: "D-b", in: house)
        let endings = try await house.ledger.endings(at: house.now)
        #expect(endings.map(\.within) == [7, 30])
        #expect(endings.map(\.designations) == [2, 3])
        #expect(endings.map(\.written) == ["2026-06-30", "2026-06-30"])
        try house.sql("UPDATE designation SET untilMs = untilMs + ?", [365 * 86_400_000])
        #expect(try await house.ledger.endings(at: house.now) == [])
    }
}
