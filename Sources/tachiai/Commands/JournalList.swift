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

    @Option(name: [.long, .short], help: ArgumentHelp(Words.now.helpRoom))
    var room: String?

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
        guard (1...Self.mostRecords).contains(last) else {
            throw ValidationError(Words.now.lastRange)
        }
        for kind in kind where RecordKind(rawValue: kind) == nil {
            throw ValidationError(Words.now.unknownKind(kind))
        }
    }

    private func filter(_ server: Server) async throws -> [URLQueryItem] {
        let kinds = kind.isEmpty ? nil : kind.joined(separator: ",")
        let who: String? =
            if let person { try await Directory(server: server).person(person).id } else { nil }
        var place: String?
        if let room { place = try await Directory(server: server).roomOnRecord(room) }
        if let door { try await Directory(server: server).noteDoor(door) }
        let clock = from == nil && until == nil ? nil : try await BoardClock(server)
        return [
            ("door", door), ("room", place), ("person", who), ("kind", kinds),
            ("from", try clock?.written(ifSaid: from)),
            ("until", try clock?.written(ifSaid: until)),
        ].compactMap { name, value in value.map { URLQueryItem(name: name, value: $0) } }
    }

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let screen = Screen.standard
            let filter = try await filter(server)
            let (page, isCut) = try await lastPage(server, filter)
            let words = common.json ? .now : try await server.words(for: page.items)
            let report = JournalReport(words: words, screen: screen)
            guard follow else {
                if common.json {
                    screen.write(try InputFile.json(page))
                } else {
                    screen.write(report.table(page.items), else: Words.now.emptyList)
                }
                if isCut { screen.complain(Words.now.earlierThan(last)) }
                return
            }
            if !common.json { screen.write(screen.paint(report.head, .bold)) }
            for record in page.items {
                screen.write(try common.json ? InputFile.json(record) : report.line(record))
            }
            try await follow(server, filter, words, screen, after: page.items.last?.number ?? 0)
        }
    }

    /// The last records that match, and whether there are earlier ones: one more is asked for.
    private func lastPage(
        _ server: Server,
        _ filter: [URLQueryItem]
    ) async throws -> (PageReply<RecordReply>, isCut: Bool) {
        let asked = min(last + 1, Self.mostRecords)
        let query = filter + [URLQueryItem(name: "last", value: String(asked))]
        let page = try await server.get(APIPath.journal, query)
            .json(PageReply<RecordReply>.self)
        let isCut = page.items.count > last || page.items.count == Self.mostRecords
        return (PageReply(items: Array(page.items.suffix(last)), next: page.next), isCut)
    }

    /// The most records that the service gives at once.
    private static let mostRecords = 1000

    private func follow(
        _ server: Server,
        _ filter: [URLQueryItem],
        _ known: Words,
        _ screen: Screen,
        after first: Int64
    ) async throws {
        var words = known
        try await server.follow(
            APIPath.journalEvents,
            filter,
            after: String(first),
            lost: { screen.complain(Words.now.reconnecting) },
            each: { event in
                let record = try Server.Answer(text: event.text, tag: nil).json(RecordReply.self)
                guard !common.json else { return screen.write(event.text) }
                words = try await server.words(words, for: [record])
                screen.write(JournalReport(words: words, screen: screen).line(record))
            }
        )
    }
}
