// SPDX-License-Identifier: Apache-2.0
import Access

@testable import USBReaders

/// Carries a line's conversation in time that passes only when it is told.
struct LinePlayer {
    var bus: BusConversation
    private(set) var now = Instant(sinceBoot: .seconds(100))
    /// What was sent, and not yet asked for.
    private(set) var sent: [[UInt8]] = []
    /// What was said, and not yet asked for.
    private(set) var said: [String] = []
    /// Why a key cannot be kept.
    var keyFault: String?

    init(_ bus: BusConversation) { self.bus = bus }

    mutating func open() { take(bus.opened(at: now)) }

    mutating func close(_ text: String) { take(bus.closed(text, at: now)) }

    mutating func receive(_ bytes: [UInt8]) { take(bus.received(bytes, at: now)) }

    mutating func show(_ indication: Indication, at reader: ReaderID = "in") {
        take(bus.show(indication, at: reader, now: now))
    }

    mutating func pair(for milliseconds: Int, isAnew: Bool = false) {
        let until = now + .milliseconds(milliseconds)
        let (answer, moves) = bus.pair("in", until: until, replacing: isAnew, at: now)
        if case .failed(let text) = answer { said.append("refused " + text) }
        take(moves)
    }

    /// Time passes, and the board does what is due in it.
    mutating func wait(_ milliseconds: Int) {
        let end = now + .milliseconds(milliseconds)
        while let deadline = bus.deadline, deadline <= end {
            now = max(now, deadline)
            take(bus.timePassed(to: now))
        }
        now = end
        take(bus.timePassed(to: now))
    }

    /// What is sent next, after as much time as that takes, up to twenty seconds.
    mutating func nextSent() -> [UInt8]? {
        let end = now + .seconds(20)
        while sent.isEmpty, let deadline = bus.deadline, deadline <= end {
            now = max(now, deadline)
            take(bus.timePassed(to: now))
        }
        return sent.isEmpty ? nil : sent.removeFirst()
    }

    /// What was said next.
    ///
    /// It may come only after a time-out, while nothing is sent.
    mutating func nextSaid() -> String? {
        let end = now + .seconds(3)
        while said.isEmpty, sent.isEmpty, let deadline = bus.deadline, deadline <= end {
            now = max(now, deadline)
            take(bus.timePassed(to: now))
        }
        return said.isEmpty ? nil : said.removeFirst()
    }

    /// Forgets what was sent.
    mutating func forgetSent() { sent = [] }

    private mutating func take(_ moves: [LineMove]) {
        var moves = moves
        while !moves.isEmpty {
            switch moves.removeFirst() {
            case .send(let bytes): sent.append(bytes)
            case .say(let read): said.append("\(read.reader) \(Self.text(read.content))")
            case .note, .identified: continue
            case .keep(_, let reader):
                if keyFault == nil { said.append("\(reader) key kept") }
                moves += bus.kept(reader, keyFault, at: now)
            case .discard(let reader): said.append("\(reader) key discarded")
            case .settle(let reader): said.append("\(reader) key settled")
            }
        }
    }

    private static func text(_ content: Read.Content) -> String {
        switch content {
        case .badge(let badge): "badge \(badge.number.exposed)"
        case .key(.digit(let digit)): "key \(digit)"
        case .key(.enter): "enter"
        case .key(.cancel): "cancel"
        case .unreadable(let text): "unreadable \(text)"
        case .lost(let text): "lost \(text)"
        case .tampered(let text): "tampered \(text)"
        case .back: "back"
        case .power(let isFailing): "power \(isFailing ? "fails" : "returns")"
        case .pairing(.begun): "pairing"
        case .pairing(.paired): "paired"
        case .pairing(.failed(let text)): "pairing-failed \(text)"
        }
    }
}
