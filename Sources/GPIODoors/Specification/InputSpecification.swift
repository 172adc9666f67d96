// SPDX-License-Identifier: Apache-2.0

/// An input's line: a contact, an exit button, the fire alarm or a tamper switch.
public struct InputSpecification: Sendable, Hashable {
    /// The longest debounce: a contact must tell of an opening sooner (IEC 60839-11-1).
    public static let debounceLimit = Duration.milliseconds(400)

    /// The line.
    public let line: LineSpecification
    /// The level at which the door is open, the button pressed, the alarm on.
    public let active: Level
    /// The resistor that holds the line while nothing drives it.
    public let bias: Bias
    /// How long a level must stand before it counts; shorter than ``debounceLimit``.
    public let debounce: Duration

    /// A line's voltage.
    public enum Level: String, Sendable, CaseIterable {
        /// Near the supply.
        case high
        /// Near ground.
        case low
    }

    /// The resistor inside the chip.
    public enum Bias: String, Sendable, CaseIterable {
        /// As the boot firmware left it.
        case asIs = "as-is"
        /// None.
        case disabled
        /// To the supply.
        case pullUp = "pull-up"
        /// To ground.
        case pullDown = "pull-down"
    }

    /// Describes an input's line.
    public init(
        line: LineSpecification,
        active: Level,
        bias: Bias = .asIs,
        debounce: Duration = .milliseconds(30)
    ) {
        self.line = line
        self.active = active
        self.bias = bias
        self.debounce = debounce
    }

    var isActiveLow: Bool { active == .low }
}
