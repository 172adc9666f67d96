// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct AttendanceTests {
    @Test func `an escort who leaves raises an alarm that ends with the last visitor's leaving`()
        async throws
    {
        let house = try House()
        #expect(try await house.escort([House.visitor, House.guest]).alarms == [])
        let left = try await house.leave(House.yamamoto)
        #expect(left.names == [.visitorUnattended])
        #expect(left.alarms.first?.about.room == House.server)
        #expect(try await house.leave(House.visitor).names == [.visitorUnattended])
        #expect(try await house.leave(House.guest).alarms == [])
    }

    @Test func `no new entry is made on an approval with an unattended visitor`() async throws {
        let house = try House()
        try await house.escort()
        try await house.leave(House.yamamoto)
        #expect(try await house.badge(House.guest).reason == .visitUnattended)
    }

    @Test func `the escort's return ends the alarm`() async throws {
        let house = try House()
        try await house.escort()
        try await house.leave(House.yamamoto)
        let waiting = try await house.badge(House.yamamoto)
        #expect(waiting.decision == .pinNeeded)
        let granted = try await house.keys("482137", session: waiting.session)
        #expect(try await house.enter(on: granted).alarms == [])
        let presence = try await house.ledger.presences().first { $0.person == House.visitor }
        #expect(presence?.unattendedSince == nil)
    }

    @Test func `another escort who enters by badge and PIN takes over, on record`() async throws {
        let house = try House()
        try await house.escort()
        try await house.leave(House.yamamoto)
        let waiting = try await house.badge(House.sato)
        #expect(waiting.decision == .pinNeeded)
        let granted = try await house.keys(House.pins[House.sato] ?? "", session: waiting.session)
        #expect(try await house.enter(on: granted).alarms == [])
        let handover = try #require(
            try await house.records().map(\.record).last { $0.kind == .handover }
        )
        #expect(handover.people == [House.visitor])
        #expect(handover.escort == House.sato)
        let presence = try await house.ledger.presences().first { $0.person == House.visitor }
        #expect(presence?.escort == House.sato)
    }

    @Test func `a gap that the room allows passes before the alarm`() async throws {
        let house = try House()
        try house.sql("UPDATE room SET unattendedGap = 30")
        try await house.escort()
        let left = try await house.leave(House.yamamoto)
        #expect(left.alarms == [])
        #expect(left.nextCheck == house.now.instant + .seconds(30))
        house.elapsed += .seconds(30)
        #expect(try await house.ledger.attend(at: house.now).names == [.visitorUnattended])
    }

    @Test func `an escort who is transferred attends nobody any more`() async throws {
        let house = try House()
        let standing = try await house.escort()
        let next = try #require(standing.nextCheck) - house.now.instant
        // Hours and days end with a minute.
        #expect((house.now.wall + next).milliseconds % 60_000 == 0)
        #expect(next > .zero && next <= .seconds(60))
        try house.sql("UPDATE person SET department = 'zeimu' WHERE id = '100123'")
        #expect(try await house.ledger.attend(at: house.now).names == [.visitorUnattended])
    }

    @Test func `a visitor who is inside at the end of the approval overstays`() async throws {
        let house = try House()
        try await house.escort()
        house.elapsed += .seconds(8999)
        #expect(try await house.ledger.attend(at: house.now).alarms == [])
        house.elapsed += .seconds(1)
        #expect(try await house.ledger.attend(at: house.now).names == [.overstay])
        #expect(try await house.leave(House.visitor).alarms == [])
        let alarms = try await house.records().filter { $0.record.alarm == .overstay }
        #expect(alarms.compactMap(\.record.state) == ["began", "ended"])
    }

    @Test func `R09 a visitor left behind by the escort is unattended, one who has left is not`()
        async throws
    {
        let house = try House()
        try await house.escort([House.visitor, House.guest])
        #expect(try await house.inside() == [House.yamamoto, House.visitor, House.guest].sorted())
        try await house.leave(House.visitor)
        try await house.leave(House.yamamoto)
        // One visitor went out with the escort, one is left behind. No reader saw the one come through
        // the outer room, so nobody takes the one to be there.
        #expect(try await house.inside() == [House.guest])
        #expect(try await house.inside(House.monitor) == [House.yamamoto])
        #expect(try await house.ledger.alarms().map(\.about.room) == [House.server])
    }
}
