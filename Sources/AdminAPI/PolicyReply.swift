// SPDX-License-Identifier: Apache-2.0

/// What a policy document would change, or has changed.
public struct PolicyReply: Codable, Sendable, Hashable {
    /// The revision in force.
    public var revision: Int64
    /// What differs, in the order of the document.
    public var changes: [PolicyChange]
    /// What is loaded without effect.
    public var warnings: [MistakeReply]
    /// The record of the order, once it is in force.
    public var record: Int64?

    /// Puts a reply together.
    public init(
        revision: Int64,
        changes: [PolicyChange],
        warnings: [MistakeReply],
        record: Int64? = nil
    ) {
        self.revision = revision
        self.changes = changes
        self.warnings = warnings
        self.record = record
    }
}
