// SPDX-License-Identifier: Apache-2.0
import AdminAPI

extension Problem {
    /// Something in the request cannot be understood.
    static func malformed(_ detail: String, _ japanese: String) -> Problem {
        Problem(.malformedRequest, detail: detail, japanese: japanese)
    }

    /// The offices held now do not allow it.
    static let notAllowed = Problem(
        .notAllowed,
        detail: "The offices that you hold now do not allow this.",
        japanese: "現在の職では許されていません。"
    )

    /// Too many requests at once.
    static let crowded = Problem(
        .busy,
        detail: "Too many requests at once; try again in a second.",
        japanese: "同時の要求が多すぎます。しばらくして、もう一度お試しください。"
    )
}
