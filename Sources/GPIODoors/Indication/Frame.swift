// SPDX-License-Identifier: Apache-2.0

/// What the lamps and the buzzer do at one moment.
struct Frame: Sendable, Hashable {
    var green = false
    var red = false
    var buzzer = false

    static let off = Frame()
    static let green = Frame(green: true)
    static let red = Frame(red: true)
    /// Both lamps: the amber of a two-colour lamp.
    static let amber = Frame(green: true, red: true)

    /// The same lamps, and the buzzer on.
    var sounding: Frame { Frame(green: green, red: red, buzzer: true) }
}
