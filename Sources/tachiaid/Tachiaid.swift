// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Foundation

/// The service beside the door, and what the installer needs of it.
@main
struct Tachiaid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tachiaid",
        abstract: "入退室管理サービス / The access controller beside the door.",
        discussion: """
            終了状態：0 済み、1 失敗したか期待と違う、2 ファイルや引数が使えない、64 使い方の誤り
            Exit codes: 0 done; 1 something failed, or an expectation was not met; \
            2 a file or an argument is unusable; 64 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            Run.self, Simulate.self, Replay.self, Check.self, Hardware.self, Secure.self,
            CardKey.self,
        ]
    )

    /// The language that messages to people are in.
    static var language: Language {
        Language(environment: ProcessInfo.processInfo.environment)
    }
}

/// What people are told before a program ends.
func complain(_ lines: [String]) {
    for line in lines {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
}

extension ExitCode {
    /// A file or an argument is unusable.
    static let unusable = ExitCode(2)
}
