// SPDX-License-Identifier: Apache-2.0

/// A command to a smart-card reader of the CCID class.
struct CCIDCommand: Equatable {
    /// `bMessageType`.
    let type: UInt8
    /// `bMessageType` of its answer.
    let answer: UInt8
    /// The three bytes of the header that each command uses for its own.
    var parameters: [UInt8] = [0, 0, 0]
    /// What follows the header.
    var content: [UInt8] = []

    /// The bytes of a header, both ways.
    static let headerLength = 10

    /// IccPowerOn; the reader answers with the card's answer to reset.
    static func powerOn(automaticVoltage: Bool) -> CCIDCommand {
        CCIDCommand(type: 0x62, answer: 0x80, parameters: [automaticVoltage ? 0 : 1, 0, 0])
    }

    /// IccPowerOff.
    static let powerOff = CCIDCommand(type: 0x63, answer: 0x81)
    /// GetSlotStatus.
    static let slotStatus = CCIDCommand(type: 0x65, answer: 0x81)
    /// Abort, which goes with a control request of the same number.
    static let abort = CCIDCommand(type: 0x72, answer: 0x81)

    /// XfrBlock: a whole command for the card.
    static func transfer(_ apdu: [UInt8]) -> CCIDCommand {
        CCIDCommand(type: 0x6F, answer: 0x80, content: apdu)
    }

    /// Escape: a command for the reader itself.
    static func escape(_ content: [UInt8]) -> CCIDCommand {
        CCIDCommand(type: 0x6B, answer: 0x83, content: content)
    }

    /// The message as it goes over the wire.
    func message(slot: UInt8, number: UInt8) -> [UInt8] {
        let length = UInt32(content.count)
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
        return [type] + bytes + [slot, number] + parameters + content
    }
}
