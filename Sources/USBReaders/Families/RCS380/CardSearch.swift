// SPDX-License-Identifier: Apache-2.0
import Access

/// One cycle through the technologies, and what is to be said of the cards that are found in it.
struct CardSearch {
    /// Which cards rest in the field.
    var presence = CardPresence()
    private var stages: [any AirStage] = []
    private var isWhole = true
    private var disturbance = ""

    /// Begins a cycle.
    mutating func begin(_ polling: CardPolling) {
        isWhole = true
        stages = polling.systemCodes.enumerated().map { index, code in
            let radio = [
                Port100.radio(0x01, 0x01, 0x0F, 0x01), Port100.defaults,
                Port100.settings(0x00, 0x18),
            ]
            return FeliCaStage(systemCode: code, preparations: index == 0 ? radio : [])
        }
        if polling.typeA {
            stages.append(
                TypeAStage(preparations: [
                    Port100.radio(0x02, 0x03, 0x0F, 0x03), Port100.defaults,
                    Port100.settings(0x00, 0x06, 0x01, 0x00, 0x02, 0x00, 0x05, 0x01, 0x07, 0x07),
                ])
            )
        }
        if polling.typeB {
            stages.append(
                TypeBStage(
                    preparations: [
                        Port100.radio(0x03, 0x07, 0x0F, 0x07), Port100.defaults,
                        Port100.settings(
                            0x0B,
                            0x01,
                            0x09,
                            0x01,
                            0x0C,
                            0x01,
                            0x0A,
                            0x01,
                            0x00,
                            0x14
                        ),
                    ],
                    milliseconds: 30
                )
            )
        }
    }

    /// Goes on after an exchange, or begins.
    ///
    /// - Parameters:
    ///   - answer: what came of the last exchange.
    ///   - reader: the reader.
    ///   - authenticator: who proves cards genuine.
    /// - Returns: what is to be said, and the next exchange; none at the end of the cycle.
    mutating func step(
        after answer: AirAnswer?,
        at reader: ReaderID,
        proving authenticator: (any CardAuthenticator)?
    ) -> (says: [Read.Content], exchange: AirExchange?) {
        var answer = answer
        var says: [Read.Content] = []
        while !stages.isEmpty {
            let step = stages[0].next(after: answer)
            answer = nil
            switch step {
            case .exchange(let exchange): return (says, exchange)
            case .nobody: stages.removeFirst()
            case .disturbed(let text):
                stages.removeFirst()
                isWhole = false
                disturbance = text
            case .over(let contents, let card):
                stages.removeFirst()
                says += contents
                if contents.isEmpty { presence.forget(card) }
            case .found(let card):
                stages.removeFirst()
                guard presence.finds(card), let reading = card.reading else { continue }
                guard case .feliCa(let feliCa) = card,
                    let dialogue = authenticator?.dialogue(
                        with: feliCa,
                        reading: reading,
                        at: reader
                    )
                else {
                    says.append(.badge(reading))
                    continue
                }
                stages.insert(DialogueStage(dialogue, with: card), at: 0)
            }
        }
        return (says, nil)
    }

    /// The cycle is over.
    ///
    /// - Returns: what else there is to say.
    mutating func cycleEnds() -> [Read.Content] {
        let ending = presence.cycleEnds(isWhole: isWhole)
        var says: [Read.Content] = []
        if let reading = ending.presented?.reading { says.append(.badge(reading)) }
        if ending.isUnreadable { says.append(.unreadable(disturbance)) }
        return says
    }
}

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
        }
    }

    private func reply(_ answer: AirAnswer?) -> [UInt8] {
        guard case .frame(let bytes) = answer, bytes.first.map(Int.init) == bytes.count else {
            return []
        }
        return bytes
    }
}
