// SPDX-License-Identifier: Apache-2.0
import Access
import Logging
import Synchronization

/// A door's lamps and buzzer on lines; the board's thread drives them.
final class GPIOIndicator: Indicator {
    private let wakeup: Wakeup
    private let logger: Logger
    private let state: Mutex<State>

    private struct State: ~Copyable {
        var plan: IndicatorPlan
        var green: Lamp
        var red: Lamp
        var buzzer: Lamp
    }

    /// Takes the lines of a door's lamps and buzzer, as far as it has any.
    ///
    /// - Throws: when a line cannot be had.
    init(
        _ lines: DoorLines,
        among chips: (chips: [ChipDescription], faults: [HardwareFault]),
        wakeup: Wakeup,
        logger: Logger
    ) throws(HardwareFault) {
        self.wakeup = wakeup
        self.logger = logger
        let green = try Lamp(lines.green, for: "green lamp of door \(lines.door)", among: chips)
        let red = try Lamp(lines.red, for: "red lamp of door \(lines.door)", among: chips)
        let buzzer = try Lamp(lines.buzzer, for: "buzzer of door \(lines.door)", among: chips)
        let plan = IndicatorPlan(at: .monotonic())
        state = Mutex(State(plan: plan, green: green, red: red, buzzer: buzzer))
    }

    func show(_ indication: Indication) {
        state.withLock { $0.plan.show(indication, at: .monotonic()) }
        wakeup.wake()
    }

    /// Drives the lines to what is to be shown now.
    ///
    /// - Returns: when that changes.
    func timePassed(to now: Instant) -> Instant? {
        let (next, faults) = state.withLock { state in
            let (frame, next) = state.plan.frame(at: now)
            let faults = [
                state.green.light(frame.green),
                state.red.light(frame.red),
                state.buzzer.light(frame.buzzer),
            ]
            return (next, faults.compactMap { $0 })
        }
        for fault in faults { logger.warning("A lamp or buzzer does not obey: \(fault)") }
        return next
    }

    /// Puts the lamps out and lets go of their lines.
    func stop() {
        state.withLock { state in
            state.green = Lamp()
            state.red = Lamp()
            state.buzzer = Lamp()
        }
    }
}
