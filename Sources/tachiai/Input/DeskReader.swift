// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Foundation

/// The reader at the computer that `tachiai` runs on, which may be no board: `tachiaid hardware` reads it.
///
/// The number comes through a pipe, goes to the board to be recognised, and is shown nowhere (L10).
/// When this program ends, however it does, the other notices that nobody reads its pipe and ends too.
struct DeskReader {
    /// What is said when a badge is waited for.
    static let seconds = 30

    let program: URL
    /// How much longer than the wait the other program may take, before it is ended.
    let grace: Duration

    init(_ program: URL, grace: Duration) {
        self.program = program
        self.grace = grace
    }

    /// Finds `tachiaid` beside this program, or on the path.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let folders =
            [own.deletingLastPathComponent().path]
            + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let found = folders.filter { $0.hasPrefix("/") }.map { $0 + "/tachiaid" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw Complaint(.failed, Words.now.noReaderProgram) }
        self.init(URL(filePath: found), grace: .seconds(10))
    }

    /// Waits for the next badge, and asks the board which it is.
    static func read(_ seconds: Int, on server: Server) async throws -> Server.Answer {
        let reader = try DeskReader()
        if isatty(STDERR_FILENO) == 1 { Screen.standard.complain(Words.now.presentHere(seconds)) }
        let reading = try await reader.next(within: seconds)
        return try await server.change(APIPath.badgeReads, BadgeReadRequest(reading: reading))
    }

    /// The next badge that is presented.
    func next(within seconds: Int) async throws -> BadgeReadingRow {
        let words = Words.now
        let ran = try await run(
            [
                "hardware", "--next", "--json", "--with-number", "--within", String(seconds),
            ],
            atMost: .seconds(seconds) + grace
        )
        guard ran.status == 0 else {
            let lines = String(decoding: ran.complaints, as: UTF8.self)
                .split(whereSeparator: \.isNewline).map { "  " + Table.clean(String($0)) }
            throw Complaint(.failed, words.notReadHere(ran.status, lines))
        }
        guard let reading = try? JSONDecoder().decode(BadgeReadingRow.self, from: ran.output)
        else { throw Complaint(.failed, words.strangeReader(program.path)) }
        return reading
    }

    /// What became of one run.
    private struct Ran {
        let status: Int32
        let output: Data
        let complaints: Data
    }

    /// Runs the program to its end; what it says is no more than a pipe holds.
    private func run(_ words: [String], atMost time: Duration) async throws -> Ran {
        let process = Process()
        let (output, complaints) = (Pipe(), Pipe())
        process.executableURL = program
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = complaints
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                guard (try? await Task.sleep(for: time)) != nil else { return }
                kill(process.processIdentifier, SIGKILL)
            }
            try await withCheckedThrowingContinuation {
                (done: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in done.resume() }
                do { try process.run() } catch {
                    done.resume(
                        throwing: Complaint(
                            .failed,
                            Words.now.unstartable(program.path, "\(error)")
                        )
                    )
                }
            }
            group.cancelAll()
        }
        return Ran(
            status: process.terminationStatus,
            output: output.fileHandleForReading.readDataToEndOfFile(),
            complaints: complaints.fileHandleForReading.readDataToEndOfFile()
        )
    }
}
