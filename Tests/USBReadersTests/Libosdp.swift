// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Peripherals of libosdp on a pseudo-terminal, and a probe that serves them over the real line.
final class Libosdp {
    private let peripheral: Program
    private var probe: Program?
    private let folder: URL
    private let address: String

    /// Where `Config/packages test` puts libosdp.
    private static let python = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../.build/osdp/bin/python").standardized

    /// Whether libosdp is here.
    static let isAvailable = FileManager.default.isExecutableFile(atPath: python.path())

    /// A key of a reader's own.
    static let key = "8d1f0e7c5b2a49f36071c2e4d5b68a97"

    /// Starts the peripherals, each `ADDRESS:KEY[:FLAG…]`.
    init(_ peripherals: [String]) async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "tachiai-osdp-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        address = folder.appending(path: "line").path()
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Peripheral/peripheral.py")
        peripheral = try Program(Self.python, [script.path(), address] + peripherals)
        await peripheral.line("line")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Gives a reader its key, as an earlier pairing would have.
    func keep(_ key: String, for reader: String) throws {
        let digits = Array(key)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        let path = folder.appending(path: "reader-\(reader).key")
        try Data(bytes).write(to: path)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: path.path()
        )
    }

    /// The key that is kept for a reader, in hexadecimal.
    func key(of reader: String) throws -> String {
        hex(Array(try Data(contentsOf: folder.appending(path: "reader-\(reader).key"))))
    }

    /// Begins to serve, each `ADDRESS READER|- KEYPAD|-`.
    func serve(_ readers: [String], baud: Int = 9600) throws {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "ReaderProbe")
        let arguments = readers.map { "osdp \(address) \(baud) \($0) wiegand26 hex 6" }
        probe = try Program(program, ["keys=\(folder.path())"] + arguments)
    }

    /// Starts `tachiaid hardware` with a board file that has `in` and `keys` at address 0, `out` at 1.
    ///
    /// The peripherals themselves have the line open, as no reader on RS-485 does: unless it
    /// `seesOthers`, their process is not to be seen.
    func tachiaid(
        _ words: [String],
        isComplaining: Bool = false,
        seesOthers: Bool = true
    ) throws -> Program {
        let board = folder.appending(path: "board.yaml")
        // A board file names a line of /dev; what the peripherals made is a link to one.
        let line = URL(filePath: address).resolvingSymlinksInPath().path()
        let text = """
            board: b
            site: main
            timeZone: Asia/Tokyo
            database: \(folder.path())/b.sqlite
            readers:
              - {id: in, family: osdp, line: \(line), address: 0, format: wiegand26}
              - {id: out, family: osdp, line: \(line), address: 1, format: wiegand26}
            keypads:
              - {id: keys, family: osdp, line: \(line), address: 0}
            doors:
              - {id: d, room: r, entry: in, exit: out, keypad: keys, lock: {chip: c, line: 1, releases: energised}}
            """
        try Data(text.utf8).write(to: board)
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "tachiaid")
        let command = [program.path(), "hardware", board.path()] + words
        let limits = seesOthers ? [] : ["--inh-caps=-all", "--bounding-set=-sys_ptrace"]
        return try Program(
            URL(filePath: "/usr/bin/setpriv"),
            limits + command,
            isComplaining: isComplaining
        )
    }

    /// Tells the peripherals something.
    func tell(_ command: String) { peripheral.send(command) }

    /// Tells the probe something.
    func order(_ command: String) { probe?.send(command) }

    /// Waits for a line of the probe's.
    @discardableResult
    func says(_ start: String, location: SourceLocation = #_sourceLocation) async -> String? {
        await probe?.line(start, location: location)
    }

    /// Waits for a line of the peripherals'.
    @discardableResult
    func hears(_ start: String, location: SourceLocation = #_sourceLocation) async -> String? {
        await peripheral.line(start, location: location)
    }

    /// All that the probe has said.
    var said: [String] { probe?.transcript ?? [] }
    /// All that happened at the peripherals.
    var heard: [String] { peripheral.transcript }

    /// Ends the probe and then the peripherals.
    func end(location: SourceLocation = #_sourceLocation) async {
        probe?.end()
        await says("stopped", location: location)
        peripheral.end()
    }
}

/// A program that is told lines and says lines.
final class Program {
    private let process = Process()
    private let input = Pipe()
    private let lines: AsyncStream<String>
    private var pending: [String] = []
    /// Everything that was said.
    private(set) var transcript: [String] = []

    init(_ path: URL, _ arguments: [String], isComplaining: Bool = false) throws {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        lines = stream
        process.executableURL = path
        process.arguments = arguments
        process.standardInput = input
        let output = Pipe()
        process.standardOutput = output
        process.standardError = isComplaining ? output : FileHandle.nullDevice
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
    }

    deinit { if process.isRunning { process.terminate() } }

    func send(_ line: String) { input.fileHandleForWriting.write(Data((line + "\n").utf8)) }

    /// All that it says to its end.
    func rest() async -> [String] {
        for await line in lines { transcript.append(line) }
        return transcript
    }

    func end() { try? input.fileHandleForWriting.close() }

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
}
