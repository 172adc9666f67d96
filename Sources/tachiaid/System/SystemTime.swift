// SPDX-License-Identifier: Apache-2.0
import Access
import CDispatch
import CLinux
import Dispatch
import Foundation
import Glibc
import Synchronization

/// The kernel's clocks: CLOCK_MONOTONIC, CLOCK_REALTIME, and what the kernel says of synchronisation (L11).
struct SystemTime: TimeSource {
    /// Whether the wall clock is believed though nothing synchronises it: for test benches.
    var trustsWallClock = false

    func now() -> Moment {
        let monotonic = Self.read(CLOCK_MONOTONIC)
        let wall = Self.read(CLOCK_REALTIME)
        return Moment(
            instant: Instant(sinceBoot: monotonic),
            wall: Timestamp(milliseconds: wall.milliseconds),
            isSynchronised: trustsWallClock || tachiai_wall_clock_is_synchronised() != 0
        )
    }

    func makeWaker(_ action: @escaping @Sendable () -> Void) -> any Waker {
        TimerWaker(time: self, action: action)
    }

    private static func read(_ clock: clockid_t) -> Duration {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

/// An alarm clock on a dispatch timer; it fires at or just after its instant.
private final class TimerWaker: Waker {
    private let time: SystemTime
    // Dispatch sources may be used from any thread; on Linux their type does not say so.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer
    private static let queue = DispatchQueue(label: "tachiai.wakers")

    init(time: SystemTime, action: @escaping @Sendable () -> Void) {
        self.time = time
        unsafe timer = DispatchSource.makeTimerSource(queue: Self.queue)
        unsafe timer.setEventHandler(handler: action)
        unsafe timer.schedule(deadline: .distantFuture)
        unsafe timer.activate()
    }

    func wake(at instant: Instant?) {
        guard let instant else {
            unsafe timer.schedule(deadline: .distantFuture)
            return
        }
        let remaining = max(instant - time.now().instant, .zero)
        let nanoseconds =
            remaining.components.seconds * 1_000_000_000
            + remaining.components.attoseconds / 1_000_000_000
        unsafe timer.schedule(
            deadline: .now() + .nanoseconds(Int(nanoseconds)),
            leeway: .milliseconds(1)
        )
    }

    deinit { unsafe timer.cancel() }
}

/// What the machine says of itself.
enum Machine {
    /// The id of this boot, by which instants of one boot can be compared.
    static var bootID: String {
        (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
    }
}
