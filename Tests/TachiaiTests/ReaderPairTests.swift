// SPDX-License-Identifier: Apache-2.0
import NIOHTTP1
import Testing

@testable import tachiai

/// What comes of a pairing is waited for.
@Suite struct ReaderPairTests {
    private static func record(_ number: Int, _ reader: String, _ state: String) -> String {
        #"{"number":\#(number),"at":"2026-04-10T09:30:05.123+09:00","isTrusted":true,"kind":"reader","reader":"\#(reader)","state":"\#(state)","text":"the time is over","digest":""}"#
    }

    /// Runs the command against a board whose journal says so.
    private func pair(_ records: [String], _ more: [String] = []) async throws -> Program {
        let service = try await TestService(with: nil) { _, asked in
            guard asked.method == .GET else { return .json(200, #"{"record":77}"#) }
            guard asked.uri == "/v1/journal?kind=reader&after=77" else {
                return .json(404, "{}")
            }
            return .json(200, #"{"items":[\#(records.joined(separator: ","))]}"#)
        }
        let ran = try await Program.run(
            ["reader", "pair", "server-in", "--yes"] + more,
            environment: [
                "TACHIAI_SOCKET": service.place.description, "TACHIAI_TOKEN": "t0ken",
                "LANG": "en_US.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
            ]
        )
        try await service.close()
        return ran
    }

    @Test func `a reader that is paired is said to be, whatever others do`() async throws {
        let records = [
            Self.record(78, "server-in", "pairing"),
            Self.record(79, "archive-in", "pairing-failed"),
            Self.record(80, "server-in", "paired"),
        ]
        let ran = try await pair(records)
        #expect(ran.status == 0, "\(ran)")
        #expect(ran.output.hasSuffix("server-in: paired (record 80)\n"))
    }

    @Test func `a pairing that fails ends so, with its cause`() async throws {
        let ran = try await pair([Self.record(78, "server-in", "pairing-failed")])
        #expect(ran.status == ShellStatus.refused.rawValue, "\(ran)")
        #expect(ran.complaints == "server-in was not paired: the time is over\n")
    }

    @Test func `machines and trials do not wait`() async throws {
        #expect(try await pair([], ["--json"]).output == "{\"record\":77}\n")
        #expect(try await pair([], ["--dry-run"]).status == 0)
    }
}
