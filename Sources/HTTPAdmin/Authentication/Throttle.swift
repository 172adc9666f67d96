// SPDX-License-Identifier: Apache-2.0
import Access
import Synchronization

/// Bounds how often something is done: a bucket that refills with time.
final class Throttle: Sendable {
    private let capacity: Int
    private let rest: Duration
    private let state = Mutex(State())

    private struct State {
        var spent = 0
        var since: Instant?
    }

    init(capacity: Int, rest: Duration) {
        self.capacity = capacity
        self.rest = rest
    }

    /// How long until the next one; `nil`: now.
    func wait(at now: Instant) -> Duration? {
        state.withLock { state in
            refill(&state, at: now)
            guard state.spent >= capacity, let since = state.since else { return nil }
            return rest - (now - since)
        }
    }

    /// Counts one.
    func spend(at now: Instant) {
        state.withLock { state in
            refill(&state, at: now)
            if state.spent == 0 { state.since = now }
            state.spent = min(capacity, state.spent + 1)
        }
    }

    private func refill(_ state: inout State, at now: Instant) {
        while state.spent > 0, let since = state.since, now - since >= rest {
            state.spent -= 1
            state.since = since + rest
        }
    }
}
