// SPDX-License-Identifier: Apache-2.0
public import Access

/// Where in a file something stands.
public struct Place: Sendable, Hashable, Comparable {
    /// The file's name, as the caller gave it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int

    /// Puts a place together.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// Orders by line and column within a file.
    public static func < (left: Self, right: Self) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

extension Place: CustomStringConvertible {
    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
}

/// One mistake in a document: where, in which field, what was found and what was expected.
public struct Mistake: Sendable, Hashable {
    /// Where it stands.
    public let place: Place
    /// The field: `designations[2].rooms[0]`; empty for the file as a whole.
    public let path: String
    /// What is wrong, in English.
    public let english: String
    /// What is wrong, in Japanese.
    public let japanese: String
    /// How much it matters.
    public let kind: Kind

    /// How much a mistake matters.
    public enum Kind: Sendable, Hashable {
        /// The file is not in the document's form: not YAML, an unknown key, a value of the wrong type.
        case form
        /// The form is right, and the document refuses what it says.
        case content
        /// The document is loaded all the same, the row without effect.
        case warning
    }

    /// Describes a mistake.
    public init(place: Place, path: String, english: String, japanese: String, kind: Kind) {
        self.place = place
        self.path = path
        self.english = english
        self.japanese = japanese
        self.kind = kind
    }

    /// Whether the document is loaded all the same.
    public var isWarning: Bool { kind == .warning }

    /// `file:line:column: path: message`, in English.
    public var englishLine: String { line(isWarning ? "warning: " + english : english) }
    /// `file:line:column: path: message`, in Japanese.
    public var japaneseLine: String { line(isWarning ? "注意：" + japanese : japanese) }

    /// The line in one of the languages.
    public func line(in language: Language) -> String { language(japaneseLine, englishLine) }

    private func line(_ message: String) -> String {
        path.isEmpty ? "\(place): \(message)" : "\(place): \(path): \(message)"
    }
}

extension Mistake: CustomStringConvertible {
    /// The line in English.
    public var description: String { englishLine }
}
