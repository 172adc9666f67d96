// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Cards on the readers of the board, and what may be wrong with a reader.
extension Board {
    /// A card, by its file in `Hardware/virtual-board/cards`.
    enum Card: String {
        case feliCa = "felica"
        case liteS = "lite-s"
        case typeA = "type-a"
        case longTypeA = "type-a-7"
        case typeB = "type-b"
    }

    /// Lays a card on a reader, and waits until its number was read.
    ///
    /// - Returns: when that was, on the guest's monotonic clock.
    @discardableResult
    func present(
        _ card: Card,
        at port: Port,
        _ settings: String...,
        restingFor rest: Double? = 0.5,
        isAwaited: Bool = true
    ) async throws -> Double {
        let moment = try await tell(
            ["usb", "present", port.text, card.rawValue]
                + ["--seconds", isAwaited ? "\(Self.patience)" : "0"]
                + (rest.map { ["--rest", "\($0)"] } ?? []) + settings.flatMap { ["--set", $0] }
        )
        return Double(moment.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    /// Takes away what lies on a reader.
    func withdraw(from port: Port) async throws { try await tell(["usb", "withdraw", port.text]) }

    /// Spoils the answers of a reader.
    func spoil(
        _ kind: String,
        at port: Port,
        after right: Int = 0,
        count: Int = 0
    ) async throws {
        try await tell(
            [
                "usb", "fault", port.text, kind, "--answers", "--after", "\(right)", "--count",
                "\(count)",
            ]
        )
    }

    /// The guest's monotonic clock.
    func now() async throws -> Double {
        let text = try await tell(["clock", "now"])
        return Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    /// Waits until nothing has been presented for long enough that the next card is a new one.
    func settle(at port: Port) async throws {
        try await withdraw(from: port)
        // A reader that polls must have missed a card for some cycles.
        try await shell("sleep 3")
    }
}
