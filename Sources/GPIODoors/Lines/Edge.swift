// SPDX-License-Identifier: Apache-2.0
import Access

/// A line became active, or inactive.
struct Edge: Sendable, Hashable {
    let isRising: Bool
    let instant: Instant

    init(isRising: Bool, instant: Instant) {
        self.isRising = isRising
        self.instant = instant
    }

    /// Takes the kernel's stamp, unless it cannot be one of this clock (kernels before 5.7 stamp by the wall clock).
    init(isRising: Bool, nanoseconds: UInt64, now: Instant) {
        let stamp = Instant(sinceBoot: .nanoseconds(Int64(clamping: nanoseconds)))
        self.init(
            isRising: isRising,
            instant: stamp <= now && now - stamp < .seconds(60) ? stamp : now
        )
    }
}
