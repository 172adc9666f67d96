// SPDX-License-Identifier: Apache-2.0

/// The steps of an entry at one door: badges, digits, `#`, `*`, and the time between them (DESIGN §6).
///
/// Pure. What a badge means is the rule's affair; this says whether it is to be asked at all.
public struct EntryProcedure: Sendable {
    /// The same badge at the same reader counts once within this time.
    public static let repetition = Duration.seconds(2)
    /// The most digits that are kept; more make a PIN that is wrong (L14).
    public static let digitsKept = 32
    /// The most presentations that are remembered for ``repetition`` (L14).
    static let presentationsKept = 32

    /// What is awaited at the door, if anything.
    public private(set) var session: Session?
    private var digits = ""
    private var recent: [Presentation] = []
    private let step: Duration

    private struct Presentation: Sendable {
        let badge: BadgeNumber
        let reader: ReaderID
        let instant: Instant
    }

    /// What a key called for.
    public enum KeyStep: Sendable, Hashable {
        /// Nothing: no PIN is awaited, or there is nothing to confirm or cancel.
        case ignored
        /// It was put with the others.
        case taken
        /// The rule is to be asked.
        case confirm(Secret)
        /// The session is over.
        case cancelled(Session)
    }

    /// A door at rest.
    public init(step: Duration) {
        self.step = step
    }

    /// When the session is over, unless another step follows.
    public var deadline: Instant? { session.map { $0.lastStep + step } }

    /// Whether a badge was presented at this reader a moment ago; if not, it is from now on.
    public mutating func repeats(
        _ badge: BadgeNumber,
        at reader: ReaderID,
        instant: Instant
    ) -> Bool {
        recent.removeAll { instant - $0.instant >= Self.repetition }
        if recent.contains(where: { $0.badge == badge && $0.reader == reader }) { return true }
        if recent.count == Self.presentationsKept { recent.removeFirst() }
        recent.append(Presentation(badge: badge, reader: reader, instant: instant))
        return false
    }

    /// Takes a key.
    public mutating func key(_ key: Key) -> KeyStep {
        guard let session else { return .ignored }
        switch key {
        case .digit(let digit):
            guard session.awaitsPIN else { return .ignored }
            if digits.utf8.count < Self.digitsKept { digits += String(digit) }
            return .taken
        case .enter:
            guard session.awaitsPIN, !digits.isEmpty else { return .ignored }
            defer { digits = "" }
            return .confirm(Secret(digits))
        case .cancel:
            settled(nil)
            return .cancelled(session)
        }
    }

    /// Goes where the rule's answer leads.
    ///
    /// A refused badge beside it leaves the digits typed so far.
    public mutating func settled(_ session: Session?) {
        if session != self.session { digits = "" }
        self.session = session
    }

    /// Ends a session whose next step did not follow in time.
    ///
    /// - Returns: the session that is over.
    public mutating func timePassed(to now: Instant) -> Session? {
        guard let session, let deadline, deadline <= now else { return nil }
        settled(nil)
        return session
    }
}
