// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

/// Random days at the demo board (STYLE §5): what must hold holds after each step, whatever is done.
///
/// `TACHIAI_SEEDS=100` plays so many fresh seeds instead of two.
@Suite struct RandomPlayTests {
    private static let steps = 200
    private static let fresh =
        ProcessInfo.processInfo.environment["TACHIAI_SEEDS"].flatMap { Int($0) } ?? 2
    /// Those that are always played, and some that nobody has played before.
    private static let seeds: [UInt64] =
        [7, 28, 2026] + (0..<fresh).map { _ in UInt64.random(in: 10_000...99_999_999) }

    @Test(arguments: seeds)
    func `L1 L2 L4 L12 whatever is done at the board, what must hold holds`(
        seed: UInt64
    ) async throws {
        let play = try await RandomPlay(seed: seed)
        try await play.play(steps: Self.steps)
        await play.end()
        #expect(play.faults == [], "play it again with this seed:\n\(play.tale)")
    }

    @Test(arguments: [UInt64(5)])
    func `L15 the same seed leaves the same records, and the day is not idle`(
        seed: UInt64
    ) async throws {
        var runs: [[Record]] = []
        for _ in 0..<2 {
            let play = try await RandomPlay(seed: seed)
            try await play.play(steps: Self.steps)
            #expect(play.faults == [], "\(play.tale)")
            runs.append(play.records)
            await play.end()
        }
        let difference = zip(runs[0], runs[1]).first { $0 != $1 }
        #expect(runs[0] == runs[1], "\(String(describing: difference))")
        #expect(runs[0].count { $0.kind == .entered && $0.escort != nil } >= 3)
        for kind: RecordKind in [.entry, .entered, .notEntered, .exit, .denied, .alarm, .order] {
            #expect(runs[0].contains { $0.kind == kind }, "no record \(kind)")
        }
    }
}
