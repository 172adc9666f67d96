// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

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
            let server = try change.server()
            try change.confirm(Words.now.askPair(reader, minutes))
            let path = APIPath.filled(APIPath.readerPair, reader)
            let request = PairRequest(
                minutes: minutes,
                replace: replace ? true : nil,
                reason: change.reason
            )
            let record = try await change.carry("pairReader", reader) { terms in
                try await server.change(path, request, terms)
            }
            guard let record, !change.isTrial, !change.common.json else { return }
            try await report(after: record, server)
        }
    }

    /// Waits for what comes of it, and says so.
    private func report(after record: Int64, _ server: Server) async throws {
        let words = Words.now
        let query = [
            URLQueryItem(name: "kind", value: RecordKind.reader.rawValue),
            URLQueryItem(name: "after", value: String(record)),
        ]
        let end = ContinuousClock.now + .seconds(60 * minutes + 10)
        while ContinuousClock.now < end {
            let page = try await server.get(APIPath.journal, query)
                .json(PageReply<RecordReply>.self)
            let own = page.items.filter { $0.reader == reader }
            if let done = own.first(where: { $0.state == "paired" }) {
                return Screen.standard.write(words.paired(reader, record: done.number))
            }
            if let failed = own.first(where: { $0.state == "pairing-failed" }) {
                throw Complaint(.refused, words.notPaired(reader, words.text(of: failed)))
            }
            try await Task.sleep(for: .seconds(1))
        }
        throw Complaint(.refused, words.notPaired(reader, nil))
    }
}
