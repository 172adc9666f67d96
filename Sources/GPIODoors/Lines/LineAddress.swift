// SPDX-License-Identifier: Apache-2.0
import Access

/// Where the kernel has a line, and what messages call it.
struct LineAddress: Sendable, Hashable {
    /// The chip's device file.
    let path: String
    /// The line's number.
    let offset: UInt32
    /// What the line is for.
    let purpose: String
    /// What the line is for and where it is.
    let title: String

    /// Finds the line that the board file means.
    ///
    /// - Throws: when there is none, or more than one.
    init(
        _ specification: LineSpecification,
        for purpose: String,
        among all: (chips: [ChipDescription], faults: [HardwareFault])
    ) throws(HardwareFault) {
        let chips = all.chips.filter { $0.answers(to: specification.chip) }
        guard let chip = chips.first, chips.count == 1 else {
            let what =
                chips.isEmpty
                ? "there is no such chip among \(Self.names(all))"
                : "\(chips.map(\.name).joined(separator: " and ")) are both called so"
            throw HardwareFault("\(purpose): \(specification): \(what); \(Self.advice)")
        }
        offset = try Self.offset(specification, on: chip, for: purpose)
        path = chip.path
        self.purpose = purpose
        title = "\(purpose) (line \(Self.called(offset, on: chip)) of \(chip.name) [\(chip.label)])"
    }

    private static let advice =
        "correct the board file; \"tachiaid hardware\" lists chips and lines"

    private static func offset(
        _ specification: LineSpecification,
        on chip: ChipDescription,
        for purpose: String
    ) throws(HardwareFault) -> UInt32 {
        let what: String
        switch specification.line {
        case .number(let number):
            if number < chip.lines.count { return number }
            what = "the chip has \(chip.lines.count) lines, numbered from 0"
        case .name(let name):
            let numbers = chip.lines.indices.filter { chip.lines[$0].name == name }
            if let number = numbers.first, numbers.count == 1 { return UInt32(number) }
            what =
                numbers.isEmpty
                ? "the chip has no line of this name"
                : "lines \(numbers) all have this name, give the number instead"
        }
        throw HardwareFault("\(purpose): \(specification): \(what); \(advice)")
    }

    private static func called(_ offset: UInt32, on chip: ChipDescription) -> String {
        chip.lines[Int(offset)].name.map { "\(offset) \($0)" } ?? "\(offset)"
    }

    private static func names(
        _ all: (chips: [ChipDescription], faults: [HardwareFault])
    ) -> String {
        let chips = all.chips.map { "\($0.name) [\($0.label)]" } + all.faults.map(\.description)
        return chips.isEmpty ? "none: /dev has no gpiochip" : chips.joined(separator: ", ")
    }
}
