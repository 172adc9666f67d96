// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB
import Dispatch
import Synchronization

/// What other threads tell the event loop, waking it wherever it waits.
final class LoopSignal: Sendable {
    /// Something to do between two waits.
    enum Errand: Sendable {
        /// A reader is to show what its door shows.
        case show(Indication, at: ReaderID)
        /// A reader's device was set back; 0, or why not.
        case wasReset(ReaderID, error: Int32)
    }

    private struct State {
        var isStopped = false
        var errands: [Errand] = []
        /// The libusb context in which the loop waits, as a bit pattern.
        var context: UInt?
    }

    private let state = Mutex(State())
    private let semaphore = DispatchSemaphore(value: 0)

    /// How many errands wait; the oldest fall away (L14).
    private static let most = 64

    /// Whether the loop is to end.
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Tells the loop to end.
    func stop() {
        state.withLock { state in
            state.isStopped = true
            Self.wake(state)
        }
        semaphore.signal()
    }

    /// Gives the loop something to do.
    func ask(_ errand: Errand) {
        state.withLock { state in
            if state.errands.count == Self.most { state.errands.removeFirst() }
            state.errands.append(errand)
            Self.wake(state)
        }
    }

    /// Takes out what there is to do.
    func takeErrands() -> [Errand] {
        state.withLock { state in
            defer { state.errands = [] }
            return state.errands
        }
    }

    /// Names the context that must be interrupted; none before it is closed.
    func interrupts(_ context: USBContext?) {
        state.withLock { $0.context = context.map { unsafe UInt(bitPattern: $0.pointer) } }
    }

    /// Waits for the end where there is no context to wait in.
    func waitForEnd(_ time: Duration) {
        _ = semaphore.wait(timeout: .now() + .milliseconds(Int(time.milliseconds)))
    }

    private static func wake(_ state: State) {
        guard let context = state.context else { return }
        unsafe libusb_interrupt_event_handler(OpaquePointer(bitPattern: context))
    }
}
