// SPDX-License-Identifier: Apache-2.0
import Access
import Synchronization

/// A door's lock on a line; "active" is released, whatever that is in volts.
final class GPIOLock: Lock {
    let door: DoorID
    private let pulse: Duration?
    private let wakeup: Wakeup
    private let state: Mutex<State>

    private struct State: ~Copyable {
        /// Gone once the board has stopped.
        var line: GPIOLine?
        /// When the line becomes inactive by itself.
        var pulseEnd: Instant?
    }

    /// Takes the lock's line, which comes up secure.
    init(_ lines: DoorLines, at address: LineAddress, wakeup: Wakeup) throws(HardwareFault) {
        door = lines.door
        pulse = lines.lock.pulse
        self.wakeup = wakeup
        let line = try GPIOLine(output: address, isActiveLow: lines.lock.isActiveLow)
        state = Mutex(State(line: line, pulseEnd: nil))
    }

    func release(under permit: borrowing Permit) throws(HardwareFault) {
        try release(door: permit.grant.door)
    }

    func release(for egress: borrowing Egress) throws(HardwareFault) {
        try release(door: egress.door)
    }

    func release(under order: borrowing HoldOpen) throws(HardwareFault) {
        try release(door: order.door)
    }

    private func release(door asked: DoorID) throws(HardwareFault) {
        guard asked == door else {
            throw HardwareFault("lock of door \(door): asked to release for door \(asked); refused")
        }
        try state.withLock { state throws(HardwareFault) in
            guard state.line != nil else {
                throw HardwareFault(
                    "lock of door \(door): the board has stopped; start the service"
                )
            }
            state.pulseEnd = pulse.map { Instant.monotonic() + $0 }
            try state.line?.set(true)
        }
        if pulse != nil { wakeup.wake() }
    }

    func secure() throws(HardwareFault) {
        try state.withLock { state throws(HardwareFault) in
            try state.line?.set(false)
            state.pulseEnd = nil
        }
    }

    /// When a pulse ends.
    var deadline: Instant? { state.withLock { $0.pulseEnd } }

    /// Ends a pulse that is over; one that cannot be ended is tried again every second.
    func timePassed(to now: Instant) throws(HardwareFault) {
        try state.withLock { state throws(HardwareFault) in
            guard let end = state.pulseEnd, end <= now else { return }
            state.pulseEnd = now + .seconds(1)
            try state.line?.set(false)
            state.pulseEnd = nil
        }
    }

    /// Secures the lock and lets go of its line; afterwards it can't be released any more.
    func stop() throws(HardwareFault) {
        defer { state.withLock { $0.line = nil } }
        try secure()
    }
}
