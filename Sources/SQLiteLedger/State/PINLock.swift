// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

/// Until when a PIN is locked: on the monotonic clock in the boot that it was locked in, else on the wall (L11).
struct PINLock: Sendable, Hashable {
    let boot: String
    let untilInstant: Instant
    let until: Timestamp

    /// Reads three columns: the boot, the instant in nanoseconds, the wall time in milliseconds.
    init?(_ row: Row, column: Int) throws {
        guard let boot = try row.decode(String?.self, atIndex: column) else { return nil }
        self.boot = boot
        untilInstant = Instant(nanoseconds: try row.decode(atIndex: column + 1))
        until = Timestamp(milliseconds: try row.decode(atIndex: column + 2))
    }

    /// Whether it holds still.
    func holds(at moment: Moment, boot: String, now: Timestamp) -> Bool {
        boot == self.boot ? moment.instant < untilInstant : now < until
    }

    /// When it is to be looked at again, as an instant of this boot.
    func end(seenFrom moment: Moment, boot: String, now: Timestamp) -> Instant {
        boot == self.boot ? untilInstant : moment.instant + max(.zero, until - now)
    }
}
