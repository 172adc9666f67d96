// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct AlarmTests {
    private func change(
        _ alarm: Alarm,
        _ state: String,
        _ house: House
    ) async throws -> [ActiveAlarm] {
        var record = Record(.alarm)
        record.alarm = alarm
        record.state = state
        record.door = House.door.id
        record.room = House.door.room
        return try await house.ledger.append([Event(record, at: house.now)]).alarms
    }

    private func acknowledge(_ alarm: Alarm, _ house: House) async throws {
        _ = try await house.ledger.transact("acknowledge", at: house.now) { transaction in
            let standing = try transaction.unacknowledged(alarm, door: House.door.id)
            try transaction.acknowledge(standing, by: House.officer)
        }
    }

    @Test func `an alarm begins once and ends once, each on record once`() async throws {
        let house = try House()
        #expect(try await change(.doorHeldOpen, "ended", house) == [])
        #expect(try await change(.doorHeldOpen, "began", house).map(\.alarm) == [.doorHeldOpen])
        #expect(try await change(.doorHeldOpen, "began", house).count == 1)
        #expect(try await change(.doorHeldOpen, "ended", house) == [])
        #expect(try await house.records().map(\.record.state) == ["began", "ended"])
    }

    @Test func `a forced door stands until closed and acknowledged, in either order`() async throws
    {
        let house = try House()
        _ = try await change(.doorForced, "began", house)
        let closed = try await change(.doorForced, "ended", house)
        #expect(closed.map(\.isOver) == [true])
        try await acknowledge(.doorForced, house)
        #expect(try await house.ledger.alarms() == [])
        _ = try await change(.doorForced, "began", house)
        try await acknowledge(.doorForced, house)
        #expect(try await house.ledger.alarms().map(\.isAcknowledged) == [true])
        #expect(try await change(.doorForced, "ended", house) == [])
        let states = try await house.records().map { $0.record.state ?? $0.record.kind.rawValue }
        #expect(
            states == ["began", "acknowledged", "ended", "began", "acknowledged", "ended"]
        )
    }

    @Test func `a door forced again before anybody looked is not over any more`() async throws {
        let house = try House()
        _ = try await change(.doorForced, "began", house)
        _ = try await change(.doorForced, "ended", house)
        let again = try await change(.doorForced, "began", house)
        #expect(again.map(\.isOver) == [false])
        #expect(try await house.records().map(\.record.state) == ["began", "began"])
    }
}
