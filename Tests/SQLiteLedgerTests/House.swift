// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Testing

@testable import SQLiteLedger

/// A ledger in a folder of its own, with a small city in it, and a clock that goes when told.
final class House {
    static let server: RoomID = "server-4f"
    static let monitor: RoomID = "monitor-4f"
    static let officer: PersonID = "100001"
    static let head: PersonID = "200001"
    static let yamamoto: PersonID = "100123"
    static let sato: PersonID = "100124"
    static let visitor: PersonID = "V-001"
    static let guest: PersonID = "V-002"
    static let visit: VisitID = "A-1"
    static let badges: [PersonID: String] = [
        officer: "0A00000000000001", yamamoto: "012E3D4C5B6A7988", sato: "012E3D4C5B6A7989",
        visitor: "0000000000000001", guest: "0000000000000002",
    ]
    static let pins: [PersonID: String] = [
        officer: "110011", yamamoto: "482137", sato: "773201964508",
    ]
    static let duress = "482138"
    static let start = Timestamp("2026-04-10T09:30:00+09:00") ?? Timestamp(milliseconds: 0)

    let folder: URL
    let calendar: BoardCalendar
    private(set) var ledger: SQLiteLedger
    /// Time since the machine started; the wall clock goes with it unless it is set.
    var elapsed = Duration.seconds(100)
    var wallOffset = Duration.zero
    var isSynchronised = true
    private var requests: UInt64 = 0

    var path: String { folder.appendingPathComponent("tachiai.sqlite").path }

    var now: Moment {
        Moment(
            instant: Instant(sinceBoot: elapsed),
            wall: Self.start + (elapsed - .seconds(100)) + wallOffset,
            isSynchronised: isSynchronised
        )
    }

    init(authentication: Authentication = .badge) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ledger-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        calendar = try #require(BoardCalendar(zone: "Asia/Tokyo"))
        ledger = try Self.open(folder.appendingPathComponent("tachiai.sqlite").path, calendar)
        try Self.furnish(ledger, authentication)
    }

    deinit {
        try? ledger.close()
        try? FileManager.default.removeItem(at: folder)
    }

    static func open(
        _ path: String,
        _ calendar: BoardCalendar,
        boot: String = "boot-1"
    ) throws -> SQLiteLedger {
        try SQLiteLedger(
            path: path,
            board: "main-4f",
            calendar: calendar,
            boot: boot,
            pinCost: .light
        )
    }

    /// The service starts again on the same file.
    func reopen(boot: String = "boot-1") throws {
        try ledger.close()
        ledger = try Self.open(path, calendar, boot: boot)
    }

    /// Runs SQL in the file, past the ledger's verbs.
    func sql(_ sql: String, _ arguments: StatementArguments = []) throws {
        try ledger.pool.write { try $0.execute(sql: sql, arguments: arguments) }
    }

    func value<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? {
        try ledger.pool.read { try Value.fetchOne($0, sql: sql) }
    }

    // MARK: At the door

    static let door = Door(
        id: "server",
        room: server,
        entry: "server-in",
        exit: "server-out",
        keypad: "server-keys"
    )

    static let monitorDoor = Door(
        id: "monitor",
        room: monitor,
        entry: "monitor-in",
        keypad: "monitor-keys"
    )

    func badge(
        _ person: PersonID,
        at door: Door = House.door,
        session: Session? = nil
    ) async throws -> Settlement {
        let number = try #require(BadgeNumber(Self.badges[person] ?? "FFFFFFFFFFFFFFFF"))
        return try await request(.badge(BadgeReading(number)), at: door, session: session)
    }

    func keys(
        _ digits: String,
        at door: Door = House.door,
        session: Session?
    ) async throws -> Settlement {
        try await request(.confirm(Secret(digits)), at: door, session: session)
    }

    private func request(
        _ act: AccessRequest.Act,
        at door: Door,
        session: Session?
    ) async throws -> Settlement {
        requests += 1
        return try await ledger.settle(
            AccessRequest(
                id: RequestID(requests),
                door: door,
                act: act,
                readAt: now.instant,
                moment: now,
                session: session
            )
        )
    }

    /// The door opens on a grant.
    @discardableResult
    func enter(on settlement: Settlement, at door: Door = House.door) async throws -> Standing {
        var record = Record(.entered)
        record.door = door.id
        record.room = door.room
        record.of = settlement.record
        return try await ledger.append([Event(record, at: now)])
    }

    /// Somebody presents a badge at the exit reader.
    @discardableResult
    func leave(_ person: PersonID, by door: Door = House.door) async throws -> Standing {
        var record = Record(.exit)
        record.door = door.id
        record.room = door.room
        let badge = BadgeNumber(Self.badges[person] ?? "")
        return try await ledger.append([Event(record, at: now, badge: badge)])
    }

    /// A visitor and an escort go through the steps and enter.
    @discardableResult
    func escort(
        _ visitors: [PersonID] = [House.visitor],
        by escort: PersonID = House.yamamoto
    ) async throws -> Standing {
        var session: Session?
        for visitor in visitors { session = try await badge(visitor, session: session).session }
        session = try await badge(escort, session: session).session
        let granted = try await keys(Self.pins[escort] ?? "", session: session)
        #expect(granted.isGranted)
        return try await enter(on: granted)
    }

    func inside(_ room: RoomID = House.server) async throws -> [PersonID] {
        try await ledger.presences().filter { $0.room == room }.map(\.person)
    }

    func records() async throws -> [JournalLine] {
        var query = JournalQuery()
        query.limit = 1000
        return try await ledger.journal(query)
    }
}

extension Settlement {
    var isGranted: Bool { if case .granted = decision { true } else { false } }
    var reason: Reason? { if case .denied(let reason) = decision { reason } else { nil } }
}

extension Standing {
    var names: [Alarm] { alarms.map(\.alarm) }
}
