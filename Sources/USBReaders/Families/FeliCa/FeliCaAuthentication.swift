// SPDX-License-Identifier: Apache-2.0
import Access

/// Proves a card genuine by its own key, at the door.
///
/// A card that claims a version of our keys and fails is passed on as disproved, never as what it
/// claims to be, nor as a mere identifier; so is none that leaves in between, or answers damaged.
struct FeliCaAuthentication: CardDialogue {
    private let card: FeliCaCard
    private let reading: BadgeReading
    private let keys: CardKeys
    private var proof: CardProof

    /// A dialogue that has not begun.
    init(_ card: FeliCaCard, reading: BadgeReading, keys: CardKeys, challenge: [UInt8]) {
        self.card = card
        self.reading = reading
        self.keys = keys
        proof = CardProof(of: card.idm, challenge: challenge)
    }

    mutating func next(after reply: [UInt8]?) -> CardStep {
        switch proof.next(after: reply) {
        case .exchange(let frame, let time): return .exchange(frame, within: time)
        // A card that has no such blocks is an identifier, as it was before.
        case .failed(.refusal): return .done([.badge(reading)])
        case .failed(let flaw): return .done([.unreadable("a card was not proved: \(flaw)")])
        case .answered(let answer):
            do throws(CryptoFault) {
                return .done([.badge(try proved(by: answer))])
            } catch {
                return .done([.unreadable("\(error)")])
            }
        }
    }

    private func proved(by answer: CardProof.Answer) throws(CryptoFault) -> BadgeReading {
        let key = keys.cardKey(version: answer.keyVersion, idm: card.idm, id: answer.id)
        guard let key else { return reading }
        return try answer.isProved(by: key) ? reading.authenticated : reading.disproved
    }
}

extension BadgeReading {
    /// The same badge, proved genuine.
    var authenticated: BadgeReading {
        BadgeReading(
            number,
            technology: technology,
            assurance: .authenticated,
            permanence: permanence
        )
    }

    /// The same badge, proved a copy.
    fileprivate var disproved: BadgeReading {
        BadgeReading(number, technology: technology, permanence: .disproved)
    }
}

extension FeliCaCard {
    /// Whether it is a FeliCa Lite-S, by the code of its chip.
    var isLiteS: Bool { pmm[1] == 0xF1 }
}
