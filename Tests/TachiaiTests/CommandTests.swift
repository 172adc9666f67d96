// SPDX-License-Identifier: Apache-2.0
import Foundation
import NIOHTTP1
import Testing

@testable import tachiai

/// The program itself, as the shell sees it, against a service that answers what the test says.
@Suite struct CommandTests {
    private static let people = [
        (id: "100123", name: "山本 一郎"), (id: "100124", name: "山本 二郎"),
    ].map { #"{"row":{"id":"\#($0.id)","name":"\#($0.name)","department":"joho"},"tag":"1"}"# }

    private static func page(_ items: [String]) -> TestService.Reply {
        .json(200, #"{"items":[\#(items.joined(separator: ","))],"next":null}"#)
    }

    /// What a board answers that has two people of one family name, one room and one designation.
    private func board() async throws -> TestService {
        try await TestService(with: nil) { _, asked in
            guard asked.method == .GET else { return .json(200, #"{"record":77}"#) }
            switch asked.uri.split(separator: "?").first {
            case "/v1/me": return .json(200, Program.me)
            case "/v1/people": return Self.page(Self.people)
            case "/v1/people/100123": return .json(200, Self.people[0])
            case "/v1/rooms":
                return Self.page([
                    #"{"id":"server-4f","name":"サーバ室","site":"main","competentSections":[],"parameters":[]}"#
                ])
            case "/v1/doors": return Self.page([])
            case "/v1/next-ids":
                return .json(200, #"{"designation":"D-2026-009","visit":"A-2026-099"}"#)
            case "/v1/designations/D-2026-001":
                return .json(
                    200,
                    #"{"row":{"id":"D-2026-001","person":"100123","rooms":["server-4f"],"reason":"x"},"tag":"1","state":"current","completeFor":[],"incompleteFor":[],"awaitedSignatures":[],"formerOffices":[]}"#
                )
            case "/v1/designations/D-2026-009":
                return .json(
                    200,
                    #"{"row":{"id":"D-2026-009","person":"100123","rooms":["server-4f"],"reason":"x"},"tag":"1","state":"proposed","completeFor":[],"incompleteFor":["server-4f"],"awaitedSignatures":["section-head"],"formerOffices":[]}"#
                )
            case "/v1/status": return .json(403, Self.problem("not-allowed", 403))
            default: return Self.page([])
            }
        }
    }

    private static func problem(_ kind: String, _ status: Int) -> String {
        #"{"type":"urn:tachiai:problem:\#(kind)","title":"t","status":\#(status),"detail":"in English","japanese":"日本語で"}"#
    }

    private func run(
        _ words: [String],
        on service: TestService,
        typing: String = "",
        language: String = "en_US.UTF-8"
    ) async throws -> Program {
        try await Program.run(
            words,
            environment: [
                "TACHIAI_SOCKET": service.place.description, "TACHIAI_TOKEN": "t0ken",
                "LANG": language, "HOME": "/nonexistent",
            ],
            typing: typing
        )
    }

    private func changes(_ service: TestService) -> [TestService.Asked] {
        service.asked.filter { $0.method != .GET }
    }

    @Test func `a name finds the person, a day is the board's, and the change bears a key`()
        async throws
    {
        let service = try await board()
        let words = ["designate", "山本一郎", "-r", "サーバ室", "--from", "tomorrow", "--reason", "x"]
        let ran = try await run(words, on: service)
        #expect(ran.status == 0, "\(ran)")
        #expect(
            ran.output.hasPrefix(
                "designate D-2026-009 100123 山本 一郎 → server-4f: done (record 77)\n"
            )
        )
        #expect(ran.output.contains("lacks a signature: サーバ室 (section-head)"), "whose, is told")
        let change = try #require(changes(service).first)
        #expect(change.headers["Host"] == ["localhost"])
        #expect(change.body.contains(#""person":"100123""#))
        #expect(change.body.contains(#""from":"2026-04-09""#))
        #expect(change.headers.first(name: "Idempotency-Key")?.count == 36)
        try await service.close()
    }

    @Test func `a name that fits several people lists them, and nothing is done`() async throws {
        let service = try await board()
        let words = ["person", "suspend", "山本", "--yes", "--reason", "x"]
        let ran = try await run(words, on: service, language: "ja_JP.UTF-8")
        #expect(ran.status == ShellStatus.usage.rawValue)
        #expect(ran.complaints.contains("100123  山本 一郎") && ran.complaints.contains("100124"))
        #expect(changes(service).isEmpty)
        try await service.close()
    }

    @Test(arguments: [
        ["revoke", "D-2026-001"],
        ["badge", "lost", "fp:0123456789abcdef0123456789abcdef", "--reason", "x"],
        ["visit", "withdraw", "A-2026-001"], ["token", "revoke", "3"], ["visit", "close", "A-1"],
        ["door", "hold-open", "server", "--minutes", "5", "--watcher", "100123", "--reason", "x"],
        ["office", "appoint", "100123", "auditor"],
    ])
    func `what is hard to undo is asked about, and without a terminal needs --yes`(
        _ words: [String]
    ) async throws {
        let service = try await board()
        let ran = try await run(words, on: service, typing: "y\n")
        #expect(ran.status == ShellStatus.usage.rawValue, "\(ran)")
        #expect(ran.complaints.contains("--yes"))
        #expect(changes(service).isEmpty)
        let sure = try await run(words + ["--yes"], on: service)
        #expect(sure.status == 0, "\(sure)")
        #expect(changes(service).count == 1)
        try await service.close()
    }

    @Test func `a trial says so to the service and to the reader`() async throws {
        let service = try await board()
        let ran = try await run(["revoke", "D-2026-001", "-n"], on: service)
        #expect(ran.status == 0)
        #expect(ran.output.contains("would be accepted; nothing was changed"))
        #expect(changes(service).map(\.uri) == ["/v1/designations/D-2026-001/revoke?dryRun=true"])
        try await service.close()
    }

    @Test func `L10: a PIN comes from standard input alone, and stands nowhere else`() async throws
    {
        let service = try await board()
        let words = ["person", "pin", "100123"]
        let ran = try await run(words + ["--pin-stdin"], on: service, typing: "482137\n")
        #expect(ran.status == 0, "\(ran)")
        #expect(!(ran.output + ran.complaints).contains("482137"))
        #expect(changes(service).map(\.body) == [#"{"pin":"482137"}"#])
        let silent = try await run(words, on: service, typing: "482137\n482137\n")
        #expect(silent.status == ShellStatus.usage.rawValue)
        for obvious in ["111111", "1234", "987654"] {
            let ran = try await run(words + ["--pin-stdin"], on: service, typing: obvious + "\n")
            #expect(ran.status == ShellStatus.usage.rawValue, "\(ran)")
            #expect(!(ran.output + ran.complaints).contains(obvious))
        }
        #expect(changes(service).count == 1)
        try await service.close()
    }

    @Test func `L10: a badge's number goes in the body, never in a path`() async throws {
        let service = try await board()
        let words = ["badge", "lost", "012E3D4C5B6A7988", "--yes", "--reason", "x"]
        let ran = try await run(words, on: service)
        #expect(ran.status == 0, "\(ran)")
        #expect(!ran.output.contains("012E3D4C5B6A7988"))
        #expect(!service.asked.contains { $0.uri.contains("012E3D4C5B6A7988") })
        #expect(changes(service).map(\.uri) == ["/v1/orders"])
        try await service.close()
    }

    @Test func `the service's refusal is the exit status, in the reader's language`() async throws {
        let service = try await board()
        let refused = try await run(["status"], on: service, language: "ja_JP.UTF-8")
        #expect(refused.status == ShellStatus.notAllowed.rawValue)
        #expect(refused.complaints == "日本語で\n")
        #expect(refused.output.isEmpty)
        try await service.close()
    }

    @Test func `one's own rights are said in words, and the department by its name`() async throws {
        let service = try await TestService(with: nil) { _, asked in
            switch asked.uri.split(separator: "?").first {
            case "/v1/me":
                return .json(
                    200,
                    #"{"person":"200001","offices":[{"office":"section-head","department":"zeimu"}],"rights":["be-somebody","see-people","order"],"board":"b","at":"2026-04-08T10:15:00.000+09:00","timeZone":"Asia/Tokyo"}"#
                )
            default: return Self.page([#"{"row":{"id":"zeimu","name":"税務課"},"tag":"1"}"#])
            }
        }
        let ran = try await run(["me"], on: service, language: "ja_JP.UTF-8")
        #expect(ran.output.contains("課等の長 税務課\n"), "\(ran)")
        #expect(ran.output.contains("権限    人・指定・来訪を見る、その職に許された指示を出す\n"), "\(ran)")
        try await service.close()
    }

    @Test func `JSON goes out as it came, without colour or a word beside it`() async throws {
        let service = try await board()
        let ran = try await run(["me", "--json"], on: service)
        #expect(ran.output == Program.me + "\n" && ran.complaints.isEmpty)
        try await service.close()
    }
}
