// SPDX-License-Identifier: Apache-2.0
import Access

/// What a pressed key means (HID Usage Tables, page 07).
///
/// Digits are told by their key, from both blocks and whatever the layout; Shift changes nothing
/// about a digit or a letter, since readers type either case.
enum KeyMeaning: Equatable {
    /// A digit 0–15, so many times.
    case digit(UInt8, times: Int = 1)
    /// Enter, on either block, or a carriage return or line feed typed as Control-M or Control-J.
    case enter
    /// Tab.
    case tab
    /// `#`.
    case hash
    /// `*`.
    case star
    /// Escape, Backspace or Clear.
    case erase
    /// A lock key or a modifier: ten-keys press NumLock around every key.
    case noise
    /// Typed by its code, with Alt held.
    case code
    /// A letter beyond F.
    case letter
    /// Any other key.
    case other

    /// Reads a press.
    init(_ press: BootKeyboard.Press) {
        let isPlain = !press.modifiers.has([.control, .alt, .gui])
        self = Self.plain(press.usage)
        guard !isPlain, self != .noise else { return }
        if press.modifiers.has(.control), press.usage == 0x0D || press.usage == 0x10 {
            self = .enter
        } else {
            self = press.modifiers.has(.alt) ? .code : .other
        }
    }

    private static func plain(_ usage: UInt8) -> KeyMeaning {
        switch usage {
        case 0x04...0x09: .digit(usage - 0x04 + 10)
        case 0x0A...0x1D: .letter
        case 0x1E...0x26: .digit(usage - 0x1E + 1)
        case 0x27, 0x62: .digit(0)
        case 0x28, 0x58: .enter
        case 0x29, 0x2A, 0xBB, 0xD8, 0xD9: .erase
        case 0x2B, 0xBA: .tab
        case 0x32, 0xCC: .hash
        case 0x39, 0x47, 0x53, 0xE0...0xE7: .noise
        case 0x55: .star
        case 0x59...0x61: .digit(usage - 0x59 + 1)
        case 0xB0: .digit(0, times: 2)
        case 0xB1: .digit(0, times: 3)
        case 0xBC...0xC1: .digit(usage - 0xBC + 10)
        default: .other
        }
    }

    /// What a press is on a keypad: nothing, for a key that no PIN has.
    static func keys(_ press: BootKeyboard.Press) -> [Key] {
        if press.modifiers.has(.shift) {
            // `#` and `*` of the upper row.
            if press.usage == 0x20 { return [.enter] }
            if press.usage == 0x25 { return [.cancel] }
        }
        switch KeyMeaning(press) {
        case .digit(let value, let times) where value <= 9:
            return Array(repeating: .digit(value), count: times)
        case .enter, .hash: return [.enter]
        case .star, .erase: return [.cancel]
        case .digit, .tab, .noise, .code, .letter, .other: return []
        }
    }
}
