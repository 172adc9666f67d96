// SPDX-License-Identifier: Apache-2.0

/// What a mistake says, in both languages.
struct Wording: Sendable, Hashable {
    let english: String
    let japanese: String

    init(_ english: String, _ japanese: String) {
        self.english = english
        self.japanese = japanese
    }

    // MARK: The file

    static func tooLarge(_ count: Int, most: Int) -> Self {
        Self(
            "the file has \(count) bytes; at most \(most) are read",
            "ファイルが大きすぎます（\(count)バイト）。\(most)バイトまでです。"
        )
    }

    static let notUTF8 = Self(
        "the file is not UTF-8; save it as UTF-8",
        "UTF-8ではありません。UTF-8で保存してください。"
    )
    static let empty = Self(
        "the file is empty; expected a mapping of keys and values",
        "ファイルが空です。"
    )
    static let severalDocuments = Self(
        "a second document begins here (\"---\"); expected one document in the file",
        "ここから二つ目の文書（---）が始まっています。一つのファイルに一つだけです。"
    )
    static let tab = Self(
        "this line is indented with a tab; YAML takes spaces only",
        "字下げにタブが使われています。空白を使ってください。"
    )
    static func control(_ code: UInt32) -> Self {
        let hexadecimal = String(code, radix: 16, uppercase: true)
        return Self(
            "the control character U+\(hexadecimal) is not allowed",
            "制御文字 U+\(hexadecimal) は使えません。"
        )
    }
    static let tooManyAliases = Self(
        "the aliases (*name) multiply to more than can be read; write the values out",
        "別名（*name）が多すぎます。値をそのまま書いてください。"
    )
    static func yaml(_ problem: String) -> Self {
        // What the parser says is English only, and speaks of its own grammar.
        Self(
            "this is not YAML: \(problem)",
            "ここがYAMLの書き方になっていません。字下げ、引用符、かっこ、「:」や「-」の後の空白を確かめてください。"
        )
    }
    static let tooDeep = Self("it is nested too deeply", "入れ子が深すぎます。")

    static func more(than count: Int) -> Self {
        Self(
            "there are more than \(count) mistakes; these are some of them",
            "誤りが\(count)件を超えています。その一部だけを示します。"
        )
    }

    // MARK: Keys

    static func doubleKey(_ key: String) -> Self {
        Self(
            "the key \"\(key)\" is there twice; expected once",
            "「\(key)」が二度あります。一度だけにしてください。"
        )
    }
    static func unknownKey(_ key: String, nearest: String?, allowed: [String]) -> Self {
        let list = allowed.joined(separator: ", ")
        guard let nearest else {
            return Self(
                "unknown key \"\(key)\"; expected one of: \(list)",
                "「\(key)」というキーはありません。使えるもの：\(list)"
            )
        }
        return Self(
            "unknown key \"\(key)\"; did you mean \"\(nearest)\"? Expected one of: \(list)",
            "「\(key)」というキーはありません。「\(nearest)」のことですか。使えるもの：\(list)"
        )
    }
    static func missingKey(_ key: String) -> Self {
        Self("\"\(key)\" is missing; it must be said here", "「\(key)」がありません。")
    }

    // MARK: Values

    static func wrongType(_ found: String, expected: String, _ japanese: String) -> Self {
        Self("expected \(expected), found \(found)", "\(japanese)が必要です（\(found)）。")
    }
    static func notAllowed(_ found: String, nearest: String?, allowed: [String]) -> Self {
        let list = allowed.joined(separator: ", ")
        let hint = nearest.map { " (did you mean \"\($0)\"?)" } ?? ""
        return Self(
            "\"\(found)\" is not known here\(hint); expected one of: \(list)",
            "「\(found)」は使えません。使えるもの：\(list)"
        )
    }
    static func outOfBounds(_ number: Int, _ range: ClosedRange<Int>) -> Self {
        Self(
            "\(number) is out of bounds; expected \(range.lowerBound) to \(range.upperBound)",
            "\(number) は範囲外です。\(range.lowerBound)から\(range.upperBound)までです。"
        )
    }
    static func unreadable(_ found: String, expected: String, _ japanese: String) -> Self {
        Self("\"\(found)\" is not \(expected)", "「\(found)」は\(japanese)ではありません。")
    }
    static func secret(expected: String, _ japanese: String) -> Self {
        Self("this is not \(expected)", "\(japanese)ではありません。")
    }
}
