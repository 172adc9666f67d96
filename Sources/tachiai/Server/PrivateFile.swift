// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A file that its owner alone may read, or that is not used at all (L10).
struct PrivateFile {
    let path: String

    /// The folder in which `tachiai` keeps what belongs to one user.
    static func folder(environment: [String: String]) -> String {
        let base =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.config"
        return base + "/tachiai"
    }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// What is in it; `nil` where there is no such file.
    func read() throws -> String? {
        let files = FileManager.default
        guard exists else { return nil }
        let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0o777
        guard mode & 0o077 == 0 else { throw Complaint(.usage, Words.now.looseToken(path)) }
        guard let bytes = files.contents(atPath: path) else {
            throw Complaint(.usage, Words.now.unreadable(path))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Made with mode 0600 from the start, so that it is never open to others for a moment.
    func write(_ text: String) throws {
        let files = FileManager.default
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try files.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            if exists { try files.removeItem(atPath: path) }
        } catch {
            throw Complaint(.usage, Words.now.unwritable(path))
        }
        let isWritten = files.createFile(
            atPath: path,
            contents: Data(text.utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isWritten else { throw Complaint(.usage, Words.now.unwritable(path)) }
    }

    func remove() throws {
        guard exists else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw Complaint(.usage, Words.now.unwritable(path))
        }
    }
}
