// SPDX-License-Identifier: Apache-2.0
@testable import USBReaders

/// An RC-S380 of the tests, which takes nothing but whole commands in their right order.
struct SimulatedRCS380: CardDevice {
    private var card: SimulatedCard?
    private var air: SimulatedCard.Air?
    /// Whether it was told which commands it will get.
    private var isSetUp = false

    mutating func put(_ card: SimulatedCard?) { self.card = card }

    mutating func answers(to message: [UInt8]) -> [[UInt8]] {
        guard let frame = try? Port100Frame.first(in: message) else {
            return [Port100Frame.error.bytes]
        }
        guard case .payload(let payload) = frame.frame, payload.count >= 2, payload[0] == 0xD6
        else { return [] }
        let answer = [0xD7, payload[1] + 1] + body(payload[1], Array(payload.dropFirst(2)))
        return [Port100Frame.acknowledgement.bytes, Port100Frame.payload(answer).bytes]
    }

    private mutating func body(_ code: UInt8, _ content: [UInt8]) -> [UInt8] {
        switch code {
        case 0x2A:
            isSetUp = content == [0x01]
            return [isSetUp ? 0 : 1]
        case _ where !isSetUp: return [7]
        case 0x20: return [0x11, 0x01]
        case 0x22: return [0x00, 0x01]
        case 0x06:
            air = nil
            return [0]
        case 0x00:
            air = [0x01: .feliCa, 0x02: .typeA, 0x03: .typeB][content.first ?? 0]
            return [air == nil ? 1 : 0]
        case 0x02: return [air != nil && content.count.isMultiple(of: 2) ? 0 : 1]
        case 0x04:
            guard let air, content.count > 2 else { return [0x00, 0x04, 0, 0] }
            let answer = card?.answer(to: Array(content.dropFirst(2)), in: air)
            return answer.map { [0, 0, 0, 0, 8] + $0 } ?? [0x80, 0, 0, 0]
        default: return [1]
        }
    }
}
