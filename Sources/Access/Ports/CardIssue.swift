// SPDX-License-Identifier: Apache-2.0

/// What came of making a card a badge of this building (証の発行): its key written, the card locked.
public enum CardIssue: Sendable, Hashable {
    /// It is written, locked, read back, and has proved itself by the key of this version.
    case written(BadgeReading, keyVersion: UInt16)
    /// It is not a badge; what to do about it.
    case failed(CardFailure)
}

/// A card that is to be made a badge: at which reader, and whose it will be.
public struct CardRequest: Sendable, Hashable {
    /// The reader at which it is presented.
    public let reader: ReaderID
    /// Whose it will be; `nil` where it is only to be written.
    public let person: PersonID?
    /// Whom it may be given to.
    public let kind: Badge.Kind
    /// What is printed on it.
    public let label: String?
    /// Why.
    public let reason: String?
    /// On what terms the order is given.
    public let terms: OrderTerms

    /// Puts a request together.
    public init(
        reader: ReaderID,
        person: PersonID? = nil,
        kind: Badge.Kind = .staff,
        label: String? = nil,
        reason: String? = nil,
        terms: OrderTerms = OrderTerms()
    ) {
        self.reader = reader
        self.person = person
        self.kind = kind
        self.label = label
        self.reason = reason
        self.terms = terms
    }
}

/// What came of making a card a badge, step by step.
public struct CardReport: Sendable, Hashable {
    /// Whether it was allowed, and put on record.
    public let order: OrderOutcome
    /// What came of writing; `nil` where nothing was tried.
    public let card: CardIssue?
    /// What came of giving it to the person; `nil` where that was not asked for, or nothing written.
    public let badge: OrderOutcome?

    /// Puts a report together.
    public init(order: OrderOutcome, card: CardIssue? = nil, badge: OrderOutcome? = nil) {
        self.order = order
        self.card = card
        self.badge = badge
    }
}

/// Why a card could not be made a badge, and in which state it is left.
public struct CardFailure: Error, Sendable, Hashable {
    /// Why.
    public let cause: Cause
    /// Whether something was written already: presenting the same card again carries on.
    public let isHalfWritten: Bool

    /// Puts both together.
    public init(_ cause: Cause, isHalfWritten: Bool = false) {
        self.cause = cause
        self.isHalfWritten = isHalfWritten
    }

    /// Why a card could not be made a badge.
    public enum Cause: Sendable, Hashable {
        /// The reader is not there, or writes no cards.
        case noReader
        /// Somebody else waits at the same reader.
        case busy
        /// No card came in time.
        case noCard
        /// The card is no FeliCa Lite-S.
        case notLiteS
        /// The card left before the end.
        case left
        /// The card was not understood, or refuses; the text says how.
        case refused(String)
        /// The card is locked with a key that is not this building's.
        case foreignKey
        /// The card is locked so that its key cannot be changed any more.
        case keyFixed
        /// The card does not know the key that was written.
        case notProved
        /// The card did not take the lock.
        case notLocked
        /// There is no key to write; the text says which file is at fault.
        case noKey(String)
        /// This machine's cryptography failed; the text says which call.
        case cipher(String)
    }
}

extension CardFailure {
    /// The stable name by which the API and the journal know the cause.
    public var name: String {
        switch cause {
        case .noReader: "no-reader"
        case .busy: "busy"
        case .noCard: "no-card"
        case .notLiteS: "not-lite-s"
        case .left: "card-left"
        case .refused: "card-refused"
        case .foreignKey: "foreign-key"
        case .keyFixed: "key-fixed"
        case .notProved: "not-proved"
        case .notLocked: "not-locked"
        case .noKey: "no-key"
        case .cipher: "cipher"
        }
    }

    /// What people are told, with what to do next.
    public func sentence(in language: Language) -> String {
        let (japanese, english) = sentences
        let again = language(
            "書き込みの途中です。同じカードをもう一度かざしてください。",
            "The card is half-written: present the same card again."
        )
        let separator = language("", " ")
        return language(japanese, english) + (isHalfWritten ? separator + again : "")
    }

    private var sentences: (japanese: String, english: String) {
        switch cause {
        case .noReader:
            ("その読取装置は動いていないか、カードに書き込めません。", "That reader is not there, or writes no cards.")
        case .busy:
            ("その読取装置では別の読み取り待ちがあります。", "Somebody else waits at that reader.")
        case .noCard: ("時間内にカードがかざされませんでした。", "No card was presented in time.")
        case .notLiteS:
            ("FeliCa Lite-S のカードではありません。", "The card is no FeliCa Lite-S.")
        case .left: ("カードが離れました。", "The card left the reader.")
        case .refused(let text):
            ("カードが応じません（\(text)）。", "The card does not comply: \(text).")
        case .foreignKey:
            ("ほかの鍵で施錠されたカードです。", "The card is locked with a key that is not this building's.")
        case .keyFixed:
            ("鍵を変えられないカードです。新しいカードを使ってください。", "The card's key cannot be changed: take a new card.")
        case .notProved:
            (
                "書いた鍵でカードを確かめられません。",
                "The card does not prove itself by the key that was written."
            )
        case .notLocked: ("カードが施錠されません。", "The card did not take the lock.")
        case .noKey(let text): ("カード鍵がありません（\(text)）。", "There is no card key: \(text).")
        case .cipher(let text): ("暗号の処理に失敗しました（\(text)）。", "Cryptography failed: \(text).")
        }
    }
}
