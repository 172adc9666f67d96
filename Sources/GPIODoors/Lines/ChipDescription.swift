// SPDX-License-Identifier: Apache-2.0

/// A GPIO chip of this machine and its lines, as the kernel describes them.
public struct ChipDescription: Sendable, Hashable {
    /// The device file.
    public let path: String
    /// The kernel's name; its number may change from one start of the machine to the next.
    public let name: String
    /// The driver's label, which stays.
    public let label: String
    /// The lines, by number.
    public let lines: [Line]

    /// A line as the kernel describes it.
    public struct Line: Sendable, Hashable {
        /// The line's name, where the board's maker gave it one.
        public let name: String?
        /// Who holds it, where the holder said so.
        public let consumer: String?
        /// Whether somebody holds it.
        public let isUsed: Bool
        /// Whether it is an output.
        public let isOutput: Bool

        /// Describes a line.
        public init(name: String?, consumer: String?, isUsed: Bool, isOutput: Bool) {
            self.name = name
            self.consumer = consumer
            self.isUsed = isUsed
            self.isOutput = isOutput
        }
    }

    /// Describes a chip.
    public init(path: String, name: String, label: String, lines: [Line]) {
        self.path = path
        self.name = name
        self.label = label
        self.lines = lines
    }

    /// Whether the board file means this chip.
    func answers(to text: String) -> Bool {
        text == label || text == name || text == path
    }
}
