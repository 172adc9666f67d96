// SPDX-License-Identifier: Apache-2.0
@testable import USBReaders

/// An RC-S300 of the tests: outside a session and a field that is on, it does nothing for anybody.
struct SimulatedRCS300: CardDevice {
    private var card: SimulatedCard?
    private var air: SimulatedCard.Air?
    private var isInSession = false
    private var isFieldOn = false
    /// What it refuses exchanges with, although the field obeys: its session is gone, or cannot be had.
    private var refusal: [UInt8]?
    private var isLost = false

    /// Drops the session as if its time were over; where it is lost, for ever.
    mutating func dropSession(_ code: [UInt8], isLost: Bool = false) {
        refusal = [0xC0, 3, 0] + code
        self.isLost = isLost
    }

    private static let fine: [UInt8] = [0xC0, 3, 0, 0x90, 0]
    private static let nobody: [UInt8] = [0xC0, 3, 0, 0x64, 1]
    private static let refused: [UInt8] = [0xC0, 3, 1, 0x69, 0x85]

    mutating func put(_ card: SimulatedCard?) { self.card = card }

    mutating func answers(to message: [UInt8]) -> [[UInt8]] {
        guard message.count > 14, message[0] == 0x6B, message[5] == 0,
            Int(message[1]) | Int(message[2]) << 8 == message.count - 10, message[3...4] == [0, 0]
        else { return [] }
        let content = content(Array(message.dropFirst(10)))
        return [[0x83, UInt8(content.count), 0, 0, 0, 0, message[6], 2, 0, 0] + content]
    }

    private mutating func content(_ command: [UInt8]) -> [UInt8] {
        switch command[1...3] {
        case [0x56, 0, 0]: return [1, 2, 3, 4, 0x90, 0]
        case [0xCA, 0, 0]:
            guard air == .typeA, case .typeA(let uid) = card else { return [0x63, 0] }
            return uid + [0x90, 0]
        case [0x50, 0, 0]: return manage(command[5]) + [0x90, 0]
        case [0x50, 0, 2]: return turn(to: Array(command[7...8])) + [0x90, 0]
        case [0x50, 0, 1]: return exchange(command) + [0x90, 0]
        default: return [0x6D, 0]
        }
    }

    private mutating func manage(_ tag: UInt8) -> [UInt8] {
        switch tag {
        case 0x81:
            isInSession = true
            if !isLost { refusal = nil }
        case 0x82 where isInSession: (isInSession, isFieldOn, air) = (false, false, nil)
        case 0x83 where isInSession: (isFieldOn, air) = (false, nil)
        case 0x84 where isInSession: isFieldOn = true
        default: return Self.refused
        }
        return Self.fine
    }

    private mutating func turn(to technology: [UInt8]) -> [UInt8] {
        guard isInSession, isFieldOn else { return Self.refused }
        air = technology == [3, 0] ? .feliCa : technology == [0, 3] ? .typeA : .typeB
        guard air == .typeA else { return Self.fine + [0x8F, 1, 1] }
        guard case .typeA = card else { return Self.nobody }
        return Self.fine + [0x8F, 1, 0]
    }

    private func exchange(_ command: [UInt8]) -> [UInt8] {
        if let refusal { return refusal }
        guard isInSession, isFieldOn, let air,
            let start = command.indices.first(where: { command[$0...].starts(with: [0x95, 0x82]) })
        else { return Self.refused }
        let frame = Array(command[(start + 4)...].prefix(Int(command[start + 3])))
        guard let answer = card?.answer(to: frame, in: air) else { return Self.nobody }
        // A field that nobody knows says nothing to us.
        return Self.fine + [
            0x92, 1, 0, 0xDF, 0x7E, 2, 1, 2, 0x96, 2, 0, 0, 0x97, UInt8(answer.count),
        ]
            + answer
    }
}
