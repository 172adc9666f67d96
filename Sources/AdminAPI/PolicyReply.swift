// SPDX-License-Identifier: Apache-2.0

/// What a policy document would change, or has changed.
public struct PolicyReply: Codable, Sendable, Hashable {
    /// The revision in force.
    public var revision: Int64
    /// What differs, section by section.
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

/// One row of the policy that differs.
public struct PolicyChange: Codable, Sendable, Hashable {
    /// The section of the document, such as `rooms`.
    public var section: String
    /// The row's name.
    public var id: String
    /// What becomes of it.
    public var change: Kind
    /// The keys that differ in a row that stays.
    public var keys: [String]?

    /// What becomes of a row.
    public enum Kind: String, Codable, Sendable, Hashable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// It says something else.
        case changed
    }

    /// Puts a change together.
    public init(section: String, id: String, change: Kind, keys: [String]? = nil) {
        self.section = section
        self.id = id
        self.change = change
        self.keys = keys
    }
}
