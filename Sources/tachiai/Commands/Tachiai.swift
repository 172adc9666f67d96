// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// The officer's command line.
struct Tachiai: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tachiai",
            abstract: Words.now.about,
            discussion: Words.now.discussion,
            version: "tachiai (API \(APIPath.version))",
            subcommands: [
                ClaimCommand.self, StatusCommand.self, WhoCommand.self, JournalCommand.self,
                PolicyCommand.self, BadgeCommand.self,
            ]
        )
    }
}
