// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// Where the officer's token is kept: readable by its owner alone, or not used at all (L10).
struct TokenFile {
    let path: String

    init(environment: [String: String]) {
        let folder =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.config"
        path = folder + "/tachiai/token"
    }

    /// The token to show: from the environment, or from the file; `nil` where there is neither.
    static func token(environment: [String: String]) throws -> Secret? {
        if let token = environment["TACHIAI_TOKEN"], !token.isEmpty { return Secret(token) }
        return try TokenFile(environment: environment).read()
    }

    func read() throws -> Secret? {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { return nil }
        let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0o777
        guard mode & 0o077 == 0 else {
            throw Complaint(.usage, Words.now.looseToken(path))
        }
        guard let bytes = files.contents(atPath: path) else {
            throw Complaint(.usage, Words.now.unreadable(path))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return token.isEmpty ? nil : Secret(token)
    }

    /// Made with mode 0600 from the start, so that it is never open to others for a moment.
    func write(_ token: Secret) throws {
        let files = FileManager.default
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try files.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
        } catch {
            throw Complaint(.usage, Words.now.unwritable(path))
        }
        let isWritten = files.createFile(
            atPath: path,
            contents: Data((token.exposed + "\n").utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isWritten else { throw Complaint(.usage, Words.now.unwritable(path)) }
    }
}
