// SPDX-License-Identifier: Apache-2.0

/// How a keyboard-wedge reader ends a number.
public enum LineEnd: String, Sendable, CaseIterable {
    /// Enter, on either block of keys; a line feed after it is harmless.
    case enter
    /// Tab.
    case tab
    /// Nothing: the number is complete after ``silence``.
    case none

    /// How long a reader without a terminator must be silent for its number to be complete.
    public static let silence = Duration.milliseconds(150)
}
