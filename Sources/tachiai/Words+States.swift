// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// What states, kinds and offices are called.
extension Words {
    private func named(_ written: String, _ names: [String: (String, String)]) -> String {
        names[written].map { language($0.0, $0.1) } ?? written
    }

    func office(_ written: String) -> String {
        OfficeName(rawValue: written).map { language($0.japanese, written) } ?? written
    }

    func departmentKind(_ written: String) -> String {
        named(
            written,
            [
                "information-department": ("情報担当部署", "information department"),
                "branch-office": ("支所", "branch office"),
            ]
        )
    }

    func badgeKind(_ written: String) -> String {
        named(written, ["staff": ("職員証", "staff"), "visitor": ("来訪者証", "visitor")])
    }

    func badgeStatus(_ written: String) -> String {
        named(
            written,
            [
                "active": ("使用中", "active"), "suspended": ("停止", "suspended"),
                "lost": ("紛失", "lost"), "returned": ("返却済み", "returned"),
            ]
        )
    }

    func technology(_ written: String) -> String {
        named(
            written,
            [
                "number": ("番号のみ", "number"), "felica": ("FeliCa", "felica"),
                "type-a": ("ISO/IEC 14443 Type A", "type-a"),
                "type-b": ("ISO/IEC 14443 Type B", "type-b"),
            ]
        )
    }

    func assurance(_ written: String) -> String {
        named(
            written,
            [
                "identifier": ("番号だけ（複製を見分けられない）", "identifier"),
                "authenticated": ("カードの鍵で本物と証明", "authenticated"),
            ]
        )
    }

    /// The states of designations.
    static let designationStates = [
        "proposed": ("署名待ち", "proposed"), "coming": ("これから", "not yet"),
        "current": ("有効", "current"), "ended": ("期間終了", "ended"), "revoked": ("取消し", "revoked"),
    ]

    /// The states of visits.
    static let visitStates = [
        "requested": ("承認待ち", "requested"), "approved": ("承認済み", "approved"),
        "current": ("有効", "current"), "ended": ("期間終了", "ended"),
        "used-up": ("回数終了", "used up"), "withdrawn": ("取消し", "withdrawn"),
        "closed": ("終了", "closed"), "refused": ("却下", "refused"),
    ]

    /// A state as the service knows it, which may be said as the lists show it.
    static func state(_ said: String, of states: [String: (String, String)]) -> String {
        states.first { [$0.value.0, $0.value.1].contains(said) }?.key ?? said
    }

    /// What is noted of a designation: nothing, where it simply serves.
    func designationState(_ written: String) -> String {
        written == "current" ? "" : named(written, Self.designationStates)
    }

    func visitState(_ written: String) -> String { named(written, Self.visitStates) }

    func weekday(_ written: String) -> String {
        language(Weekday(rawValue: written)?.japanese ?? written, written)
    }

    /// What an auditor should see at once in a record.
    func meaning(ofRemark written: String) -> String {
        Remark(rawValue: written).map { language($0.japanese, $0.english) } ?? written
    }

    func decision(_ written: String) -> String {
        named(
            written,
            [
                "granted": ("許可", "granted"), "denied": ("拒否", "denied"),
                "escort-needed": ("立会いが要る", "escort needed"),
                "pin-needed": ("暗証番号が要る", "PIN needed"), "ignored": ("変化なし", "ignored"),
            ]
        )
    }

    // MARK: Explanations

    /// What a fact is about: `pin 100123` is somebody's PIN; the time speaks for itself.
    func fact(_ key: String) -> String {
        if key == "escort's badge" { return language("立会者の証", key) }
        let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
        guard let kind = parts.first, !["time", "since", "reading"].contains(kind)
        else { return "" }
        let name = named(
            kind,
            [
                "room": ("室", "room"), "badge": ("証", "badge"), "person": ("人", "person"),
                "pin": ("暗証番号", "PIN"), "office": ("職", "office"),
                "rights": ("立入りの資格", "rights"), "signature": ("署名", "signature"),
                "escort": ("立会者", "as an escort"),
                "designation": ("指定", "designation"), "approval": ("立入承認", "approval"),
                "lockdown": ("封鎖", "lock-down"), "holiday": ("休日", "holiday"),
            ]
        )
        return ([name] + parts.dropFirst()).joined(separator: " ")
    }

    /// `28(3), 14` as the regulation is cited.
    func article(_ written: String) -> String {
        let parts = written.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let cited = parts.map { part in
            let steps = part.split(whereSeparator: { "()".contains($0) }).map(String.init)
            guard let article = steps.first, steps.allSatisfy({ Int($0) != nil }) else {
                return part
            }
            let paragraphs = steps.dropFirst().map { "第\($0)項" }.joined(separator: "・")
            return language("第\(article)条\(paragraphs)", part)
        }
        return language("", "Art. ") + cited.joined(separator: comma)
    }

    // MARK: Reviews

    func reviewOf(_ time: String) -> String { language("\(time) 現在の棚卸し", "Review as of \(time)") }
    func endsWithin(_ days: Int, _ end: String?) -> String {
        let end = end.map { " (\(Words.time($0)))" } ?? ""
        return language("\(days) 日以内に終わる\(end)", "ends within \(days) days\(end)")
    }
    func designationsEnd(_ count: Int, _ end: String, within days: Int) -> String {
        let noun = count == 1 ? "designation ends" : "designations end"
        return language(
            "指定 \(count) 件が \(end) で終わります（\(days) 日以内）。「tachiai review」で確かめてください。",
            "\(count) \(noun) with \(end) (within \(days) days); see 'tachiai review'."
        )
    }
    var reviewIsCut: String {
        language("多すぎるため、一部だけを示しました。", "There was more than can be listed.")
    }
    func confirmedAt(_ time: String?) -> String {
        time.map { language("確認 \($0)", "confirmed \($0)") } ?? language("確認なし", "never confirmed")
    }
    func signedBy(_ people: String) -> String {
        language("署名 \(people)", "signed by \(people)")
    }
    func usedAt(_ time: String?) -> String {
        time.map { language("最後 \($0)", "last \($0)") } ?? language("使用なし", "never used")
    }
    func untilTime(_ time: String) -> String {
        language("（\(Words.time(time)) まで）", "(until \(Words.time(time)))")
    }

    // MARK: Forms

    /// From when until when; what is missing stays open.
    static func span(_ from: String?, _ until: String?) -> String {
        guard from != nil || until != nil else { return "" }
        return [from, until].map { bound in
            bound.map { $0.count > 10 ? String(time($0).prefix(16)) : $0 } ?? ""
        }.joined(separator: " – ")
    }

    /// Titles and values in two columns.
    static func pairs(_ pairs: [(String, String)]) -> [String] {
        let width = pairs.map { DisplayWidth.of($0.0) }.max() ?? 0
        return pairs.map { title, value in
            let space = String(repeating: " ", count: width - DisplayWidth.of(title) + 2)
            return title + space + Table.clean(value)
        }
    }
}
