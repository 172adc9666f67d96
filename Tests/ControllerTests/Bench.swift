// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import Foundation
import Logging
import SQLiteLedger
import Simulation
import Synchronization
import Testing

/// A board with one door, on a real ledger, with simulated hardware and time.
final class Bench: Sendable {
    static let staff = "012E3D4C5B6A7988"
    static let visitor = "0000000000000001"

    let time: VirtualTime
    let board: SimulatedBoard
    let disk: FaultyLedger
    let ledger: SQLiteLedger
    let keeper: BoardKeeper
    let acts: Acts
    private let folder: URL

    /// What the board did, in order.
    final class Acts: Sendable {
        private let all = Mutex<[SimulatedBoard.Act]>([])

        func add(_ act: SimulatedBoard.Act) { all.withLock { $0.append(act) } }

        var last: SimulatedBoard.Act? { all.withLock { $0.last } }

        var locks: [Bool] {
            all.withLock { acts in
                acts.compactMap {
                    if case .lock(_, let isReleased) = $0 { isReleased } else { nil }
                }
            }
        }
    }

    init(
        authentication: Authentication = .badge,
        door: Door = Door(
            id: "server",
            room: "server-4f",
            entry: "server-in",
            exit: "server-out",
            keypad: "server-keys"
        )
    ) async throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tachiai-test-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let calendar = try #require(BoardCalendar(zone: "Asia/Tokyo"))
        time = VirtualTime(at: try #require(Timestamp("2026-04-10T09:30:00+09:00")))
        ledger = try SQLiteLedger(
            path: folder.appendingPathComponent("ledger.sqlite").path,
            board: "test",
            calendar: calendar,
            boot: "test",
            pinCost: .light
        )
        try await ledger.start(at: time.now())
        let policy = try Self.policy(authentication, calendar)
        let outcome = try await ledger.carryOut(
            Order(.applyPolicy(policy)),
            by: "100001",
            at: time.now()
        )
        guard case .accepted = outcome else { throw Unfit(outcome: outcome) }
        let acts = Acts()
        self.acts = acts
        board = SimulatedBoard { acts.add($0) }
        disk = FaultyLedger(ledger)
        keeper = BoardKeeper(
            Parts(
                ledger: disk,
                time: time,
                doors: [
                    DoorParts(
                        door: door,
                        lock: board.lock(of: door.id),
                        indicator: board.indicator(of: door.id)
                    )
                ],
                readers: board,
                inputs: board,
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ),
            registry: ledger
        )
        await keeper.start()
        if door.hasContact { await contact(isOpen: false) }
        await keeper.tick()
    }

    deinit {
        try? ledger.close()
        try? FileManager.default.removeItem(at: folder)
    }

    struct Unfit: Error { let outcome: OrderOutcome }

    private static func policy(
        _ authentication: Authentication,
        _ calendar: BoardCalendar
    ) throws -> Policy {
        var room = Room(id: "server-4f", name: "サーバ室", site: "main", authentication: authentication)
        room.competentSections = ["zeimu"]
        var policy = Policy()
        policy.rooms = [room]
        policy.departments = [
            Department(id: "joho", name: "企画広報課", kinds: [.informationDepartment]),
            Department(id: "zeimu", name: "税務課"),
        ]
        policy.people = [
            PersonEntry(person: Person(id: "100001", name: "情報 太郎", department: "joho")),
            PersonEntry(person: Person(id: "200001", name: "税務 花子", department: "zeimu")),
            PersonEntry(
                person: Person(id: "100123", name: "山本 一郎", department: "joho"),
                badges: [Badge(token: .number(try #require(BadgeNumber(staff))))],
                pin: .digits(Secret("482137"))
            ),
        ]
        let from = try #require(Bound("2026-04-01", as: .from, in: calendar))
        policy.appointments = [
            Appointment(office: .informationOfficer, person: "100001", validity: .init(from: from)),
            Appointment(
                office: .sectionHead,
                person: "200001",
                department: "zeimu",
                validity: .init(from: from)
            ),
        ]
        let day = SigningDay(try #require(CivilDate("2026-04-01")), in: calendar)
        policy.designations = [
            Designation(
                id: "D-1",
                person: "100123",
                rooms: ["server-4f"],
                validity: Validity(
                    from: from,
                    until: Bound("2027-03-31", as: .until, in: calendar)
                ),
                reason: "運用",
                signatures: [Signature(by: "100001", on: day), Signature(by: "200001", on: day)]
            )
        ]
        return policy
    }

    // MARK: Playing

    var now: Instant { time.now().instant }
    var isReleased: Bool { board.isReleased("server") }

    func badge(_ number: String, at reader: ReaderID = "server-in", read: Instant? = nil)
        async throws
        -> Answer?
    {
        let badge = try #require(BadgeNumber(number))
        return await keeper.receive(
            Read(reader: reader, content: .badge(BadgeReading(badge)), instant: read ?? now)
        )
    }

    func keys(_ text: String) async -> Answer? {
        var answer: Answer?
        for character in text {
            let key: Key =
                switch character {
                case "#": .enter
                case "*": .cancel
                default: .digit(UInt8(character.wholeNumberValue ?? 0))
                }
            answer = await keeper.receive(
                Read(reader: "server-keys", content: .key(key), instant: now)
            )
        }
        return answer
    }

    func contact(isOpen: Bool) async {
        await keeper.receive(DoorInput(.contact("server", isOpen: isOpen), instant: now))
    }

    func exitButton() async {
        await keeper.receive(DoorInput(.exitButton("server"), instant: now))
    }

    func pass(_ duration: Duration) async {
        time.advance(to: now + duration)
        await keeper.tick()
    }

    func kinds() async throws -> [RecordKind] {
        await keeper.recorder.work()
        return try await ledger.journal(JournalQuery()).map(\.record.kind)
    }

    func reasons() async throws -> [Reason] {
        await keeper.recorder.work()
        return try await ledger.journal(JournalQuery()).compactMap(\.record.reason)
    }
}
