// SPDX-License-Identifier: Apache-2.0
import Access

/// A lamp or a buzzer, or the lack of one.
struct Lamp: ~Copyable {
    private let line: GPIOLine?
    private var isLit = false
    private var hasFailed = false

    /// No lamp: it is lit and put out without effect.
    init() {
        line = nil
    }

    /// Takes the line of a lamp, if there is one.
    ///
    /// - Throws: when the line cannot be had.
    init(
        _ specification: LineSpecification?,
        for purpose: String,
        among chips: (chips: [ChipDescription], faults: [HardwareFault])
    ) throws(HardwareFault) {
        guard let specification else {
            line = nil
            return
        }
        let address = try LineAddress(specification, for: purpose, among: chips)
        line = try GPIOLine(output: address)
    }

    /// Lights it or puts it out, where that is a change.
    ///
    /// - Returns: what went wrong, the first time.
    mutating func light(_ isOn: Bool) -> HardwareFault? {
        guard isOn != isLit else { return nil }
        do throws(HardwareFault) {
            try line?.set(isOn)
            isLit = isOn
            hasFailed = false
            return nil
        } catch {
            defer { hasFailed = true }
            return hasFailed ? nil : error
        }
    }
}
