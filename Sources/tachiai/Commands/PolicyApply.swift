// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Puts a policy document into force, after showing what it changes and asking.
struct PolicyApply: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "apply", abstract: Words.now.aboutApply)
    }

    @Argument(help: ArgumentHelp(Words.now.helpPolicyFile, valueName: "file"))
    var file: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        let common = change.common
        let input = try InputFile(file)
        let server = try common.server()
        let screen = Screen.standard
        let (answer, reply) = try await PolicyReport.compared(input, with: server)
        if !common.json { PolicyReport(words: .now, screen: screen).show(reply, of: input) }
        guard !change.isTrial, !reply.changes.isEmpty else {
            guard common.json else {
                if change.isTrial {
                    screen.write(Words.now.wouldBeDone(Words.now.act("applyPolicy", "")))
                }
                return
            }
            return screen.write(answer.text)
        }
        try change.confirm(Words.now.askApply(reply.changes.count))
        let applied = try await PolicyReport.placing(input) {
            try await server.send(
                document: input.text,
                to: APIPath.policy,
                by: .put,
                change.terms(tag: answer.tag)
            )
        }
        guard !common.json else { return screen.write(applied.text) }
        screen.write(Words.now.applied(try applied.json(PolicyReply.self).revision))
    }
}
