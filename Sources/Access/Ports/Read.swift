// SPDX-License-Identifier: Apache-2.0

/// What a badge reader or keypad says, with the instant at which it was complete.
public struct Read: Sendable, Hashable {
    /// Which reader or keypad.
    public let reader: ReaderID
    /// What it says.
    public let content: Content
    /// When the last byte of it came in.
    public let instant: Instant

    /// Puts a read together.
    public init(reader: ReaderID, content: Content, instant: Instant) {
        self.reader = reader
        self.content = content
        self.instant = instant
    }

    /// What a reader or keypad says.
    public enum Content: Sendable, Hashable {
        /// A badge was presented.
        case badge(BadgeReading)
        /// Something was presented that is no badge number in this reader's form; the text holds no digits.
        case unreadable(String)
        /// A key was pressed.
        case key(Key)
        /// The device is there and served.
        case back
        /// The device has gone or answers no more; the text says which call failed.
        case lost(String)
        /// A device that the board file does not name sits on this reader's port, or its housing was opened.
        case tampered(String)
        /// Its supply fails, or no longer does.
        case power(isFailing: Bool)
        /// Pairing it has come so far.
        case pairing(Pairing)
    }
}

/// A key of a keypad.
public enum Key: Sendable, Hashable {
    /// A digit, 0 to 9.
    case digit(UInt8)
    /// `#` or Enter: done.
    case enter
    /// `*`, Escape or Delete: cancel.
    case cancel
}

/// Where reads come from: the readers of a board, or their twin.
public protocol ReaderPort: Sendable {
    /// The reads of all readers and keypads, in order; bounded, the oldest fall away (L3, L14).
    ///
    /// It is iterated once. Faults are elements; the sequence ends only when the port stops.
    var reads: AsyncStream<Read> { get }

    /// Lets a reader that has lamps or a buzzer of its own show what its door shows.
    ///
    /// A fault of a lamp stops nothing.
    func show(_ indication: Indication, at reader: ReaderID)

    /// Begins to pair a reader, for so long at most; how it ends is a read, and so is its beginning.
    ///
    /// A reader that is paired already is left as it is, unless it is to be paired anew.
    ///
    /// - Returns: ``Pairing/begun``, or why it does not begin.
    func pair(_ reader: ReaderID, for time: Duration, replacing: Bool) async -> Pairing

    /// Makes the next card that is presented at a reader a badge (証の発行); it opens nothing.
    ///
    /// - Returns: what came of it, at the latest when ``endIssue(at:)`` is called.
    func issueCard(at reader: ReaderID) async -> CardIssue

    /// Waits no more for a card at a reader.
    func endIssue(at reader: ReaderID)
}

extension ReaderPort {
    /// Most readers have nothing to show with.
    public func show(_ indication: Indication, at reader: ReaderID) {}

    /// Most readers have no key.
    public func pair(_ reader: ReaderID, for time: Duration, replacing: Bool) async -> Pairing {
        .failed("\(reader) is no reader that is paired")
    }

    /// Most readers write no cards.
    public func issueCard(at reader: ReaderID) async -> CardIssue {
        .failed(CardFailure(.noReader))
    }

    /// Most readers write no cards.
    public func endIssue(at reader: ReaderID) {}
}
