// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Figures, not judgements: from the last byte of a badge to the lock's line, in an emulated processor.
///
/// `TACHIAI_BOARD=figures swift test --filter FigureTests` prints them; nothing but the comparison of one with
/// another says anything about a real board.
@Suite(.enabled(if: Board.isMeasured), .serialized, .installedBoard, .timeLimit(.minutes(15)))
struct FigureTests {
    let board: Board

    init() throws { board = try #require(Board.running) }

    private static let rounds = 12

    @Test
    func
        `from the last byte of the badge to the lock, by family, quiet and while the API is flooded`()
        async throws
    {
        // The PIN would be waited for.
        try await board.shell(
            """
            sed -i 's/\\(archive-4f.*\\)badge+pin/\\1badge/' /root/policy.yaml
            tachiai policy apply --yes /root/policy.yaml
            """,
            within: 120
        )
        for reader in Reader.allCases { try await measure(reader, "quiet") }
        try await flood()
        for reader in Reader.allCases { try await measure(reader, "flooded") }
        let report = try await board.shell("systemctl stop flood 2>/dev/null; cat /root/flood")
        print("figure: flood\n\(report)")
    }

    private enum Reader: String, CaseIterable {
        case monitor = "hid-keyboard"
        case archive = "rc-s380"
        case stack = "ccid"
        case vault = "rc-s300"

        var door: String { "\(self)" }

        var port: Board.Port {
            switch self {
            case .monitor: .monitorIn
            case .archive: .archiveIn
            case .stack: .stackIn
            case .vault: .vaultIn
            }
        }
    }

    /// Wrong and right requests alike, as many as the emulated processor bears.
    private func flood() async throws {
        try await board.shell(
            """
            systemd-run --unit=flood --quiet -p StandardOutput=file:/root/flood -p KillSignal=SIGINT \
                wrk --threads 1 --connections 8 --duration 600s --latency \
                -H "Authorization: Bearer $(cat /root/.config/tachiai/token 2>/dev/null)" \
                https://127.0.0.1:8443/v1/status
            sleep 5
            """
        )
    }

    private func measure(_ reader: Reader, _ condition: String) async throws {
        var milliseconds: [Double] = []
        for _ in 0..<Self.rounds {
            let taken: Double
            switch reader {
            case .monitor:
                try await board.type(BoardTests.Badge.colleague + "\\n", at: reader.port)
                taken = try #require(
                    try await board.taken(from: reader.port) { $0.hasPrefix("000028") }.last
                )
            case .archive, .stack, .vault:
                taken = try await board.present(.feliCa, at: reader.port)
            }
            try await board.wait(reader.door + "-lock", 1)
            let moved = try #require(
                try await board.history(reader.door + "-lock").last { $0.value == 1 }
            )
            milliseconds.append((moved.at - taken) * 1000)
            try await board.open(reader.door)
            try await board.wait(reader.door + "-lock", 0)
            try await board.close(reader.door)
            if reader != .monitor { try await board.settle(at: reader.port) }
        }
        milliseconds.sort()
        let (median, most) = (
            milliseconds[milliseconds.count / 2], milliseconds[milliseconds.count - 1]
        )
        let text = [median, milliseconds[0], most].map { String(format: "%.1f", $0) }
        print(
            "figure: \(reader.rawValue), \(condition): median \(text[0]) ms, least \(text[1]), most \(text[2]) (emulated)"
        )
    }
}

extension Board {
    /// Whether figures are asked for.
    static let isMeasured = ProcessInfo.processInfo.environment["TACHIAI_BOARD"] == "figures"

    /// When the host took the transfers of a device that look so, the earliest first.
    func taken(from port: Port, where isIt: (String) -> Bool) async throws -> [Double] {
        let lines = try await tell(["usb", "taken", port.text]).split(separator: "\n")
        let taken = try lines.map { try JSONDecoder().decode(Taken.self, from: Data($0.utf8)) }
        return taken.filter { isIt($0.bytes) }.map(\.moment)
    }

    private struct Taken: Decodable {
        let moment: Double
        let bytes: String

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            moment = try row.decode(Double.self)
            _ = try row.decode(Int.self)
            bytes = try row.decode(String.self)
        }
    }
}
