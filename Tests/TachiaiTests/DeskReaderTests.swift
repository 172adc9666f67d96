// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import NIOHTTP1
import Testing

@testable import tachiai

/// The reader of the officer's own computer, with a stand-in for `tachiaid` beside the real `tachiai`.
@Suite struct DeskReaderTests {
    private static let number = "012E3D4C5B6A7988"
    private static let fingerprint = "fp:" + String(repeating: "a1", count: 32)
    private static let shown =
        #"{"assurance":"identifier","mark":"5f3a","number":"\#(number)","permanence":"lasting","reader":"1-2","systemCode":"FE00","technology":"felica"}"#
    private static let recognised =
        #"{"mayBeIssued":true,"fingerprint":"\#(fingerprint)","person":"100201","status":"active","technology":"felica","systemCode":"FE00","assurance":"identifier"}"#
    private static let strange =
        #"{"mayBeIssued":false,"obstacle":"random","technology":"type-a","assurance":"identifier"}"#

    /// A folder with the program in it, as an installer would lay it out.
    private final class Desk {
        let folder: URL
        var program: URL { folder.appending(path: "bin/tachiai") }
        var asked: URL { folder.appending(path: "asked") }

        init() throws {
            let beside = Program.built.deletingLastPathComponent()
            folder = beside.appending(path: "desk-\(UUID().uuidString.prefix(8))")
            for name in ["bin", "path"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name),
                    withIntermediateDirectories: true
                )
            }
            // A hard link: the program looks beside the file that it is.
            try FileManager.default.linkItem(at: Program.built, to: program)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        /// Lays a stand-in for `tachiaid` into a folder of the desk.
        @discardableResult
        func standIn(_ script: String, in place: String = "bin") throws -> URL {
            let file = folder.appending(path: "\(place)/tachiaid")
            let text = "#!/bin/sh\nprintf '%s' \"$*\" > '\(asked.path)'\n\(script)\n"
            try Data(text.utf8).write(to: file)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: file.path
            )
            return file
        }

        func run(_ words: [String], on service: TestService) async throws -> Program {
            try await Program.run(
                words,
                environment: [
                    "TACHIAI_SOCKET": service.place.description, "TACHIAI_TOKEN": "t0ken",
                    "LANG": "en_US.UTF-8", "HOME": "/nonexistent",
                    "PATH": folder.appending(path: "path").path,
                ],
                as: program
            )
        }
    }

    /// A board that knows one person, and says this of every badge.
    private func board(saying reply: String) async throws -> TestService {
        try await TestService(with: nil) { _, asked in
            switch (asked.method, asked.uri.split(separator: "?").first) {
            case (.GET, "/v1/me"): .json(200, Program.me)
            case (.GET, "/v1/people"):
                .json(
                    200,
                    #"{"items":[{"row":{"id":"100201","name":"新田 一","department":"kikaku"},"tag":"1"}],"next":null}"#
                )
            case (.POST, "/v1/badge-reads"): .json(200, reply)
            default: .json(200, #"{"record":77}"#)
            }
        }
    }

    private func changes(_ service: TestService, to path: String) -> [TestService.Asked] {
        service.asked.filter { $0.method == .POST && $0.uri == path }
    }

    @Test(arguments: ["bin", "path"])
    func `what the desk's reader read is told to the board, and its number to nobody else`(
        _ place: String
    ) async throws {
        let (desk, service) = (try Desk(), try await board(saying: Self.recognised))
        try desk.standIn("echo '\(Self.shown)'", in: place)
        let ran = try await desk.run(["badge", "read", "--seconds", "7"], on: service)
        #expect(ran.status == 0, "\(ran)")
        #expect(
            try String(contentsOf: desk.asked, encoding: .utf8)
                == "hardware --next --json --with-number --within 7"
        )
        let body = try #require(changes(service, to: "/v1/badge-reads").first?.body)
        #expect(body.contains(#""number":"\#(Self.number)""#))
        #expect(body.contains(#""systemCode":"FE00""#))
        #expect(!body.contains("seconds"))
        for told in [Self.fingerprint, "felica", "FE00", "identifier", "lasting", "100201"] {
            #expect(ran.output.contains(told), "\(ran.output)")
        }
        #expect(!(ran.output + ran.complaints).contains(Self.number))
        try await service.close()
    }

    @Test func `a badge is given out by its fingerprint once the desk's reader has read it`()
        async throws
    {
        let (desk, service) = (try Desk(), try await board(saying: Self.recognised))
        try desk.standIn("echo '\(Self.shown)'")
        let ran = try await desk.run(["badge", "issue", "100201", "--here", "--yes"], on: service)
        #expect(ran.status == 0, "\(ran)")
        #expect(ran.complaints.contains("identifier"), "the assurance is shown at enrolment")
        let issue = try #require(changes(service, to: "/v1/badges").first?.body)
        #expect(issue.contains(Self.fingerprint))
        for said in [
            #""technology":"felica""#, #""systemCode":"FE00""#, #""assurance":"identifier""#,
        ] {
            #expect(issue.contains(said), "\(issue)")
        }
        #expect(!issue.contains(Self.number))
        try await service.close()
    }

    @Test func `a number that a card makes anew is given to nobody, and why is said`() async throws
    {
        let (desk, service) = (try Desk(), try await board(saying: Self.strange))
        try desk.standIn("echo '\(Self.shown)'")
        let issued = try await desk.run(
            ["badge", "issue", "100201", "--here", "--yes"],
            on: service
        )
        #expect(issued.status == ShellStatus.refused.rawValue)
        #expect(issued.complaints.contains("This card gives a new number each time"))
        #expect(changes(service, to: "/v1/badges").isEmpty)
        let read = try await desk.run(["badge", "read"], on: service)
        #expect(read.output.contains("This card gives a new number each time"))
        #expect(read.output.contains("random"))
        try await service.close()
    }

    @Test func `a computer without tachiaid is told what it needs`() async throws {
        let (desk, service) = (try Desk(), try await board(saying: Self.recognised))
        let ran = try await desk.run(["badge", "read"], on: service)
        #expect(ran.status == ShellStatus.failed.rawValue)
        #expect(ran.complaints.contains("tachiaid"))
        #expect(ran.complaints.contains("Hardware/readers.md"))
        #expect(service.asked.isEmpty)
        try await service.close()
    }

    @Test
    func `who holds the reader is passed on, with the remedy and nothing that a terminal obeys`()
        async throws
    {
        let (desk, service) = (try Desk(), try await board(saying: Self.recognised))
        let cause =
            "1-2: somebody else holds it: pcscd (process 9): systemctl mask --now pcscd.socket"
        try desk.standIn("printf '\(cause)\\033[2J\\n' >&2; exit 1")
        let ran = try await desk.run(["badge", "read"], on: service)
        #expect(ran.status == ShellStatus.failed.rawValue)
        #expect(ran.complaints.contains(cause))
        #expect(!ran.complaints.contains("\u{1B}"))
        #expect(service.asked.isEmpty)
        try await service.close()
    }

    @Test(arguments: ["echo nonsense", "true", #"echo '{"number":5}'"#])
    func `an answer that makes no sense is no badge`(_ script: String) async throws {
        let (desk, service) = (try Desk(), try await board(saying: Self.recognised))
        try desk.standIn(script)
        let ran = try await desk.run(["badge", "read"], on: service)
        #expect(ran.status == ShellStatus.failed.rawValue)
        #expect(ran.complaints.contains("makes no sense"))
        #expect(service.asked.isEmpty)
        try await service.close()
    }

    @Test(.timeLimit(.minutes(1)))
    func `a program that never ends is ended`() async throws {
        let desk = try Desk()
        let program = try desk.standIn("exec tail -f /dev/null")
        let reader = DeskReader(program, grace: .milliseconds(100))
        await #expect(throws: Complaint.self) { try await reader.next(within: 0) }
    }

    @Test(arguments: ["random", "emulated", "disproved"])
    func `every obstacle has a word of its own`(_ obstacle: String) {
        let english = Words(language: .english)
        #expect(english.permanence(obstacle) == obstacle)
        #expect(english.permanence(nil) == "lasting")
    }
}
