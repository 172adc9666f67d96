// SPDX-License-Identifier: Apache-2.0
import Access

/// What a text on the wire must look like.
///
/// What it must mean is judged where it is used: whether the policy knows such a person, say.
enum TextForm: Sendable, Hashable {
    /// Any text, as replies have it.
    case any
    /// A text that somebody wrote, up to a length: no control characters but tabs and line ends.
    case free(most: Int)
    /// The name of a thing: no spaces.
    case name
    /// A text that says something, up to a length.
    case line(most: Int)
    /// What a page gave as its `next`.
    case cursor
    /// One of some words.
    case word([String])
    /// A date, or a time with its offset.
    case moment
    /// A date.
    case date
    /// A time of day.
    case timeOfDay
    /// A PIN's digits or its fingerprint.
    case pin
    /// A badge's number or its fingerprint.
    case badge
    /// A badge's number.
    case badgeNumber
    /// A badge's fingerprint.
    case fingerprint
    /// Four hexadecimal digits.
    case systemCode

    /// Whether a text has this form; where a pattern says more, who reads the text does as well.
    func admits(_ text: String) -> Bool {
        let length = text.unicodeScalars.count
        switch self {
        case .any: return true
        case .free(let most): return length <= most && Self.isPlain(text)
        case .line(let most):
            return length <= most && Self.isPlain(text) && !text.allSatisfy(\.isWhitespace)
        case .cursor: return (1...512).contains(length) && Self.isPlain(text)
        case .name: return (1...PolicyLimits.id).contains(length) && Self.isName(text)
        case .word(let words): return words.contains(text)
        case .moment:
            return (10...40).contains(length) && (CivilDate(text) != nil || Timestamp(text) != nil)
        case .date: return length == 10 && CivilDate(text) != nil
        case .timeOfDay: return length == 5 && TimeOfDay(text) != nil
        case .pin:
            return Fingerprint.isWritten(text)
                || (PolicyLimits.pinDigits.contains(length) && text.utf8.allSatisfy(Self.isDigit))
        case .badge:
            return Fingerprint.isWritten(text) || Self.badgeNumber.admits(text)
        case .badgeNumber: return length <= 96 && BadgeNumber(text) != nil
        case .fingerprint: return Fingerprint.isWritten(text)
        case .systemCode: return length == 4 && text.utf8.allSatisfy(Self.isUpperHexDigit)
        }
    }

    /// The form as a schema says it.
    var schema: [String: JSONValue] {
        switch self {
        case .any: [:]
        case .free(let most):
            ["maxLength": .integer(Int64(most)), "pattern": .text(Self.plainPattern)]
        case .line(let most):
            [
                "minLength": 1, "maxLength": .integer(Int64(most)),
                "pattern":
                    #"^[^\u0000-\u0008\u000b-\u001f\u007f]*[^\s\u0000-\u0020\u007f][^\u0000-\u0008\u000b-\u001f\u007f]*$"#,
            ]
        case .cursor: ["minLength": 1, "maxLength": 512, "pattern": .text(Self.plainPattern)]
        case .name:
            [
                "minLength": 1, "maxLength": .integer(Int64(PolicyLimits.id)),
                "pattern": #"^[^\s\u0000-\u0020\u007f-\u009f]+$"#,
            ]
        case .word(let words): ["enum": .list(words.map { .text($0) })]
        case .moment:
            [
                "minLength": 10, "maxLength": 40,
                "pattern": .text("^\(Self.datePattern)(\(Self.clockPattern))?$"),
            ]
        case .date: ["format": "date", "pattern": .text("^\(Self.datePattern)$")]
        case .timeOfDay: ["pattern": #"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"#]
        case .pin: ["pattern": #"^([0-9]{4,16}|fp:[0-9a-f]{32})$"#]
        case .badge:
            [
                "minLength": 1, "maxLength": 96,
                "pattern": .text("^(\(Self.badgePattern)|fp:[0-9a-f]{32})$"),
            ]
        case .badgeNumber:
            ["minLength": 1, "maxLength": 96, "pattern": .text("^\(Self.badgePattern)$")]
        case .fingerprint: ["pattern": "^fp:[0-9a-f]{32}$"]
        case .systemCode: ["pattern": "^[0-9A-F]{4}$"]
        }
    }

    /// What was expected, for people.
    var expected: (english: String, japanese: String) {
        switch self {
        case .any: ("a text", "文字列")
        case .free(let most):
            ("a text of up to \(most) characters", "\(most) 文字までの文字列")
        case .line(let most):
            ("a text of 1 to \(most) characters", "1〜\(most) 文字の文字列")
        case .cursor: ("what the page before gave as 'next'", "前のページの next の値")
        case .name:
            (
                "a name of up to \(PolicyLimits.id) characters without spaces",
                "空白のない \(PolicyLimits.id) 文字までの名前"
            )
        case .word(let words):
            ("one of: \(words.joined(separator: ", "))", "次のいずれか：\(words.joined(separator: ", "))")
        case .moment:
            (
                "a date or a time with its offset (2026-04-01, 2026-04-01T09:00:00+09:00)",
                "日付又は時差付きの日時（2026-04-01、2026-04-01T09:00:00+09:00）"
            )
        case .date: ("a date (2026-04-01)", "日付（2026-04-01）")
        case .timeOfDay: ("a time of day (08:00)", "時刻（08:00）")
        case .pin: ("4 to 16 digits", "4〜16桁の数字")
        case .badge: ("a badge number or fingerprint", "証の番号又は fp: の照合符号")
        case .badgeNumber: ("a badge number", "証の番号")
        case .fingerprint: ("a fingerprint: fp: and 32 digits", "fp: の照合符号")
        case .systemCode: ("four hexadecimal digits", "16進数4桁")
        }
    }

    private static let plainPattern = #"^[^\u0000-\u0008\u000b-\u001f\u007f]*$"#

    /// Up to 64 digits, with spaces, colons and hyphens wherever somebody likes to read them.
    private static let badgePattern = "[ :-]*[0-9A-Fa-f]([ :-]*[0-9A-Fa-f]){0,63}[ :-]*"

    /// A day that the calendar has, from the year 1 on.
    private static let datePattern =
        "(?!0000)([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
        + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
        + "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)"

    /// A time of that day with its offset, up to fourteen hours.
    private static let clockPattern =
        "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?"
        + "(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))"

    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" || $0 == "\n"
        }
    }

    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .control
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isUpperHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }
}

extension Fingerprint {
    /// Whether a text is how a fingerprint is written.
    static func isWritten(_ text: String) -> Bool {
        text.hasPrefix(prefix) && Fingerprint(text) != nil
    }
}
