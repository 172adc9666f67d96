// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// Too many wrong secrets, or too many requests; the next one is answered after a wait.
struct Throttled: Error {
    private let kind: ProblemKind
    private let wait: Duration

    init(_ kind: ProblemKind, wait: Duration) {
        self.kind = kind
        self.wait = wait
    }

    /// Whole seconds, rounded up.
    var seconds: Int64 { max(1, wait.components.seconds + 1) }

    private var inWords: String { seconds == 1 ? "a second" : "\(seconds) seconds" }

    var problem: Problem {
        guard kind == .throttled else {
            return Problem(
                kind,
                detail: "Too many requests under this token; wait \(inWords).",
                japanese: "このトークンの要求が多すぎます。\(seconds)秒待ってください。"
            )
        }
        return Problem(
            kind,
            detail: "Too many wrong tokens or claims; wait \(inWords).",
            japanese: "誤ったトークン又は請求コードが多すぎます。\(seconds)秒待ってください。"
        )
    }
}
