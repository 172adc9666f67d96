// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Foundation
import NIOHTTP1
import Testing

@testable import tachiai

/// What is seen before a change is asked for, and what is said where it may not be seen.
@Suite struct ForesightTests {
    private static func page(_ items: [String]) -> TestService.Reply {
        .json(200, #"{"items":[\#(items.joined(separator: ","))],"next":null}"#)
    }

    private static func person(_ id: String, _ department: String?) -> String {
        let row = department.map { #","department":"\#($0)""# } ?? ""
        return #"{"row":{"id":"\#(id)","name":"N\#(id)"\#(row)},"tag":"1"}"#
    }

    private static let people = [
        person("1", "joho"), person("2", "zeimu"), person("3", "joho"), person("V-1", nil),
    ]
    private static let room =
        #"{"id":"server-4f","name":"サーバ室","site":"main","competentSections":["zeimu"],"parameters":[{"key":"escorts","value":"information-department","standard":null,"deviates":false,"isFixed":false,"article":"28(3)","english":"","japanese":""}]}"#

    private static func notAllowed() -> TestService.Reply {
        let problem = Problem(.notAllowed, detail: "Offices that may: auditor.", japanese: "監査")
        let json = try? JSONEncoder().encode(problem)
        return .json(403, String(decoding: json ?? Data(), as: UTF8.self))
    }

    /// Runs a command against a board of four people and one room.
    private func run(
        _ words: [String],
        tokens: [String] = [],
        offices: String = "[]",
        appointments: [String] = [],
        designations: [String] = [],
        blindTo hidden: Set<String> = [],
        refusing refused: String? = nil
    ) async throws -> (Program, [String]) {
        let service = try await TestService(with: nil) { _, asked in
            let path = String(asked.uri.split(separator: "?")[0])
            if hidden.contains(path) { return Self.notAllowed() }
            if path.hasPrefix("/v1/policy") {
                return .json(200, #"{"revision":7,"changes":[],"warnings":[]}"#)
            }
            if asked.method != .GET {
                guard let refused, asked.body.contains(refused) else {
                    return .json(200, #"{"record":77}"#)
                }
                let problem = try? JSONEncoder().encode(Problem(.againstRules, detail: "twice"))
                return .json(409, String(decoding: problem ?? Data(), as: UTF8.self))
            }
            switch path {
            case "/v1/me":
                return .json(
                    200,
                    Program.me.replacing("[],\"rights\"", with: offices + ",\"rights\"")
                )
            case "/v1/visits/A-2026-061":
                return .json(
                    200,
                    #"{"row":{"id":"A-2026-061","visitors":["V-1"],"rooms":["server-4f"],"necessity":"点検","from":"2026-04-08","until":"2026-04-08"},"tag":"1","state":"requested","used":[],"inside":[]}"#
                )
            case "/v1/lockdowns":
                return Self.page([
                    #"{"room":"server-4f","allow":["3"],"since":"2026-04-08T10:00:00+09:00"}"#
                ])
            case _ where path.hasPrefix("/v1/visits/"):
                let problem = try? JSONEncoder().encode(Problem(.notFound))
                return .json(404, String(decoding: problem ?? Data(), as: UTF8.self))
            case _ where path.hasPrefix("/v1/designations/"):
                return .json(200, Self.designation(String(path.dropFirst(17)), "section-head"))
            case "/v1/designations": return Self.page(designations)
            case "/v1/appointments": return Self.page(appointments)
            case "/v1/people": return Self.page(Self.people)
            case "/v1/tokens": return Self.page(tokens)
            case "/v1/rooms": return Self.page([Self.room])
            case "/v1/next-ids":
                return .json(200, #"{"designation":"D-2026-001","visit":"A-2026-001"}"#)
            case "/v1/departments":
                return Self.page([
                    #"{"row":{"id":"joho","name":"J","kinds":["information-department"]},"tag":"1"}"#,
                    #"{"row":{"id":"zeimu","name":"Z"},"tag":"1"}"#,
                ])
            default: return Self.page([])
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

    private static func token(_ until: String?, isRevoked: Bool = false) -> String {
        let end = until.map { #","until":"\#($0)""# } ?? ""
        return
            #"{"number":1,"person":"1","label":"x","isRevoked":\#(isRevoked)\#(end)}"#
    }

    @Test(arguments: [
        ([], false), ([token(nil, isRevoked: true)], false),
        ([token("2020-01-01T00:00:00+09:00")], false), ([token(nil)], true),
    ])
    func `nobody becomes the information officer who could not act as one`(
        tokens: [String],
        isAppointed: Bool
    ) async throws {
        let words = ["office", "appoint", "1", "officer", "--yes"]
        let (ran, bodies) = try await run(words, tokens: tokens)
        #expect(ran.status == (isAppointed ? 0 : ShellStatus.refused.rawValue), "\(ran)")
        #expect(bodies.isEmpty != isAppointed)
        #expect(ran.complaints.contains("tachiai token issue") != isAppointed)
    }

    @Test func `who loses an office by an appointment is said before it is made`() async throws {
        let held =
            #"{"row":{"office":"information-officer","person":"3","from":"2026-04-01"},"isHeld":true,"isComing":false}"#
        let (ran, bodies) = try await run(
            ["office", "appoint", "1", "officer", "--from", "2026-05-01", "--yes"],
            tokens: [Self.token(nil)],
            appointments: [held]
        )
        #expect(ran.status == 0 && bodies.count == 1, "\(ran)")
        #expect(ran.complaints.contains("the term of 3 N3 ends at 2026-05-01 00:00:00."))
        let (outside, none) = try await run([
            "office", "appoint", "V-1", "acting", "--basis", "x", "--yes",
        ])
        #expect(outside.status == ShellStatus.refused.rawValue && none.isEmpty)
        let (auditor, bodiesOfAuditor) = try await run([
            "office", "appoint", "V-1", "auditor", "--yes",
        ])
        #expect(
            auditor.status == 0 && bodiesOfAuditor.count == 1,
            "who audits may come from outside"
        )
    }

    @Test(arguments: [(nil, true), ("2026-05-01", true), ("2026-04-08", false)])
    func `a seat that is left empty is told of`(successor: String?, isEmpty: Bool) async throws {
        func head(_ person: String, _ from: String, isHeld: Bool) -> String {
            #"{"row":{"office":"section-head","person":"\#(person)","department":"zeimu","from":"\#(from)"},"isHeld":\#(isHeld),"isComing":\#(!isHeld)}"#
        }
        let (ran, bodies) = try await run(
            ["office", "end", "2", "head", "--department", "zeimu", "--yes"],
            appointments: [head("2", "2026-04-01", isHeld: true)]
                + (successor.map { [head("1", $0, isHeld: false)] } ?? [])
        )
        #expect(ran.status == 0 && bodies.count == 1, "\(ran)")
        #expect(ran.complaints.contains("nobody is section-head Z") == isEmpty, "\(ran)")
    }

    @Test func `what is said beside a request's number is approved, and not left out`() async throws
    {
        let (ran, bodies) = try await run([
            "visit", "approve", "A-2026-061", "--until", "2026-04-09 20:00", "--entries", "3",
            "--yes",
        ])
        #expect(ran.status == 0, "\(ran)")
        #expect(bodies.count == 1 && bodies[0].contains(#""until":"2026-04-09T20:00:00+09:00""#))
        #expect(bodies[0].contains(#""entries":3"#) && bodies[0].contains(#""necessity":"点検""#))
        let (person, none) = try await run(["visit", "approve", "V-1", "--until", "today", "--yes"])
        #expect(person.status == ShellStatus.usage.rawValue && none.isEmpty, "\(person)")
    }

    @Test func `a lock-down that takes the place of another says whom it drops`() async throws {
        let words = ["lockdown", "start", "server-4f", "--allow", "1", "--reason", "x"]
        let (ran, bodies) = try await run(words)
        #expect(ran.status == 0 && bodies.count == 1, "\(ran)")
        #expect(ran.complaints.contains("until now: 3 N3"))
        let (_, asked) = try await run(words, blindTo: ["/v1/lockdowns"])
        #expect(asked.count == 1, "who may not see them may still order one")
    }

    @Test func `who may see no people is told to write a number, not that an office is missing`()
        async throws
    {
        let (ran, bodies) = try await run(
            ["leave", "伊藤四季", "--reason", "x", "--yes"],
            blindTo: ["/v1/people"]
        )
        #expect(ran.status == ShellStatus.notAllowed.rawValue && bodies.isEmpty, "\(ran)")
        #expect(ran.complaints.contains("write the number"))
        let (number, asked) = try await run(
            ["leave", "V-1", "--reason", "x", "--yes"],
            blindTo: ["/v1/people"]
        )
        #expect(number.status == 0 && asked.count == 1, "\(number)")
    }

    @Test func `a list of transfers with a day of its own is not carried out on another`()
        async throws
    {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("moves-\(UInt32.random(in: 0 ... .max)).csv")
        try Data("番号,異動先,発令日\n1,Z,2026-05-01\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let words = ["transfer", file.path, "--yes", "--effective"]
        let (other, none) = try await run(words + ["2026-04-10"])
        #expect(other.status == ShellStatus.usage.rawValue && none.isEmpty, "\(other)")
        #expect(other.complaints.contains("2026-05-01"))
    }

    @Test func `who is registered with neither department nor company is told of`() async throws {
        let words = ["person", "add", "100304", "山田 太郎"]
        let (ran, bodies) = try await run(words)
        #expect(ran.status == 0 && bodies.count == 1, "\(ran)")
        #expect(ran.complaints.contains("neither department nor company"))
        let (guest, _) = try await run(words + ["--company", "x"])
        #expect(guest.complaints.isEmpty, "\(guest)")
        let (claim, asked) = try await run(["claim", "岡村正樹", "--from", "/dev/null"])
        #expect(claim.status == ShellStatus.usage.rawValue && asked.isEmpty)
        #expect(claim.complaints.contains("write the information officer's number"))
    }

    @Test func `an empty word is a mistake of its own`() async throws {
        for words in [["revoke", ""], ["person", "show", " "], ["designate", "1", "--room", ""]] {
            let (ran, bodies) = try await run(words)
            #expect(ran.status == ShellStatus.usage.rawValue && bodies.isEmpty, "\(ran)")
            #expect(ran.complaints.contains("An argument is empty"))
        }
    }

    @Test func `what speaks against one of several speaks against no other`() async throws {
        let words = ["designate", "1", "2", "3", "--room", "server-4f", "--reason", "x"]
        let (ran, bodies) = try await run(words, refusing: #""person":"2""#)
        #expect(bodies.count == 3, "\(ran)")
        #expect(ran.status == ShellStatus.refused.rawValue)
        #expect(ran.complaints.contains("1 of 3 were refused."))
    }

    @Test func `who may not look something up is not told who might`() async throws {
        let words = ["lockdown", "end", "--yes"]
        let (ran, bodies) = try await run(words, blindTo: ["/v1/lockdowns", "/v1/rooms"])
        #expect(ran.status == ShellStatus.notAllowed.rawValue, "\(ran)")
        #expect(!ran.complaints.contains("auditor") && ran.complaints.contains("tachiai me"))
        let (list, _) = try await run(["lockdown", "list"], blindTo: ["/v1/lockdowns"])
        #expect(list.complaints.contains("auditor"), "to read it is another matter")
        #expect(bodies.isEmpty)
    }

    @Test func `a policy is tried where it would be put into force, not only compared`()
        async throws
    {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("policy-\(UInt32.random(in: 0 ... .max)).yaml")
        try Data("rooms: []\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let words = ["policy", "apply", file.path]
        let (tried, bodies) = try await run(words + ["--dry-run"])
        #expect(tried.status == 0 && tried.output.contains("would be accepted"), "\(tried)")
        #expect(bodies.count == 2, "compared, and judged")
        let (refused, _) = try await run(words + ["--dry-run"], blindTo: ["/v1/policy"])
        #expect(refused.status == ShellStatus.notAllowed.rawValue, "\(refused)")
        #expect(refused.complaints.contains("Offices that may: auditor."), "of the order itself")
        let (blind, asked) = try await run(words, blindTo: ["/v1/policy/diff"])
        #expect(blind.status == ShellStatus.notAllowed.rawValue, "\(blind)")
        #expect(!blind.complaints.contains("auditor") && asked.count == 1)
    }

    private static func designation(_ id: String, _ awaited: String) -> String {
        #"{"row":{"id":"\#(id)","person":"1","rooms":["server-4f"],"reason":"x"},"tag":"1","state":"proposed","completeFor":[],"incompleteFor":["server-4f"],"awaitedSignatures":["\#(awaited)"],"formerOffices":[]}"#
    }

    @Test(arguments: [
        (#"[{"office":"information-officer"}]"#, ["D-1"]),
        (#"[{"office":"acting-information-officer","basis":"x"}]"#, ["D-1"]),
        (#"[{"office":"section-head","department":"zeimu"}]"#, ["D-2"]),
        (#"[{"office":"section-head","department":"joho"}]"#, []), (#"[{"office":"auditor"}]"#, []),
    ])
    func `sign --waiting signs what awaits this bearer's signature, and no other's`(
        offices: String,
        signed: [String]
    ) async throws {
        let (ran, bodies) = try await run(
            ["sign", "--waiting", "--yes"],
            offices: offices,
            designations: [
                Self.designation("D-1", "information-officer"),
                Self.designation("D-2", "section-head"),
            ]
        )
        #expect(ran.status == 0, "\(ran)")
        #expect(bodies.count == signed.count)
        for id in ["D-1", "D-2"] { #expect(ran.output.contains(id) == signed.contains(id)) }
        #expect(ran.output.contains("No designation waits for your signature.") == signed.isEmpty)
    }

    @Test(arguments: [("yesterday", true), ("2026-04-08", false), ("2026-04-07", true)])
    func `a period that is over already is told of`(until: String, isOver: Bool) async throws {
        for words in [
            ["visit", "approve", "V-1", "--necessity", "x"], ["designate", "1", "--reason", "x"],
        ] {
            let (ran, _) = try await run(
                words + ["--room", "server-4f", "--from", "2026-04-01", "--until", until]
                    + ["--dry-run"]
            )
            #expect(ran.status == 0, "\(ran)")
            #expect(ran.complaints.contains("this period is over already") == isOver)
        }
    }

    @Test(arguments: [(6, true), (7, false)])
    func `a document that was exported before other changes is told of`(
        revision: Int,
        isOld: Bool
    ) async throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("policy-\(UInt32.random(in: 0 ... .max)).yaml")
        let text = ExportedRevision.line("\(revision)") + "\nrooms: []\n"
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (ran, _) = try await run(["policy", "diff", file.path])
        #expect(ran.complaints.contains("exported at revision 6") == isOld, "\(ran)")
    }

    @Test func `whoever sees no badges is not told that somebody has none`() async throws {
        let words = ["badge", "lost", "1", "--reason", "x", "--yes"]
        let (ran, bodies) = try await run(words, blindTo: ["/v1/badges"])
        #expect(ran.status == ShellStatus.notAllowed.rawValue, "\(ran)")
        #expect(bodies.isEmpty)
    }

    @Test(arguments: [
        ("V-1", ShellStatus.usage, "is a visitor of this visit"),
        ("2", .done, "is of no department whose staff escort in server-4f"),
        ("1", .done, ""),
    ])
    func `an escort who could attend nobody is told of`(
        escort: String,
        status: ShellStatus,
        sentence: String
    ) async throws {
        let words = [
            "visit", "approve", "V-1", "--room", "server-4f", "--from", "today", "--until", "today",
            "--necessity", "x", "--escort", escort, "--dry-run",
        ]
        let (ran, _) = try await run(words)
        #expect(ran.status == status.rawValue, "\(ran)")
        #expect(sentence.isEmpty ? ran.complaints.isEmpty : ran.complaints.contains(sentence))
    }
}
