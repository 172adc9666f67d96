// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import GPIODoors

struct LineAddressTests {
    private static func chip(_ number: Int, label: String, lines: [String?]) -> ChipDescription {
        ChipDescription(
            path: "/dev/gpiochip\(number)",
            name: "gpiochip\(number)",
            label: label,
            lines: lines.map {
                ChipDescription.Line(name: $0, consumer: nil, isUsed: false, isOutput: false)
            }
        )
    }

    private let chips = [
        Self.chip(0, label: "doors", lines: ["lock", nil, "lamp", "lamp"]),
        Self.chip(1, label: "expander", lines: ["lock"]),
        Self.chip(2, label: "expander", lines: ["lock"]),
    ]

    private func address(
        _ chip: String,
        _ line: String,
        faults: [HardwareFault] = []
    ) throws(HardwareFault) -> LineAddress {
        let specification = LineSpecification(chip: chip, line: line)
        return try LineAddress(specification, for: "lock of door server", among: (chips, faults))
    }

    @Test(arguments: [("doors", "lock"), ("gpiochip0", "0"), ("/dev/gpiochip0", "lock")])
    func `a chip is found by label, name or path, a line by name or number`(
        chip: String,
        line: String
    ) throws {
        let address = try address(chip, line)
        #expect(address.path == "/dev/gpiochip0")
        #expect(address.offset == 0)
        #expect(address.title == "lock of door server (line 0 lock of gpiochip0 [doors])")
    }

    @Test func `a line without a name is found by its number`() throws {
        #expect(try address("doors", "1").offset == 1)
    }

    @Test(
        arguments: [
            ("expander", "lock", "gpiochip1 and gpiochip2 are both called so"),
            ("nowhere", "lock", "there is no such chip among gpiochip0 [doors]"),
            ("doors", "lokc", "the chip has no line of this name"),
            ("doors", "lamp", "lines [2, 3] all have this name, give the number instead"),
            ("doors", "4", "the chip has 4 lines, numbered from 0"),
        ]
    )
    func `a mistake is told with its purpose, its place and what to do`(
        chip: String,
        line: String,
        message: String
    ) throws {
        let fault = #expect(throws: HardwareFault.self) { try address(chip, line) }
        let text = try #require(fault).description
        #expect(text.hasPrefix("lock of door server: line \(line) of chip \(chip): \(message)"))
        #expect(text.contains("tachiaid hardware"))
    }

    @Test func `a chip that may not be opened is named where none is found`() throws {
        let denied = HardwareFault("/dev/gpiochip7: open failed")
        let fault = #expect(throws: HardwareFault.self) {
            try address("nowhere", "1", faults: [denied])
        }
        #expect(try #require(fault).description.contains("/dev/gpiochip7: open failed"))
    }
}
