// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct PINLockTests {
    /// Types wrong PINs until the lock falls.
    private func lock(_ house: House) async throws {
        var session = try await house.badge(House.yamamoto).session
        for _ in 0..<5 { session = try await house.keys("1", session: session).session }
        #expect(session == nil)
    }

    @Test func `five wrong PINs lock for five minutes, at the badge already`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        try await lock(house)
        #expect(try await house.badge(House.yamamoto).reason == .pinLocked)
        let standing = try await house.ledger.attend(at: house.now)
        #expect(standing.names == [.pinLocked])
        #expect(standing.nextCheck == house.now.instant + .seconds(300))
        house.elapsed += .seconds(300)
        #expect(try await house.ledger.attend(at: house.now).alarms == [])
        #expect(try await house.badge(House.yamamoto).decision == .pinNeeded)
    }

    @Test func `the next lock lasts twice as long`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        try await lock(house)
        house.elapsed += .seconds(300)
        try await lock(house)
        house.elapsed += .seconds(599)
        #expect(try await house.badge(House.yamamoto).reason == .pinLocked)
        house.elapsed += .seconds(1)
        #expect(try await house.badge(House.yamamoto).decision == .pinNeeded)
    }

    @Test func `L11 a lock runs on the monotonic clock, and survives a restart on the wall clock`()
        async throws
    {
        let house = try House(authentication: .badgeAndPIN)
        try await lock(house)
        try house.reopen()
        #expect(try await house.badge(House.yamamoto).reason == .pinLocked)
        // The machine starts anew: its instants begin again, the wall clock says 199 s later.
        try house.reopen(boot: "boot-2")
        house.elapsed = .seconds(1)
        house.wallOffset = .seconds(298)
        #expect(try await house.badge(House.yamamoto).reason == .pinLocked)
        house.elapsed += .seconds(101)
        #expect(try await house.badge(House.yamamoto).decision == .pinNeeded)
    }

    @Test func `L11 setting the wall clock forward ends no lock`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        try await lock(house)
        house.wallOffset = .seconds(3600)
        #expect(try await house.badge(House.yamamoto).reason == .pinLocked)
    }
}
