// SPDX-License-Identifier: Apache-2.0

/// A mistake in a document, with its place.
public struct MistakeReply: Codable, Sendable, Hashable {
    /// The line, from 1.
    public var line: Int?
    /// The column, from 1.
    public var column: Int?
    /// The field: `designations[2].rooms[0]`.
    public var path: String?
    /// What is wrong and what was expected, in English.
    public var english: String
    /// The same in Japanese.
    public var japanese: String
    /// Whether the document is loaded all the same.
    public var isWarning: Bool

    /// Puts a mistake and its place together.
    public init(
        line: Int? = nil,
        column: Int? = nil,
        path: String? = nil,
        english: String,
        japanese: String,
        isWarning: Bool = false
    ) {
        self.line = line
        self.column = column
        self.path = path
        self.english = english
        self.japanese = japanese
        self.isWarning = isWarning
    }
}
