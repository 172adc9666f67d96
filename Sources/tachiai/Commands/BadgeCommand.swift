// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import NIOCore

/// Badges.
struct BadgeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "badge",
            abstract: Words.now.aboutBadge,
            subcommands: [BadgeRead.self]
        )
    }
}

/// Waits for the next badge at a reader, which opens nothing meanwhile.
struct BadgeRead: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "read", abstract: Words.now.aboutRead)
    }

    @Argument(help: ArgumentHelp(Words.now.helpReader, valueName: "reader"))
    var reader: String

    @Option(help: ArgumentHelp(Words.now.helpSeconds, valueName: "n"))
    var seconds = 30

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...120).contains(seconds) else { throw ValidationError(Words.now.secondsRange) }
    }

    func run() async throws {
        let screen = Screen.standard
        let words = Words.now
        let server = try common.server()
        if !common.json { screen.complain(words.presentNow(reader)) }
        let answer = try await complaining {
            try await server.post(
                APIPath.badgeReads,
                BadgeReadRequest(reader: reader, seconds: seconds),
                timeout: .seconds(Int64(seconds) + 15)
            )
        }
        guard !common.json else { return screen.write(answer.text) }
        let read = try answer.json(BadgeReadReply.self)
        screen.write(read.fingerprint)
        screen.write(read.person.map(words.badgeOf) ?? words.badgeOfNobody)
    }
}
