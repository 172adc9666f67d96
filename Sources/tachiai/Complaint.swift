// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Why a command could not be carried out: a sentence for people and a status for the shell.
struct Complaint: Error, CustomStringConvertible {
    let status: ShellStatus
    let description: String

    init(_ status: ShellStatus, _ description: String) {
        self.status = status
        self.description = description
    }

    /// Whether it is about what was to be done alone, and not about who asks, or the service.
    var isOfRow: Bool { status == .refused || status == .usage }

    /// What the service answered, and to what.
    init(_ problem: Problem, about act: String? = nil) {
        let words = Words.now
        let sentence = words.sentence(of: problem)
        let first = [act, words.kind(problem.kind) ?? sentence].compactMap { $0 }
        self.init(
            Self.status(of: problem.kind),
            ([first.joined(separator: words.colon)] + words.mistakes(of: problem)
                + [words.remedy(problem.kind)].compactMap { $0 }).joined(separator: "\n")
        )
    }

    private static func status(of kind: ProblemKind?) -> ShellStatus {
        switch kind {
        case .notAuthenticated, .notAllowed, .throttled: .notAllowed
        case .mistakes, .againstRules, .malformedRequest, .tooLarge: .usage
        case .internalFault, .journalUnavailable, .busy, .unsupportedMediaType, .methodNotAllowed,
            .revisionMissing, nil:
            .failed
        // Whichever command meets it, a number or name that is nobody's is refused in the same way.
        case .notFound, .noBadge, .changedMeanwhile, .unfit, .keyReused, .tooManyRequests: .refused
        }
    }
}
