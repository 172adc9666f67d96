// SPDX-License-Identifier: Apache-2.0
import Testing

/// The built service on the virtual board: a real kernel's lines and USB, systemd, a disk.
///
/// One guest serves all tests, one after the other; each leaves the doors closed and the service at work.
@Suite(.enabled(if: Board.isWanted), .serialized, .installedBoard, .timeLimit(.minutes(4)))
struct BoardTests {
    let board: Board

    init() throws { board = try #require(Board.running) }

    /// Badges of Guest/policy.yaml.
    enum Badge {
        static let staff = "012E3D4C5B6A7988"
        static let colleague = "0100000000100124"
        static let undesignated = "0100000000100125"
        static let visitor = "0000000000000001"
    }
}
