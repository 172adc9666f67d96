// SPDX-License-Identifier: Apache-2.0
public import Access
import CLibGPIOD
import Foundation

extension ChipDescription {
    /// The chips of this machine, and those that could not be looked at.
    public static func all() -> (chips: [ChipDescription], faults: [HardwareFault]) {
        var chips: [ChipDescription] = []
        var faults: [HardwareFault] = []
        let devices = (try? FileManager.default.contentsOfDirectory(atPath: "/dev")) ?? []
        let names = devices.filter { $0.hasPrefix("gpiochip") }
        for name in names.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
            do throws(HardwareFault) {
                chips.append(try Self(path: "/dev/" + name))
            } catch {
                faults.append(error)
            }
        }
        return (chips, faults)
    }

    /// Looks at the chip behind a device file.
    ///
    /// - Throws: when it cannot be opened or one of its lines cannot be looked at.
    public init(path: String) throws(HardwareFault) {
        guard let chip = unsafe tachiai_gpio_chip_open(path) else {
            throw HardwareFault(call: "open", on: path, errno: errno)
        }
        defer { unsafe tachiai_gpio_chip_close(chip) }
        var lines: [Line] = []
        for number in 0..<(unsafe tachiai_gpio_chip_lines(chip)) {
            guard unsafe tachiai_gpio_chip_look(chip, number) == 0 else {
                throw HardwareFault(
                    call: "line info",
                    on: "line \(number) of \(path)",
                    errno: errno
                )
            }
            lines.append(
                Line(
                    name: unsafe tachiai_gpio_line_name(chip).map { unsafe String(cString: $0) },
                    consumer: unsafe tachiai_gpio_line_consumer(chip)
                        .map { unsafe String(cString: $0) },
                    isUsed: unsafe tachiai_gpio_line_is_used(chip),
                    isOutput: unsafe tachiai_gpio_line_is_output(chip)
                )
            )
        }
        self.init(
            path: path,
            name: unsafe String(cString: tachiai_gpio_chip_name(chip)),
            label: unsafe String(cString: tachiai_gpio_chip_label(chip)),
            lines: lines
        )
    }
}
