// SPDX-License-Identifier: Apache-2.0
import Foundation

/// One run of the program that was built beside these tests.
struct Program {
    let status: Int32
    let output: String
    let complaints: String

    /// What `/v1/me` answers in these tests.
    static let me =
        #"{"person":"100001","offices":[],"rights":[],"board":"b","at":"2026-04-08T10:15:00.000+09:00","timeZone":"Asia/Tokyo"}"#

    /// The program as it was built.
    static let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "tachiai")

    static func run(
        _ words: [String],
        environment: [String: String],
        typing: String = "",
        as program: URL = built
    ) async throws -> Self {
        let process = Process()
        process.executableURL = program
        process.arguments = words
        process.environment = environment
        let (input, output, complaints) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = complaints
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do {
                try process.run()
                try input.fileHandleForWriting.write(contentsOf: Data(typing.utf8))
                try input.fileHandleForWriting.close()
            } catch {
                done.resume(throwing: error)
            }
        }
        func text(_ pipe: Pipe) -> String {
            String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        return Self(
            status: process.terminationStatus,
            output: text(output),
            complaints: text(complaints)
        )
    }
}
