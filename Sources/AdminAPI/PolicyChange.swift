// SPDX-License-Identifier: Apache-2.0

/// One row of the policy that differs.
public struct PolicyChange: Codable, Sendable, Hashable {
    /// The kind of row: `room`, `department`, `person`, `appointment`, `holiday`, `designation` or `visit`.
    public var kind: String
    /// Which one.
    public var id: String
    /// What becomes of it.
    public var change: Change
    /// The values that differ in a row that stays.
    public var fields: [Field]?

    /// What becomes of a row.
    public enum Change: String, Codable, Sendable, Hashable, CaseIterable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// It has other values.
        case changed
    }

    /// A value, before and after.
    public struct Field: Codable, Sendable, Hashable {
        /// The document's key.
        public var key: String
        /// What it said.
        public var old: String?
        /// What it says.
        public var new: String?

        /// Describes a changed value.
        public init(key: String, old: String?, new: String?) {
            self.key = key
            self.old = old
            self.new = new
        }
    }

    /// Describes a change.
    public init(kind: String, id: String, change: Change, fields: [Field]? = nil) {
        self.kind = kind
        self.id = id
        self.change = change
        self.fields = fields
    }
}
