// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation
import NIOCore

/// Badges.
struct BadgeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "badge",
            abstract: Words.now.aboutBadge,
            discussion: Words.now.discussBadge,
            subcommands: [
                BadgeList.self, BadgeShow.self, BadgeIssue.self, BadgeLend.self, BadgeReturn.self,
                BadgeLost.self, BadgeSuspend.self, BadgeResume.self, BadgeRead.self,
                BadgeIncident.self,
            ]
        )
    }
}

/// Lists badges.
struct BadgeList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutBadgeList)
    }

    @Option(help: ArgumentHelp(Words.now.helpPerson))
    var person: String?

    @Option(help: ArgumentHelp(Words.now.helpBadgeStatus))
    var status: String?

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            var query = status.map { [URLQueryItem(name: "status", value: $0)] } ?? []
            if let person {
                let id = try await Directory(server: server).person(person).id
                query.append(URLQueryItem(name: "person", value: id))
            }
            try await list.show(server, APIPath.badges, query, of: BadgeReply.self) {
                BadgeReport(words: $1).table($0)
            }
        }
    }
}

/// Shows one badge.
struct BadgeShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Words.now.aboutBadgeShow)
    }

    @Argument(help: ArgumentHelp(Words.now.helpBadge, valueName: "badge"))
    var badge: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let answer = try await server.get(
                try await badge.path(APIPath.badge, [["active", "suspended", "lost"]], server)
            )
            let screen = Screen.standard
            guard !common.json else { return screen.write(answer.text) }
            let reply = try answer.json(BadgeReply.self)
            let words = try await server.words(for: [reply])
            for line in BadgeReport(words: words).lines(reply) { screen.write(line) }
        }
    }
}

/// Shows the facts that a report of a lost badge needs (R26).
struct BadgeIncident: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "incident", abstract: Words.now.aboutBadgeIncident)
    }

    @Argument(help: ArgumentHelp(Words.now.helpBadge, valueName: "badge"))
    var badge: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await complaining {
            let server = try common.server()
            // The sheet is about what was lost, where something was.
            let states: [Set<String>] = [["lost"], ["active", "suspended"]]
            let path = try await badge.path(APIPath.badgeIncident, states, server)
            let answer = try await server.get(path)
            let screen = Screen.standard
            guard !common.json else { return screen.write(answer.text) }
            let reply = try answer.json(IncidentReply.self)
            let words = try await server.words(for: [reply])
            for line in BadgeReport(words: words).lines(reply, screen) { screen.write(line) }
        }
    }
}

extension String {
    /// The path about the badge that is called so; numbers stand in no path.
    fileprivate func path(
        _ template: String,
        _ states: [Set<String>],
        _ server: Server
    ) async throws -> String {
        switch try await Directory(server: server).badge(self, status: states) {
        case .fingerprint(let fingerprint): return APIPath.filled(template, fingerprint)
        case .number: throw Complaint(.usage, Words.now.noNumberHere)
        }
    }
}

/// Waits for the next badge: at a reader of the board, which opens nothing meanwhile, or at the desk's own.
struct BadgeRead: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "read",
            abstract: Words.now.aboutRead,
            discussion: Words.now.discussRead
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpReaderOrHere, valueName: "reader"))
    var reader: String?

    @Option(help: ArgumentHelp(Words.now.helpSeconds, valueName: "n"))
    var seconds = DeskReader.seconds

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...120).contains(seconds) else { throw ValidationError(Words.now.secondsRange) }
    }

    func run() async throws {
        let screen = Screen.standard
        let words = Words.now
        let server = try common.server()
        let answer = try await complaining {
            guard let reader else { return try await DeskReader.read(seconds, on: server) }
            try await server.requireReader(reader)
            if !common.json { screen.complain(words.presentNow(reader)) }
            return try await Self.read(reader, seconds, on: server)
        }
        guard !common.json else { return screen.write(answer.text) }
        let read = try answer.json(BadgeReadReply.self)
        for line in BadgeReport(words: words).lines(read) { screen.write(line) }
    }

    /// Asks the board what is presented next at a reader of its own.
    static func read(
        _ reader: String,
        _ seconds: Int,
        on server: Server
    ) async throws -> Server.Answer {
        var terms = Server.Terms()
        terms.timeout = .seconds(Int64(seconds) + 15)
        let request = BadgeReadRequest(reader: reader, seconds: seconds)
        return try await server.change(APIPath.badgeReads, request, terms)
    }
}

extension Server {
    /// Complains of a reader that is not there before anybody is sent to it.
    func requireReader(_ reader: String) async throws {
        guard let status = try? await get(APIPath.status).json(StatusReply.self) else { return }
        let readers = status.readers.map(\.id)
        guard !readers.isEmpty, !readers.contains(reader) else { return }
        throw Complaint(.refused, Words.now.noReader(reader, readers))
    }
}
