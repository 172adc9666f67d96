// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation

/// Shows doors, alarms, who is inside and the journal as they change.
struct WatchCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "watch",
            abstract: Words.now.aboutWatch,
            discussion: Words.now.discussWatch
        )
    }

    @Flag(help: ArgumentHelp(Words.now.helpLines))
    var lines = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await complaining {
            let server = try common.server()
            guard Screen.isTerminal, !lines, !common.json else {
                return try await follow(server)
            }
            try await Self.watch(server, on: WatchBoard(words: .now, screen: .standard))
        }
    }

    /// Line by line, for files and pipes.
    private func follow(_ server: Server) async throws {
        let screen = Screen.standard
        var words = Words.now
        if !common.json {
            let status = try await server.get(APIPath.status).json(StatusReply.self)
            for line in StatusReport(words: .now, screen: screen).lines(status) {
                screen.write(line)
            }
            screen.write("")
            screen.write(screen.paint(JournalReport(words: words, screen: screen).head, .bold))
        }
        let last = try await Self.last(1, server).last?.number ?? 0
        try await server.follow(
            APIPath.journalEvents,
            [],
            after: String(last),
            lost: { screen.complain(Words.now.reconnecting) },
            each: { event in
                let record = try Server.Answer(text: event.text, tag: nil).json(RecordReply.self)
                guard !common.json else { return screen.write(event.text) }
                words = try await server.words(words, for: [record])
                screen.write(JournalReport(words: words, screen: screen).line(record))
            }
        )
    }

    private static func last(_ count: Int, _ server: Server) async throws -> [RecordReply] {
        let asked = [URLQueryItem(name: "last", value: String(count))]
        return try await server.get(APIPath.journal, asked).json(PageReply<RecordReply>.self).items
    }

    /// What the stream brings: a record, how the board stands, or that it is cut off.
    private enum News: Sendable {
        case record(RecordReply)
        case board(StatusReply)
        case lost
    }

    /// Draws what one stream brings; who is inside is looked up when the journal has grown.
    private static func watch(_ server: Server, on board: WatchBoard) async throws {
        let records = try await last(WatchBoard.most, server)
        await board.know(try await server.words(for: records))
        await board.add(records)
        let (news, feed) = AsyncStream.makeStream(
            of: News.self,
            bufferingPolicy: .bufferingNewest(1000)
        )
        let (stirs, stir) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        stir.yield()
        try await withThrowingTaskGroup { group in
            group.addTask { try await read(server, after: records.last?.number ?? 0, into: feed) }
            group.addTask {
                for await piece in news {
                    switch piece {
                    case .record(let record):
                        await know([record], on: board, server)
                        await board.add([record])
                        stir.yield()
                    case .board(let status): await board.show(status)
                    case .lost: await board.lose(Words.now.reconnecting)
                    }
                }
            }
            group.addTask {
                for await _ in stirs {
                    let inside = try? await server.all(APIPath.presence, of: PresenceReply.self)
                    guard let inside else { continue }
                    await know(inside.items, on: board, server)
                    await board.show(inside: inside.items)
                }
            }
            try await group.waitForAll()
        }
    }

    /// Looks up the names that the page lacks; without them it shows numbers.
    private static func know(
        _ replies: [some Naming & Sendable],
        on board: WatchBoard,
        _ server: Server
    ) async {
        guard let words = try? await server.words(await board.words, for: replies) else { return }
        await board.know(words)
    }

    private static func read(
        _ server: Server,
        after last: Int64,
        into feed: AsyncStream<News>.Continuation
    ) async throws {
        try await server.follow(
            APIPath.events,
            [],
            after: String(last),
            lost: { feed.yield(.lost) },
            each: { event in
                let answer = Server.Answer(text: event.text, tag: nil)
                switch event.name {
                case "record": feed.yield(.record(try answer.json(RecordReply.self)))
                case "board": feed.yield(.board(try answer.json(StatusReply.self)))
                default: break
                }
            }
        )
    }
}
