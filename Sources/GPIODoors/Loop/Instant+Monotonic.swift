// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

extension Instant {
    /// The instant by CLOCK_MONOTONIC, by which the kernel stamps edges.
    static func monotonic() -> Instant {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(
            sinceBoot: .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
        )
    }
}
