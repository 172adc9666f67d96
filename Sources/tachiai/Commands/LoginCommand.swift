// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// Makes a board of the network known: pins its certificate, and keeps the token.
struct LoginCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "login",
            abstract: Words.now.aboutLogin,
            discussion: Words.now.discussLogin
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpHost, valueName: "host[:port]"))
    var host: String

    @Option(help: ArgumentHelp(Words.now.helpProfile, valueName: "name"))
    var profile: String?

    @Option(help: ArgumentHelp(Words.now.helpFingerprint, valueName: "sha-256"))
    var fingerprint: String?

    @Flag(help: ArgumentHelp(Words.now.helpTokenPipe))
    var tokenStdin = false

    @Flag(help: ArgumentHelp(Words.now.helpJSON))
    var json = false

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    private var name: String {
        profile ?? environment["TACHIAI_PROFILE"].flatMap { $0.isEmpty ? nil : $0 } ?? Profile.usual
    }

    func validate() throws {
        guard Place.Address(host) != nil else { throw ValidationError(Words.now.noAddress(host)) }
        if let fingerprint, CertificatePin(fingerprint) == nil {
            throw ValidationError(Words.now.noPin(fingerprint))
        }
    }

    func run() async throws {
        guard let address = Place.Address(host) else { return }
        let folder = ProfileFolder(environment: environment)
        _ = try folder.file(name)
        let pin = try await pinned(address, known: try? folder.read(name))
        let token =
            try TokenFile.said(environment)
            ?? Terminal.secret(Words.now.askToken, fromPipe: tokenStdin)
        let server = Server(place: .network(address), pin: pin, token: token)
        let me = try await complaining { try await server.get(APIPath.me).json(MeReply.self) }
        try folder.write(Profile(address: address, pin: pin, token: token), as: name)
        let reply = [
            "address": address.description, "fingerprint": pin.description, "person": me.person,
            "profile": name,
        ]
        Screen.standard.write(
            json ? try InputFile.json(reply) : Words.now.loggedIn(me.person, me.name, name)
        )
    }

    /// The certificate's fingerprint: the one that was said, or one that somebody has compared.
    private func pinned(
        _ address: Place.Address,
        known: Profile?
    ) async throws -> CertificatePin {
        let words = Words.now
        let shown = try await Wire.pin(shownAt: address)
        if let said = fingerprint.flatMap({ CertificatePin($0) }) {
            guard said == shown else {
                throw Complaint(.stranger, words.otherThanSaid(address, shown))
            }
            return shown
        }
        if known?.address == address, known?.pin == shown { return shown }
        let screen = Screen.standard
        screen.complain(words.certificateOf(address, shown))
        if let known, known.address == address {
            screen.complain(words.certificateBefore(known.pin))
        }
        guard Screen.canAsk, !tokenStdin else { throw Complaint(.usage, words.sayFingerprint) }
        guard screen.confirms(words.askCertificate) else {
            throw Complaint(.refused, words.notLoggedIn)
        }
        return shown
    }
}

/// Forgets a board.
struct LogoutCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "logout",
            abstract: Words.now.aboutLogout,
            discussion: Words.now.discussLogout
        )
    }

    @Option(help: ArgumentHelp(Words.now.helpProfile, valueName: "name"))
    var profile: String?

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let name =
            profile ?? environment["TACHIAI_PROFILE"].flatMap { $0.isEmpty ? nil : $0 }
            ?? Profile.usual
        let folder = ProfileFolder(environment: environment)
        guard try folder.file(name).exists else {
            throw Complaint(.usage, Words.now.noProfile(name, folder.names))
        }
        try folder.remove(name)
        Screen.standard.write(Words.now.loggedOut(name))
    }
}
