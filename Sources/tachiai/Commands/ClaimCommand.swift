// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// Exchanges the claim for the first token, and keeps it.
struct ClaimCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "claim",
            abstract: Words.now.aboutClaim,
            discussion: Words.now.discussClaim
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpClaimPerson, valueName: "person"))
    var person: String

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(Words.now.helpClaimFile, valueName: "file")
    )
    var file = "/var/lib/tachiai/claim"

    @OptionGroup var common: CommonOptions

    func run() async throws {
        // Before there is a token, nobody can be found by name.
        guard person.halfWidth.allSatisfy(\.isASCII) else {
            throw Complaint(.usage, Words.now.claimByNumber(person))
        }
        guard file == "-" || FileManager.default.fileExists(atPath: file) else {
            throw Complaint(.usage, Words.now.noClaim(file))
        }
        let claim = try InputFile(file).text.trimmingCharacters(in: .whitespacesAndNewlines)
        let request = ClaimRequest(claim: claim, person: person)
        let answer = try await complaining {
            try await common.openServer().change(APIPath.claim, request)
        }
        let token = Secret(try answer.json(TokenReply.self).token)
        let kept = TokenFile(environment: ProcessInfo.processInfo.environment)
        try kept.write(token)
        let reply = ["path": kept.path, "person": person]
        Screen.standard.write(
            common.json ? try InputFile.json(reply) : Words.now.claimed(person, kept.path)
        )
    }
}
