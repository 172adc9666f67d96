// SPDX-License-Identifier: Apache-2.0
import Access
import CLibGPIOD
import Foundation

/// Wakes a thread that waits in `poll`, from any other thread.
final class Wakeup: Sendable {
    let descriptor: Int32

    init() throws(HardwareFault) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else {
            throw HardwareFault(call: "eventfd", on: "the thread of the GPIO lines", errno: errno)
        }
    }

    deinit { close(descriptor) }

    /// Wakes the thread, now or when it next waits.
    func wake() { _ = eventfd_write(descriptor, 1) }

    /// Forgets what woke it.
    func forget() {
        var count: eventfd_t = 0
        _ = unsafe eventfd_read(descriptor, &count)
    }
}
