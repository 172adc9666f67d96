// SPDX-License-Identifier: Apache-2.0

/// The device's side of a reader of the CCID class, and of an RC-S300, whose transparent session goes
/// through CCID's escape.
struct CCIDPeer: FuzzedPeer {
    func answers(to message: [UInt8], choice: UInt8, text: [UInt8]) -> [[UInt8]] {
        guard message.count >= 10 else { return [] }
        let card = FuzzedCard(choice: choice)
        let status: UInt8 = card == .none ? 2 : 0
        let waiting = choice & 8 == 0 ? [] : [answer(to: message, [0x80 | status, 1, 0], [])]
        let request = Array(message[10...])
        switch message[0] {
        case 0x62 where card == .none: return [answer(to: message, [0x42, 0xFE, 0], [])]
        case 0x62: return waiting + [answer(to: message, [status, 0, 0], Self.attributes)]
        case 0x6F where card == .none: return [answer(to: message, [0x42, 0xFE, 0], [])]
        case 0x6F:
            let words: [UInt8] = choice & 16 == 0 ? [0x90, 0x00] : [0x63, 0x00]
            return waiting + [answer(to: message, [status, 0, 0], text + words)]
        case 0x6B:
            let body = escape(request, choice, text)
            return waiting + [answer(to: message, [status, 0, 0], body)]
        default: return [answer(to: message, [status, 0, 0], [])]
        }
    }

    func wrapped(_ text: [UInt8], answering message: [UInt8]) -> [UInt8] {
        answer(to: message, Array((text + [0, 0, 0]).prefix(3)), Array(text.dropFirst(3)))
    }

    private static let attributes: [UInt8] = [
        0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06, 0x11, 0x00, 0x3B, 0,
        0, 0,
        0, 0x42,
    ]

    private func answer(to message: [UInt8], _ status: [UInt8], _ text: [UInt8]) -> [UInt8] {
        let types: [UInt8: UInt8] = [0x62: 0x80, 0x6F: 0x80, 0x6B: 0x83, 0x6C: 0x82, 0x61: 0x82]
        let type = types[message.first ?? 0] ?? 0x81
        let sequence = message.count > 6 ? message[6] : 0
        return [type, UInt8(text.count & 0xFF), UInt8(text.count >> 8 & 0xFF), 0, 0, 0, sequence]
            + status + text
    }

    /// What an RC-S300 makes of the APDU in an escape, and an ACR of its own.
    private func escape(_ request: [UInt8], _ choice: UInt8, _ text: [UInt8]) -> [UInt8] {
        let fine: [UInt8] = [0xC0, 3, 0, 0x90, 0x00]
        guard request.starts(with: [0xFF, 0x50, 0x00]), request.count > 6 else {
            return text + [0x90, 0x00]
        }
        switch request[3] {
        case 0x00: return fine + [0x90, 0x00]
        case 0x02: return fine + [0x8F, 1, 1, 0x90, 0x00]
        default:
            let marks = zip(request, request.dropFirst()).map { $0 == 0x95 && $1 == 0x82 }
            guard let at = marks.firstIndex(of: true), request.count >= at + 4 else { return text }
            let length = Int(request[at + 2]) << 8 | Int(request[at + 3])
            let frame = Array(request[(at + 4)...].prefix(length))
            let card = FuzzedCard(choice: choice)
            guard let answer = card.answer(to: frame, choice: choice, text: text) else {
                return [0xC0, 3, 0, 0x64, 0x01, 0x90, 0x00]
            }
            let size = UInt8(truncatingIfNeeded: answer.count)
            let length97: [UInt8] = answer.count < 0x80 ? [size] : [0x81, size]
            return fine + [0x92, 1, 0, 0x96, 2, 0, 0, 0x97] + length97 + answer + [0x90, 0x00]
        }
    }
}
