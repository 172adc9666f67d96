// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Words.now.helpProfile, valueName: "name"))
    var profile: String?

    @Option(help: ArgumentHelp(Words.now.helpSocket, valueName: "path"))
    var socket: String?

    @Flag(help: ArgumentHelp(Words.now.helpJSON))
    var json = false

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    private func said(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func validate() throws {
        guard profile == nil || socket == nil else {
            throw ValidationError(Words.now.profileOrSocket)
        }
    }

    /// The socket: said, from the environment, or where the service makes it.
    var socketPath: String { socket ?? said("TACHIAI_SOCKET") ?? "/run/tachiai/admin.sock" }

    /// The profile that is meant, if one is: named, from the environment, or the usual one where it is.
    private func loggedIn() throws -> Profile? {
        guard socket == nil else { return nil }
        let folder = ProfileFolder(environment: environment)
        if let name = profile ?? said("TACHIAI_PROFILE") {
            guard let found = try folder.read(name) else {
                throw Complaint(.usage, Words.now.noProfile(name, folder.names))
            }
            return found
        }
        return said("TACHIAI_SOCKET") == nil ? try folder.read(Profile.usual) : nil
    }

    /// Shows what is at a path: as it came, or in lines for people.
    func show<Reply: Decodable>(
        _ path: String,
        of type: Reply.Type,
        as lines: (Reply) -> [String]
    ) async throws {
        try await complaining {
            let answer = try await server().get(path)
            guard !json else { return Screen.standard.write(answer.text) }
            for line in lines(try answer.json(type)) { Screen.standard.write(line) }
        }
    }

    /// Shows what is at a path, with the names of those whom it says by number.
    func show<Reply: Decodable & Naming>(
        _ path: String,
        of type: Reply.Type,
        as lines: (Reply, Words) -> [String]
    ) async throws {
        try await complaining {
            let server = try server()
            let answer = try await server.get(path)
            guard !json else { return Screen.standard.write(answer.text) }
            let reply = try answer.json(type)
            let words = try await server.words(for: [reply])
            for line in lines(reply, words) { Screen.standard.write(line) }
        }
    }

    /// The service, with the token that is at hand.
    func server() throws -> Server {
        if let profile = try loggedIn() {
            return Server(
                place: .network(profile.address),
                pin: profile.pin,
                token: TokenFile.said(environment) ?? profile.token
            )
        }
        guard let token = try TokenFile.token(environment: environment) else {
            throw Complaint(.notAllowed, Words.now.noToken)
        }
        return Server(place: .socket(socketPath), token: token)
    }

    /// The service at its socket, without a token.
    func openServer() -> Server { Server(place: .socket(socketPath), token: nil) }
}

/// What every command takes that changes something.
struct ChangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Words.now.helpReason, valueName: "text"))
    var reason: String?

    @Flag(
        name: [.customLong("dry-run"), .customShort("n")],
        help: ArgumentHelp(Words.now.helpTrial)
    )
    var isTrial = false

    @Flag(name: [.long, .short], help: ArgumentHelp(Words.now.helpYes))
    var yes = false

    @Option(help: ArgumentHelp(Words.now.helpKey, valueName: "key"))
    var idempotencyKey: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard let idempotencyKey else { return }
        guard (1...64).contains(idempotencyKey.utf8.count),
            idempotencyKey.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { throw ValidationError(Words.now.keyForm) }
    }

    /// Some changes are not made without a reason, and blanks are none.
    func needsReason() throws {
        guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError(Words.now.reasonMissing)
        }
    }

    /// The service; what it is asked before the change is looked up for that alone.
    func server() throws -> Server {
        var server = try common.server()
        server.isForChange = true
        return server
    }

    /// How the change is asked for.
    func terms(tag: String? = nil) -> Server.Terms {
        var terms = Server.Terms()
        if let idempotencyKey { terms.key = idempotencyKey }
        terms.isTrial = isTrial
        terms.tag = tag
        return terms
    }

    /// Asks before what is hard to undo; without a terminal `--yes` must have been said.
    func confirm(_ question: String) throws {
        guard !yes, !isTrial else { return }
        guard Screen.canAsk else { throw Complaint(.usage, Words.now.sayYes(question)) }
        guard Screen.standard.confirms(question) else {
            throw Complaint(.refused, Words.now.nothingDone)
        }
    }
}

/// Runs a command and puts the service's problems into a sentence.
func complaining<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let problem as Problem {
        throw Complaint(problem)
    }
}
