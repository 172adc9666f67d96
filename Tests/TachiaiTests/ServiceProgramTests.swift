// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What the service's program says to whoever runs it by hand.
@Suite struct ServiceProgramTests {
    private func run(_ words: [String], _ locale: String) async throws -> Program {
        try await Program.run(
            words,
            environment: ["LANG": locale],
            as: Program.built.deletingLastPathComponent().appending(path: "tachiaid")
        )
    }

    @Test(arguments: [["check"], ["replay"]])
    func `a file that is not there, or is none, is said so in the reader's language`(
        _ command: [String]
    ) async throws {
        let missing = try await run(command + ["/nonexistent/a.yaml"], "ja_JP.UTF-8")
        #expect(missing.complaints == "/nonexistent/a.yaml:1:1: ファイルがありません。\n")
        #expect(missing.status == 2)
        let english = try await run(command + ["/nonexistent/a.yaml"], "en_US.UTF-8")
        #expect(english.complaints == "/nonexistent/a.yaml:1:1: there is no such file\n")
        let folder = try await run(command + ["/tmp"], "ja_JP.UTF-8")
        #expect(folder.complaints == "/tmp:1:1: フォルダです。ファイルを書いてください。\n")
    }

    @Test(arguments: ["run", "simulate", "replay", "check", "hardware", "secure", "card-key"])
    func `every option is explained in both languages`(_ command: String) async throws {
        let help = try await run([command, "--help"], "ja_JP.UTF-8").output
        let lines = help.split(separator: "\n").map(String.init)
        let own = lines.filter { line in
            (line.hasPrefix("  -") || line.hasPrefix("  <"))
                && !["--version", "--help"].contains { line.contains($0) }
        }
        #expect(!own.isEmpty)
        for line in own {
            // The text stands in the second column, or below a name that reaches into it.
            let isBelow = line.dropFirst(26).allSatisfy { $0.isASCII }
            let next = lines.firstIndex(of: line).map { $0 + 1 }.flatMap { place in
                isBelow && lines.indices.contains(place) ? lines[place] : nil
            }
            #expect((next?.hasPrefix("   ") ?? true), "\(line)")
            #expect((line + (next ?? "")).contains { $0 >= "\u{3040}" }, "\(line)")
        }
    }
}
