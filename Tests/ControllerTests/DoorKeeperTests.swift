// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import SQLiteLedger
import Simulation
import Testing

@Suite struct DoorKeeperTests {
    @Test func `a designated person's badge releases the lock, and the opening relocks it (L12)`()
        async throws
    {
        let bench = try await Bench()
        #expect(try await bench.badge(Bench.staff) == .granted)
        #expect(bench.isReleased)
        await bench.pass(.seconds(1))
        await bench.contact(isOpen: true)
        #expect(!bench.isReleased)
        let kinds = try await bench.kinds()
        #expect(kinds.suffix(3) == [.entry, .door, .entered])
        #expect(try await bench.ledger.presences().map(\.person) == ["100123"])
    }

    @Test func `a lock that nobody opens is secured at the time-out, and nobody has entered (L12)`()
        async throws
    {
        let bench = try await Bench()
        _ = try await bench.badge(Bench.staff)
        await bench.pass(.milliseconds(4999))
        #expect(bench.isReleased)
        await bench.pass(.milliseconds(1))
        #expect(!bench.isReleased)
        #expect(try await bench.kinds().last == .notEntered)
        #expect(try await bench.ledger.presences().isEmpty)
    }

    @Test func `an unknown badge is refused and recorded (L5)`() async throws {
        let bench = try await Bench()
        #expect(try await bench.badge("FFFF000011112222") == .denied(.unknownBadge))
        #expect(!bench.isReleased)
        #expect(try await bench.reasons() == [.unknownBadge])
    }

    @Test
    func `a full disk refuses entry, lets people out, and the record follows later (L1, L4, L5)`()
        async throws
    {
        let bench = try await Bench()
        bench.disk.fill(true)
        #expect(try await bench.badge(Bench.staff) == .denied(.journalUnavailable))
        #expect(!bench.isReleased)
        await bench.exitButton()
        #expect(bench.isReleased)
        #expect(await bench.keeper.status().alarms.map(\.alarm) == [.journalUnavailable])
        bench.disk.fill(false)
        await bench.pass(.seconds(5))
        let records = try await bench.ledger.journal(JournalQuery()).map(\.record)
        #expect(records.contains { $0.reason == .journalUnavailable })
        #expect(records.contains { $0.state == "exit-button" })
        #expect(await bench.keeper.status().alarms.isEmpty)
        #expect(try await bench.badge(Bench.staff) == .granted)
    }

    @Test func `a stalled disk opens no door on an empty corridor (L3)`() async throws {
        let bench = try await Bench()
        bench.disk.stall(true)
        async let answer = bench.badge(Bench.staff)
        while bench.disk.stalledCount == 0 { await Task.yield() }
        bench.time.advance(to: bench.now + .seconds(4))
        bench.disk.stall(false)
        #expect(try await answer == .denied(.staleRead))
        #expect(!bench.isReleased)
        #expect(!bench.acts.locks.contains(true))
        #expect(try await bench.kinds().last == .notEntered)
    }

    @Test func `leaving does not wait for a disk that stalls (L4)`() async throws {
        let bench = try await Bench()
        bench.disk.stall(true)
        async let answer = bench.badge(Bench.staff)
        while bench.disk.stalledCount == 0 { await Task.yield() }
        await bench.exitButton()
        #expect(bench.isReleased)
        bench.disk.stall(false)
        #expect(try await answer == .granted)
    }

    @Test func `a read that lay too long in a buffer is refused (L3)`() async throws {
        let bench = try await Bench()
        let old = bench.now
        bench.time.advance(to: old + .milliseconds(3001))
        #expect(try await bench.badge(Bench.staff, read: old) == .denied(.staleRead))
        #expect(!bench.isReleased)
    }

    @Test func `the exit reader lets an unknown badge out (L4)`() async throws {
        let bench = try await Bench()
        #expect(try await bench.badge("FFFF", at: "server-out") == .granted)
        #expect(bench.isReleased)
        #expect(try await bench.kinds().last == .exit)
    }

    @Test func `a lock that does not obey is out of service until it does (L2)`() async throws {
        let bench = try await Bench()
        bench.board.breakLocks(true)
        #expect(try await bench.badge(Bench.staff) == .denied(.doorOutOfService))
        await bench.pass(.seconds(2))
        #expect(try await bench.badge(Bench.staff) == .denied(.doorOutOfService))
        bench.board.breakLocks(false)
        await bench.pass(.seconds(2))
        #expect(try await bench.badge(Bench.staff) == .granted)
    }

    @Test func `stopping secures the lock (L2)`() async throws {
        let bench = try await Bench()
        _ = try await bench.badge(Bench.staff)
        #expect(bench.isReleased)
        await bench.keeper.stop()
        #expect(!bench.isReleased)
        #expect(try await bench.kinds().last == .system)
    }

    @Test func `a badge and a PIN enter where the room asks for both`() async throws {
        let bench = try await Bench(authentication: .badgeAndPIN)
        #expect(try await bench.badge(Bench.staff) == .pinNeeded)
        #expect(!bench.isReleased)
        #expect(await bench.keys("000000#") == .denied(.wrongPIN))
        #expect(await bench.keys("482137#") == .granted)
        #expect(bench.isReleased)
    }

    @Test func `a PIN that does not follow in 30 seconds is too late`() async throws {
        let bench = try await Bench(authentication: .badgeAndPIN)
        _ = try await bench.badge(Bench.staff)
        await bench.pass(.milliseconds(29_999))
        #expect(try await bench.reasons().isEmpty)
        await bench.pass(.milliseconds(1))
        #expect(try await bench.reasons() == [.escortTimeout])
        #expect(await bench.keys("482137#") == .ignored)
    }

    @Test func `a badge that is read for the officer's desk opens nothing`() async throws {
        let bench = try await Bench()
        async let read = bench.keeper.nextBadge(at: "server-in", within: .seconds(30))
        while await bench.keeper.nextDeadline.map({ $0 > bench.now + .seconds(30) }) ?? true {
            await Task.yield()
        }
        #expect(try await bench.badge(Bench.staff) == nil)
        #expect(await read?.number.exposed == Bench.staff)
        #expect(!bench.isReleased)
    }

    @Test func `a lost reader opens nothing, and neither does its return (L13)`() async throws {
        let bench = try await Bench()
        for content in [Read.Content.lost("unplugged"), .back] {
            _ = await bench.keeper.receive(
                Read(reader: "server-in", content: content, instant: bench.now)
            )
            #expect(!bench.isReleased)
        }
        #expect(!bench.acts.locks.contains(true))
    }

    @Test func `a door whose reader is lost says so to whoever stands there, until it is back`()
        async throws
    {
        let bench = try await Bench()
        let lost = Read(reader: "server-in", content: .lost("unplugged"), instant: bench.now)
        _ = await bench.keeper.receive(lost)
        #expect(bench.acts.last == .shows("server", .unserved))
        let back = Read(reader: "server-in", content: .back, instant: bench.now)
        _ = await bench.keeper.receive(back)
        #expect(bench.acts.last == .shows("server", .secured))
    }
}
