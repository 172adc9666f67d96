// SPDX-License-Identifier: Apache-2.0
import AdminAPI

/// Too many wrong secrets; the next one is looked at after a wait.
struct Throttled: Error {
    let wait: Duration

    /// Whole seconds, rounded up.
    var seconds: Int64 { max(1, wait.components.seconds + 1) }

    var problem: Problem {
        Problem(
            .throttled,
            detail: "Too many wrong tokens or claims; wait \(seconds) seconds.",
            japanese: "誤ったトークン又は請求コードが多すぎます。\(seconds)秒待ってください。"
        )
    }
}
