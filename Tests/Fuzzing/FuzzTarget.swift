// SPDX-License-Identifier: Apache-2.0

/// A parser that anybody outside can reach, and what it promises whatever it is given: to come back,
/// soon, with no more than its form allows.
///
/// The raw value names its corpus in `Tests/FuzzingTests/Corpus`.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// The reports of a keyboard-wedge reader.
    case hidReader = "hid-reader"
    /// The reports of a keypad.
    case hidKeypad = "hid-keypad"
    /// What an RC-S380 answers.
    case rcS380 = "rc-s380"
    /// What an RC-S300 answers.
    case rcS300 = "rc-s300"
    /// What a reader of the CCID class answers, and tells by itself.
    case ccid
    /// What an RS-485 line brings, and a reader on it that knows its key.
    case osdp
    /// The policy document.
    case policy
    /// The board file.
    case board
    /// The scenario file.
    case scenario
    /// The bodies of the API's orders.
    case order

    /// Feeds it.
    ///
    /// - Throws: the promise that was broken; what ends the process is worse.
    /// - Returns: how many events the bytes were read as.
    @discardableResult
    public func run(_ bytes: [UInt8]) throws(Flaw) -> Int {
        switch self {
        case .hidReader: return try PlayedFamily.hidReader.play(bytes)
        case .hidKeypad: return try PlayedFamily.hidKeypad.play(bytes)
        case .rcS380: return try PlayedFamily.rcS380.play(bytes)
        case .rcS300: return try PlayedFamily.rcS300.play(bytes)
        case .ccid: return try PlayedFamily.ccid.play(bytes)
        case .osdp: return try PlayedLine.play(bytes)
        case .policy: try DocumentFuzz.policy(bytes)
        case .board: try DocumentFuzz.board(bytes)
        case .scenario: try DocumentFuzz.scenario(bytes)
        case .order: try DocumentFuzz.order(bytes)
        }
        return 1
    }
}
