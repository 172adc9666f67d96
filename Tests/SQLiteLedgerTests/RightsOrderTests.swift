// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct RightsOrderTests {
    private func row(_ id: DesignationID, _ signatures: [Signature] = []) -> Designation {
        Designation(
            id: id,
            person: "300001",
            rooms: [Town.server],
            validity: Validity(),
            reason: "帳票出力",
            signatures: signatures
        )
    }

    @Test func `L7 a revoked designation opens nothing from the next badge on`() async throws {
        let town = try await Town()
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        #expect(try await town.order(.revokeDesignation("D-2026-001"), reason: "異動").isAccepted)
        #expect(try await town.badge(Town.yamamoto).reason == .notDesignated)
        let record = try #require(try await town.records().last)
        #expect(record.people == [Town.yamamoto])
        #expect(record.text == "異動")
        #expect(try await town.order(.revokeDesignation("D-2026-001")).isUnfit)
        #expect(try await town.order(.revokeDesignation("D-0")).isUnfit)
    }

    @Test func `L7 a designation revoked between badge and PIN opens nothing`() async throws {
        let town = try await Town()
        let session = try await town.badge(Town.yamamoto).session
        try await town.order(.revokeDesignation("D-2026-001"))
        #expect(try await town.confirm("482137", in: session).reason == .notDesignated)
    }

    @Test func `L6 a designation admits only when both have signed, each with today's date`()
        async throws
    {
        let town = try await Town()
        var outcome = try await town.order(.designate(row("D-9")), by: Town.officer)
        #expect(outcome.isAccepted)
        var stored = try #require(try await town.policy().designations.first { $0.id == "D-9" })
        #expect(stored.signatures == [Signature(by: Town.officer, on: try town.day("2026-04-10"))])
        let head = try #require(BadgeNumber("0100000000300001"))
        #expect(try await town.reason(head) == .designationIncomplete)
        outcome = try await town.order(.sign("D-9"), by: Town.zeimuHead)
        #expect(outcome.isAccepted)
        stored = try #require(try await town.policy().designations.first { $0.id == "D-9" })
        #expect(stored.signatures.map(\.by) == [Town.officer, Town.zeimuHead])
        #expect(try await town.reason(head) == nil)
    }

    @Test func `nobody who is designated for a room is designated for it twice at one time`()
        async throws
    {
        let town = try await Town()
        let (officer, head) = (
            Signature(by: Town.officer, on: try town.day("2026-04-09")),
            Signature(by: Town.zeimuHead, on: try town.day("2026-04-09"))
        )
        func row(
            _ id: DesignationID,
            from: String,
            until: String? = nil,
            rooms: [RoomID] = [Town.server],
            signatures: [Signature] = []
        ) throws -> Designation {
            let until = try until.map { try town.bound($0, .until) }
            return Designation(
                id: id,
                person: "300001",
                rooms: rooms,
                validity: Validity(from: try town.bound(from), until: until),
                reason: "帳票出力",
                signatures: signatures
            )
        }
        var first = try row("D-9", from: "2026-05-01", until: "2026-06-30")
        #expect(try await town.order(.designate(first)).isAccepted)
        // One that awaits a signature stands in the way of the same again, and of none that is signed by more.
        first.id = "D-8"
        #expect(try await town.order(.designate(first)).isUnfit)
        first.signatures = [officer, head]
        #expect(try await town.order(.designate(first)).isAccepted)
        let again = try row("D-10", from: "2026-05-01", until: "2026-06-30")
        #expect(try await town.order(.designate(again)).isUnfit)
        let both = try row("D-10", from: "2026-06-30", rooms: [Town.monitor, Town.server])
        #expect(try await town.order(.designate(both)).isUnfit)
        // Before it, after it, elsewhere, at other hours, and when it is revoked.
        let before = try row("D-11", from: "2026-04-10", until: "2026-04-30")
        #expect(try await town.order(.designate(before)).isAccepted)
        let after = try row("D-12", from: "2026-07-01")
        #expect(try await town.order(.designate(after)).isAccepted)
        let elsewhere = try row("D-13", from: "2026-04-10", rooms: [Town.monitor])
        #expect(try await town.order(.designate(elsewhere)).isAccepted)
        #expect(try await town.order(.revokeDesignation("D-8")).isAccepted)
        #expect(try await town.order(.designate(again)).isUnfit)
        #expect(try await town.order(.revokeDesignation("D-9")).isAccepted)
        #expect(try await town.order(.designate(again)).isAccepted)
    }

    @Test func `L6 of two proposals for one room one is signed to its end, not both`() async throws
    {
        let town = try await Town()
        #expect(try await town.order(.designate(row("D-8")), by: Town.zeimuHead).isAccepted)
        #expect(try await town.order(.designate(row("D-9")), by: Town.officer).isAccepted)
        #expect(try await town.order(.sign("D-9"), by: Town.zeimuHead).isAccepted)
        #expect(try await town.order(.sign("D-8"), by: Town.officer).isUnfit)
        #expect(try await town.order(.revokeDesignation("D-9")).isAccepted)
        #expect(try await town.order(.sign("D-8"), by: Town.officer).isAccepted)
    }

    @Test func `L9 the record of an order says what was ordered, and no badge or PIN`() async throws
    {
        let town = try await Town()
        var row = row("D-9")
        row.hours = Hours(
            days: [.mon],
            from: try #require(TimeOfDay("08:00")),
            until: try #require(TimeOfDay("19:00"))
        )
        #expect(try await town.order(.designate(row), reason: "当番").isAccepted)
        #expect(
            try await town.records().last?.content
                == "person: 300001; rooms: [server-4f]; hours: mon 08:00-19:00; reason: 帳票出力"
        )
        var entry = PersonEntry(person: Person(id: "100999", name: "新人", department: "joho"))
        entry.badges = [Badge(token: .number(try #require(BadgeNumber("0100000000100999"))))]
        #expect(try await town.order(.registerPerson(entry)).isAccepted)
        let content = try #require(
            try await town.records().last { $0.verb == "registerPerson" }?.content
        )
        #expect(content.contains("department: joho") && !content.contains("badges: [fp"))
        #expect(try await town.ledger.verify().isWhole)
    }

    @Test func `R02 a signature that no room asks for is refused`() async throws {
        let town = try await Town()
        var row = row("D-9")
        row.rooms = [Town.monitor]
        #expect(try await town.order(.designate(row), by: Town.zeimuHead).isAccepted)
        // The heads of two sections count for the monitor room; the rule asks for one of them.
        #expect(try await town.order(.sign("D-9"), by: Town.shiminHead).isUnfit)
        #expect(try await town.order(.sign("D-9"), by: Town.officer).isAccepted)
        #expect(try await town.order(.sign("D-9"), by: Town.shiminHead).isUnfit)
    }

    @Test func `L6 a second signature by the same person is refused`() async throws {
        let town = try await Town()
        #expect(try await town.order(.sign("D-2026-005"), by: Town.officer).isUnfit)
        #expect(try await town.order(.sign("D-2026-005"), by: Town.zeimuHead).isAccepted)
        #expect(try await town.order(.sign("D-2026-005"), by: Town.zeimuHead).isUnfit)
        #expect(try await town.order(.sign("D-0"), by: Town.officer).isUnfit)
    }

    @Test func `L6 a signature made before the office began gives way to one that counts`()
        async throws
    {
        let town = try await Town()
        var policy = try await town.policy()
        let early = Signature(by: Town.zeimuHead, on: try town.day("2026-03-01"))
        policy.designations.append(row("D-9", [early]))
        #expect(try await town.order(.applyPolicy(policy)).isAccepted)
        #expect(try await town.order(.sign("D-9"), by: Town.zeimuHead).isAccepted)
        let stored = try #require(try await town.policy().designations.first { $0.id == "D-9" })
        #expect(stored.signatures.map(\.on.date.description) == ["2026-04-10"])
    }

    @Test func `a designation that the document would refuse is refused`() async throws {
        let town = try await Town()
        var nobody = row("D-9")
        nobody.person = "nobody"
        #expect(try await town.order(.designate(nobody)).faults.map(\.path) == ["designate.person"])
        let idle = Signature(by: Town.auditor, on: try town.day("2026-04-10"))
        let outcome = try await town.order(.designate(row("D-9", [idle])))
        #expect(outcome.faults.map(\.path) == ["designate.signatures[0]"])
        #expect(try await town.order(.designate(row("D-2026-001"))).isUnfit)
        try await town.order(.revokeDesignation("D-2026-001"))
        #expect(try await town.order(.designate(row("D-2026-001"))).isUnfit)
    }

    @Test func `a section head does not bring another's signature`() async throws {
        let town = try await Town()
        let officers = Signature(by: Town.officer, on: try town.day("2026-04-10"))
        let outcome = try await town.order(.designate(row("D-9", [officers])), by: Town.zeimuHead)
        #expect(outcome == .refused(.notAllowed))
    }

    private func visit(_ id: VisitID, by approver: PersonID, _ town: Town) throws -> VisitApproval {
        VisitApproval(
            id: id,
            visitors: ["V-006"],
            rooms: [Town.server],
            by: approver,
            on: try town.day("2026-04-10"),
            necessity: "清掃",
            validity: Validity(
                from: try town.bound("2026-04-10"),
                until: try town.bound("2026-04-10", .until)
            )
        )
    }

    @Test func `L7 a visit is in force when it is approved, and no more when it is withdrawn`()
        async throws
    {
        let town = try await Town()
        let badge = try #require(BadgeNumber("0000000000000006"))
        #expect(try await town.reason(badge) == .noApproval)
        #expect(
            try await town.order(.approveVisit(visit("A-9", by: Town.officer, town))).isAccepted
        )
        #expect(try await town.reason(badge) == nil)
        #expect(try await town.order(.withdrawVisit("A-9")).isAccepted)
        #expect(try await town.reason(badge) == .approvalWithdrawn)
        #expect(try await town.order(.withdrawVisit("A-9")).isUnfit)
        #expect(try await town.order(.withdrawVisit("A-0")).isUnfit)
        #expect(try await town.order(.approveVisit(visit("A-9", by: Town.officer, town))).isUnfit)
    }

    @Test func `a visit is approved by the officer of that day, and never by a visitor`()
        async throws
    {
        let town = try await Town()
        let acting = try await town.order(.approveVisit(visit("A-9", by: Town.acting, town)))
        #expect(acting.faults.map(\.path) == ["approveVisit.by"])
        var own = try visit("A-9", by: Town.officer, town)
        own.visitors = [Town.officer]
        #expect(
            try await town.order(.approveVisit(own)).faults.map(\.path).contains(
                "approveVisit.visitors[0]"
            )
        )
        var unchecked = try visit("A-9", by: Town.officer, town)
        unchecked.visitors = ["V-007"]
        let outcome = try await town.order(.approveVisit(unchecked))
        #expect(outcome.faults.map(\.path) == ["approveVisit.visitors[0]"])
    }

    @Test func `L8 an officer does not order an approval for himself in another's name`()
        async throws
    {
        let town = try await Town(on: "2026-08-12T10:00:00+09:00")
        var row = try visit("A-9", by: Town.officer, town)
        row.on = try town.day("2026-08-12")
        row.visitors = [Town.acting]
        #expect(try await town.order(.approveVisit(row), by: Town.acting).isUnfit)
        #expect(try await town.order(.approveVisit(row), by: Town.officer).isAccepted)
    }
}

extension Town {
    /// Why a badge is refused at the server room's door, if it is.
    func reason(_ badge: BadgeNumber) async throws -> Reason? {
        try await settle(.badge(BadgeReading(badge)), at: Self.serverDoor, in: nil).reason
    }
}
