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

    var problem: Problem {
        guard kind == .throttled else {
            return Problem(
                kind,
                detail: "Too many requests under this token; wait \(seconds) seconds.",
                japanese: "このトークンの要求が多すぎます。\(seconds)秒待ってください。"
            )
        }
        return Problem(
            kind,
            detail: "Too many wrong tokens or claims; wait \(seconds) seconds.",
            japanese: "誤ったトークン又は請求コードが多すぎます。\(seconds)秒待ってください。"
        )
    }
}
