// SPDX-License-Identifier: Apache-2.0

/// Turns the reports of a HID boot keyboard into key presses.
///
/// A report tells which keys are down: `[modifiers][0][k1…k6]`. A press is a key that the report
/// before did not have.
struct BootKeyboard {
    private var held: Set<UInt8> = []

    /// A key that went down, with the modifiers of its report.
    struct Press: Equatable {
        let usage: UInt8
        let modifiers: Modifiers
    }

    /// The modifier keys of a report, left and right.
    struct Modifiers: OptionSet {
        let rawValue: UInt8
        static let control = Modifiers(rawValue: 0x11)
        static let shift = Modifiers(rawValue: 0x22)
        static let alt = Modifiers(rawValue: 0x44)
        static let gui = Modifiers(rawValue: 0x88)

        /// Whether any key of a sort is down, left or right.
        func has(_ keys: Modifiers) -> Bool { !isDisjoint(with: keys) }
    }

    /// What a report means.
    enum Report: Equatable {
        /// These keys went down, in the order of the report.
        case presses([Press])
        /// It is too short to be a boot report.
        case malformed
    }

    /// The bytes that every boot report has; a longer one carries something of its own after them.
    static let length = 8

    /// Takes a report.
    mutating func take(_ bytes: [UInt8]) -> Report {
        guard bytes.count >= Self.length else { return .malformed }
        let keys = bytes[2..<Self.length]
        // 01 roll-over, 02 self-test failed, 03 undefined: the report says nothing of the keys.
        guard !keys.contains(where: { (1...3).contains($0) }) else { return .presses([]) }
        let modifiers = Modifiers(rawValue: bytes[0])
        var now: Set<UInt8> = []
        var presses: [Press] = []
        for usage in keys where usage != 0 && now.insert(usage).inserted && !held.contains(usage) {
            presses.append(Press(usage: usage, modifiers: modifiers))
        }
        held = now
        return .presses(presses)
    }
}
