// SPDX-License-Identifier: Apache-2.0
import Access

/// Reading one card, from power on to power off.
extension CCIDReader {
    /// Takes the answer to a step of the reading.
    mutating func read(_ answer: CCIDAnswer, at instant: Instant) -> [Move] {
        switch task {
        case .power:
            do throws(CCIDFlaw) {
                return identify(try AnswerToReset(answer.content), at: instant)
            } catch {
                return powerOff(error.text, at: instant)
            }
        case .number(let kind): return number(answer.content, of: kind, at: instant)
        case .system(let index, let card): return system(index, answer.content, card, at: instant)
        case .dialogue:
            guard case .frame(let frame)? = model?.passage.outcome(of: answer.content),
                frame.first.map(Int.init) == frame.count
            else { return converse(after: [], at: instant) }
            return converse(after: frame, at: instant)
        case .powerOff(let disturbance):
            hasRead = true
            return slotEnds(disturbance, at: instant)
        case .status, .setting, .sign, .abort, .rest: return []
        }
    }

    private mutating func identify(_ kind: AnswerToReset, at instant: Instant) -> [Move] {
        switch kind {
        case .other where slots.count > 1:
            foreign.insert(link.slot)
            return powerOff(nil, at: instant)
        case .other(let what): return powerOff("\(what) was presented", at: instant)
        case .feliCa where polling.systemCodes.isEmpty, .typeA where !polling.typeA,
            .speaking where !polling.typeA, .typeB where !polling.typeB:
            return powerOff(nil, at: instant)
        case .feliCa, .typeA, .typeB, .either, .speaking:
            task = .number(kind)
            return ask(.transfer([0xFF, 0xCA, 0x00, 0x00, 0x00]), at: instant)
        }
    }

    /// The card's number, and the status words after it.
    private mutating func number(
        _ content: [UInt8],
        of kind: AnswerToReset,
        at instant: Instant
    ) -> [Move] {
        let words = content.suffix(2)
        let isNumber = content.count > 2 && words == [0x90, 0x00]
        // A reader that speaks to the card itself needs no help to ask for its number.
        if kind == .feliCa, model != nil, let blank = Self.feliCa(number(of: content, isNumber)) {
            return poll(0, else: blank, at: instant)
        }
        guard isNumber else {
            let told = words.map(hex).joined(separator: " ")
            return powerOff("the reader does not give this card's number (\(told))", at: instant)
        }
        guard let card = Self.card(Array(content.dropLast(2)), of: kind) else {
            return powerOff("a card's number has a wrong length", at: instant)
        }
        return isWanted(card) ? present(card, at: instant) : powerOff(nil, at: instant)
    }

    private func number(of content: [UInt8], _ isNumber: Bool) -> [UInt8] {
        isNumber ? Array(content.dropLast(2)) : [UInt8](repeating: 0, count: 8)
    }

    private func isWanted(_ card: FoundCard) -> Bool {
        switch card {
        case .feliCa: true
        case .typeA: polling.typeA
        case .typeB: polling.typeB
        }
    }

    /// A card by its number alone.
    private static func card(_ number: [UInt8], of kind: AnswerToReset) -> FoundCard? {
        switch kind {
        case .feliCa: return feliCa(number)
        case .either where number.count == 4: return .typeB(pupi: number)
        case .typeB: return number.count == 4 ? .typeB(pupi: number) : nil
        case .typeA, .either, .speaking:
            return FoundCard.uidLengths.contains(number.count) ? .typeA(uid: number) : nil
        case .other: return nil
        }
    }

    /// A FeliCa card of which only a number is known: the reader does not tell of which system.
    private static func feliCa(_ idm: [UInt8]) -> FoundCard? {
        FeliCaCard(
            idm: idm,
            pmm: [UInt8](repeating: 0, count: 8),
            systemCode: CardPolling.anySystem
        ).map(FoundCard.feliCa)
    }

    // MARK: FeliCa, where the reader lets commands through

    private mutating func poll(_ index: Int, else card: FoundCard, at instant: Instant) -> [Move] {
        guard let model, index < polling.systemCodes.count else {
            return powerOff(
                "a FeliCa card is of none of the systems that the board file names",
                at: instant
            )
        }
        task = .system(index, else: card)
        let frame = FeliCaPolling.command(polling.systemCodes[index])
        return ask(.transfer(model.passage.apdu(frame)), at: instant)
    }

    private mutating func system(
        _ index: Int,
        _ answer: [UInt8],
        _ card: FoundCard,
        at instant: Instant
    ) -> [Move] {
        let code = polling.systemCodes[index]
        switch model?.passage.outcome(of: answer) ?? .unknown {
        case .silence: return poll(index + 1, else: card, at: instant)
        case .unknown:
            guard case .feliCa(let plain) = card, plain.idm.contains(where: { $0 != 0 }) else {
                return powerOff("the reader gives no number of a FeliCa card", at: instant)
            }
            return present(card, at: instant)
        case .frame(let frame):
            do throws(CardFlaw) {
                let card = try FeliCaPolling.card(in: frame, polledFor: code)
                return present(.feliCa(card), at: instant)
            } catch {
                return powerOff(error.text, at: instant)
            }
        }
    }

    private mutating func present(_ card: FoundCard, at instant: Instant) -> [Move] {
        guard found.finds(card), let reading = card.reading else {
            return powerOff(nil, at: instant)
        }
        if case .feliCa(let feliCa) = card, feliCa.systemCode != CardPolling.anySystem,
            let dialogue = authenticator?.dialogue(with: feliCa, reading: reading, at: reader)
        {
            task = .dialogue(dialogue, card)
            return converse(after: nil, at: instant)
        }
        return [.say(.badge(reading))] + powerOff(nil, at: instant)
    }

    /// Carries a dialogue with the card on.
    mutating func converse(after reply: [UInt8]?, at instant: Instant) -> [Move] {
        guard case .dialogue(var dialogue, let card) = task, let model else { return [] }
        switch dialogue.next(after: reply) {
        case .exchange(let frame, let time):
            task = .dialogue(dialogue, card)
            return ask(.transfer(model.passage.apdu(frame)), more: time, at: instant)
        case .done(let contents):
            if contents.isEmpty { found.forget(card) }
            return contents.map(Move.say) + powerOff(nil, at: instant)
        case .settled: return powerOff(nil, at: instant)
        }
    }

    // MARK: Commands

    /// Ends the reading, with what disturbed it if anything did.
    mutating func powerOff(_ disturbance: String?, at instant: Instant) -> [Move] {
        task = .powerOff(disturbance: disturbance)
        return ask(.powerOff, at: instant)
    }

    private mutating func ask(
        _ command: CCIDCommand,
        more time: Duration = .zero,
        at instant: Instant
    ) -> [Move] {
        link.ask(command, within: Self.commandTime + time, at: instant)
    }
}
