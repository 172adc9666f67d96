// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// A virtual board, as `Hardware/virtual-board/board` drives it.
///
/// Every wait has its end: the bench gives up by itself, and `timeout` ends a bench that does not.
struct Board: Sendable {
    /// The board that a test runs on.
    @TaskLocal static var running: Board?

    static let isWanted = ProcessInfo.processInfo.environment["TACHIAI_BOARD"] != nil
    /// The emulated processor is some twenty times slower than a board's, and the host may be busy.
    static let patience = 40

    /// Everything that belongs to this board.
    let folder: URL

    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// Where the programs lie that were built together with this test.
    static let programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tachiai-board-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Starts the guest with the built programs in it.
    func start(disk: URL, attaching images: [URL] = []) async throws {
        try await tell(
            ["start", "--program", Self.programs.path, "--disk", disk.path]
                + images.flatMap { ["--attach", $0.path] }
                + ["--date", "2026-04-10T09:30:00+09:00", "--lifetime", "1200"],
            within: 200
        )
        try await tell(["clock", "trusted"])
    }

    /// Ends the guest, whatever it does, and takes its folder away.
    func remove() async {
        _ = try? await tell(["kill"])
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs one command of the bench.
    ///
    /// - Returns: what it printed.
    @discardableResult
    func tell(_ command: [String], within seconds: Int = Board.patience) async throws -> String {
        let stem = folder.appendingPathComponent("told-\(Self.count())").path
        let files = FileManager.default
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments =
            ["\(seconds + 60)", Self.repository.path + "/Hardware/virtual-board/board"]
            + ["--dir", folder.appendingPathComponent("run").path] + command
        for (kind, set) in [
            ("out", { process.standardOutput = $0 }), ("err", { process.standardError = $0 }),
        ] as [(String, (FileHandle?) -> Void)] {
            _ = files.createFile(atPath: "\(stem).\(kind)", contents: nil)
            set(FileHandle(forWritingAtPath: "\(stem).\(kind)"))
        }
        process.standardInput = FileHandle.nullDevice
        let code = try await process.ended()
        let (output, complaint) = try (
            String(contentsOfFile: stem + ".out", encoding: .utf8),
            String(contentsOfFile: stem + ".err", encoding: .utf8)
        )
        guard code == 0 else {
            throw BoardFault(command: command, code: code, output: output, complaint: complaint)
        }
        return output
    }

    private static let counter = Mutex(0)

    private static func count() -> Int {
        counter.withLock { count in
            count += 1
            return count
        }
    }
}

extension Process {
    /// Runs to the end without keeping a thread waiting.
    fileprivate func ended() async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try run()
            } catch {
                terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}
