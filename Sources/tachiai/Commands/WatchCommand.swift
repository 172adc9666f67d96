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
            let board = WatchBoard(words: .now, screen: .standard)
            try await withThrowingTaskGroup { group in
                group.addTask { try await Self.readJournal(server, into: board) }
                group.addTask { try await Self.readState(server, into: board) }
                try await group.waitForAll()
            }
        }
    }

    /// Line by line, for files and pipes.
    private func follow(_ server: Server) async throws {
        let screen = Screen.standard
        let report = JournalReport(words: .now, screen: screen)
        if !common.json {
            let status = try await server.get(APIPath.status).json(StatusReply.self)
            for line in StatusReport(words: .now, screen: screen).lines(status) {
                screen.write(line)
            }
            screen.write("")
            screen.write(screen.paint(report.head, .bold))
        }
        let last = try await Self.last(1, server).last?.number ?? 0
        try await server.follow(
            APIPath.journalEvents,
            [],
            after: String(last),
            lost: { screen.complain(Words.now.reconnecting) },
            each: { event in
                let record = try Server.Answer(text: event.text, tag: nil).json(RecordReply.self)
                screen.write(common.json ? event.text : report.line(record))
            }
        )
    }

    private static func last(_ count: Int, _ server: Server) async throws -> [RecordReply] {
        let asked = [URLQueryItem(name: "last", value: String(count))]
        return try await server.get(APIPath.journal, asked).json(PageReply<RecordReply>.self).items
    }

    private static func readJournal(_ server: Server, into board: WatchBoard) async throws {
        let records = try await last(WatchBoard.most, server)
        await board.add(records)
        let (news, feed) = AsyncStream.makeStream(
            of: RecordReply.self,
            bufferingPolicy: .bufferingNewest(1000)
        )
        try await withThrowingTaskGroup { group in
            group.addTask { for await record in news { await board.add([record]) } }
            group.addTask {
                try await server.follow(
                    APIPath.journalEvents,
                    [],
                    after: String(records.last?.number ?? 0),
                    lost: {},
                    each: { event in
                        let answer = Server.Answer(text: event.text, tag: nil)
                        feed.yield(try answer.json(RecordReply.self))
                    }
                )
            }
            try await group.waitForAll()
        }
    }

    /// Doors and alarms by their state, since a state that nobody recorded is seen too.
    private static func readState(_ server: Server, into board: WatchBoard) async throws {
        while true {
            do {
                let status = try await server.get(APIPath.status).json(StatusReply.self)
                let inside = try? await server.all(APIPath.presence, of: PresenceReply.self)
                await board.show(status, inside: inside?.items)
            } catch let complaint as Complaint where complaint.status == .unreachable {
                await board.lose(complaint.description)
            }
            try await Task.sleep(for: .seconds(1))
        }
    }
}
