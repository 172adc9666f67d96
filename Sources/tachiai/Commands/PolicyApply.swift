// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import NIOHTTP1

/// Puts a policy document into force, after showing what it changes and asking.
struct PolicyApply: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "apply", abstract: Words.now.aboutApply)
    }

    @Argument(help: ArgumentHelp(Words.now.helpPolicyFile, valueName: "file"))
    var file: String

    @Flag(help: ArgumentHelp(Words.now.helpDryRun))
    var dryRun = false

    @Flag(help: ArgumentHelp(Words.now.helpYes))
    var yes = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let input = try InputFile(file)
        let server = try common.server()
        let screen = Screen.standard
        let (answer, reply) = try await PolicyReport.compared(input, with: server)
        if !common.json { PolicyReport(words: .now, screen: screen).show(reply, of: input) }
        guard !dryRun, !reply.changes.isEmpty else {
            if common.json { screen.write(answer.text) }
            return
        }
        try confirm(reply, screen)
        let applied = try await PolicyReport.placing(input) {
            try await server.send(
                .PUT,
                APIPath.policy,
                document: input.text,
                tag: answer.tag
            )
        }
        guard !common.json else { return screen.write(applied.text) }
        screen.write(Words.now.applied(try applied.json(PolicyReply.self).revision))
    }

    private func confirm(_ reply: PolicyReply, _ screen: Screen) throws {
        guard !yes else { return }
        guard Screen.canAsk, file != "-" else { throw Complaint(.usage, Words.now.sayYes) }
        guard screen.confirms(Words.now.askApply(reply.changes.count)) else {
            throw Complaint(.refused, Words.now.notApplied)
        }
    }
}
