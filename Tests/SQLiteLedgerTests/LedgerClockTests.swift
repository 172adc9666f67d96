// SPDX-License-Identifier: Apache-2.0
import Access
import GRDB
import Testing

@testable import SQLiteLedger

@Suite struct LedgerClockTests {
    @Test func `L11 every record carries both clocks, the boot, and whether the wall is believed`()
        async throws
    {
        let house = try House()
        _ = try await house.badge(House.yamamoto)
        let body = try #require(try await house.records().last?.body)
        #expect(body.contains(#""ms":1775781000000"#))
        #expect(body.contains(#""at":"2026-04-10T09:30:00.000+09:00""#))
        #expect(body.contains(#""mono":100000000000"#))
        #expect(body.contains(#""boot":"boot-1""#))
        #expect(body.contains(#""trusted":true"#))
    }

    @Test func `a step back makes the clock untrusted, visits are refused, designations hold`()
        async throws
    {
        let house = try House()
        _ = try await house.ledger.start(at: house.now)
        house.wallOffset = .seconds(-86_400)
        #expect(try await house.ledger.attend(at: house.now).names == [.clockUntrusted])
        #expect(try await house.badge(House.visitor).reason == .clockUntrusted)
        #expect(try await house.badge(House.yamamoto).isGranted)
        let line = try #require(try await house.records().last)
        #expect(!line.isTrusted)
        #expect(line.record.remarks == [.clockUntrusted])
        try house.reopen()
        #expect(try await house.badge(House.visitor).reason == .clockUntrusted)
        house.isSynchronised = false
        _ = try await house.ledger.attend(at: house.now)
        house.isSynchronised = true
        #expect(try await house.ledger.attend(at: house.now).alarms == [])
        let steps = try await house.records().filter { $0.record.kind == .clock }
        #expect(steps.map(\.record.state) == ["stepped-back", "untrusted", "trusted"])
    }

    @Test func `an untrusted clock cannot make a designation hold for longer`() async throws {
        let house = try House()
        try house.sql(
            "UPDATE designation SET untilWritten = 'then', untilMs = ?",
            [(House.start + .seconds(600)).milliseconds]
        )
        #expect(try await house.badge(House.yamamoto).isGranted)
        house.elapsed += .seconds(600)
        house.wallOffset = .seconds(-7200)
        #expect(try await house.badge(House.yamamoto).reason == .outsideValidity)
    }

    @Test func `a step forward is on record and believed`() async throws {
        let house = try House()
        _ = try await house.ledger.start(at: house.now)
        house.wallOffset = .seconds(3600)
        #expect(try await house.ledger.attend(at: house.now).alarms == [])
        let line = try #require(try await house.records().last)
        #expect(line.record.state == "stepped-forward")
        #expect(line.record.text == "3600000 ms")
        #expect(line.isTrusted)
    }

    @Test func `a machine that starts with an old time is not believed`() async throws {
        let house = try House()
        _ = try await house.badge(House.yamamoto)
        try house.reopen(boot: "boot-2")
        house.elapsed = .seconds(5)
        house.wallOffset = .seconds(-3600)
        #expect(try await house.ledger.start(at: house.now).names == [.clockUntrusted])
    }
}
