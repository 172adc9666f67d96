// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Tokens: what somebody shows to the service; what it allows follows from the offices held.
struct TokenCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "token",
            abstract: Words.now.aboutToken,
            subcommands: [TokenList.self, TokenIssue.self, TokenRevoke.self]
        )
    }
}

/// Lists tokens, without their secrets.
struct TokenList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutTokenList)
    }

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            try await list.show(server, APIPath.tokens, [], of: TokenRow.self) {
                PeopleReport(words: .now).table($0)
            }
        }
    }
}

/// Makes a token for a person, and shows it this once.
struct TokenIssue: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "issue",
            abstract: Words.now.aboutTokenIssue,
            discussion: Words.now.discussTokenIssue
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @Option(help: ArgumentHelp(Words.now.helpTokenLabel))
    var label = "tachiai"

    @Option(help: ArgumentHelp(Words.now.helpTokenUntil, valueName: "day"))
    var until: String?

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let row = try await Directory(changing: server).person(person)
            let clock = until == nil ? nil : try await BoardClock(server)
            let request = TokenRequest(
                person: row.id,
                label: label,
                until: try clock?.written(ifSaid: until),
                reason: change.reason
            )
            let words = Words.now
            let screen = Screen.standard
            let answer = try await server.change(APIPath.tokens, request, change.terms())
            guard !change.common.json else { return screen.write(answer.text) }
            guard !change.isTrial else {
                return screen.write(words.wouldBeDone(words.act("issueToken", row.title)))
            }
            let reply = try answer.json(IssuedTokenReply.self)
            // The same order once more, under its key: the token was shown then, and is no more.
            guard let token = reply.token else { throw Complaint(.refused, words.tokenShownBefore) }
            // The token alone goes to standard output, so that it can be caught there.
            screen.complain(words.tokenIssued(row.title, reply.number))
            screen.write(token)
            screen.complain(words.tokenOnce)
        }
    }
}

/// Makes a token void.
struct TokenRevoke: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "revoke", abstract: Words.now.aboutTokenRevoke)
    }

    @Argument(help: ArgumentHelp(Words.now.helpTokenNumber, valueName: "number"))
    var number: Int64

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            try change.confirm(Words.now.askTokenRevoke(number))
            let path = APIPath.filled(APIPath.token, String(number))
            try await change.carry("revokeToken", String(number)) { terms in
                try await server.change(path, by: .delete, terms)
            }
        }
    }
}

/// Says who this token's bearer is, and which offices count now.
struct MeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "me", abstract: Words.now.aboutMe)
    }

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let answer = try await server.get(APIPath.me)
            let screen = Screen.standard
            guard !common.json else { return screen.write(answer.text) }
            let me = try answer.json(MeReply.self)
            let words = try await server.words(for: [me])
            for line in PeopleReport(words: words).lines(me, at: server.place) {
                screen.write(line)
            }
        }
    }
}
