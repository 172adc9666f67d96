// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Foundation
import Testing

@testable import tachiai

/// The help texts as files; `UPDATE_SNAPSHOTS=1` writes them anew.
@Suite struct HelpTests {
    private static let commands: [(String, any ParsableCommand.Type)] = [
        ("tachiai", Tachiai.self), ("claim", ClaimCommand.self), ("status", StatusCommand.self),
        ("who", WhoCommand.self), ("journal", JournalCommand.self),
        ("policy", PolicyCommand.self), ("policy-export", PolicyExport.self),
        ("policy-diff", PolicyDiff.self), ("policy-apply", PolicyApply.self),
        ("badge", BadgeCommand.self), ("badge-read", BadgeRead.self),
    ]

    @Test(arguments: Language.allCases)
    func `the help is what it was`(_ language: Language) throws {
        for (name, command) in Self.commands {
            let text = Words.$now.withValue(Words(language: language)) {
                command.helpMessage(columns: 80) + "\n"
            }
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Snapshots/\(name).\(language.rawValue).txt")
            if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
        }
    }

    @Test func `the help names every exit status`() {
        for language in Language.allCases {
            let text = Words(language: language).discussion
            for status in ShellStatus.allCases { #expect(text.contains("\(status.rawValue) ")) }
        }
    }

    @Test(arguments: [
        ["journal", "--last", "0"], ["journal", "--kind", "nonsense"], ["badge", "read"],
        ["badge", "read", "x", "--seconds", "121"], ["policy", "apply"], ["nonsense"],
    ])
    func `a mistake in the usage is found before anything is asked`(_ words: [String]) {
        #expect(throws: (any Error).self) { try Tachiai.parseAsRoot(words) }
    }
}
