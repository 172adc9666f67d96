// SPDX-License-Identifier: Apache-2.0

/// A mistake in a policy or a row of it, apart from where in a file it stands.
public struct PolicyFault: Sendable, Hashable {
    /// The place in the policy: `designations[2].rooms[0]`.
    public var path: String
    /// What is wrong, in English.
    public var english: String
    /// What is wrong, in Japanese.
    public var japanese: String
    /// Whether the document is loaded all the same, the row without effect.
    public var isWarning: Bool
    /// What it may be the mere consequence of.
    public var topic: Topic?

    /// What a mistake may be the mere consequence of.
    public enum Topic: Sendable, Hashable {
        /// A row of a section that could not be read: nothing else bears this id.
        case reference(section: String, id: String)
        /// An appointment that could not be read.
        case office
    }

    /// Describes a mistake.
    public init(
        path: String,
        english: String,
        japanese: String,
        isWarning: Bool = false,
        topic: Topic? = nil
    ) {
        self.path = path
        self.english = english
        self.japanese = japanese
        self.isWarning = isWarning
        self.topic = topic
    }
}
