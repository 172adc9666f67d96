// SPDX-License-Identifier: Apache-2.0
import Access
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

    /// The same, with the offices that would allow it and those that are held.
    static func notAllowed(_ bearer: Bearer, without offices: [Office]) -> Problem {
        var problem = notAllowed
        let held = Set(bearer.offices.map(\.office))
        // A head whose office it is, is not the one of these rooms.
        func english(_ office: Office) -> String {
            office.english + (office == .sectionHead && held.contains(office) ? " of the room" : "")
        }
        func japanese(_ office: Office) -> String {
            (office == .sectionHead && held.contains(office) ? "その室の" : "") + office.japanese
        }
        let own = Office.allCases.filter(held.contains)
        problem.detail? +=
            " It takes: \(offices.map(english).joined(separator: " or ")). You are: "
            + (own.isEmpty
                ? "none of the offices." : own.map(\.english).joined(separator: ", ") + ".")
        problem.japanese? +=
            "できる職：\(offices.map(japanese).joined(separator: "、"))。今の職："
            + (own.isEmpty ? "なし。" : own.map(\.japanese).joined(separator: "、") + "。")
        return problem
    }

    /// Nothing is at a path.
    static let nothingHere = Problem(
        .notFound,
        detail: "Nothing is at this path.",
        japanese: "この場所には何もありません。"
    )

    /// A thing that a path names is not there, or not for the eyes of whoever asks: both read the same.
    static func nothing(_ thing: Thing, called name: String?) -> Problem {
        Problem(
            .notFound,
            detail: name.map { "There is no \(thing.rawValue) '\($0)'." }
                ?? "There is no such \(thing.rawValue).",
            japanese: name.map { "\(thing.japanese)「\($0)」はありません。" }
                ?? "その\(thing.japanese)はありません。"
        )
    }

    /// What a path can name.
    enum Thing: String {
        case person, department, designation, visit, badge, room, record, token

        fileprivate var japanese: String {
            switch self {
            case .person: "人"
            case .department: "課等"
            case .designation: "指定"
            case .visit: "来訪"
            case .badge: "証"
            case .room: "室"
            case .record: "記録"
            case .token: "トークン"
            }
        }
    }

    /// The cursor is none that a page gave.
    static let strangeCursor = malformed(
        "'after' must be what the page before gave as 'next'.",
        "「after」には前のページの next を書きます。"
    )

    /// Something that a path or a body names is not there.
    static func unknown(_ thing: String, _ japanese: String, among known: [String]) -> Problem {
        let known = known.prefix(50)
        let list = known.joined(separator: ", ")
        return Problem(
            .notFound,
            detail: "The board has no \(thing) of that name; it has: \(list).",
            japanese: "その名前の\(japanese)はありません。あるもの：\(known.joined(separator: "、"))"
        )
    }

    /// Too many requests at once.
    static let crowded = Problem(
        .busy,
        detail: "Too many requests at once; try again in a second.",
        japanese: "同時の要求が多すぎます。しばらくして、もう一度お試しください。"
    )
}
