// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Readers on a serial line.
struct ReaderCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reader",
            abstract: Words.now.aboutReader,
            subcommands: [ReaderPair.self]
        )
    }
}

/// Gives an OSDP reader a key of its own, while somebody stands at it.
struct ReaderPair: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pair",
            abstract: Words.now.aboutPair,
            discussion: Words.now.discussPair
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpReader, valueName: "reader"))
    var reader: String

    @Option(help: ArgumentHelp(Words.now.helpMinutes, valueName: "n"))
    var minutes = 5

    @Flag(help: ArgumentHelp(Words.now.helpReplaceKey))
    var replace = false

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard (1...60).contains(minutes) else { throw ValidationError(Words.now.minutesRange) }
    }

    func run() async throws {
        try await complaining {
            let server = try change.common.server()
            try change.confirm(Words.now.askPair(reader, minutes))
            let path = APIPath.filled(APIPath.readerPair, reader)
            let request = PairRequest(
                minutes: minutes,
                replace: replace ? true : nil,
                reason: change.reason
            )
            try await change.carry("pairReader", reader) { terms in
                try await server.change(path, request, terms)
            }
        }
    }
}
