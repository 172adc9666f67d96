// SPDX-License-Identifier: Apache-2.0

/// FeliCa's polling: who is there of a system.
enum FeliCaPolling {
    /// Asks one system, with its code in the answer and in one time slot.
    static func command(_ systemCode: UInt16) -> [UInt8] {
        [0x06, 0x00, UInt8(systemCode >> 8), UInt8(systemCode & 0xFF), 0x01, 0x00]
    }

    /// Reads an answer.
    static func card(in answer: [UInt8], polledFor systemCode: UInt16) throws(CardFlaw)
        -> FeliCaCard
    {
        guard answer.first.map(Int.init) == answer.count, [0x12, 0x14].contains(answer.count) else {
            throw CardFlaw("a FeliCa answer has a wrong length")
        }
        guard answer[1] == 0x01 else { throw CardFlaw("a FeliCa answer is none to a polling") }
        if answer.count == 0x14 {
            let told = UInt16(answer[18]) << 8 | UInt16(answer[19])
            guard told == systemCode else {
                throw CardFlaw("a FeliCa card answers for another system than was asked")
            }
        }
        let card = FeliCaCard(
            idm: Array(answer[2..<10]),
            pmm: Array(answer[10..<18]),
            systemCode: systemCode
        )
        guard let card else { throw CardFlaw("a FeliCa answer has a wrong length") }
        return card
    }
}

/// What is wrong with what a card answered; the text holds no number.
struct CardFlaw: Error, Equatable {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}
