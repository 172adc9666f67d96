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
        let server = try change.server()
        let screen = Screen.standard
        let (answer, reply) = try await PolicyReport.compared(input, with: server)
        if !common.json { PolicyReport(words: .now, screen: screen).show(reply, of: input) }
        // Who may compare may not put into force for that: a trial is judged as well.
        guard change.isTrial || !reply.changes.isEmpty else {
            if common.json { screen.write(answer.text) }
            return
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
        guard !common.json else {
            return screen.write(change.isTrial ? answer.text : applied.text)
        }
        guard !change.isTrial else {
            return screen.write(Words.now.wouldBeDone(Words.now.act("applyPolicy", "")))
        }
        screen.write(Words.now.applied(try applied.json(PolicyReply.self).revision))
    }
}
