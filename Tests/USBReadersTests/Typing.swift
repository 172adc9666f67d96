// SPDX-License-Identifier: Apache-2.0

/// What a keyboard sends for typed text.
enum Typing {
    /// A report with these keys down.
    static func report(_ keys: UInt8..., modifiers: UInt8 = 0) -> [UInt8] {
        [modifiers, 0] + keys + [UInt8](repeating: 0, count: 6 - keys.count)
    }

    /// A press and a release for each character: digits, letters, `\n` for Enter, `\t` for Tab.
    static func reports(of text: String) -> [[UInt8]] {
        text.utf8.flatMap { [report(usage($0)), report()] }
    }

    private static func usage(_ character: UInt8) -> UInt8 {
        switch character {
        case UInt8(ascii: "1")...UInt8(ascii: "9"): character - UInt8(ascii: "1") + 0x1E
        case UInt8(ascii: "0"): 0x27
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 0x04
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A") + 0x04
        case UInt8(ascii: "\n"): 0x28
        case UInt8(ascii: "\t"): 0x2B
        default: 0x2C
        }
    }
}
