// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// Shows the journal, filtered, and follows it.
struct JournalCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "journal", abstract: Words.now.aboutJournal)
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

    private var filter: [URLQueryItem] {
        let kinds = kind.isEmpty ? nil : kind.joined(separator: ",")
        return [
            ("door", door), ("person", person), ("kind", kinds), ("from", from), ("until", until),
        ].compactMap { name, value in value.map { URLQueryItem(name: name, value: $0) } }
    }

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let screen = Screen.standard
            let report = JournalReport(words: .now, screen: screen)
            let asked = filter + [URLQueryItem(name: "last", value: String(last))]
            let answer = try await server.get(APIPath.journal, asked)
            let page = try answer.json(PageReply<RecordReply>.self)
            guard follow else {
                guard !common.json else { return screen.write(answer.text) }
                return screen.write(report.table(page.items))
            }
            if !common.json { screen.write(screen.paint(report.head, .bold)) }
            for record in page.items {
                screen.write(try common.json ? InputFile.json(record) : report.line(record))
            }
            try await follow(server, report, screen, after: page.items.last?.number ?? 0)
        }
    }

    /// Follows until somebody stops it; a connection that ends is taken up where it ended.
    private func follow(
        _ server: Server,
        _ report: JournalReport,
        _ screen: Screen,
        after first: Int64
    ) async throws {
        var cursor = first
        var isConnected = true
        while true {
            do {
                try await server.events(
                    filter,
                    after: cursor,
                    each: { record, text in
                        screen.write(common.json ? text : report.line(record))
                    },
                    seen: { number in
                        cursor = number
                        isConnected = true
                    }
                )
            } catch let problem as Problem {
                throw problem
            } catch {
                if isConnected { screen.complain(Words.now.reconnecting) }
            }
            isConnected = false
            try await Task.sleep(for: .seconds(2))
        }
    }
}
