// SPDX-License-Identifier: Apache-2.0
public import Access
internal import Synchronization

/// Proves the cards of all readers genuine, and makes cards badges; it has the keys (L10).
///
/// One issue at a time waits at a reader, for the next card that is presented there: that card opens
/// nothing. Once something was written, it waits for the same card again until it is ended.
public final class CardDesk: CardAuthenticator {
    private struct State {
        var keys: CardKeys
        var issues: [ReaderID: PendingIssue] = [:]
    }

    /// Somebody who waits for a card to be written.
    private struct PendingIssue {
        let continuation: CheckedContinuation<CardIssue, Never>
        /// The card that something was written to.
        var card: FeliCaCard?
        /// What came of the last attempt.
        var failure = CardFailure(.noCard)
    }

    private let state: Mutex<State>
    private let firstKeys: @Sendable () throws(CardKeyFault) -> CardKeys
    private let challenge: @Sendable () -> [UInt8]

    /// A desk with the keys of a file; the first issue makes a key where there is none.
    ///
    /// - Throws: where the file can't be read.
    public convenience init(_ file: CardKeyFile) throws(CardKeyFault) {
        self.init(
            try file.keys(),
            firstKeys: { () throws(CardKeyFault) in try file.keysOrFirst() },
            challenge: { .drawn(count: CardSession.challengeLength) }
        )
    }

    /// A desk with keys, and with where to have a first one and a challenge from.
    init(
        _ keys: CardKeys,
        firstKeys: @escaping @Sendable () throws(CardKeyFault) -> CardKeys,
        challenge: @escaping @Sendable () -> [UInt8]
    ) {
        state = Mutex(State(keys: keys))
        self.firstKeys = firstKeys
        self.challenge = challenge
    }

    /// Whether there is a key by which cards can prove themselves.
    public var hasKeys: Bool { state.withLock { $0.keys.newest != nil } }

    /// Whether a card is awaited at a reader, to be written.
    func isWaiting(at reader: ReaderID) -> Bool { state.withLock { $0.issues[reader] != nil } }

    /// The issue that waits at the reader, else the proof of a card that may have a key of ours.
    public func dialogue(
        with card: FeliCaCard,
        reading: BadgeReading,
        at reader: ReaderID
    ) -> (any CardDialogue)? {
        let (keys, issue) = state.withLock { ($0.keys, $0.issues[reader]) }
        if let issue {
            guard issue.card == nil || issue.card?.idm == card.idm else { return OtherCard() }
            let issuing = FeliCaIssuing(card, reading: reading, keys: keys, challenge: challenge)
            return issuing.map { issuing in
                IssueDialogue(issuing) { self.take($0, of: card, at: reader) }
            }
        }
        guard keys.newest != nil, card.isLiteS, reading.permanence == .lasting else { return nil }
        return FeliCaAuthentication(card, reading: reading, keys: keys, challenge: challenge())
    }

    /// Makes the next card that is presented at a reader a badge.
    ///
    /// - Returns: what came of it, or of the last attempt when ``endIssue(at:)`` was called.
    public func issueCard(at reader: ReaderID) async -> CardIssue {
        do throws(CardKeyFault) {
            let keys = try firstKeys()
            state.withLock { $0.keys = keys }
        } catch {
            return .failed(CardFailure(.noKey("\(error)")))
        }
        return await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.issues[reader] == nil else { return false }
                state.issues[reader] = PendingIssue(continuation: continuation)
                return true
            }
            if !isFree { continuation.resume(returning: .failed(CardFailure(.busy))) }
        }
    }

    /// Waits no more for a card at a reader.
    public func endIssue(at reader: ReaderID) {
        let issue = state.withLock { $0.issues.removeValue(forKey: reader) }
        if let issue { issue.continuation.resume(returning: .failed(issue.failure)) }
    }

    private func take(_ news: IssueDialogue.News, of card: FeliCaCard, at reader: ReaderID) {
        let ended = state.withLock { state -> (CheckedContinuation<CardIssue, Never>, CardIssue)? in
            guard let issue = state.issues[reader] else { return nil }
            switch news {
            case .hasWritten:
                state.issues[reader]?.card = card
                state.issues[reader]?.failure = CardFailure(.left, isHalfWritten: true)
                return nil
            case .end(.failed(let failure)) where failure.cause == .left:
                // It may be presented again until the time is over.
                let isHalfWritten = failure.isHalfWritten || issue.card != nil
                state.issues[reader]?.failure = CardFailure(.left, isHalfWritten: isHalfWritten)
                return nil
            case .end(let outcome):
                state.issues[reader] = nil
                return (issue.continuation, outcome)
            }
        }
        if let (continuation, outcome) = ended { continuation.resume(returning: outcome) }
    }
}

/// An issue as a dialogue: what comes of it is told to the desk, and nothing at the door.
private struct IssueDialogue: CardDialogue {
    private var issuing: FeliCaIssuing
    private var hasToldWriting = false
    private let tell: @Sendable (News) -> Void

    /// What the desk is told.
    enum News {
        /// The card is about to be changed.
        case hasWritten
        case end(CardIssue)
    }

    init(_ issuing: FeliCaIssuing, tell: @escaping @Sendable (News) -> Void) {
        self.issuing = issuing
        self.tell = tell
    }

    mutating func next(after reply: [UInt8]?) -> CardStep {
        let step = issuing.next(after: reply)
        if issuing.hasWritten, !hasToldWriting {
            hasToldWriting = true
            tell(.hasWritten)
        }
        switch step {
        case .exchange(let frame, let time): return .exchange(frame, within: time)
        case .end(let outcome):
            tell(.end(outcome))
            // Who only lost touch is taken up again; any other card opens nothing before it has left.
            if case .failed(let failure) = outcome, failure.cause == .left { return .done([]) }
            return .settled
        }
    }
}

/// What is said of a card that was presented while another, half-written one is awaited.
private struct OtherCard: CardDialogue {
    mutating func next(after reply: [UInt8]?) -> CardStep {
        .done([.unreadable("another card than the half-written one was presented")])
    }
}
