// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Simulation
import Testing

@testable import HTTPAdmin

/// An admin API with somebody in each office, and a clock that stands still.
struct TestBoard {
    let counter = Counter()
    let time: VirtualTime
    let log = LogMemory()
    let calendar: BoardCalendar
    var limits = AdminLimits()

    init() throws {
        calendar = try #require(BoardCalendar(zone: "Asia/Tokyo"))
        let noon = try #require(Timestamp("2026-04-10T12:00:00+09:00"))
        time = VirtualTime(at: noon)
        let door = Door(id: "server", room: "server-4f", entry: "server-in")
        counter.with { state in
            for office in Office.allCases {
                let person = PersonID(office.rawValue)
                state.appointments.append(
                    Appointment(
                        office: office,
                        person: person,
                        department: office == .sectionHead ? "zeimu" : nil,
                        validity: .init()
                    )
                )
                state.tokens[Self.token(of: office)] = person
            }
            state.status = BoardStatus(
                doors: [.init(door: door, isReleased: false, isOpen: nil, isInService: true)],
                readers: ["server-in": true, "server-keys": false],
                isJournalAvailable: true,
                alarms: [ActiveAlarm(.duress, about: .init(person: "100123"), since: noon)]
            )
        }
    }

    static func token(of office: Office) -> Secret { Secret("token-of-\(office.rawValue)") }

    /// Writes records into the journal, one a minute.
    func write(_ records: [Record]) {
        let start = time.now().wall
        counter.with { state in
            for record in records {
                let number = RecordNumber(state.journal.count + 1)
                state.journal.append(
                    JournalLine(
                        number: number,
                        wall: start + .seconds(60 * (number - 1)),
                        isTrusted: true,
                        record: record,
                        body: "{}",
                        digest: String(repeating: "0", count: 64)
                    )
                )
            }
        }
    }

    var parts: AdminParts {
        AdminParts(
            board: "main-4f",
            registry: counter,
            tokens: counter,
            desk: counter,
            time: time,
            calendar: calendar
        )
    }

    private var logger: Logger {
        var logger = Logger(label: "admin") { _ in log }
        logger.logLevel = .trace
        return logger
    }

    private var admin: HTTPAdmin {
        HTTPAdmin(parts, at: [.socket("/nowhere")], limits: limits, logger: logger)
    }

    /// Sends requests to the router, without a socket.
    func visit<Value: Sendable>(
        _ body: @Sendable (TestVisit) async throws -> Value
    ) async throws -> Value {
        try await Application(router: admin.router, logger: logger).test(.router) { client in
            try await body(TestVisit(client: client))
        }
    }
}

/// Requests as somebody in an office.
struct TestVisit: Sendable {
    let client: any TestClientProtocol

    func get(_ uri: String, as office: Office? = .informationOfficer) async throws -> TestResponse {
        try await send(.get, uri, as: office)
    }

    func post(
        _ uri: String,
        _ json: String,
        as office: Office? = .informationOfficer
    ) async throws -> TestResponse {
        try await send(.post, uri, as: office, [.contentType: "application/json"], json)
    }

    func send(
        _ method: HTTPRequest.Method,
        _ uri: String,
        as office: Office? = .informationOfficer,
        _ extra: HTTPFields = [:],
        _ body: String? = nil
    ) async throws -> TestResponse {
        var headers = extra
        if let office { headers[.authorization] = "Bearer " + TestBoard.token(of: office).exposed }
        return try await client.execute(
            uri: uri,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
    }
}

extension TestResponse {
    func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body.readableBytesView))
    }

    var text: String { String(decoding: body.readableBytesView, as: UTF8.self) }

    /// The kind of problem that this is, if its media type and status say so too.
    var problem: ProblemKind? {
        guard headers[.contentType] == MediaType.problem, let problem = try? json(Problem.self),
            problem.status == status.code
        else { return nil }
        return problem.kind
    }
}
