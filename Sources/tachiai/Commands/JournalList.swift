// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// Shows the journal, filtered, and follows it.
struct JournalList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutJournalList)
    }

    @Flag(help: ArgumentHelp(Words.now.helpFollow))
    var follow = false

    @Option(help: ArgumentHelp(Words.now.helpDoor))
    var door: String?

    @Option(help: ArgumentHelp(Words.now.helpPerson))
    var person: String?

    @Option(help: ArgumentHelp(Words.now.helpKind(RecordKind.allCases.map(\.rawValue))))
    var kind: [String] = []

    @Option(help: ArgumentHelp(Words.now.helpFrom, valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpUntil, valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp(Words.now.helpLast, valueName: "n"))
    var last = 20

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...1000).contains(last) else { throw ValidationError(Words.now.lastRange) }
        for kind in kind where RecordKind(rawValue: kind) == nil {
            throw ValidationError(Words.now.unknownKind(kind))
        }
    }

    private func filter(_ server: Server) async throws -> [URLQueryItem] {
        let kinds = kind.isEmpty ? nil : kind.joined(separator: ",")
        let who: String? =
            if let person { try await Directory(server: server).person(person).id } else { nil }
        let clock = from == nil && until == nil ? nil : try await BoardClock(server)
        return [
            ("door", door), ("person", who), ("kind", kinds),
            ("from", try clock?.written(ifSaid: from)),
            ("until", try clock?.written(ifSaid: until)),
        ].compactMap { name, value in value.map { URLQueryItem(name: name, value: $0) } }
    }

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let screen = Screen.standard
            let report = JournalReport(words: .now, screen: screen)
            let filter = try await filter(server)
            let asked = filter + [URLQueryItem(name: "last", value: String(last))]
            let answer = try await server.get(APIPath.journal, asked)
            let page = try answer.json(PageReply<RecordReply>.self)
            guard follow else {
                guard !common.json else { return screen.write(answer.text) }
                return screen.write(report.table(page.items), else: Words.now.emptyList)
            }
            if !common.json { screen.write(screen.paint(report.head, .bold)) }
            for record in page.items {
                screen.write(try common.json ? InputFile.json(record) : report.line(record))
            }
            try await follow(server, filter, report, screen, after: page.items.last?.number ?? 0)
        }
    }

    private func follow(
        _ server: Server,
        _ filter: [URLQueryItem],
        _ report: JournalReport,
        _ screen: Screen,
        after first: Int64
    ) async throws {
        try await server.follow(
            APIPath.journalEvents,
            filter,
            after: String(first),
            lost: { screen.complain(Words.now.reconnecting) },
            each: { event in
                let record = try Server.Answer(text: event.text, tag: nil).json(RecordReply.self)
                screen.write(common.json ? event.text : report.line(record))
            }
        )
    }
}
