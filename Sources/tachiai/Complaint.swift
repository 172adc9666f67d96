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

    /// What the service answered, and to what.
    init(_ problem: Problem, about act: String? = nil) {
        let words = Words.now
        let sentence = words.language(
            problem.japanese ?? problem.detail ?? problem.title,
            problem.detail ?? problem.title
        )
        let mistakes = (problem.mistakes ?? []).map { mistake in
            let text = words.language(mistake.japanese, mistake.english)
            return mistake.path.map { "  \($0): \(text)" } ?? "  \(text)"
        }
        let first = [act, words.kind(problem.kind) ?? sentence].compactMap { $0 }
        self.init(
            Self.status(of: problem.kind),
            ([first.joined(separator: words.colon)] + mistakes
                + [words.remedy(problem.kind)].compactMap { $0 }).joined(separator: "\n")
        )
    }

    private static func status(of kind: ProblemKind?) -> ShellStatus {
        switch kind {
        case .notAuthenticated, .notAllowed, .throttled: .notAllowed
        case .mistakes, .againstRules, .malformedRequest, .tooLarge, .notFound: .usage
        case .internalFault, .journalUnavailable, .busy, .unsupportedMediaType, .methodNotAllowed,
            .revisionMissing, nil:
            .failed
        case .noBadge, .changedMeanwhile, .unfit, .keyReused, .tooManyRequests: .refused
        }
    }
}
