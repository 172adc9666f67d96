// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct VisitOrderTests {
    private func request(_ town: Town, _ id: VisitID = "A-9") throws -> VisitRequest {
        VisitRequest(
            id: id,
            visitors: ["V-001"],
            rooms: [Town.monitor],
            necessity: "空調点検",
            validity: Validity(
                from: try town.bound("2026-04-10T09:00:00+09:00"),
                until: try town.bound("2026-04-10T12:00:00+09:00", .until)
            )
        )
    }

    private func approval(_ request: VisitRequest, _ town: Town) throws -> VisitApproval {
        request.approved(by: Town.officer, on: try town.day("2026-04-10"))
    }

    @Test func `R06 a visit that was only asked for lets nobody in`() async throws {
        let town = try await Town()
        let row = try request(town)
        for author in [Town.zeimuHead, Town.watchman] {
            var row = row
            row.id = VisitID("A-\(author)")
            #expect(try await town.order(.requestVisit(row), by: author).isAccepted)
        }
        let allowed = try await town.order(.requestVisit(row), by: Town.auditor)
        #expect(allowed == .refused(.notAllowed))
        #expect(try await town.order(.requestVisit(row)).isAccepted)
        let asked = try #require(try await town.ledger.visit("A-9"))
        #expect(asked.state == .requested)
        #expect(asked.requestedBy == Town.officer)
        let before = try await town.badge("V-001", at: Town.monitorDoor)
        #expect(before.decision != .escortNeeded)
        #expect(try await town.order(.approveVisit(try approval(row, town))).isAccepted)
        #expect(try await town.badge("V-001", at: Town.monitorDoor).decision == .escortNeeded)
        #expect(try await town.ledger.visit("A-9")?.state == .current)
        #expect(try await town.order(.requestVisit(row)).isUnfit)
        // The officer's second answer is not told to take another number.
        let again = try await town.order(.approveVisit(try approval(row, town)))
        guard case .refused(.unfit(_, let japanese)) = again else {
            Issue.record("\(again)")
            return
        }
        #expect(japanese == "申請 A-9 は既に承認されています。")
    }

    @Test func `a request that was refused is not approved after all`() async throws {
        let town = try await Town()
        let row = try request(town)
        #expect(try await town.order(.refuseVisit("A-9")).isUnfit)
        try await town.order(.requestVisit(row), by: Town.watchman)
        let refused = try await town.order(.refuseVisit("A-9"), by: Town.watchman)
        #expect(refused == .refused(.notAllowed))
        #expect(try await town.order(.refuseVisit("A-9")).isAccepted)
        #expect(try await town.ledger.visit("A-9")?.state == .refused)
        #expect(try await town.order(.approveVisit(try approval(row, town))).isUnfit)
    }

    @Test func `R24 nobody asks for what could not be approved`() async throws {
        let town = try await Town()
        var row = try request(town)
        row.rooms = ["nowhere"]
        #expect(try await !town.order(.requestVisit(row)).faults.isEmpty)
        row = try request(town)
        row.validity.until = try town.bound("2026-06-01", .until)
        #expect(
            try await town.order(.requestVisit(row)).faults.map(\.path) == ["requestVisit.until"]
        )
    }

    @Test func `an approval that stands longer than its rooms let it is refused as an order`()
        async throws
    {
        let town = try await Town()
        var policy = try await town.policy()
        for place in policy.rooms.indices { policy.rooms[place].approvalScope = .single }
        try #require(try await town.order(.applyPolicy(policy)).isAccepted)
        var row = try request(town)
        row.validity.until = try town.bound("2026-04-18", .until)
        let outcome = try await town.order(.approveVisit(try approval(row, town)))
        #expect(outcome.faults.map(\.path) == ["approveVisit.until"])
    }

    @Test func `a closed visit admits nobody, and none is closed over somebody's head`()
        async throws
    {
        let town = try await Town()
        let visit = try #require(
            try await town.ledger.policy().policy.visits.first {
                $0.visitors.contains("V-001") && $0.rooms.contains(Town.server)
                    && $0.validity.contains(town.wall)
            }
        )
        let stranger = try await town.order(.closeVisit(visit.id), by: Town.installer)
        #expect(stranger == .refused(.notAllowed))
        try await town.enter(["V-001"], with: Town.yamamoto)
        #expect(try await town.order(.closeVisit(visit.id), by: Town.yamamoto).isUnfit)
        for person in ["V-001" as PersonID, Town.yamamoto] {
            var record = Record(.exit)
            record.door = "server"
            record.room = Town.server
            record.people = [person]
            for _ in 0..<2 { _ = try await town.ledger.append([Event(record, at: town.now)]) }
        }
        try town.sql("DELETE FROM presence")
        // Who has escorted on it may close it, nobody else without an office.
        let passer = try await town.order(.closeVisit(visit.id), by: Town.installer)
        #expect(passer == .refused(.notAllowed))
        #expect(try await town.order(.closeVisit(visit.id), by: Town.yamamoto).isAccepted)
        #expect(try await town.ledger.visit(visit.id)?.state == .closed)
        #expect(try await town.badge("V-001").reason == .approvalOutsideWindow)
        #expect(try await town.order(.closeVisit(visit.id)).isUnfit)
    }

    @Test func `R25 what is carried out without an approval is on the list of exceptions`()
        async throws
    {
        let town = try await Town()
        let visit = try #require(try await town.policy().visits.first)
        let inward = ItemNote(visit: visit.id, carriedIn: ["ディスク"])
        #expect(try await town.order(.noteItems(inward), by: Town.watchman).isAccepted)
        let outward = ItemNote(visit: visit.id, carriedOut: ["故障ディスク"])
        #expect(try await town.order(.noteItems(outward)).isAccepted)
        let marked = try #require(try await town.records().last)
        #expect(marked.remarks == [.noItemApproval])
        #expect(marked.subject?.contains("故障ディスク") == true)
        let approved = ItemNote(
            person: Town.yamamoto,
            room: Town.server,
            carriedOut: ["サーバ"],
            approval: "様式4-12"
        )
        #expect(try await town.order(.noteItems(approved)).isAccepted)
        #expect(try await town.ledger.items(ItemQuery()).items.count == 3)
        var query = ItemQuery()
        query.isUnapproved = true
        #expect(try await town.ledger.items(query).items.map(\.note) == [outward])
        query = ItemQuery()
        query.visit = visit.id
        query.limit = 1
        let first = try await town.ledger.items(query)
        #expect(first.items.map(\.note) == [inward])
        query.after = first.next
        #expect(try await town.ledger.items(query).items.map(\.note) == [outward])
        #expect(try await town.order(.noteItems(ItemNote(visit: visit.id))).isUnfit)
        let nobody = try await town.order(.noteItems(inward), by: Town.auditor)
        #expect(nobody == .refused(.notAllowed))
    }
}
