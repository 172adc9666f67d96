// SPDX-License-Identifier: Apache-2.0

/// An order that is on record and in force.
public struct OrderReply: Codable, Sendable, Hashable {
    /// The number of its record.
    public var record: Int64

    /// Puts a reply together.
    public init(record: Int64) {
        self.record = record
    }
}
