// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct PresenceTests {
    @Test func `the journal of a room has what no door had a part in`() async throws {
        let house = try House()
        _ = try await house.ledger.start(at: house.now)
        try await house.escort([House.visitor])
        let order = Order(.noteExit(House.visitor), reason: "見届けた")
        _ = try await house.ledger.carryOut(order, by: House.officer, at: house.now)
        var query = JournalQuery()
        query.room = House.server
        let lines = try await house.ledger.journal(query)
        #expect(lines.contains { $0.record.kind == .exit && $0.record.door == nil })
        #expect(lines.contains { $0.record.kind == .entered })
        query.room = "elsewhere"
        #expect(try await house.ledger.journal(query).isEmpty)
    }

    @Test func `presence begins when the door opens, not at the grant`() async throws {
        let house = try House()
        let granted = try await house.badge(House.yamamoto)
        #expect(try await house.inside() == [])
        #expect(try house.value("SELECT count(*) FROM outstanding") == 1)
        try await house.enter(on: granted)
        #expect(try await house.inside() == [House.yamamoto])
        #expect(try house.value("SELECT count(*) FROM outstanding") == 0)
    }

    @Test func `a door that did not open makes no stay and spends nothing`() async throws {
        let house = try House()
        var session = try await house.badge(House.visitor).session
        session = try await house.badge(House.yamamoto, session: session).session
        let granted = try await house.keys("482137", session: session)
        // Until the door has opened, or has not, the grant counts as used.
        #expect(try await house.badge(House.visitor).reason == .approvalUsedUp)
        var record = Record(.notEntered)
        record.of = granted.record
        record.state = "not-opened"
        _ = try await house.ledger.append([Event(record, at: house.now)])
        #expect(try await house.inside() == [])
        #expect(try await house.badge(House.visitor).decision == .escortNeeded)
    }

    @Test func `an entry is spent per visitor and per room`() async throws {
        let house = try House()
        try await house.escort()
        try await house.leave(House.visitor)
        try await house.leave(House.yamamoto)
        #expect(try await house.badge(House.visitor).reason == .approvalUsedUp)
        #expect(try await house.badge(House.guest).decision == .escortNeeded)
        let door = House.monitorDoor
        #expect(try await house.badge(House.visitor, at: door).decision == .escortNeeded)
    }

    @Test func `leaving a room within another puts one back there, leaving that ends the stay`()
        async throws
    {
        let house = try House()
        try await house.enter(on: house.badge(House.yamamoto))
        try await house.leave(House.yamamoto)
        #expect(try await house.inside() == [])
        #expect(try await house.inside(House.monitor) == [House.yamamoto])
        // The inner reader read twice changes nothing.
        try await house.leave(House.yamamoto)
        #expect(try await house.inside(House.monitor) == [House.yamamoto])
        try await house.leave(House.yamamoto, by: House.monitorDoor)
        #expect(try await house.ledger.presences() == [])
    }

    @Test func `L4 a badge that nobody has leaves too, on record`() async throws {
        let house = try House()
        try await house.leave("nobody")
        let line = try #require(try await house.records().last)
        #expect(line.record.kind == .exit)
        #expect(line.record.people == [])
        try await house.leave(House.yamamoto)
        #expect(try await house.records().last?.record.people == [House.yamamoto])
    }

    @Test func `after a restart an outstanding grant counts as not entered`() async throws {
        let house = try House()
        let granted = try await house.badge(House.yamamoto)
        try house.reopen()
        _ = try await house.ledger.start(at: house.now)
        let line = try #require(try await house.records().last)
        #expect(line.record.kind == .notEntered)
        #expect(line.record.state == "restart")
        #expect(line.record.of == granted.record)
        #expect(line.record.people == [House.yamamoto])
        #expect(try house.value("SELECT count(*) FROM outstanding") == 0)
    }

    @Test func `a journal is asked by number, person, door, kind and time`() async throws {
        let house = try House()
        try await house.enter(on: house.badge(House.yamamoto))
        house.elapsed += .seconds(60)
        let later = house.now.wall
        try await house.leave(House.yamamoto)
        _ = try await house.badge("nobody")
        func numbers(_ change: (inout JournalQuery) -> Void) async throws -> [RecordNumber] {
            var query = JournalQuery()
            change(&query)
            return try await house.ledger.journal(query).map(\.number)
        }
        #expect(try await numbers { _ in } == [1, 2, 3, 4])
        #expect(try await numbers { $0.after = 2 } == [3, 4])
        #expect(try await numbers { $0.last = 2 } == [3, 4])
        #expect(try await numbers { $0.limit = 1 } == [1])
        #expect(try await numbers { $0.person = House.yamamoto } == [1, 3])
        #expect(try await numbers { $0.kinds = [.exit, .denied] } == [3, 4])
        #expect(try await numbers { $0.door = "elsewhere" } == [])
        #expect(try await numbers { $0.from = later } == [3, 4])
        #expect(try await numbers { $0.until = later } == [1, 2])
    }
}
