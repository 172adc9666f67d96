// SPDX-License-Identifier: Apache-2.0
public import Access
import Synchronization

/// Both clocks, moved by hand (L11, L15).
public final class VirtualTime: TimeSource {
    private struct State {
        var instant = Instant(sinceBoot: .seconds(100))
        var wall: Timestamp
        var isSynchronised = true
    }

    private let state: Mutex<State>

    /// Time that stands still at a wall time.
    public init(at wall: Timestamp) {
        state = Mutex(State(wall: wall))
    }

    /// Both clocks as they stand.
    public func now() -> Moment {
        state.withLock {
            Moment(instant: $0.instant, wall: $0.wall, isSynchronised: $0.isSynchronised)
        }
    }

    /// Lets time pass on both clocks up to an instant.
    public func advance(to instant: Instant) {
        state.withLock {
            precondition(instant >= $0.instant, "time does not run backwards")
            $0.wall = $0.wall + (instant - $0.instant)
            $0.instant = instant
        }
    }

    /// Steps the wall clock alone.
    public func step(by duration: Duration) {
        state.withLock { $0.wall = $0.wall + duration }
    }

    /// Says whether the wall clock is synchronised.
    public func synchronise(_ isSynchronised: Bool) {
        state.withLock { $0.isSynchronised = isSynchronised }
    }

    /// A waker that never wakes: whoever moves this time calls what is due.
    public func makeWaker(_ action: @escaping @Sendable () -> Void) -> any Waker { SleepingWaker() }

    private struct SleepingWaker: Waker {
        func wake(at instant: Instant?) {}
    }
}
