// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB
import Dispatch
import Synchronization

/// Tells the event loop, from any thread, that it is to end, and wakes it wherever it waits.
final class StopSignal: Sendable {
    private struct State {
        var isRaised = false
        /// The libusb context in which the loop waits, as a bit pattern.
        var context: UInt?
    }

    private let state = Mutex(State())
    private let semaphore = DispatchSemaphore(value: 0)

    /// Whether the loop is to end.
    var isRaised: Bool { state.withLock { $0.isRaised } }

    /// Tells the loop to end.
    func raise() {
        state.withLock { state in
            state.isRaised = true
            if let context = state.context {
                unsafe libusb_interrupt_event_handler(OpaquePointer(bitPattern: context))
            }
        }
        semaphore.signal()
    }

    /// Names the context that must be interrupted; none before it is closed.
    func interrupts(_ context: USBContext?) {
        state.withLock { $0.context = context.map { unsafe UInt(bitPattern: $0.pointer) } }
    }

    /// Waits for the signal where there is no context to wait in.
    func wait(for time: Duration) {
        _ = semaphore.wait(timeout: .now() + .milliseconds(Int(time.milliseconds)))
    }
}
