// SPDX-License-Identifier: Apache-2.0

/// A line of a GPIO chip, as the board file names it.
public struct LineSpecification: Sendable, Hashable {
    /// The chip's name (`gpiochip0`), path or label (`pinctrl-bcm2711`).
    public let chip: String
    /// Which of the chip's lines.
    public let line: Key

    /// Which of a chip's lines.
    public enum Key: Sendable, Hashable {
        /// The one of this name.
        case name(String)
        /// The one of this number.
        case number(UInt32)
    }

    /// Names a line.
    public init(chip: String, line: Key) {
        self.chip = chip
        self.line = line
    }

    /// Names a line by what stands in the board file: digits are a number, all else is a name.
    public init(chip: String, line: String) {
        self.init(chip: chip, line: UInt32(line).map(Key.number) ?? .name(line))
    }
}

extension LineSpecification: CustomStringConvertible {
    /// The chip and the line, for messages.
    public var description: String {
        switch line {
        case .name(let name): "line \(name) of chip \(chip)"
        case .number(let number): "line \(number) of chip \(chip)"
        }
    }
}
