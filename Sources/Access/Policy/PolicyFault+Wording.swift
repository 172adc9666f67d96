// SPDX-License-Identifier: Apache-2.0

extension PolicyFault {
    static func dangling(
        _ kind: String,
        _ japaneseKind: String,
        _ id: String,
        section: String,
        at path: String
    ) -> Self {
        Self(
            path: path,
            english: "there is no \(kind) \"\(id)\"; name one that is under \(section)",
            japanese: "\(japaneseKind)「\(id)」がありません。\(section) にあるものを指定してください。",
            topic: .reference(section: section, id: id)
        )
    }

    static func doubleID(_ id: String, first: String, at path: String) -> Self {
        Self(
            path: path,
            english: "\"\(id)\" is there twice, first as \(first); every one needs its own",
            japanese: "「\(id)」は既に \(first) にあります。重ならないようにしてください。"
        )
    }

    /// A badge that two rows name, or one row twice (R32).
    public static func badgeGivenTwice(first: String, at path: String) -> Self {
        Self(
            path: path,
            english:
                "this badge is given out already, as \(first); a badge belongs to one person, once",
            japanese: "この証は既に \(first) に割り当てられています。一枚の証は一人に一度だけです。"
        )
    }

    static func namedTwice(_ id: String, at path: String) -> Self {
        Self(
            path: path,
            english: "\"\(id)\" is named twice in this list",
            japanese: "「\(id)」がこの一覧に二度あります。"
        )
    }

    static func emptyList(at path: String) -> Self {
        Self(
            path: path,
            english: "the list is empty; at least one is expected",
            japanese: "一覧が空です。一つ以上必要です。"
        )
    }

    static func tooMany(_ count: Int, most: Int, at path: String) -> Self {
        Self(
            path: path,
            english: "\(count) entries are too many; at most \(most) are taken",
            japanese: "\(count)件は多すぎます。\(most)件までです。"
        )
    }

    static func reversed(from: String, until: String, at path: String) -> Self {
        Self(
            path: path,
            english:
                "it ends (\(until)) before it begins (\(from)); expected an end after the beginning",
            japanese: "終わり（\(until)）が始まり（\(from)）より前です。"
        )
    }

    static func noHours(_ time: TimeOfDay, at path: String) -> Self {
        Self(
            path: path,
            english: "the hours begin and end at \(time); expected two different times",
            japanese: "時間帯の始まりと終わりが同じ \(time) です。"
        )
    }

    static func unfitID(at path: String) -> Self {
        Self(
            path: path,
            english: "an id has at least one character, and no spaces",
            japanese: "id は一文字以上で、空白を含められません。"
        )
    }

    static func emptyText(at path: String) -> Self {
        Self(path: path, english: "the text is empty", japanese: "空です。")
    }

    static func tooLong(_ count: Int, most: Int, at path: String) -> Self {
        Self(
            path: path,
            english: "\(count) characters are too many; at most \(most) are taken",
            japanese: "\(count)文字は長すぎます。\(most)文字までです。"
        )
    }

    static func outOfBounds(_ number: Int, _ range: ClosedRange<Int>, at path: String) -> Self {
        Self(
            path: path,
            english:
                "\(number) is out of bounds; expected \(range.lowerBound) to \(range.upperBound)",
            japanese: "\(number) は範囲外です。\(range.lowerBound)から\(range.upperBound)までです。"
        )
    }

    static func lacks(_ key: String, _ japanese: String, at path: String) -> Self {
        Self(
            path: path,
            english: "\"\(key)\" is missing; it must be said here",
            japanese: "「\(key)」がありません（\(japanese)）。"
        )
    }
}
