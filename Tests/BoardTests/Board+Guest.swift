// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What is done inside the guest.
extension Board {
    /// Runs a shell script as root.
    ///
    /// - Returns: what it printed.
    @discardableResult
    func shell(_ script: String, within seconds: Int = Board.patience) async throws -> String {
        try await tell(["run", "--timeout", "\(seconds)", "sh", "-ec", script], within: seconds)
    }

    /// Asks the service manager.
    @discardableResult
    func systemctl(_ arguments: String...) async throws -> String {
        try await tell(["run", "--timeout", "\(Self.patience)", "systemctl"] + arguments)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The process of the service.
    func process() async throws -> Int {
        Int(try await systemctl("show", "-P", "MainPID", "tachiaid")) ?? 0
    }

    /// Copies a text into the guest.
    func put(_ text: String, at path: String) async throws {
        let file = folder.appendingPathComponent("put")
        try Data(text.utf8).write(to: file)
        try await tell(["put", file.path, path])
    }

    /// A file of the repository.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
    }
}
