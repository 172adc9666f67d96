// SPDX-License-Identifier: Apache-2.0

/// Every mistake of a document, sorted by place: why it was refused whole.
public struct Mistakes: Error, Sendable, Hashable {
    /// The mistakes, warnings among them.
    public let all: [Mistake]

    /// Sorts mistakes by place; what says the same of the same place stays once.
    public init(_ mistakes: [Mistake]) {
        var seen: Set<Mistake> = []
        all = mistakes.filter { seen.insert($0).inserted }
            .enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
    }

    /// The mistakes for which the document is refused.
    public var grave: [Mistake] { all.filter { !$0.isWarning } }
}

extension Mistakes: CustomStringConvertible {
    /// One line for each, in English.
    public var description: String { all.map(\.englishLine).joined(separator: "\n") }
    /// One line for each, in Japanese.
    public var japanese: String { all.map(\.japaneseLine).joined(separator: "\n") }
}

/// A document that can be used, and what its author should know all the same.
public struct Reviewed<Document: Sendable>: Sendable {
    /// The document.
    public let document: Document
    /// Rows without effect, and the like.
    public let warnings: [Mistake]

    /// Puts both together.
    public init(_ document: Document, warnings: [Mistake]) {
        self.document = document
        self.warnings = warnings
    }
}
