// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Foundation
import Testing

@testable import tachiai

/// The help texts as files; `UPDATE_SNAPSHOTS=1` writes them anew.
@Suite struct HelpTests {
    /// Every command, by the words that lead to it.
    private static func commands(
        _ command: any ParsableCommand.Type = Tachiai.self,
        _ path: [String] = []
    ) -> [(String, any ParsableCommand.Type)] {
        let name = path.isEmpty ? "tachiai" : path.joined(separator: "-")
        return [(name, command)]
            + command.configuration.subcommands.flatMap { child in
                commands(child, path + [child.configuration.commandName ?? ""])
            }
    }

    private static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Snapshots")
    }

    @Test(arguments: Language.allCases)
    func `the help is what it was`(_ language: Language) throws {
        for (name, command) in Self.commands() {
            let text = Words.$now.withValue(Words(language: language)) {
                Words.now.help(command.helpMessage(columns: 80)) + "\n"
            }
            let file = Self.folder.appendingPathComponent("\(name).\(language.rawValue).txt")
            if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
            if language == .japanese { #expect(text.firstMatch(of: /<[a-z-]+>/) == nil, "\(name)") }
        }
    }

    @Test func `the help names every exit status`() {
        for language in Language.allCases {
            let text = Words(language: language).discussion
            for status in ShellStatus.allCases { #expect(text.contains("\(status.rawValue) ")) }
        }
    }

    @Test func `no snapshot is left of a command that is gone`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let known = Self.commands().flatMap { ["\($0.0).en.txt", "\($0.0).ja.txt"] }
        #expect(Set(files).subtracting(known) == [])
    }

    @Test func `completion scripts know every command`() {
        for shell in [CompletionShell.bash, .zsh, .fish] {
            let script = Tachiai.completionScript(for: shell)
            for word in ["designate", "hold-open", "idempotency-key"] {
                #expect(script.contains(word))
            }
        }
    }

    @Test(arguments: [
        ["journal", "--last", "0"], ["journal", "--kind", "nonsense"], ["badge", "read", "a", "b"],
        ["badge", "read", "x", "--seconds", "121"],
        ["badge", "issue", "1", "--read", "x", "--here"], ["policy", "apply"], ["nonsense"],
        ["designate", "1", "-r", "x"],
        ["designate", "1", "2", "-r", "x", "--reason", "y", "--id", "z"],
        ["designate", "1", "-r", "x", "--reason", "y", "--hours", "always"], ["sign"],
        ["sign", "D-1", "--waiting"], ["office", "appoint", "1", "king"],
        ["office", "appoint", "1", "head"], ["office", "appoint", "1", "acting"],
        ["visit", "request", "V-1", "-r", "x"], ["visit", "approve", "V-1", "V-2", "-r", "x"],
        ["visit", "approve", "V-1", "V-2"], ["visit", "items", "A-1"],
        ["door", "hold-open", "d", "--minutes", "61", "--watcher", "1", "--reason", "x"],
        ["door", "hold-open", "d", "--minutes", "5", "--watcher", "1"],
        ["explain", "record", "x"], ["explain", "record", "5", "--at", "now"], ["explain", "1"],
        ["alarm", "acknowledge", "nonsense"], ["login", "a b"], ["person", "list", "--limit", "0"],
        ["login", "board", "--fingerprint", "AB:CD"], ["who", "--profile", "a", "--socket", "b"],
        ["sign", "D-1", "--idempotency-key", "a b"], ["person", "pin", "1", "482137"],
        ["badge", "lost", "x"], ["badge", "lost", "x", "--reason", ""], ["badge", "suspend", "x"],
        ["person", "suspend", "1"], ["person", "suspend", "1", "--reason", "　 "],
        ["lockdown", "start"], ["lockdown", "start", "--allow", "1", "--reason", ""],
        ["designate", "1", "-r", "x", "--reason", ""],
    ])
    func `a mistake in the usage is found before anything is asked`(_ words: [String]) {
        #expect(throws: (any Error).self) { try Tachiai.parseAsRoot(words) }
    }

    @Test(arguments: [
        ["journal", "--follow"], ["journal", "show", "5"], ["review"], ["review", "walk", "--all"],
        ["office", "appoint", "山本", "情報責任者"],
        ["office", "appoint", "1", "head", "--department", "税務課"],
        [
            "designate", "1", "山本", "-r", "a", "-r", "b", "--reason", "x", "--hours",
            "平日 8:00-19:00", "-n",
        ],
        ["visit", "approve", "A-2026-015", "--yes"], ["explain", "record", "5"],
        ["explain", "山本", "server-4f", "--at", "来週月曜 19:30"],
        ["lockdown", "start", "--reason", "x"],
        ["alarm", "acknowledge", "door-forced"], ["login", "board:8443", "--profile", "main"],
    ])
    func `what the documents show is understood`(_ words: [String]) throws {
        _ = try Tachiai.parseAsRoot(words)
    }
}
