// SPDX-License-Identifier: Apache-2.0

/// The bounds of what a board file may say (L14).
enum BoardLimits {
    /// For how many seconds a grant keeps the lock released.
    static let seconds = 1...60
    /// For how many milliseconds a lock may be driven by a pulse.
    static let pulse = 20...10_000
    /// For how many seconds a door may stand open (EN 60839-11-1: at least 10 are recommended).
    static let heldOpen = 10...3600
    /// How many seconds may lie between two steps of an entry.
    static let step = 5...300
    /// From here on a debounce would swallow what must be seen (EN 60839-11-1), in milliseconds.
    static let debounce = 400
    /// How many doors, readers and keypads one board serves.
    static let devices = 64
    /// The speeds of a serial line that OSDP knows; the first is the usual one.
    static let bauds = [9600, 19_200, 38_400, 57_600, 115_200, 230_400]
    /// The addresses on a serial line; 127 is whoever is there.
    static let addresses = 0...126
    /// The longest path of a Unix socket, in bytes.
    static let socket = 107
}
