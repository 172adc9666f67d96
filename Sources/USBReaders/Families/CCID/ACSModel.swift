// SPDX-License-Identifier: Apache-2.0
import Access

/// What the readers of ACS can do beyond their class, by their product numbers.
struct ACSModel: Equatable {
    /// How a FeliCa command gets to the card.
    let passage: FeliCaPassage
    /// The slot without contacts.
    let slot: UInt8
    private let dialect: Dialect

    /// How a model is told to light and to beep.
    private enum Dialect: Equatable {
        /// As the ACR122U is: one command for lamps and buzzer.
        case joint
        /// As the later ones are: a command each; the bits of the lamps differ.
        case apart(red: UInt8, green: UInt8)
    }

    /// Whether it takes commands for itself as if they were for a card.
    var isJoint: Bool { dialect == .joint }

    /// ACS.
    static let vendor: UInt16 = 0x072F

    private static let table: [(products: [UInt16], model: ACSModel)] = [
        // ACR122U.
        ([0x2200], ACSModel(passage: .chip, slot: 0, dialect: .joint)),
        // ACR1251U.
        ([0x221A, 0x221B], later(red: 1, green: 2)),
        // ACR1252U.
        ([0x223B, 0x223E, 0x2259], later(red: 1, green: 2)),
        // ACR1255U-J1.
        ([0x223F], later(red: 2, green: 1)),
        // ACR1281U-C1, whose first slot has contacts.
        ([0x2224], later(red: 1, green: 2, slot: 1)),
    ]

    private static func later(red: UInt8, green: UInt8, slot: UInt8 = 0) -> ACSModel {
        ACSModel(passage: .plain, slot: slot, dialect: .apart(red: red, green: green))
    }

    /// The model of a device, if it is in the table.
    static func model(of device: USBDevice) -> ACSModel? {
        guard device.vendor == vendor else { return nil }
        return table.first { $0.products.contains(device.product) }?.model
    }

    // MARK: Setting up

    /// What asks for the firmware's name.
    var firmwareQuestion: [UInt8] {
        dialect == .joint ? [0xFF, 0x00, 0x48, 0x00, 0x00] : [0xE0, 0x00, 0x00, 0x18, 0x00]
    }

    /// The firmware's name in an answer; `nil` where it is no such answer.
    func firmware(in answer: [UInt8]) -> String? {
        var text = answer[...]
        if dialect != .joint {
            guard let content = Self.content(of: answer) else { return nil }
            text = content[...]
        } else if text.suffix(2) == [0x90, 0x00] {
            text = text.dropLast(2)
        }
        guard (1...32).contains(text.count), text.allSatisfy({ 0x20...0x7E ~= $0 }) else {
            return nil
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What makes the reader look for those cards that are wanted, and be silent about it: who may
    /// come in is told by the door, not by the reader.
    func settings(for polling: CardPolling) -> [[UInt8]] {
        guard dialect == .joint else { return [[0xE0, 0x00, 0x00, 0x21, 0x00]] }
        // Looks by itself, four times a second.
        let kinds =
            (polling.typeA ? 0x01 : 0) | (polling.typeB ? 0x02 : 0)
            | (polling.systemCodes.isEmpty ? 0 : 0x18)
        return [
            [0xFF, 0x00, 0x51, UInt8(0xE0 | kinds), 0x00], [0xFF, 0x00, 0x52, 0x00, 0x00],
        ]
    }

    /// What follows the answer to a setting: the later models keep theirs for ever, so that it is
    /// written only where it must be changed.
    func setting(after answer: [UInt8]) -> [UInt8]? {
        guard dialect != .joint, let content = Self.content(of: answer), content.count == 1,
            content[0] & Self.ownSigns != 0
        else { return nil }
        return [0xE0, 0x00, 0x00, 0x21, 0x01, content[0] & ~Self.ownSigns]
    }

    /// The lamps and the beep with which a reader tells of cards by itself.
    private static let ownSigns: UInt8 = 0x8F

    private static func content(of answer: [UInt8]) -> [UInt8]? {
        guard answer.starts(with: [0xE1, 0x00, 0x00, 0x00]), answer.count >= 5,
            answer.count == 5 + Int(answer[4])
        else { return nil }
        return Array(answer.dropFirst(5))
    }

    // MARK: Lamps and buzzer

    /// The commands that show something; none where it has no sign of its own.
    func commands(showing indication: Indication) -> [[UInt8]] {
        guard let sign = Sign(indication) else { return [] }
        switch dialect {
        case .joint:
            let colours: UInt8 = (sign.isRed ? 0x01 : 0) | (sign.isGreen ? 0x02 : 0)
            let beeps: [UInt8] = sign.beep == 0 ? [0, 0, 0, 0] : [sign.beep, 0, 1, 1]
            return [[0xFF, 0x00, 0x40, 0x0C | colours, 0x04] + beeps]
        case .apart(let red, let green):
            let colours = (sign.isRed ? red : 0) | (sign.isGreen ? green : 0)
            let lamps: [UInt8] = [0xE0, 0x00, 0x00, 0x29, 0x01, colours]
            let buzzer: [UInt8] = [0xE0, 0x00, 0x00, 0x28, 0x01, sign.beep * 10]
            return sign.beep == 0 ? [lamps] : [lamps, buzzer]
        }
    }

    /// Colours, and how long to beep in tenths of a second.
    private struct Sign {
        var isRed = false
        var isGreen = false
        var beep: UInt8 = 0

        init?(_ indication: Indication) {
            switch indication {
            case .secured: break
            case .unserved: isRed = true
            case .granted: (isGreen, beep) = (true, 1)
            case .waiting: (isRed, isGreen) = (true, true)
            case .denied: (isRed, beep) = (true, 3)
            case .heldOpenWarning: (isRed, beep) = (true, 1)
            case .alarm: (isRed, beep) = (true, 5)
            case .key: return nil
            }
        }
    }
}

/// How a FeliCa command gets through a reader to the card, and its answer back.
enum FeliCaPassage {
    /// Wrapped for the chip behind the reader (PN532 InDataExchange).
    case chip
    /// As it is.
    case plain

    /// The command for the reader.
    func apdu(_ frame: [UInt8]) -> [UInt8] {
        let content = self == .chip ? [0xD4, 0x40, 0x01] + frame : frame
        return [0xFF, 0x00, 0x00, 0x00, UInt8(content.count)] + content
    }

    /// What came of it.
    enum Outcome: Equatable {
        case frame([UInt8])
        case silence
        /// The reader does not know the command.
        case unknown
    }

    /// The card's answer in the reader's.
    func outcome(of answer: [UInt8]) -> Outcome {
        let words = answer.suffix(2)
        guard words == [0x90, 0x00] else {
            return words.count == 2 && [0x6A, 0x6D, 0x6E].contains(words.first)
                ? .unknown : .silence
        }
        let content = Array(answer.dropLast(2))
        switch self {
        case .plain: return .frame(content)
        case .chip:
            guard content.starts(with: [0xD5, 0x41]), content.count > 3, content[2] & 0x3F == 0
            else { return .silence }
            return .frame(Array(content.dropFirst(3)))
        }
    }
}
