// SPDX-License-Identifier: Apache-2.0

/// Why a request was not carried out: problem details (RFC 9457).
public struct Problem: Codable, Sendable, Hashable, Error {
    /// The kind's URI.
    public var type: String
    /// The kind in a few English words.
    public var title: String
    /// The HTTP status.
    public var status: Int
    /// What happened, where, and what to do, in English.
    public var detail: String?
    /// The same in Japanese.
    public var japanese: String?
    /// The mistakes of a document, each with its place.
    public var mistakes: [MistakeReply]?

    /// Puts problem details together.
    public init(
        _ kind: ProblemKind,
        detail: String? = nil,
        japanese: String? = nil,
        mistakes: [MistakeReply]? = nil
    ) {
        type = kind.uri
        title = kind.title
        status = kind.status
        self.detail = detail
        self.japanese = japanese
        self.mistakes = mistakes
    }

    /// The kind, where this version knows it.
    public var kind: ProblemKind? {
        guard type.hasPrefix(ProblemKind.prefix) else { return nil }
        return ProblemKind(rawValue: String(type.dropFirst(ProblemKind.prefix.count)))
    }
}
