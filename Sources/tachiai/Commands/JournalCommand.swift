// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// The journal (記録).
struct JournalCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "journal",
            abstract: Words.now.aboutJournal,
            subcommands: [JournalList.self, JournalShow.self, JournalVerify.self],
            defaultSubcommand: JournalList.self
        )
    }
}

/// Shows one record with everything that it says.
struct JournalShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Words.now.aboutJournalShow)
    }

    @Argument(help: ArgumentHelp(Words.now.helpRecord, valueName: "number"))
    var number: Int64

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let path = APIPath.filled(APIPath.journalRecord, String(number))
        try await common.show(path, of: RecordReply.self) {
            JournalReport(words: $1, screen: .standard).lines($0)
        }
    }
}

/// Proves that nobody has edited the journal (L9); the status is 1 where somebody has.
struct JournalVerify: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "verify", abstract: Words.now.aboutJournalVerify)
    }

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let reply = try await complaining {
            let answer = try await common.server().get(APIPath.journalVerification)
            let reply = try answer.json(VerificationReply.self)
            Screen.standard.write(common.json ? answer.text : Words.now.verified(reply))
            return reply
        }
        guard reply.isWhole else { throw ExitCode(ShellStatus.refused.rawValue) }
    }
}
