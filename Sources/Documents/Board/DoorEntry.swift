// SPDX-License-Identifier: Apache-2.0
public import Access

/// A door, as the board file lists it: what the core knows of it, and its lines.
public struct DoorEntry: Sendable, Hashable {
    /// The door as the core knows it.
    public var door: Door
    /// The lock's line.
    public var lock: LockLine
    /// The contact's line.
    public var contact: InputLine?
    /// The exit button's line.
    public var exitButton: InputLine?
    /// The green lamp's line.
    public var green: Line?
    /// The red lamp's line.
    public var red: Line?
    /// The buzzer's line.
    public var buzzer: Line?

    /// Puts a door together.
    public init(
        door: Door,
        lock: LockLine,
        contact: InputLine? = nil,
        exitButton: InputLine? = nil,
        green: Line? = nil,
        red: Line? = nil,
        buzzer: Line? = nil
    ) {
        self.door = door
        self.lock = lock
        self.contact = contact
        self.exitButton = exitButton
        self.green = green
        self.red = red
        self.buzzer = buzzer
    }
}

/// A line of a GPIO chip.
public struct Line: Sendable, Hashable {
    /// The chip's name or label.
    public var chip: String
    /// Which of its lines.
    public var key: Key

    /// Which of a chip's lines.
    public enum Key: Sendable, Hashable {
        /// The one of this name.
        case name(String)
        /// The one of this number.
        case number(UInt32)
    }

    /// Names a line.
    public init(chip: String, key: Key) {
        self.chip = chip
        self.key = key
    }
}

/// A lock's line, and what its voltage means.
public struct LockLine: Sendable, Hashable {
    /// The line.
    public var line: Line
    /// When the lock lets go.
    public var releases: Release
    /// How long the line is driven at a release, where it is no level.
    public var pulse: Duration?

    /// When a lock lets go.
    public enum Release: String, Sendable, CaseIterable {
        /// While current flows (通電時解錠型).
        case energised
        /// While no current flows (通電時施錠型).
        case deEnergised = "de-energised"
    }

    /// Describes a lock's line.
    public init(line: Line, releases: Release, pulse: Duration? = nil) {
        self.line = line
        self.releases = releases
        self.pulse = pulse
    }
}

/// An input's line: a contact, an exit button, the fire alarm or the tamper switch.
public struct InputLine: Sendable, Hashable {
    /// The line.
    public var line: Line
    /// The level at which the door is open, the button pressed, the alarm on.
    public var active: Level
    /// The resistor that holds the line while nothing drives it.
    public var bias: Bias
    /// How long a level must stand before it counts.
    public var debounce: Duration

    /// A line's voltage.
    public enum Level: String, Sendable, CaseIterable {
        /// Near the supply.
        case high
        /// Near ground.
        case low
    }

    /// The resistor inside the chip.
    public enum Bias: String, Sendable, CaseIterable {
        /// As the firmware left it.
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
        line: Line,
        active: Level,
        bias: Bias = .asIs,
        debounce: Duration = .milliseconds(30)
    ) {
        self.line = line
        self.active = active
        self.bias = bias
        self.debounce = debounce
    }
}
