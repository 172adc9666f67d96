// SPDX-License-Identifier: Apache-2.0
import Access

/// Holds back a device that sends faster than people can act, so that it drowns no other (L14).
///
/// 32 reads may come at once, and 20 a second go on for ever; of unreadable ones, one a second.
struct Pace {
    private var calm = Instant(sinceBoot: .zero)
    private var lastUnreadable: Instant?

    private static let interval = Duration.milliseconds(50)
    private static let burst = 32
    private static let flood = "it sends faster than anybody can present badges or press keys"

    /// What may go on of what a device said.
    mutating func admitted(_ content: Read.Content, at now: Instant) -> Read.Content? {
        if case .unreadable = content { return unreadable(content, at: now) }
        if calm < now { calm = now }
        guard calm - now <= Self.interval * (Self.burst - 1) else {
            return unreadable(.unreadable(Self.flood), at: now)
        }
        calm = calm + Self.interval
        return content
    }

    private mutating func unreadable(_ content: Read.Content, at now: Instant) -> Read.Content? {
        if let lastUnreadable, now - lastUnreadable < .seconds(1) { return nil }
        lastUnreadable = now
        return content
    }
}
