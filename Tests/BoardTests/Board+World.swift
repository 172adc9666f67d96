// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What the world does at the board, and what can be seen of it.
extension Board {
    /// One level that a program commanded at a line; no level where it let go of the line.
    struct Command: Decodable {
        let at: Double
        let line: String
        let value: Int?
        let by: String
        let pid: Int
    }

    /// Waits until a line has a level.
    func wait(_ line: String, _ level: Int, within seconds: Int = Board.patience) async throws {
        try await tell(["gpio", "wait", line, "\(level)", "\(seconds)"], within: seconds)
    }

    func level(_ line: String) async throws -> Int? {
        Int(
            try await tell(["gpio", "value", line]).trimmingCharacters(in: .whitespacesAndNewlines)
        )
    }

    /// All that was commanded at some lines since the guest started.
    func history(_ lines: String...) async throws -> [Command] {
        try await tell(["gpio", "history"] + lines).split(separator: "\n").map {
            try JSONDecoder().decode(Command.self, from: Data($0.utf8))
        }
    }

    func open(_ door: String) async throws {
        try await tell(["gpio", "pull", door + "-door", "up"])
    }

    func close(_ door: String) async throws {
        try await tell(["gpio", "pull", door + "-door", "down"])
    }

    /// Presses the exit button until the lock lets go.
    func pressExit(_ door: String) async throws {
        try await tell(["gpio", "pull", door + "-rex", "down"])
        try await wait(door + "-lock", 1)
        try await tell(["gpio", "pull", door + "-rex", "up"])
    }

    func plug(_ port: Port, _ model: String, _ settings: String...) async throws {
        try await tell(
            ["usb", "plug", port.text, model] + settings.flatMap { ["--set", $0] }
        )
    }

    func unplug(_ port: Port) async throws { try await tell(["usb", "unplug", port.text]) }

    func type(_ text: String, at port: Port, vanishingAfter reports: Int? = nil) async throws {
        try await tell(
            ["usb", "type", "--seconds", "\(Self.patience)"]
                + (reports.map { ["--vanish", "\($0)"] } ?? []) + [port.text, text]
        )
    }

    func report(_ reports: [String], at port: Port) async throws {
        try await tell(["usb", "report", "--seconds", "\(Self.patience)", port.text] + reports)
    }

    /// Waits until the service holds a device: what was typed before, the kernel would swallow.
    func served(_ port: Port) async throws {
        try await tell(["usb", "claimed", port.text, "\(Self.patience)"])
    }

    /// The USB ports, by what the board file expects there.
    enum Port: Int, CaseIterable {
        case serverIn = 1
        case serverKeys, monitorIn, serverOut, archiveIn, stackIn, archiveKeys, vaultIn

        var text: String { "\(rawValue)" }

        /// Those with readers and keypads that are keyboards to the kernel.
        static let keyboards = allCases.filter { ![.archiveIn, .stackIn, .vaultIn].contains($0) }
    }
}
