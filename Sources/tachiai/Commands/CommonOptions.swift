// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Words.now.helpSocket, valueName: "path"))
    var socket: String?

    @Flag(help: ArgumentHelp(Words.now.helpJSON))
    var json = false

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// The socket: said, from the environment, or where the service makes it.
    var socketPath: String {
        socket ?? environment["TACHIAI_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
            ?? "/run/tachiai/admin.sock"
    }

    /// The service, with the token that is at hand.
    func server() throws -> Server {
        guard let token = try TokenFile.token(environment: environment) else {
            throw Complaint(.notAllowed, Words.now.noToken)
        }
        return Server(socket: socketPath, token: token)
    }

    /// The service, without a token.
    func openServer() -> Server { Server(socket: socketPath, token: nil) }
}

/// Runs a command and puts the service's problems into a sentence.
func complaining<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let problem as Problem {
        throw Complaint(problem)
    }
}
