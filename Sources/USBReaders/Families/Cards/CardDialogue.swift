// SPDX-License-Identifier: Apache-2.0
public import Access

/// A FeliCa card in a reader's field, as polling found it.
public struct FeliCaCard: Sendable, Hashable {
    /// The manufacture identifier (IDm), 8 bytes.
    public let idm: [UInt8]
    /// The manufacture parameters (PMm), 8 bytes, which tell how long the card may take.
    public let pmm: [UInt8]
    /// The system code that it answered for.
    public let systemCode: UInt16

    /// Describes a card.
    ///
    /// - Returns: `nil` unless both identifiers have 8 bytes.
    public init?(idm: [UInt8], pmm: [UInt8], systemCode: UInt16) {
        guard idm.count == 8, pmm.count == 8 else { return nil }
        self.idm = idm
        self.pmm = pmm
        self.systemCode = systemCode
    }
}

/// What is said to a card that was found, to learn more of it than its identifier; pure.
///
/// Each family carries it over its own protocol, between two polls, and breaks it off when the card
/// has left the field.
public protocol CardDialogue: Sendable {
    /// What comes next.
    ///
    /// - Parameter reply: what the card answered, its length byte first and true; `nil` at the
    ///   beginning, and empty where it gave no answer or a damaged one.
    /// - Returns: what to say to the card, or the end.
    mutating func next(after reply: [UInt8]?) -> CardStep
}

/// A step of a card dialogue.
public enum CardStep: Sendable, Hashable {
    /// A FeliCa command, its length byte first, and how long the card may take to answer it.
    case exchange([UInt8], within: Duration)
    /// The end, and what is to be said of the card; nothing, where it is not to count as presented.
    case done([Read.Content])
    /// The end; the card counts as presented, and nothing is said of it.
    case settled
}

/// Makes the dialogues that prove cards genuine; it has the keys and draws the challenges.
public protocol CardAuthenticator: Sendable {
    /// Begins a dialogue with a card at a reader.
    ///
    /// - Parameters:
    ///   - card: the card.
    ///   - reading: what is said of it without a dialogue.
    ///   - reader: the reader that found it.
    /// - Returns: the dialogue; `nil` where the card's identifier is all that can be had.
    func dialogue(with card: FeliCaCard, reading: BadgeReading, at reader: ReaderID)
        -> (any CardDialogue)?

    /// Makes the next card that is presented at a reader a badge; it opens nothing.
    func issueCard(at reader: ReaderID) async -> CardIssue
    /// Waits no more for a card at a reader; what has come of it is returned by ``issueCard(at:)``.
    func endIssue(at reader: ReaderID)
}
