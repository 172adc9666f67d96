// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Foundation
import Testing

@testable import SQLiteLedger

/// A ledger in a folder of its own, with the demonstration's policy applied to it.
final class Town {
    static let officer: PersonID = "100001"
    static let acting: PersonID = "100002"
    static let zeimuHead: PersonID = "200001"
    static let shiminHead: PersonID = "300001"
    static let auditor: PersonID = "400002"
    static let watchman: PersonID = "400003"
    static let installer: PersonID = "100124"
    static let yamamoto: PersonID = "100123"
    static let takeuchi: PersonID = "200101"
    static let server: RoomID = "server-4f"
    static let monitor: RoomID = "monitor-4f"
    static let serverDoor = Door(
        id: "server",
        room: server,
        entry: "server-in",
        exit: "server-out",
        keypad: "server-keys"
    )
    static let monitorDoor = Door(id: "monitor", room: monitor, entry: "monitor-in", keypad: "k")

    let folder: URL
    let calendar: BoardCalendar
    let ledger: SQLiteLedger
    var wall: Timestamp
    private var requests: UInt64 = 0

    var path: String { folder.appendingPathComponent("tachiai.sqlite").path }

    init(on day: String = "2026-04-10T09:30:00+09:00", isEmpty: Bool = false) async throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("town-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        calendar = try #require(BoardCalendar(zone: "Asia/Tokyo"))
        wall = try #require(Timestamp(day))
        ledger = try SQLiteLedger(
            path: folder.appendingPathComponent("tachiai.sqlite").path,
            board: "main-4f",
            calendar: calendar,
            boot: "boot-1",
            pinCost: .light
        )
        if !isEmpty {
            let outcome = try await order(.applyPolicy(try demo()), by: Self.officer)
            try #require(outcome.isAccepted)
        }
    }

    deinit {
        try? ledger.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The demonstration's policy, as the document says it.
    func demo() throws -> Policy {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("Config/demo-policy.yaml")
        return try read(String(contentsOf: file, encoding: .utf8))
    }

    func read(_ text: String) throws -> Policy {
        try PolicyDocument.read(Source(file: "policy.yaml", text: text), in: calendar).document
    }

    var now: Moment {
        Moment(
            instant: Instant(sinceBoot: .milliseconds(wall.milliseconds)),
            wall: wall,
            isSynchronised: true
        )
    }

    func pass(_ duration: Duration) { wall = wall + duration }

    @discardableResult
    func order(
        _ act: Order.Act,
        by author: PersonID = Town.officer,
        reason: String? = nil
    ) async throws -> OrderOutcome {
        try await ledger.carryOut(Order(act, reason: reason), by: author, at: now)
    }

    func policy() async throws -> Policy { try await ledger.policy().policy }

    func bound(_ written: String, _ edge: Bound.Edge = .from) throws -> Bound {
        try #require(Bound(written, as: edge, in: calendar))
    }

    func day(_ written: String) throws -> SigningDay {
        SigningDay(try #require(CivilDate(written)), in: calendar)
    }

    func records(_ kinds: Set<RecordKind> = [.order]) async throws -> [Record] {
        var query = JournalQuery()
        query.limit = 1000
        query.kinds = kinds
        return try await ledger.journal(query).map(\.record)
    }

    /// Every byte that lies on the disk.
    func bytesOnDisk() throws -> Data {
        var bytes = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name != "device.key" {
            bytes += try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return bytes
    }

    // MARK: At the door

    static let badges: [PersonID: String] = [
        officer: "0100000000100001", yamamoto: "012E3D4C5B6A7988", installer: "0100000000100124",
        takeuchi: "0100000000200101", "V-001": "0000000000000001", "V-002": "0000000000000002",
    ]
    static let pins: [PersonID: String] = [
        officer: "730915", yamamoto: "482137", installer: "593826", takeuchi: "729055",
    ]

    func badge(
        _ person: PersonID,
        at door: Door = Town.serverDoor,
        in session: Session? = nil
    ) async throws -> Settlement {
        let number = try #require(BadgeNumber(Self.badges[person] ?? ""))
        return try await settle(.badge(BadgeReading(number)), at: door, in: session)
    }

    func confirm(
        _ digits: String,
        at door: Door = Town.serverDoor,
        in session: Session?
    ) async throws -> Settlement {
        try await settle(.confirm(Secret(digits)), at: door, in: session)
    }

    func settle(
        _ act: AccessRequest.Act,
        at door: Door,
        in session: Session?
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

    /// Visitors and who enters with them, if anybody, or one person alone; the door opens.
    func enter(_ visitors: [PersonID] = [], with person: PersonID) async throws {
        var session: Session?
        for visitor in visitors { session = try await badge(visitor, in: session).session }
        session = try await badge(person, in: session).session
        let granted = try await confirm(try #require(Self.pins[person]), in: session)
        try #require(granted.isGranted)
        var record = Record(.entered)
        record.door = Self.serverDoor.id
        record.room = Self.server
        record.of = granted.record
        _ = try await ledger.append([Event(record, at: now)])
    }
}

extension OrderOutcome {
    var isAccepted: Bool { if case .accepted = self { true } else { false } }
    var isUnfit: Bool { if case .refused(.unfit) = self { true } else { false } }
    var faults: [PolicyFault] {
        if case .refused(.faults(let faults)) = self { faults } else { [] }
    }
}
