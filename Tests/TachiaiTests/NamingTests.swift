// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Foundation
import NIOHTTP1
import Testing

@testable import tachiai

/// Whom and what a command means, against a service that answers what the test says.
@Suite struct NamingTests {
    private static func badge(_ mark: String, _ status: String, _ person: String) -> String {
        let fingerprint = "fp:" + String(repeating: mark, count: 32)
        return
            #"{"fingerprint":"\#(fingerprint)","person":"\#(person)","kind":"visitor","status":"\#(status)","label":"来訪10","tag":"1"}"#
    }

    private static func record(_ number: Int) -> String {
        #"{"number":\#(number),"at":"2026-04-10T09:30:05.123+09:00","isTrusted":true,"kind":"exit","digest":""}"#
    }

    private static func page(_ items: [String], next: String = "null") -> TestService.Reply {
        .json(200, #"{"items":[\#(items.joined(separator: ","))],"next":\#(next)}"#)
    }

    /// A board with one person, some badges of one label, and many records.
    private func board(_ badges: [String] = [], records: Int = 0) async throws -> TestService {
        try await TestService(with: nil) { _, asked in
            guard asked.method == .GET else { return .json(200, #"{"record":77}"#) }
            let parts = asked.uri.split(separator: "?")
            switch parts.first {
            case "/v1/me": return .json(200, Program.me)
            case "/v1/people", "/v1/people/100002":
                let person =
                    #"{"row":{"id":"100002","name":"浜田 恵子","kana":"ハマダ ケイコ"},"tag":"1"}"#
                return parts[0] == "/v1/people" ? Self.page([person]) : .json(200, person)
            case "/v1/badges": return Self.page(badges)
            case "/v1/rooms":
                return Self.page([
                    #"{"id":"server-4f","name":"サーバ室","site":"main","competentSections":[],"parameters":[]}"#
                ])
            case "/v1/presence":
                return Self.page([
                    #"{"room":"server-4f","person":"100002","since":"2026-04-10T09:30:05.123+09:00"}"#
                ])
            case "/v1/journal":
                let last = parts[1].split(separator: "&").compactMap { part in
                    part.hasPrefix("last=") ? Int(part.dropFirst(5)) : nil
                }
                let from = max(1, records - (last.first ?? 0) + 1)
                return Self.page(from > records ? [] : (from...records).map(Self.record))
            case "/v1/alarms":
                let alarm =
                    #"{"alarm":"tamper","isAcknowledged":false,"isOver":false,"since":"2026-04-10T09:30:05.123+09:00"}"#
                return Self.page([alarm], next: #""2""#)
            case "/v1/designations/D-2026-001":
                return .json(
                    200,
                    #"{"row":{"id":"D-2026-001","person":"100002","rooms":["server-4f"],"reason":"x"},"tag":"1","state":"current","completeFor":[],"incompleteFor":[],"awaitedSignatures":[],"formerOffices":[]}"#
                )
            case "/v1/reviews":
                return .json(
                    200,
                    #"{"at":"2026-04-10T09:30:05.123+09:00","expiring":[],"overdue":[{"row":{"id":"D-2026-001","person":"100002","rooms":["server-4f"],"reason":"x"},"tag":"1","state":"current","completeFor":[],"incompleteFor":[],"awaitedSignatures":[],"formerOffices":[]}],"formerOffices":[],"unused":[],"isCut":false}"#
                )
            default:
                if asked.uri.hasPrefix("/v1/badges/"), let badge = badges.first {
                    return .json(200, badge)
                }
                return Self.page([])
            }
        }
    }

    private func environment(_ service: TestService) -> [String: String] {
        [
            "TACHIAI_SOCKET": service.place.description, "TACHIAI_TOKEN": "t0ken",
            "LANG": "en_US.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
        ]
    }

    private func run(_ words: [String], on service: TestService) async throws -> Program {
        try await Program.run(words, environment: environment(service))
    }

    private func changes(_ service: TestService) -> [TestService.Asked] {
        service.asked.filter { $0.method != .GET }
    }

    @Test(arguments: ["浜田恵子", "浜田　恵子", "ハマダケイコ", "はまだ けいこ", "100002", "１００００２"])
    func `a change takes the whole name or the number, however it is typed`(
        _ name: String
    ) async throws {
        let service = try await board()
        let ran = try await run(["person", "resume", name], on: service)
        #expect(ran.status == 0, "\(ran)")
        #expect(changes(service).map(\.uri) == ["/v1/people/100002/resume"])
        try await service.close()
    }

    @Test func `a part of a name is enough to look somebody up, and changes nothing`()
        async throws
    {
        let service = try await board()
        let shown = try await run(["person", "show", "浜田恵"], on: service)
        #expect(shown.status == 0, "\(shown)")
        let words = ["office", "appoint", "浜田恵", "auditor", "--yes"]
        let ran = try await run(words, on: service)
        #expect(ran.status == ShellStatus.usage.rawValue, "\(ran)")
        #expect(ran.complaints.contains("whole name"))
        #expect(ran.complaints.contains("100002  浜田 恵子"))
        #expect(changes(service).isEmpty)
        try await service.close()
    }

    @Test func `a name stands beside a number, where it may be known`() async throws {
        let service = try await board([Self.badge("a", "active", "100002")])
        let shown = try await run(["designation", "show", "D-2026-001"], on: service)
        #expect(shown.output.contains("100002 浜田 恵子"), "\(shown)")
        #expect(service.asked.contains { $0.uri == "/v1/people?id=100002&limit=1000" })
        #expect(shown.output.contains("server-4f サーバ室"))
        let inside = try await run(["who"], on: service)
        #expect(inside.output.contains("サーバ室") && !inside.output.contains("server-4f"), "\(inside)")
        let listed = try await run(["badge", "list"], on: service)
        #expect(listed.output.contains("  100002 浜田 恵子  "), "\(listed)")
        let json = try await run(["badge", "list", "--json"], on: service)
        #expect(!json.output.contains("浜田"), "what machines read stays as it came")
        try await service.close()
        let blind = try await TestService(with: nil) { _, asked in
            guard asked.uri.hasPrefix("/v1/people") else {
                return Self.page([Self.badge("a", "active", "100002")])
            }
            let problem = try? JSONEncoder().encode(Problem(.notAllowed))
            return .json(403, String(decoding: problem ?? Data(), as: UTF8.self))
        }
        let numbers = try await run(["badge", "list"], on: blind)
        #expect(numbers.status == 0 && numbers.output.contains("100002"), "\(numbers)")
        try await blind.close()
    }

    @Test func `numbers and ids may be typed full width; texts stay as they are`() {
        let typed = [
            "person", "add", "１００２０３", "Ｖ－０１０", "全角 数字", "--reason", "３Ｍ", "--minutes", "２０",
        ]
        #expect(
            TypedWords.plain(typed) == [
                "person", "add", "100203", "V-010", "全角 数字", "--reason", "３Ｍ", "--minutes", "20",
            ]
        )
    }

    @Test func `a label means the badge in use, and several are listed`() async throws {
        let used = Self.badge("b", "active", "V-011")
        let service = try await board([Self.badge("a", "returned", "V-010"), used])
        let ran = try await run(["badge", "return", "来訪１０"], on: service)
        #expect(ran.status == 0, "\(ran)")
        let path = "/v1/badges/fp%3A\(String(repeating: "b", count: 32))/return"
        #expect(changes(service).map(\.uri) == [path])
        try await service.close()
        let doubled = try await board([Self.badge("a", "active", "V-010"), used])
        let refused = try await run(["badge", "return", "来訪10"], on: doubled)
        #expect(refused.status == ShellStatus.usage.rawValue, "\(refused)")
        #expect(refused.complaints.contains("aaaa  active  V-010  来訪10"))
        #expect(refused.complaints.contains("bbbb  active  V-011  来訪10"))
        #expect(changes(doubled).isEmpty)
        try await doubled.close()
    }

    @Test func `whoever has no badge that fits is told which there are`() async throws {
        let lost = Self.badge("c", "lost", "100002").replacing("来訪10", with: "職員2")
        let service = try await board([lost])
        let ran = try await run(["badge", "lost", "浜田恵子", "--yes", "--reason", "x"], on: service)
        #expect(ran.status == ShellStatus.usage.rawValue, "\(ran)")
        #expect(ran.complaints.contains("no badge that this could be done to"))
        #expect(ran.complaints.contains("cccc  lost  100002"))
        try await service.close()
    }

    @Test func `the journal says that there is more before what it shows`() async throws {
        let service = try await board(records: 30)
        let ran = try await run(["journal"], on: service)
        #expect(ran.output.split(separator: "\n").count == 21, "\(ran)")
        #expect(ran.output.contains("\n11  ") && !ran.output.contains("\n10  "))
        #expect(ran.complaints == "There are earlier records (--last is 20).\n")
        let all = try await run(["journal", "--last", "30"], on: service)
        #expect(all.output.contains("\n1   ") && all.complaints.isEmpty, "\(all)")
        let alarms = try await run(["alarm", "list", "--limit", "1"], on: service)
        #expect(alarms.complaints == "There are more (--limit is 1).\n")
        try await service.close()
    }

    @Test func `whoever stops reading ends the program, without a word`() async throws {
        let service = try await board(records: 1000)
        let line = "'\(Program.built.path)' journal --last 999 | head -1"
        let ran = try await Program.run(
            ["-c", line],
            environment: environment(service),
            as: URL(filePath: "/bin/sh")
        )
        #expect(ran.status == 0)
        #expect(ran.output.hasPrefix("No."))
        #expect(!ran.complaints.contains("standard output"), "\(ran)")
        try await service.close()
    }

    @Test func `a walk revokes nothing by one key: it asks why, and once more`() async throws {
        for (typed, expected) in [
            ("r\n\nq\n", []), ("r\nleft\nn\nq\n", []),
            ("r\nleft\ny\n", [#"{"reason":"left"}"#]),
        ] {
            let service = try await board()
            // `script` gives it a terminal.
            let ran = try await Program.run(
                ["-qec", "'\(Program.built.path)' review walk", "/dev/null"],
                environment: environment(service),
                typing: typed,
                as: URL(filePath: "/usr/bin/script")
            )
            #expect(ran.output.contains("D-2026-001"), "\(ran)")
            #expect(changes(service).map(\.body) == expected, "\(ran)")
            try await service.close()
        }
    }
}
