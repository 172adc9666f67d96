// SPDX-License-Identifier: Apache-2.0
import Access

/// A dialogue with a FeliCa card that was found.
struct DialogueStage: AirStage {
    private var dialogue: any CardDialogue
    private let card: FoundCard
    private var hasBegun = false
    private var exchanges = 0

    /// How many exchanges a dialogue may have (L14).
    private static let most = 64

    init(_ dialogue: any CardDialogue, with card: FoundCard) {
        self.dialogue = dialogue
        self.card = card
    }

    mutating func next(after answer: AirAnswer?) -> AirStep {
        exchanges += 1
        guard exchanges <= Self.most else { return .over([], card) }
        switch dialogue.next(after: hasBegun ? reply(answer) : nil) {
        case .exchange(let frame, let time):
            hasBegun = true
            return .exchange(
                AirExchange(frame: frame, milliseconds: Int(max(1, time.milliseconds)))
            )
        case .done(let contents): return .over(contents, card)
        case .settled: return .nobody
        }
    }

    private func reply(_ answer: AirAnswer?) -> [UInt8] {
        guard case .frame(let bytes) = answer, bytes.first.map(Int.init) == bytes.count else {
            return []
        }
        return bytes
    }
}
