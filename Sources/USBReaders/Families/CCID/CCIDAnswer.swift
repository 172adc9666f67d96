// SPDX-License-Identifier: Apache-2.0

/// What a smart-card reader of the CCID class answers.
struct CCIDAnswer: Equatable {
    /// Whether a card is there.
    let card: Card
    /// What became of the command.
    let outcome: Outcome
    /// What follows the header.
    let content: [UInt8]

    /// Whether a card is there.
    enum Card: UInt8 {
        case active = 0
        case inactive = 1
        case absent = 2
    }

    /// What became of a command.
    enum Outcome: Equatable {
        case done
        /// It failed, with this code.
        case failed(UInt8)
        /// The reader needs more time, so many times what it had.
        case extended(UInt8)
    }

    /// Reads a whole message, and checks that it answers a command.
    ///
    /// - Parameters:
    ///   - message: the message; at least a header.
    ///   - command: what was asked.
    ///   - slot: the slot that was asked.
    ///   - number: the number of the command.
    ///   - mayChain: whether the reader has a meaning for the byte that tells of parts.
    /// - Throws: what is wrong with it.
    init(
        _ message: [UInt8],
        to command: CCIDCommand,
        slot: UInt8,
        number: UInt8,
        mayChain: Bool = true
    ) throws(CCIDFlaw) {
        guard message.count >= CCIDCommand.headerLength else { throw CCIDFlaw("too short") }
        guard message[6] == number else { throw CCIDFlaw("with the number of another command") }
        guard message[0] == command.answer else { throw CCIDFlaw("of another type") }
        guard message[5] == slot else { throw CCIDFlaw("of another slot") }
        guard let card = Card(rawValue: message[7] & 0x03), message[7] & 0x3C == 0 else {
            throw CCIDFlaw("with an impossible status")
        }
        switch message[7] >> 6 {
        case 0: outcome = .done
        case 1: outcome = .failed(message[8])
        case 2: outcome = .extended(message[8])
        default: throw CCIDFlaw("with an impossible status")
        }
        // Answers here are short: a chained one is more than was asked for.
        if command.answer == 0x80, outcome == .done, mayChain, message[9] != 0 {
            throw CCIDFlaw("in several parts")
        }
        self.card = card
        content = Array(message.dropFirst(CCIDCommand.headerLength))
        if command.answer == 0x81 || outcome != .done, !content.isEmpty {
            throw CCIDFlaw("with more than a status")
        }
    }

    /// The code of a slot that does something else just now.
    static let slotIsBusy: UInt8 = 0xE0

    /// What the reader's own error codes mean.
    static func meaning(of code: UInt8) -> String {
        switch code {
        case 0xFE: "the card is mute"
        case 0xFD: "a parity error"
        case 0xFC: "an overrun"
        case 0xFB: "a hardware error"
        case 0xF6: "the card has no protocol that the reader knows"
        case 0xEF: "the card was withdrawn"
        case slotIsBusy: "the slot is busy"
        case 0x05: "no such slot"
        case 0x00: "the command is not supported"
        default: "error \(hex(code))"
        }
    }
}

/// What is wrong with an answer; the text holds no number of a card.
struct CCIDFlaw: Error, Equatable {
    let text: String

    init(_ text: String) {
        self.text = "the reader gives an answer " + text
    }
}

/// What a reader says of itself by its interrupt endpoint.
enum CCIDNotice: Equatable {
    /// A slot's card has come, gone or been changed.
    case change
    /// The reader's hardware failed.
    case fault
    /// Nothing that concerns these slots.
    case nothing

    /// Reads a notice.
    init(_ bytes: [UInt8], slots: ClosedRange<UInt8>) {
        let isChange = slots.contains { slot in
            let index = 1 + Int(slot) / 4
            return index < bytes.count && bytes[index] >> (2 * (slot % 4)) & 0x02 != 0
        }
        switch bytes.first {
        case 0x50 where isChange: self = .change
        case 0x51 where bytes.count == 4 && slots.contains(bytes[1]): self = .fault
        default: self = .nothing
        }
    }
}
