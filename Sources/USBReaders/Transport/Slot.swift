// SPDX-License-Identifier: Apache-2.0
import Access

/// One reader of the board file: how it stands, and its session while it is served.
final class Slot {
    let specification: ReaderSpecification
    var session: Session?
    private var condition: Condition = .unknown
    private var pace = Pace()
    private var attempts = 0
    private var failures = 0
    /// Which cards rested in its field when its last session ended.
    var presence: CardPresence?
    /// Before when no other attempt to claim its device is made.
    private(set) var retryAt: Instant?

    /// How a reader stands; each change is told once.
    enum Condition: Equatable {
        case unknown, served, lost, tampered
    }

    /// A reader of which nothing is known yet.
    init(_ specification: ReaderSpecification) {
        self.specification = specification
    }

    /// Whether its device is wanted but not served.
    var isMissing: Bool { session == nil }

    /// Whether its device may be claimed now.
    func mayTry(at now: Instant) -> Bool { session == nil && retryAt.map { $0 <= now } ?? true }

    /// Its device answers as it should; `nil` if that is no change.
    func served() -> Read.Content? {
        forgetBackOff()
        return become(.served, .back)
    }

    /// Its device is not there, or can't be claimed, or has failed; `nil` if that is no change.
    func lost(_ text: String) -> Read.Content? { become(.lost, .lost(text)) }

    /// Another device sits on its port; `nil` if that is no change.
    func tampered(_ text: String) -> Read.Content? { become(.tampered, .tampered(text)) }

    /// Its session has failed: the next attempt is put off, and at length the device set back.
    func failed(at now: Instant) {
        failures += 1
        backOff(at: now)
    }

    /// Puts off the next attempt: 100 ms at first, then ever longer, up to 1 s.
    func backOff(at now: Instant) {
        retryAt = now + min(.milliseconds(100) * (1 << min(attempts, 4)), .seconds(1))
        attempts += 1
    }

    /// Whether so many sessions have failed in a row that the device itself is to be set back.
    var needsReset: Bool { failures >= patience }

    /// How many sessions fail before the stronger remedy: ever more, if that does not help.
    private var patience = 4

    /// Its device is being set back; nothing is tried until that is over, or 10 s have passed.
    func isReset(at now: Instant) {
        failures = 0
        patience = min(2 * patience, 64)
        retryAt = now + .seconds(10)
    }

    /// Its device may be tried at once.
    func retry(at now: Instant) { retryAt = now }

    /// Something new was plugged in: whatever failed before may work now.
    func forgetBackOff() {
        attempts = 0
        failures = 0
        patience = 4
        retryAt = nil
    }

    /// What may go on of what the device said.
    func admitted(_ content: Read.Content, at instant: Instant) -> Read.Content? {
        pace.admitted(specification.proved(content), at: instant)
    }

    private func become(_ new: Condition, _ content: Read.Content) -> Read.Content? {
        guard condition != new else { return nil }
        condition = new
        return content
    }
}
