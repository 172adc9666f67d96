// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import SQLiteLedger
import Testing

/// What a reader says of itself, and what becomes of it in the journal.
@Suite struct ReaderStateTests {
    private func states(_ bench: Bench) async throws -> [String?] {
        var query = JournalQuery()
        query.kinds = [.reader]
        return try await bench.ledger.journal(query).map(\.record.state)
    }

    private func say(_ content: Read.Content, on bench: Bench) async {
        _ = await bench.keeper.receive(
            Read(reader: "server-in", content: content, instant: bench.now)
        )
        await bench.keeper.tick()
    }

    @Test func `T7 a reader's supply that fails is an alarm until it returns`() async throws {
        let bench = try await Bench()
        await say(.power(isFailing: true), on: bench)
        #expect(try await bench.ledger.alarms().map(\.alarm) == [.power])
        await say(.power(isFailing: false), on: bench)
        #expect(try await bench.ledger.alarms().isEmpty)
        #expect(try await states(bench) == ["power-failing", "power-restored"])
        #expect(bench.acts.locks.allSatisfy { !$0 })
    }

    @Test func `pairing is recorded from its beginning to its end, and moves no lock`()
        async throws
    {
        let bench = try await Bench()
        await say(.pairing(.begun), on: bench)
        await say(.pairing(.failed("it does not answer")), on: bench)
        await say(.pairing(.begun), on: bench)
        await say(.pairing(.paired), on: bench)
        #expect(
            try await states(bench) == ["pairing", "pairing-failed", "pairing", "paired"]
        )
        #expect(bench.acts.locks.allSatisfy { !$0 })
    }

    @Test func `an order to pair what cannot be paired is recorded with why`() async throws {
        let bench = try await Bench()
        let outcome = try await bench.keeper.carryOut(
            Order(.pairReader("server-in", minutes: 5)),
            by: "100001"
        )
        guard case .accepted = outcome else {
            Issue.record("\(outcome)")
            return
        }
        await bench.keeper.tick()
        #expect(try await states(bench) == ["pairing-failed"])
    }
}
