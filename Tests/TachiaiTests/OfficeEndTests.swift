// SPDX-License-Identifier: Apache-2.0
import Foundation
import NIOHTTP1
import Testing

@testable import tachiai

/// What is asked about before it is done, against a service that answers what the test says.
@Suite struct OfficeEndTests {
    private static func appointment(
        _ from: String,
        _ until: String,
        isHeld: Bool,
        isComing: Bool = false
    )
        -> String
    {
        #"{"row":{"office":"acting-information-officer","person":"100002","from":"\#(from)","until":"\#(until)","basis":"a"},"isHeld":\#(isHeld),"isComing":\#(isComing)}"#
    }

    private static func page(_ items: [String]) -> TestService.Reply {
        .json(200, #"{"items":[\#(items.joined(separator: ","))],"next":null}"#)
    }

    private func run(
        _ words: [String],
        appointments: [String] = []
    ) async throws -> (Program, [String]) {
        let service = try await TestService(with: nil) { _, asked in
            guard asked.method == .GET else { return .json(200, #"{"record":77}"#) }
            switch asked.uri.split(separator: "?").first {
            case "/v1/me": return .json(200, Program.me)
            case "/v1/people":
                return Self.page([#"{"row":{"id":"100002","name":"浜田 恵子"},"tag":"1"}"#])
            case "/v1/appointments": return Self.page(appointments)
            default:
                return .json(
                    404,
                    #"{"type":"urn:tachiai:problem:not-found","title":"t","status":404}"#
                )
            }
        }
        let ran = try await Program.run(
            words,
            environment: [
                "TACHIAI_SOCKET": service.place.description, "TACHIAI_TOKEN": "t0ken",
                "LANG": "en_US.UTF-8", "HOME": "/nonexistent",
            ]
        )
        let bodies = service.asked.filter { $0.method != .GET }.map(\.body)
        try await service.close()
        return (ran, bodies)
    }

    private let words = ["office", "end", "浜田恵子", "acting", "--yes"]

    @Test func `an appointment that is to come is taken back, one that is held ends now`()
        async throws
    {
        let past = Self.appointment("2025-12-28", "2026-01-04", isHeld: false)
        let next = Self.appointment("2026-12-28", "2027-01-04", isHeld: false, isComing: true)
        var (ran, bodies) = try await run(words, appointments: [past, next])
        #expect(ran.status == 0, "\(ran)")
        #expect(bodies.count == 1 && bodies[0].contains(#""from":"2026-12-28""#))
        #expect(bodies.first?.contains(#""until":"2026-12-28T00:00:00+09:00""#) == true)
        let held = Self.appointment("2026-04-01", "2026-04-30", isHeld: true)
        (ran, bodies) = try await run(words, appointments: [past, held])
        #expect(ran.status == 0, "\(ran)")
        #expect(bodies.first?.contains(#""until":"2026-04-08T10:15:00+09:00""#) == true)
        (ran, bodies) = try await run(words + ["--until", "2026-04-20"], appointments: [held])
        #expect(bodies.first?.contains(#""until":"2026-04-20""#) == true)
    }

    @Test func `of several appointments none is ended, and of none it is said so`() async throws {
        let held = Self.appointment("2026-04-01", "2026-04-30", isHeld: true)
        let next = Self.appointment("2026-12-28", "2027-01-04", isHeld: false, isComing: true)
        var (ran, bodies) = try await run(words, appointments: [held, next])
        #expect(ran.status == ShellStatus.usage.rawValue && bodies.isEmpty)
        #expect(ran.complaints.contains("2026-12-28"), "\(ran)")
        (ran, bodies) = try await run(
            words + ["--from", "2026-12-28"],
            appointments: [held, next]
        )
        #expect(ran.status == 0 && bodies.count == 1, "\(ran)")
        (ran, bodies) = try await run(words)
        #expect(ran.status == ShellStatus.refused.rawValue && bodies.isEmpty, "\(ran)")
    }

    @Test func `the list shows who holds an office and who will, the past only with --all`()
        async throws
    {
        let rows = [
            Self.appointment("2025-12-28", "2026-01-04", isHeld: false),
            Self.appointment("2026-04-01", "2026-04-30", isHeld: true),
            Self.appointment("2026-12-28", "2027-01-04", isHeld: false, isComing: true),
        ]
        let (some, _) = try await run(["office", "list"], appointments: rows)
        #expect(some.output.contains("to come") && some.output.contains("held"), "\(some)")
        #expect(!some.output.contains("2025-12-28"))
        let (all, _) = try await run(["office", "list", "--all"], appointments: rows)
        #expect(all.output.contains("2025-12-28") && all.output.contains("ended"), "\(all)")
    }

    @Test func `nobody is asked about a visit that is not there`() async throws {
        let (ran, bodies) = try await run(["visit", "close", "A-9999-061"])
        #expect(ran.status == ShellStatus.refused.rawValue && bodies.isEmpty)
        #expect(ran.complaints == "There is no visit A-9999-061.\n", "\(ran)")
    }
}
