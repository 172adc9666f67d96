// SPDX-License-Identifier: Apache-2.0
import Foundation
import NIOHTTP1
import Testing

@testable import tachiai

/// From the first meeting with a board of the network to the day on which its certificate is another one.
@Suite struct LoginTests {
    private func service(
        _ certificate: TestCertificate,
        port: Int = 0
    ) async throws -> TestService {
        try await TestService(with: certificate, port: port) { _, _ in .json(200, Program.me) }
    }

    private func inFolder(_ body: ([String: String]) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tachiai-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(["XDG_CONFIG_HOME": folder.path, "LANG": "en_US.UTF-8"])
    }

    private func port(_ service: TestService) -> Int {
        guard case .network(let address) = service.place else { return 0 }
        return address.port
    }

    @Test func `a login keeps certificate and token, and later commands use them`() async throws {
        try await inFolder { environment in
            let service = try await service(.first)
            let login = [
                "login", service.place.description, "--profile", "main", "--token-stdin",
                "--fingerprint", TestCertificate.first.fingerprint,
            ]
            let first = try await Program.run(login, environment: environment, typing: "t0ken\n")
            #expect(first.status == 0, "\(first)")
            #expect(!(first.output + first.complaints).contains("t0ken"))
            let kept = try ProfileFolder(environment: environment).read("main")
            #expect(kept?.pin.description == TestCertificate.first.fingerprint)
            let words = ["me", "--json", "--profile", "main"]
            let later = try await Program.run(words, environment: environment)
            #expect(later.status == 0 && later.output == Program.me + "\n", "\(later)")
            let tokens = service.asked.map { $0.headers.first(name: "Authorization") }
            #expect(tokens == ["Bearer t0ken", "Bearer t0ken"])

            let out = try await Program.run(
                ["logout", "--profile", "main"],
                environment: environment
            )
            #expect(out.status == 0)
            let gone = try await Program.run(words, environment: environment)
            #expect(gone.status == ShellStatus.usage.rawValue)
            try await service.close()
        }
    }

    @Test func `a certificate that is another one later ends everything before the token is sent`()
        async throws
    {
        try await inFolder { environment in
            let before = try await service(.first)
            let port = port(before)
            let login = [
                "login", before.place.description, "--token-stdin", "--fingerprint",
                TestCertificate.first.fingerprint,
            ]
            let first = try await Program.run(login, environment: environment, typing: "t0ken\n")
            #expect(first.status == 0, "\(first)")
            try await before.close()
            let after = try await service(.second, port: port)
            let later = try await Program.run(["me"], environment: environment)
            #expect(later.status == ShellStatus.stranger.rawValue, "\(later)")
            #expect(later.complaints.contains(TestCertificate.second.fingerprint))
            #expect(after.asked.isEmpty)
            try await after.close()
        }
    }

    @Test func `a fingerprint that was said and is not shown is refused, and nothing is kept`()
        async throws
    {
        try await inFolder { environment in
            let service = try await service(.second)
            let login = [
                "login", service.place.description, "--token-stdin", "--fingerprint",
                TestCertificate.first.fingerprint,
            ]
            let ran = try await Program.run(login, environment: environment, typing: "t0ken\n")
            #expect(ran.status == ShellStatus.stranger.rawValue, "\(ran)")
            #expect(service.asked.isEmpty)
            #expect(ProfileFolder(environment: environment).names == [])
            try await service.close()
        }
    }

    @Test func `without a terminal the fingerprint must be said; it is shown, and nothing is sent`()
        async throws
    {
        try await inFolder { environment in
            let service = try await service(.first)
            let login = ["login", service.place.description, "--token-stdin"]
            let ran = try await Program.run(login, environment: environment, typing: "t0ken\n")
            #expect(ran.status == ShellStatus.usage.rawValue, "\(ran)")
            #expect(ran.complaints.contains(TestCertificate.first.fingerprint))
            #expect(service.asked.isEmpty)
            try await service.close()
        }
    }
}
