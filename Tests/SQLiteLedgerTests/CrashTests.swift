// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Testing

@testable import SQLiteLedger

/// Kills the process between the commit and the reply.
private final class KillAfterCommit: TransactionObserver {
    func observes(eventsOfKind kind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidRollback(_ database: Database) {}
    func databaseDidCommit(_ database: Database) {
        kill(getpid(), SIGKILL)
    }
}

@Suite struct CrashTests {
    @Test func `L1 what was committed before a kill is there after it, and the grant is over`()
        async throws
    {
        let house = try House()
        try house.ledger.close()
        let path = house.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let calendar = try #require(BoardCalendar(zone: "Asia/Tokyo"))
            let ledger = try House.open(path, calendar)
            ledger.pool.add(transactionObserver: KillAfterCommit(), extent: .databaseLifetime)
            let instant = Instant(sinceBoot: .seconds(100))
            let request = AccessRequest(
                id: RequestID(1),
                door: House.door,
                act: .badge(BadgeReading(try #require(BadgeNumber("012E3D4C5B6A7988")))),
                readAt: instant,
                moment: Moment(instant: instant, wall: House.start, isSynchronised: true),
                session: nil
            )
            _ = try await ledger.settle(request)
        }
        let ledger = try House.open(path, house.calendar)
        defer { try? ledger.close() }
        _ = try await ledger.start(at: house.now)
        let records = try await ledger.journal(JournalQuery()).map(\.record)
        #expect(records.map(\.kind) == [.entry, .system, .notEntered])
        #expect(try await ledger.presences() == [])
        #expect(try await ledger.verify().isWhole)
    }
}
