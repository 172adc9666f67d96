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

    /// Nothing is at a path, or of a name.
    static let nothingHere = Problem(
        .notFound,
        detail: "Nothing is at this path.",
        japanese: "この場所には何もありません。"
    )

    /// The cursor is none that a page gave.
    static let strangeCursor = malformed(
        "'after' must be what the page before gave as 'next'.",
        "「after」には前のページの next を書きます。"
    )

    /// Something that a path or a body names is not there.
    static func unknown(_ thing: String, _ japanese: String, among known: [String]) -> Problem {
        let list = known.prefix(50).joined(separator: ", ")
        return Problem(
            .notFound,
            detail: "The board has no \(thing) of that name; it has: \(list).",
            japanese: "その名前の\(japanese)はありません。あるもの：\(list)"
        )
    }

    /// Too many requests at once.
    static let crowded = Problem(
        .busy,
        detail: "Too many requests at once; try again in a second.",
        japanese: "同時の要求が多すぎます。しばらくして、もう一度お試しください。"
    )
}
