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
    mutating func begin(_ stages: [any AirStage]) {
        isWhole = true
        self.stages = stages
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
