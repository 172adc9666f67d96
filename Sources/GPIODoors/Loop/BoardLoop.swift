// SPDX-License-Identifier: Apache-2.0
import Access
import CLibGPIOD
import Synchronization

/// What the board's own thread does: edges, debounce, lamps, the ends of pulses.
final class BoardLoop: Sendable {
    private let locks: [GPIOLock]
    private let indicators: [GPIOIndicator]
    private let inputs: Mutex<InputLines?>
    private let wakeup: Wakeup
    private let isStopping = Atomic(false)
    private let turn = Mutex(Instant.monotonic())

    init(
        locks: [GPIOLock],
        indicators: [GPIOIndicator],
        inputs: consuming sending InputLines,
        wakeup: Wakeup
    ) {
        self.locks = locks
        self.indicators = indicators
        self.inputs = Mutex(inputs)
        self.wakeup = wakeup
    }

    /// When the thread last went round.
    var lastTurn: Instant { turn.withLock { $0 } }

    /// Goes round until it is told to stop; then lets go of inputs and lamps.
    func run() {
        while !isStopping.load(ordering: .acquiring) {
            let now = Instant.monotonic()
            turn.withLock { $0 = now }
            var deadlines = indicators.compactMap { $0.timePassed(to: now) }
            let faults = endPulses(at: now)
            deadlines += locks.compactMap(\.deadline)
            let descriptors = inputs.withLock { inputs in
                inputs?.timePassed(to: now)
                for (door, fault) in faults { inputs?.report(fault, door: door, at: now) }
                if let deadline = inputs?.deadline { deadlines.append(deadline) }
                return inputs?.descriptors ?? []
            }
            wait(for: descriptors, until: deadlines.min())
        }
        for indicator in indicators { indicator.stop() }
        inputs.withLock { $0 = nil }
    }

    /// Tells the thread to stop.
    func stop() {
        isStopping.store(true, ordering: .releasing)
        wakeup.wake()
    }

    private func endPulses(at now: Instant) -> [(DoorID, HardwareFault)] {
        locks.compactMap { lock in
            do throws(HardwareFault) {
                try lock.timePassed(to: now)
                return nil
            } catch {
                return (lock.door, error)
            }
        }
    }

    private func wait(for descriptors: [Int32], until deadline: Instant?) {
        var polled = (descriptors + [wakeup.descriptor])
            .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let timeout = deadline.map { max($0 - .monotonic(), .zero) } ?? InputLines.checkPeriod
        let count = unsafe poll(&polled, nfds_t(polled.count), Int32(timeout.milliseconds + 1))
        guard count > 0 else { return }
        if polled.removeLast().revents != 0 { wakeup.forget() }
        let now = Instant.monotonic()
        inputs.withLock { inputs in
            let ready = polled.indices.filter { polled[$0].revents & Int16(POLLIN) != 0 }
            inputs?.takeEdges(of: ready, now: now)
            let gone = Int16(POLLERR | POLLHUP | POLLNVAL)
            for index in polled.indices where polled[index].revents & gone != 0 {
                inputs?.failed(index)
            }
        }
    }
}
