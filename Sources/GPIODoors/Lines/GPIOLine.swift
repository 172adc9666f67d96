// SPDX-License-Identifier: Apache-2.0
import Access
import CLibGPIOD
import Foundation

/// A line that this process alone holds; "active" is released, open, pressed, on or lit.
///
/// Whoever lets go of an output leaves it inactive, its safe level.
@safe struct GPIOLine: ~Copyable {
    let address: LineAddress
    private let handle: OpaquePointer
    private let isOutput: Bool

    /// Takes an output, which comes up inactive.
    ///
    /// - Throws: when the kernel refuses; the fault says who holds the line.
    init(output address: LineAddress, isActiveLow: Bool = false) throws(HardwareFault) {
        let line = unsafe tachiai_gpio_request_output(
            address.path,
            address.offset,
            "tachiaid " + address.purpose,
            isActiveLow,
            false
        )
        guard let line = unsafe line else { throw Self.refusal(address, errno: errno) }
        unsafe self.handle = line
        self.address = address
        isOutput = true
    }

    /// Takes an input with both its edges.
    ///
    /// - Throws: when the kernel refuses; the fault says who holds the line.
    init(input address: LineAddress, as input: InputSpecification) throws(HardwareFault) {
        let line = unsafe tachiai_gpio_request_input(
            address.path,
            address.offset,
            "tachiaid " + address.purpose,
            input.isActiveLow,
            input.bias.code
        )
        guard let line = unsafe line else { throw Self.refusal(address, errno: errno) }
        unsafe self.handle = line
        self.address = address
        isOutput = false
    }

    deinit {
        if isOutput { _ = unsafe tachiai_gpio_set(handle, false) }
        unsafe tachiai_gpio_release(handle)
    }

    /// What to poll for edges.
    var descriptor: Int32 { unsafe tachiai_gpio_fd(handle) }

    func set(_ isActive: Bool) throws(HardwareFault) {
        guard unsafe tachiai_gpio_set(handle, isActive) == 0 else {
            throw HardwareFault(call: "set value", on: address.title, errno: errno)
        }
    }

    func isActive() throws(HardwareFault) -> Bool {
        let value = unsafe tachiai_gpio_get(handle)
        guard value >= 0 else {
            throw HardwareFault(call: "get value", on: address.title, errno: errno)
        }
        return value == 1
    }

    /// The edges that wait; call it when there are any.
    func edges(now: Instant) throws(HardwareFault) -> [Edge] {
        var edges = [tachiai_gpio_edge](
            repeating: tachiai_gpio_edge(),
            count: Int(TACHIAI_GPIO_EDGES)
        )
        let count = unsafe tachiai_gpio_read(handle, &edges)
        guard count >= 0 else {
            throw HardwareFault(call: "read edges", on: address.title, errno: errno)
        }
        return edges.prefix(Int(count)).map {
            Edge(isRising: $0.is_rising, nanoseconds: $0.nanoseconds, now: now)
        }
    }

    private static func refusal(_ address: LineAddress, errno code: Int32) -> HardwareFault {
        guard code == EBUSY else {
            return HardwareFault(call: "request", on: address.title, errno: code)
        }
        let chip = try? ChipDescription(path: address.path)
        let holder = chip.flatMap { $0.lines[Int(address.offset)].consumer } ?? "somebody unnamed"
        return HardwareFault(
            "\(address.title): request failed: the line is held by \"\(holder)\"; "
                + "stop that program, or take another line, then start again"
        )
    }
}

extension InputSpecification.Bias {
    fileprivate var code: tachiai_gpio_bias {
        switch self {
        case .asIs: TACHIAI_GPIO_BIAS_AS_IS
        case .disabled: TACHIAI_GPIO_BIAS_DISABLED
        case .pullUp: TACHIAI_GPIO_BIAS_PULL_UP
        case .pullDown: TACHIAI_GPIO_BIAS_PULL_DOWN
        }
    }
}
