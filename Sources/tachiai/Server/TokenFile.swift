// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// Where the token for the board's own socket is kept (L10).
struct TokenFile {
    private let file: PrivateFile

    var path: String { file.path }

    init(environment: [String: String]) {
        file = PrivateFile(path: PrivateFile.folder(environment: environment) + "/token")
    }

    /// The token to show: from the environment, or from the file; `nil` where there is neither.
    static func token(environment: [String: String]) throws -> Secret? {
        if let token = Self.said(environment) { return token }
        return try TokenFile(environment: environment).read()
    }

    /// The token that the environment names, which goes before any that is kept.
    static func said(_ environment: [String: String]) -> Secret? {
        environment["TACHIAI_TOKEN"].flatMap { $0.isEmpty ? nil : Secret($0) }
    }

    func read() throws -> Secret? {
        let token = try file.read()?.trimmingCharacters(in: .whitespacesAndNewlines)
        return token.flatMap { $0.isEmpty ? nil : Secret($0) }
    }

    func write(_ token: Secret) throws { try file.write(token.exposed + "\n") }

    func remove() throws { try file.remove() }
}
