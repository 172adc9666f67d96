// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Gives a suite one board, with the service installed and the policy in force.
struct InstalledBoard: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing tests: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let board = try Board()
        do {
            try await board.start(disk: board.folder.appendingPathComponent("disk.img"))
            try await board.install()
            try await board.startService()
            try await board.applyPolicy()
            try await Board.$running.withValue(board) { try await tests() }
        } catch {
            await board.remove()
            throw error
        }
        await board.remove()
    }
}

extension Trait where Self == InstalledBoard {
    static var installedBoard: Self { InstalledBoard() }
}
