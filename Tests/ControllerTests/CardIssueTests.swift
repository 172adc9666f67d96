// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import SQLiteLedger
import Simulation
import Testing

/// A card is made a badge by order: on record first, then at the reader, then in the policy.
@Suite struct CardIssueTests {
    private let reading: BadgeReading

    init() throws {
        reading = BadgeReading(
            try #require(BadgeNumber("012E3D4C5B6A7980")),
            technology: .feliCa(systemCode: 0x88B4),
            assurance: .authenticated
        )
    }

    private func request(for person: PersonID? = "200001") -> CardRequest {
        CardRequest(reader: "server-in", person: person, reason: "新任")
    }

    /// Orders a card, and plays what comes of it as soon as it is awaited.
    private func issue(
        _ request: CardRequest,
        by author: PersonID = "100001",
        on bench: Bench,
        _ outcome: CardIssue
    ) async throws -> CardReport {
        async let report = bench.keeper.issueCard(request, by: author, within: .seconds(60))
        while !bench.board.awaitsCard(at: request.reader) { await Task.yield() }
        bench.board.play(outcome, at: request.reader)
        return try await report
    }

    private func readerStates(_ bench: Bench) async throws -> [String] {
        await bench.keeper.recorder.work()
        return try await bench.ledger.journal(JournalQuery()).filter { $0.record.kind == .reader }
            .compactMap { line in
                line.record.state.map { state in
                    line.record.text.map { "\(state): \($0)" } ?? state
                }
            }
    }

    @Test func `a written card is somebody's badge, and its bare number is not`() async throws {
        let bench = try await Bench()
        let report = try await issue(request(), on: bench, .written(reading, keyVersion: 3))
        guard case .accepted = report.order, case .accepted? = report.badge else {
            Issue.record("\(report)")
            return
        }
        #expect(report.card == .written(reading, keyVersion: 3))
        #expect(try await bench.ledger.recognise(reading.number).person == "200001")
        #expect(try await readerStates(bench) == ["card-written: key version 3"])
        // It opened nothing, and what is read of a copy is no badge.
        #expect(!bench.isReleased)
        let copy = BadgeReading(reading.number, technology: reading.technology)
        #expect(try await present(copy, on: bench) == .denied(.unknownBadge))
        await bench.pass(.seconds(3))
        #expect(try await present(reading, on: bench) == .denied(.notDesignated))
    }

    private func present(_ reading: BadgeReading, on bench: Bench) async throws -> Answer? {
        await bench.keeper.receive(
            Read(reader: "server-in", content: .badge(reading), instant: bench.now)
        )
    }

    @Test func `without a person it is written only`() async throws {
        let bench = try await Bench()
        let report = try await issue(
            request(for: nil),
            on: bench,
            .written(reading, keyVersion: 1)
        )
        #expect(report.badge == nil)
        #expect(try await bench.ledger.recognise(reading.number).person == nil)
    }

    @Test func `a card that could not be written is on record, and nobody's`() async throws {
        let bench = try await Bench()
        let failure = CardFailure(.left, isHalfWritten: true)
        let report = try await issue(request(), on: bench, .failed(failure))
        #expect(report.card == .failed(failure))
        #expect(report.badge == nil)
        #expect(try await readerStates(bench) == ["card-failed: card-left (half-written)"])
        #expect(try await bench.ledger.recognise(reading.number).person == nil)
    }

    @Test func `whoever presents no card in time waits no longer`() async throws {
        let bench = try await Bench()
        async let report = bench.keeper.issueCard(request(), by: "100001", within: .seconds(60))
        while !bench.board.awaitsCard(at: "server-in") { await Task.yield() }
        await bench.pass(.seconds(59))
        #expect(bench.board.awaitsCard(at: "server-in"))
        await bench.pass(.seconds(1))
        #expect(try await report.card == .failed(CardFailure(.noCard)))
    }

    @Test func `L8 who may give out no badge writes no card, and the attempt is on record`()
        async throws
    {
        let bench = try await Bench()
        let report = try await bench.keeper.issueCard(
            request(),
            by: "200001",
            within: .seconds(60)
        )
        #expect(report == CardReport(order: .refused(.notAllowed)))
        #expect(!bench.board.awaitsCard(at: "server-in"))
    }

    @Test func `a trial writes nothing`() async throws {
        let bench = try await Bench()
        let trial = CardRequest(
            reader: "server-in",
            person: "200001",
            reason: "新任",
            terms: OrderTerms(isTrial: true)
        )
        let report = try await bench.keeper.issueCard(trial, by: "100001", within: .seconds(60))
        guard case .accepted = report.order, report.card == nil else {
            Issue.record("\(report)")
            return
        }
    }
}
