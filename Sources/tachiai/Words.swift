// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// Every message of `tachiai`, in both languages: the one table of them.
struct Words: Sendable {
    let language: Language
    /// The names that stand beside numbers.
    var names = Names()

    /// The messages in the language of the process's locale; tests put another in its place.
    @TaskLocal static var now = Words(
        language: Language(environment: ProcessInfo.processInfo.environment)
    )

    /// A time of the service without the fraction and the offset: people stand where the board stands.
    static func time(_ written: String) -> String {
        written.prefix(19).replacingOccurrences(of: "T", with: " ")
    }

    /// So many of something, in English.
    static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    // MARK: Tables

    var number: String { language("番号", "No.") }
    var time: String { language("日時", "time") }
    var kind: String { language("種別", "kind") }
    var door: String { language("扉", "door") }
    var room: String { language("室", "room") }
    var who: String { language("対象者", "who") }
    var what: String { language("内容", "what") }
    var person: String { language("番号", "number") }
    var name: String { language("氏名", "name") }
    var since: String { language("開始", "since") }
    var escort: String { language("立会者", "escort") }
    var remark: String { language("備考", "remark") }
    var lock: String { language("錠", "lock") }
    var contact: String { language("開閉", "contact") }
    var reader: String { language("読取装置", "reader") }
    var state: String { language("状態", "state") }
    var alarm: String { language("警報", "alarm") }
    var place: String { language("箇所", "place") }
    var comma: String { language("、", ", ") }
    /// Several remarks in one line; a sentence among them loses its full stop.
    func joined(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        let plain = parts.map { part in
            part.hasSuffix("。") || part.hasSuffix(".") ? String(part.dropLast()) : part
        }
        return plain.joined(separator: comma)
    }
    var nothing: String { language("なし", "none") }

    // MARK: States

    var released: String { language("解錠", "released") }
    var secured: String { language("施錠", "secured") }
    var open: String { language("開", "open") }
    var closed: String { language("閉", "closed") }
    var outOfService: String { language("使用不能", "out of service") }
    var present: String { language("接続", "present") }
    var missing: String { language("なし", "missing") }
    var acknowledged: String { language("確認済み", "acknowledged") }
    var over: String { language("原因は終了", "cause has ended") }
    var noAlarms: String { language("警報はありません。", "No alarm stands.") }
    var nobody: String { language("在室者はいません。", "Nobody is inside.") }
    var clockUnsynchronised: String { language("時計未同期", "clock not synchronised") }
    var journalUnavailable: String { language("記録不能", "journal unavailable") }

    func revision(_ number: Int64) -> String {
        language("方針 改訂\(number)", "policy revision \(number)")
    }
    func heldOpenUntil(_ time: String) -> String {
        language("\(time) まで開放保持", "held open until \(time)")
    }
    func unattended(_ time: String) -> String {
        language("\(time) から立会者なし", "unattended since \(time)")
    }
    func orderedBy(_ person: String) -> String {
        language("指示した人 \(person)", "by \(person)")
    }
    func escortedBy(_ person: String) -> String {
        language("立会者 \(person)", "escort \(person)")
    }

    /// What became of something, as the journal's `state` says it.
    func state(_ written: String) -> String {
        switch written {
        case "opened": language("開いた", "opened")
        case "closed": language("閉じた", "closed")
        case "began": language("発生", "began")
        case "ended": language("終了", "ended")
        case "lost": language("切断", "lost")
        case "back": language("復帰", "back")
        case "tampered": language("改変のおそれ", "tampered")
        case "unreadable": language("読み取れない", "unreadable")
        case "power-failing": language("電源異常", "supply fails")
        case "power-restored": language("電源復旧", "supply restored")
        case "pairing": language("鍵合わせ中", "pairing")
        case "paired": language("鍵合わせ済み", "paired")
        case "pairing-failed": language("鍵合わせ失敗", "pairing failed")
        case "exit-button": language("退室ボタン", "exit button")
        case "held-open-warning": language("開放の予告", "held-open warning")
        case "not-opened": language("開かなかった", "not opened")
        case "stale": language("時間切れ", "stale")
        case "lock-fault": language("錠の故障", "lock fault")
        case "lockdown": language("封鎖による", "lock-down")
        case "accepted": language("受理", "accepted")
        case "refused": language("却下", "refused")
        case "added": language("追加", "added")
        case "removed": language("削除", "removed")
        case "changed": language("変更", "changed")
        case "started": language("起動", "started")
        case "claim-laid": language("初回の請求コードを用意", "claim laid")
        case "claim-withdrawn": language("初回の請求コードを撤去", "claim withdrawn")
        case "designations-end": language("指定の期限が近い", "designations end")
        case "stopped": language("停止", "stopped")
        case "visitor": language("来訪者の証", "visitor")
        case "escort": language("立会者の証", "escort")
        case "takeover": language("立会いの交替", "takeover")
        case "moved": language("異動", "moved")
        case "summary": language("まとめ", "summary")
        case "restart": language("再起動による", "restart")
        case "stepped-back": language("時計が戻った", "stepped back")
        case "stepped-forward": language("時計が進んだ", "stepped forward")
        case "trusted": language("確か", "trusted")
        case "untrusted": language("確かでない", "untrusted")
        default: written
        }
    }
}
