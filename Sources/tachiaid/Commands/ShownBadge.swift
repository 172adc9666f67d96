// SPDX-License-Identifier: Apache-2.0
import Access
import SQLiteLedger

/// A badge as the installer's or the officer's own reader shows it.
struct ShownBadge: Encodable {
    var reader: String
    var technology: String
    var systemCode: String?
    var permanence: String
    var assurance: String
    /// The board's fingerprint; none without its device key.
    var fingerprint: String?
    /// What tells one badge from another while this program runs.
    var mark: String?
    /// The number itself, for another program's ears only.
    var number: String?

    init(_ badge: BadgeReading, at reader: ReaderID, marks: BadgeMarks, withNumber: Bool) {
        self.reader = reader.text
        switch badge.technology {
        case .number: technology = "number"
        case .feliCa(let code):
            technology = "felica"
            systemCode = Self.hexadecimal(code)
        case .typeA: technology = "type-a"
        case .typeB: technology = "type-b"
        }
        permanence = badge.permanence.rawValue
        assurance = badge.assurance.rawValue
        let shown = marks.mark(of: badge.number)
        if marks.areFingerprints {
            fingerprint = shown?.description
        } else {
            mark = shown.map { String($0.hexadecimal.prefix(8)) }
        }
        if withNumber { number = badge.number.exposed }
    }

    private static func hexadecimal(_ code: UInt16) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The badge in one line.
    func text(_ language: Language) -> String {
        let kind = technology + (systemCode.map { " " + $0 } ?? "")
        let shown =
            fingerprint ?? language("この実行中の目印 ", "mark of this run ") + (mark ?? "")
        let refused = language("（登録できない番号）", " (no number to enrol)")
        return "\(reader)  \(kind)  \(shown)  \(assurance)"
            + (permanence == BadgeReading.Permanence.lasting.rawValue
                ? "" : "  \(permanence)\(refused)")
    }
}
