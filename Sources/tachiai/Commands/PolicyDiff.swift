// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Shows what a policy document would change; the status is 1 where it would change something.
struct PolicyDiff: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "diff", abstract: Words.now.aboutDiff)
    }

    @Argument(help: ArgumentHelp(Words.now.helpPolicyFile, valueName: "file"))
    var file: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let input = try InputFile(file)
        let server = try common.server()
        let (answer, reply) = try await PolicyReport.compared(input, with: server)
        if common.json {
            Screen.standard.write(answer.text)
        } else {
            PolicyReport(words: .now, screen: .standard).show(reply, of: input)
        }
        guard reply.changes.isEmpty else { throw ExitCode(ShellStatus.refused.rawValue) }
    }
}
