// SPDX-License-Identifier: Apache-2.0

/// The device's side of an RC-S380.
struct RCS380Peer: FuzzedPeer {
    private static let acknowledgement: [UInt8] = [0, 0, 0xFF, 0, 0xFF, 0]

    func answers(to message: [UInt8], choice: UInt8, text: [UInt8]) -> [[UInt8]] {
        guard message.count > 11 else { return [] }
        return [Self.acknowledgement, framed(answer(to: message, body(message, choice, text)))]
    }

    func wrapped(_ text: [UInt8], answering message: [UInt8]) -> [UInt8] {
        framed(message.count > 11 ? answer(to: message, text) : text)
    }

    private func body(_ message: [UInt8], _ choice: UInt8, _ text: [UInt8]) -> [UInt8] {
        switch message[9] {
        case 0x20: return [0x11, 0x01]
        case 0x22: return [0x00, 0x01]
        case 0x04 where message.count > 14:
            let frame = Array(message[12..<(message.count - 2)])
            let card = FuzzedCard(choice: choice)
            guard let answer = card.answer(to: frame, choice: choice, text: text) else {
                return [0x80, 0, 0, 0]
            }
            return [0, 0, 0, 0, 8] + answer
        default: return [0]
        }
    }

    private func answer(to message: [UInt8], _ body: [UInt8]) -> [UInt8] {
        [0xD7, message[9] &+ 1] + body
    }

    private func framed(_ text: [UInt8]) -> [UInt8] {
        let (low, high) = (UInt8(text.count & 0xFF), UInt8(text.count >> 8 & 0xFF))
        return [0, 0, 0xFF, 0xFF, 0xFF, low, high, 0 &- (low &+ high)] + text
            + [0 &- text.reduce(0, &+), 0]
    }
}
