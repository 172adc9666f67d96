// SPDX-License-Identifier: Apache-2.0

/// Which cards rest in a reader's field: presence, not repetition.
///
/// A card is presented when it comes, and again only after it has been gone for ``patience`` whole
/// cycles. A disturbed cycle proves little: who was there stays there, until so many in a row were
/// without it that no badge lies there any more. Cards come and go each for itself, so that two
/// within a second are two.
///
/// It outlives the session: a badge that lies on a reader while that is lost and regained is no new
/// presentation (L13).
struct CardPresence: Equatable {
    private struct Resting: Equatable {
        let card: FoundCard
        var isSeen = true
        var missed = 0
        /// In how many cycles it has been missing, disturbed ones too.
        var unseen = 0
    }

    /// What there is to say at a cycle's end.
    struct Ending: Equatable {
        /// A card whose number is made anew each time, and with which no other one came.
        var presented: FoundCard?
        /// Whether so many cycles were disturbed that somebody's card can't be read.
        var isUnreadable = false
    }

    private var resting: [Resting] = []
    /// A card of this cycle whose number does not last, and in how many cycles it was there.
    private var doubtful: FoundCard?
    private var sightings = 0
    private var disturbances = 0

    /// In how many whole cycles in a row a card must be missing, to count as gone.
    static let patience = 3
    /// In how many cycles in a row, disturbed ones too, a card must be missing to count as gone: where
    /// something else lies on the reader for ever, whoever has a badge comes in a second time.
    static let longPatience = 40
    /// In how many cycles a number that does not last must be there alone, to be told.
    ///
    /// A telephone shows one beside its FeliCa number, and may be seen by it first.
    static let doubt = 2
    /// How many cards are kept in mind; the one that came first falls away (L14).
    static let most = 8

    /// Whether nothing rests in the field.
    var isEmpty: Bool { resting.isEmpty }

    /// A card was found; whether it has just come.
    mutating func finds(_ card: FoundCard) -> Bool {
        if card.isDoubtful {
            doubtful = doubtful ?? card
            return false
        }
        return comes(card)
    }

    private mutating func comes(_ card: FoundCard) -> Bool {
        if let index = resting.firstIndex(where: { $0.card.isSame(as: card) }) {
            resting[index].isSeen = true
            (resting[index].missed, resting[index].unseen) = (0, 0)
            return false
        }
        if resting.count == Self.most { resting.removeFirst() }
        resting.append(Resting(card: card))
        return true
    }

    /// A card is to count as if it had not come yet.
    mutating func forget(_ card: FoundCard) {
        resting.removeAll { $0.card.isSame(as: card) }
    }

    /// A cycle is over.
    ///
    /// - Parameter isWhole: whether every card that is there was able to answer.
    /// - Returns: what there is to say.
    mutating func cycleEnds(isWhole: Bool) -> Ending {
        var ending = Ending()
        if isWhole { disturbances = 0 } else { disturbances += 1 }
        ending.isUnreadable = disturbances == Self.patience
        if let card = doubtful, !resting.contains(where: { !$0.card.isDoubtful }) {
            sightings += 1
            if sightings >= Self.doubt, comes(card) { ending.presented = card }
        } else if isWhole {
            sightings = 0
        }
        doubtful = nil
        for index in resting.indices where !resting[index].isSeen {
            resting[index].unseen += 1
            if isWhole { resting[index].missed += 1 }
        }
        resting.removeAll { $0.missed >= Self.patience || $0.unseen >= Self.longPatience }
        for index in resting.indices { resting[index].isSeen = false }
        return ending
    }
}
