// SPDX-License-Identifier: Apache-2.0
import Access

/// The line that a keyboard-wedge reader is typing: digits, then an end.
///
/// A line is a badge number whole or not at all. One stray key spoils it, and so does one digit too
/// many; it is then unreadable when it ends. A line that stays without its end for ``patience``
/// after its last key is unreadable too, and the next key begins a new one.
struct BadgeLine {
    /// The form of the number.
    let form: NumberForm
    /// How a number ends.
    let end: LineEnd

    /// How long after a key the next must follow, where the reader sends a terminator.
    static let patience = Duration.seconds(3)

    private var digits: [UInt8] = []
    private var flaw: String?
    private var lastKey: Instant?

    /// An empty line.
    init(_ form: NumberForm, end: LineEnd) {
        self.form = form
        self.end = end
    }

    /// When the line ends by itself; `nil` while it is empty.
    var deadline: Instant? {
        lastKey.map { $0 + (end == .none ? LineEnd.silence : Self.patience) }
    }

    /// Takes a key.
    mutating func take(_ meaning: KeyMeaning, at instant: Instant) -> Read.Content? {
        switch meaning {
        case .noise: return nil
        case .enter where end != .tab, .tab where end == .tab: return complete()
        // The line feed after a Tab, or the Enter that some readers add to it.
        case .enter where lastKey == nil: return nil
        case .digit(let value, let times):
            // One digit too many is kept, to tell a long line from a whole one (L14).
            let room = form.width + 1 - digits.count
            digits += Array(repeating: value, count: min(times, room))
            lastKey = instant
        default: spoil(Self.flaw(of: meaning), at: instant)
        }
        return nil
    }

    /// Something came that makes the line unfit to be read.
    mutating func spoil(_ flaw: String, at instant: Instant) {
        self.flaw = self.flaw ?? flaw
        lastKey = instant
    }

    /// Ends the line if its time has come.
    mutating func timePassed(to now: Instant) -> Read.Content? {
        guard let deadline, deadline <= now else { return nil }
        if end != .none { flaw = flaw ?? "no \(end.rawValue) came at its end" }
        return complete()
    }

    private mutating func complete() -> Read.Content? {
        guard lastKey != nil else { return nil }
        defer {
            digits = []
            flaw = nil
            lastKey = nil
        }
        if let flaw { return .unreadable(flaw) }
        do throws(NumberForm.Flaw) {
            return .badge(BadgeReading(try form.number(digits)))
        } catch {
            return .unreadable(error.rawValue)
        }
    }

    private static func flaw(of meaning: KeyMeaning) -> String {
        switch meaning {
        case .tab: "a Tab came, which the board file does not name as this reader's terminator"
        case .enter: "an Enter came, where the board file says that this reader ends with Tab"
        case .letter: "a letter beyond F came"
        case .code: "it types by Alt codes; set the reader to plain keys"
        case .digit, .hash, .star, .erase, .noise, .other: "a key came that is no digit"
        }
    }
}
