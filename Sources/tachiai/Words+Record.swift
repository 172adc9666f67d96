// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation

/// What a record says in its own words, which are English on disk, as people read it.
extension Words {
    /// What an order is about.
    func subject(_ written: String) -> String {
        guard language == .japanese else { return written }
        // What was carried follows after semicolons.
        let parts = written.hasPrefix("items ") ? written.components(separatedBy: "; ") : [written]
        return parts.map { part in
            Phrase.japanese(for: part, among: Self.subjects, gaps: named) ?? named(part)
        }.joined(separator: comma)
    }

    /// What was ordered, and about what; a word that both begin with stands once.
    func joined(verb: String?, subject: String?) -> String {
        let act = verb.map(self.verb)
        let about = subject.map(self.subject)
        guard let act, let about, !about.hasPrefix(act + " ") else {
            return about ?? act ?? ""
        }
        return act + " " + about
    }

    /// A record's free text: why an order was refused, in the reader's language; all else as it was written.
    func text(of record: RecordReply) -> String? {
        guard let text = record.text else { return nil }
        if record.verb == "applyPolicy", record.state == "changed",
            let row = text.firstRange(of: ": ")
        {
            // Which row it is, the subject says.
            return String(text[row.upperBound...])
        }
        if record.kind == RecordKind.order.rawValue, record.state == "refused" {
            return refusal(text)
        }
        guard language == .japanese else {
            return Self.served(record) ? Self.times(in: text) : text
        }
        // What somebody wrote stays as it is.
        guard Self.served(record) else { return text }
        return Phrase.japanese(for: text, among: Self.texts, gaps: Self.times(in:)) ?? text
    }

    /// Whether it is the service that wrote the text.
    private static func served(_ record: RecordReply) -> Bool {
        switch (record.kind, record.state) {
        case ("reader", "pairing-failed"), ("system", "designations-end"), ("order", "moved"),
            ("order", "ended"),
            ("order", "changed"), ("order", "removed"):
            true
        default: false
        }
    }

    /// The reason why an order was refused: a word, and two lines where it has a sentence of each language.
    private func refusal(_ text: String) -> String {
        let lines = text.split(separator: "\n", maxSplits: 1).map(String.init)
        guard language == .japanese else { return lines.first ?? "" }
        switch lines.first {
        case "not-allowed": return "現在の職では許されていませんでした。"
        case "changed-meanwhile": return "他の者が先に変更していました。"
        case "key-reused": return "この鍵（Idempotency-Key）は別の指示に使われています。"
        default: return Self.times(in: lines.last.map(options) ?? "")
        }
    }

    /// What an alarm is called.
    func alarm(_ written: String) -> String {
        Alarm(rawValue: written).map { language($0.japanese, $0.english) } ?? written
    }

    /// What was shown at the door.
    func authentication(_ written: String) -> String {
        language(Authentication(rawValue: written)?.japanese ?? written, written)
    }

    /// Offices and alarms by their names; numbers and everything else as they are.
    private func named(_ gap: String) -> String {
        if let office = OfficeName(rawValue: gap) { return office.japanese }
        return Alarm(rawValue: gap)?.japanese ?? gap
    }

    /// What the service calls what orders are about; the longer first.
    private static let subjects =
        [
            Phrase("items on visit *", "来訪 * の持ち物"),
            Phrase("items of person * in room *", "* の持ち物（室 *）"),
            Phrase("in: *", "搬入 *"),
            Phrase("out: *", "搬出 *"),
            Phrase("approval *", "承認 *"),
            Phrase("badge * to person *", "証 * を * に"),
            Phrase("person * to department *", "* を * に"),
            Phrase("person * leaves", "* の退職"),
            Phrase("person * stays", "* の異動・退職の取りやめ"),
            Phrase("* people, effective *", "* 人、* 付け"),
            Phrase("token * of person *, *", "トークン *（* のもの、*）"),
            Phrase("token of person *", "* のトークン"),
            Phrase("room * to person *", "室 * を * に"),
            Phrase("rooms *", "室 *"),
            Phrase("door * for * min, watched by person *", "扉 * を * 分間、見張り *"),
            Phrase("alarm * at door *", "警報 *（扉 *）"),
            Phrase("reader * for * min, replacing its key", "読取装置 * を * 分間、鍵を替える"),
            Phrase("reader * for * min", "読取装置 * を * 分間"),
            Phrase("card at reader * for person *", "読取装置 * のカードを * に"),
            Phrase("card at reader *", "読取装置 * のカード"),
            Phrase("entry of person * into room *", "* の室 * への立入り"),
            Phrase("entry of a badge into room *", "証による室 * への立入り"),
            Phrase("policy revision *", "方針 改訂*"),
            Phrase("policy", "方針"),
            Phrase("designation *", "指定 *"),
            Phrase("visit *", "来訪 *"),
            Phrase("badge *", "証 *"),
            Phrase("person *", "人 *"),
            Phrase("department *", "課等 *"),
            Phrase("room *", "室 *"),
            Phrase("holiday *", "休日 *"),
            Phrase("token *", "トークン *"),
            Phrase("door *", "扉 *"),
            Phrase("alarm *", "警報 *"),
            Phrase("record *", "記録 *"),
        ]
        + OfficeName.allCases.flatMap { office in
            [
                (" * from * until * on *", " *、* から * まで、根拠 *"),
                (" * from * until *", " *、* から * まで"), (" * from * on *", " *、* から、根拠 *"),
                (" * from *", " *、* から"), (" *", " *"),
            ].map { english, japanese in
                Phrase("appointment \(office.rawValue)\(english)", "\(office.japanese)\(japanese)")
            }
        }

    /// What is wrong with a record of the chain.
    func damage(_ written: String) -> String {
        guard language == .japanese else { return written }
        return Phrase.japanese(for: written, among: Self.damages) ?? written
    }

    private static let damages = [
        Phrase("edited *", "記録 *：本文が書き換えられている"), Phrase("missing *", "記録 *：ない"),
        Phrase("displaced *", "記録 *：並びが変わっている"),
        Phrase("cut after *", "記録 * より後が切り取られている"),
        Phrase("other head *", "記録 *：控えの末尾と違う"),
    ]

    private static let texts = [
        Phrase("* within * days", "指定 * 件、* 日以内"),
        Phrase("effective *", "* 付け"),
        Phrase("until *, *", "* まで、根拠 *"),
        Phrase("until *", "* まで"),
        Phrase("no end, *", "終わりなし、根拠 *"),
        Phrase("no end", "終わりなし"),
        Phrase("taken back", "取下げ"),
        Phrase("* is no reader that is paired", "* は鍵合わせをする読取装置ではありません"),
    ]
}
