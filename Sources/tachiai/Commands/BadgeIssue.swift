// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import NIOCore

/// What is said about a badge that is given out.
struct BadgeFields: ParsableArguments {
    @Option(help: ArgumentHelp(Words.now.helpReadAt, valueName: "reader"))
    var read: String?

    @Flag(help: ArgumentHelp(Words.now.helpHere))
    var here = false

    @Flag(help: ArgumentHelp(Words.now.helpNumberPipe))
    var numberStdin = false

    @Option(help: ArgumentHelp(Words.now.helpLabel))
    var label: String?

    @Option(help: ArgumentHelp(Words.now.helpTechnology))
    var technology: String?

    @Option(help: ArgumentHelp(Words.now.helpSystemCode, valueName: "hex"))
    var systemCode: String?

    /// A badge by its number or fingerprint, with what a reading of it says.
    struct Named {
        var token: String
        var reading: BadgeReadReply?
    }

    /// The badge: as written, read at a reader, or from a pipe.
    func badge(_ written: String?, on server: Server) async throws -> Named {
        if let written { return Named(token: written) }
        guard !numberStdin, read != nil || here else {
            let secret = try Terminal.secret(Words.now.askNumber, fromPipe: numberStdin)
            return Named(token: secret.exposed)
        }
        let reply = try await presented(on: server).json(BadgeReadReply.self)
        guard reply.mayBeIssued, let fingerprint = reply.fingerprint else {
            throw Complaint(.refused, Words.now.notToBeIssued(reply.obstacle))
        }
        for line in BadgeReport(words: .now).lines(reply) { Screen.standard.complain(line) }
        return Named(token: fingerprint, reading: reply)
    }

    /// What the board says of the badge that is presented at its reader, or at the desk's own.
    private func presented(on server: Server) async throws -> Server.Answer {
        guard let read else { return try await DeskReader.read(DeskReader.seconds, on: server) }
        try await server.requireReader(read)
        Screen.standard.complain(Words.now.presentNow(read))
        return try await BadgeRead.read(read, 60, on: server)
    }

    func request(
        _ person: String,
        _ badge: Named,
        kind: String,
        reason: String?
    ) -> BadgeIssueRequest {
        BadgeIssueRequest(
            person: person,
            number: badge.token,
            kind: kind,
            label: label,
            technology: technology ?? badge.reading?.technology,
            systemCode: systemCode ?? (technology == nil ? badge.reading?.systemCode : nil),
            assurance: badge.reading?.assurance,
            reason: reason
        )
    }
}

/// Gives a person a badge.
struct BadgeIssue: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "issue",
            abstract: Words.now.aboutBadgeIssue,
            discussion: Words.now.discussBadgeIssue
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @Argument(help: ArgumentHelp(Words.now.helpNumber, valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp(Words.now.helpWrite, valueName: "reader"))
    var write: String?

    @OptionGroup var fields: BadgeFields
    @OptionGroup var change: ChangeOptions

    func validate() throws {
        let ways = [
            number != nil, write != nil, fields.read != nil, fields.here, fields.numberStdin,
        ]
        guard ways.count(where: { $0 }) <= 1 else { throw ValidationError(Words.now.oneWay) }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let row = try await Directory(changing: server).person(person)
            if let write { return try await writeCard(at: write, for: row, server) }
            let badge = try await fields.badge(number, on: server)
            let kind = row.department == nil ? "visitor" : "staff"
            let request = fields.request(row.id, badge, kind: kind, reason: change.reason)
            try await change.carry("issueBadge", row.title) { terms in
                try await server.change(APIPath.badges, request, terms)
            }
        }
    }
}

extension BadgeIssue {
    /// Writes and locks a blank card with a key of its own, and gives it out.
    private func writeCard(
        at reader: String,
        for row: PersonRow,
        _ server: Server
    ) async throws {
        let words = Words.now
        try await server.requireReader(reader)
        try change.confirm(words.askWrite(reader, row.title))
        if !change.common.json { Screen.standard.complain(words.layBlank(reader)) }
        var terms = change.terms()
        terms.timeout = .seconds(90)
        let request = BadgeWriteRequest(
            reader: reader,
            person: row.id,
            seconds: 60,
            reason: change.reason
        )
        let answer = try await server.change(APIPath.badgeIssues, request, terms)
        guard !change.common.json else { return Screen.standard.write(answer.text) }
        let act = words.act("writeCard", row.title)
        guard !change.isTrial else { return Screen.standard.write(words.wouldBeDone(act)) }
        let reply = try answer.json(BadgeWriteReply.self)
        Screen.standard.write(words.done(act, record: reply.record))
        if let fingerprint = reply.fingerprint { Screen.standard.write(fingerprint) }
    }
}

/// Lends a visitor's badge that was given back to the next visitor (R32).
struct BadgeLend: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lend",
            abstract: Words.now.aboutBadgeLend,
            discussion: Words.now.discussBadgeLend
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpLentBadge, valueName: "badge"))
    var badge: String

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let directory = Directory(changing: server)
            let row = try await directory.person(person)
            let name = try await directory.badge(badge, status: [["returned"]])
            let request = BadgeIssueRequest(
                person: row.id,
                number: name.written,
                kind: "visitor",
                label: try await label(of: name, server),
                reason: change.reason
            )
            let subject = "\(badge.hasPrefix("fp:") ? name.title : badge) → \(row.title)"
            let shown = if case .number = name { "\(name.title) → \(row.title)" } else { subject }
            try await change.carry("issueBadge", shown) { terms in
                try await server.change(APIPath.badges, request, terms)
            }
        }
    }

    /// The label goes with the badge from one visitor to the next.
    private func label(of name: BadgeName, _ server: Server) async throws -> String? {
        guard case .fingerprint(let fingerprint) = name else { return nil }
        let path = APIPath.filled(APIPath.badge, fingerprint)
        return try await server.get(path).json(BadgeReply.self).label
    }
}
