// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A USB tree of make-believe devices, and a probe that serves readers in it by the real libusb.
final class EmulatedUSB {
    private let process = Process()
    private let commands = Pipe()
    private let lines: AsyncStream<String>
    /// Lines that no wait has matched yet.
    private(set) var pending: [String] = []
    /// Everything that was said.
    private(set) var transcript: [String] = []

    /// Whether umockdev is here (packages umockdev, libumockdev-dev, libglib2.0-dev, pkg-config).
    static let isAvailable: Bool =
        (try? run(["umockdev-wrapper", "pkg-config", "--exists", "umockdev-1.0"])) != nil

    /// The emulator, compiled once for all tests.
    private static let program = Result { try compile() }

    /// Starts the probe over devices that are already plugged in.
    convenience init(_ plugged: [String] = [], serving readers: [String]) throws {
        try self.init(plugged, running: ["ReaderProbe"] + readers)
    }

    /// Starts a program that was built beside these tests.
    init(_ plugged: [String], running words: [String]) throws {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        lines = stream
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["umockdev-wrapper", try Self.program.get().path(), Self.built(words[0]).path()]
            + words.dropFirst()
        process.standardInput = commands
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.detachNewThread {
            var rest = Data()
            while true {
                let bytes = output.fileHandleForReading.availableData
                if bytes.isEmpty { break }
                rest += bytes
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
            continuation.finish()
        }
        for line in plugged { send("plug " + line) }
        send("")
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Gives the emulator a command.
    func send(_ command: String) {
        commands.fileHandleForWriting.write(Data((command + "\n").utf8))
    }

    /// Types keys, each pressed and released: digits, a–f, `\n` for Enter, `\t` for Tab.
    func type(_ text: String, at port: String) {
        for report in Typing.reports(of: text) { send("report \(port) \(hex(report))") }
    }

    /// Waits for a line that begins so, among those that no wait has had yet.
    @discardableResult
    func line(_ start: String, location: SourceLocation = #_sourceLocation) async -> String? {
        if let index = pending.firstIndex(where: { $0.hasPrefix(start) }) {
            return pending.remove(at: index)
        }
        for await line in lines {
            transcript.append(line)
            if line.hasPrefix(start) { return line }
            pending.append(line)
        }
        Issue.record("no line “\(start)” in \(transcript)", sourceLocation: location)
        return nil
    }

    /// Ends the probe, which lets go of its devices, and waits for its end.
    func end(location: SourceLocation = #_sourceLocation) async {
        send("end")
        await line("stopped", location: location)
        await line("usb ended 0", location: location)
    }

    /// How many files a process has open.
    static func openFiles(of process: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
    }

    private static func compile() throws -> URL {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Emulator"
        )
        let sources = ["usb-emulator", "card-reader", "descriptors", "device"].map {
            folder.appending(path: "\($0).c").path()
        }
        let program = built("usb-emulator")
        let flags = try run(["pkg-config", "--cflags", "--libs", "umockdev-1.0", "glib-2.0"])
        try run(
            ["clang", "-Wall", "-Wextra", "-Werror", "-o", program.path()] + sources
                + flags.split(whereSeparator: \.isWhitespace).map(String.init)
        )
        return program
    }

    private static func built(_ name: String) -> URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: name)
    }

    private struct Failed: Error { let command: [String] }

    @discardableResult
    private static func run(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(command: command) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Bytes in hexadecimal, without spaces.
func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
