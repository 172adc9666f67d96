// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GPIODoors
import Testing

/// A chip of the kernel's own simulator, gpio-sim, made for one test and taken away after it.
final class SimulatedChip: Sendable {
    /// Whether this machine's kernel offers the simulator, and lets us use it.
    static let isAvailable = FileManager.default.isWritableFile(atPath: folder)
    private static let folder = "/sys/kernel/config/gpio-sim"
    static let lines = ["lock", "contact", "button", "green", "red", "buzzer", "fire", "tamper"]

    let label: String
    private let device: String
    private let pins: String

    init() throws {
        label = "tachiai-\(UInt32.random(in: .min ... .max))"
        device = Self.folder + "/" + label
        let bank = device + "/bank"
        try FileManager.default.createDirectory(atPath: bank, withIntermediateDirectories: true)
        try Self.write(label, to: bank + "/label")
        try Self.write("\(Self.lines.count)", to: bank + "/num_lines")
        for (number, name) in Self.lines.enumerated() {
            try FileManager.default.createDirectory(
                atPath: "\(bank)/line\(number)",
                withIntermediateDirectories: false
            )
            try Self.write(name, to: "\(bank)/line\(number)/name")
        }
        try Self.write("1", to: device + "/live")
        let platform = try Self.read(device + "/dev_name")
        let chip = try Self.read(bank + "/chip_name")
        pins = "/sys/devices/platform/\(platform)/\(chip)"
    }

    /// Takes the chip away, as a board that dies.
    func remove() {
        try? Self.write("0", to: device + "/live")
    }

    deinit {
        remove()
        for number in Self.lines.indices { rmdir("\(device)/bank/line\(number)") }
        rmdir(device + "/bank")
        rmdir(device)
    }

    /// A line as the board file would name it.
    func line(_ name: String) -> LineSpecification {
        LineSpecification(chip: label, line: name)
    }

    /// What the world outside does to an input.
    func pull(_ name: String, high isHigh: Bool) throws {
        try Self.write(isHigh ? "pull-up" : "pull-down", to: try pin(name) + "/pull")
    }

    /// The voltage of a line.
    func isHigh(_ name: String) throws -> Bool {
        try Self.read(try pin(name) + "/value") == "1"
    }

    /// Waits until a line has a voltage; the test's time limit ends a wait in vain.
    func wait(for name: String, high isHigh: Bool) async throws {
        while try self.isHigh(name) != isHigh { await Task.yield() }
    }

    private func pin(_ name: String) throws -> String {
        "\(pins)/sim_gpio\(try #require(Self.lines.firstIndex(of: name)))"
    }

    private static func write(_ text: String, to path: String) throws {
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        try file.write(contentsOf: Data(text.utf8))
    }

    private static func read(_ path: String) throws -> String {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
