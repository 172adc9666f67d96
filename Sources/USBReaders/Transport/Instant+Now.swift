// SPDX-License-Identifier: Apache-2.0
import Access
import Glibc

extension Instant {
    /// The monotonic clock, by which the kernel stamps GPIO edges too.
    static var now: Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(sinceBoot: .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec))
    }
}
