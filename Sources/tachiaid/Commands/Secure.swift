// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import GPIODoors

/// Secures every lock of a board and ends: what systemd runs after the service has died (L2).
struct Secure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "すべての錠を掛けて終わる / Secures every lock, and ends."
    )

    @Option(help: "盤ファイル / the board file")
    var board = "/etc/tachiai/tachiai.yaml"

    func run() async throws {
        let faults = GPIOBoard.secure(try Files.board(board).board.lines)
        guard faults.isEmpty else {
            complain(faults.map(\.description))
            throw ExitCode.failure
        }
    }
}
