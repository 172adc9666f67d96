// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// The policy document: export, compare, apply.
struct PolicyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "policy",
            abstract: Words.now.aboutPolicy,
            subcommands: [
                PolicyShow.self, PolicyTemplate.self, PolicyExport.self, PolicyDiff.self,
                PolicyApply.self,
            ]
        )
    }
}

/// Prints the policy in force as the document that can be edited and applied again.
struct PolicyExport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "export", abstract: Words.now.aboutExport)
    }

    @OptionGroup var common: CommonOptions

    private struct Exported: Encodable {
        let policy: String
        let revision: String
    }

    func run() async throws {
        let answer = try await complaining { try await common.server().get(APIPath.policy) }
        let tag = (answer.tag ?? "").filter { $0 != "\"" }
        let text = answer.text.hasSuffix("\n") ? String(answer.text.dropLast()) : answer.text
        Screen.standard.write(
            common.json
                ? try InputFile.json(Exported(policy: answer.text, revision: tag))
                : ExportedRevision.line(tag) + "\n" + text
        )
    }
}
