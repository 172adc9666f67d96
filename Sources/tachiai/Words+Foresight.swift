// SPDX-License-Identifier: Apache-2.0
import Access

/// What `tachiai` sees coming before it asks the service.
extension Words {
    func someRefused(_ refused: Int, of all: Int) -> String {
        language(
            "\(all) 件のうち \(refused) 件は受理されませんでした。",
            "\(refused) of \(all) were refused."
        )
    }
    func successorLacksToken(_ person: String) -> String {
        language(
            "\(person) は有効なトークンを持っていません。このまま任命すると、盤を管理できる人がいなくなります。"
                + "先に「tachiai token issue」でトークンを発行してください。",
            "\(person) has no token that serves: nobody could manage the board from then on. "
                + "Issue one first with 'tachiai token issue'."
        )
    }
    func escortVisits(_ person: String) -> String {
        language(
            "\(person) はこの来訪の来訪者です。立会いはできません。",
            "\(person) is a visitor of this visit, and escorts nobody."
        )
    }
    func outsiderEscorts(_ person: String) -> String {
        language(
            "\(person) は職員ではありません。立会いはできません。",
            "\(person) is no staff member, and escorts nobody."
        )
    }
    func escortNotEligible(_ person: String, _ room: String) -> String {
        language(
            "注意：\(person) の課等は、\(room) の立会いをする課等ではありません。今のままでは立ち会えません。",
            "note: \(person) is of no department whose staff escort in \(room), and cannot escort as things are."
        )
    }
    var windowIsOver: String {
        language(
            "注意：この期間は既に終わっています。だれも入れません。",
            "note: this period is over already; it admits nobody."
        )
    }
    func exportedBefore(_ exported: Int64, now: Int64) -> String {
        language(
            "注意：この文書は改訂 \(exported) の書き出しで、今の方針は改訂 \(now) です。その間の変更を戻していないか、確かめてください。",
            "note: this document was exported at revision \(exported), and the policy is at \(now) now; "
                + "see that it takes back no change made in between."
        )
    }
    var obviousPIN: String {
        language(
            "同じ数字の並びと続き番号は、暗証番号にできません。",
            "A PIN must not be one digit repeated, or digits in a row."
        )
    }
    func replaces(_ room: String, _ allowed: String) -> String {
        let before = allowed.isEmpty ? language("なし", "nobody") : allowed
        return language(
            "注意：\(room) は既に封鎖中です。入れる人は今回のものに替わります（今まで：\(before)）。",
            "note: \(room) is locked down already; whom it lets in is replaced (until now: \(before))."
        )
    }
    func endsByTransfer(_ time: String) -> String {
        language("異動により \(time) に終わる", "ends by a transfer at \(time)")
    }
    func needsNumber(_ written: String) -> String {
        language(
            "今の職では名簿を見られないので、「\(written)」を氏名から探せません。番号で書いてください。",
            "Your offices show you no people, so '\(written)' cannot be found by name; write the number."
        )
    }
    func noDoor(_ written: String, among doors: [String]) -> String {
        language(
            "注意：今の盤に扉「\(written)」はありません。あるもの：\(doors.joined(separator: comma))。室で絞るには --room です。",
            "note: the board has no door '\(written)' now; it has: \(doors.joined(separator: comma)). "
                + "For a room there is --room."
        )
    }
    func claimByNumber(_ written: String) -> String {
        language(
            "「\(written)」を氏名から探すには、まだトークンがありません。情報責任者の番号を書いてください。",
            "There is no token yet to find '\(written)' by name; write the information officer's number."
        )
    }
    func belongsNowhere(_ person: String) -> String {
        let options = "--company, --identity-checked, --briefed, --responsible"
        return language(
            "注意：\(person) には課等も会社もありません。来訪を承認する前に person edit で書いてください：\(options)",
            "note: \(person) has neither department nor company; before a visit is approved, say with "
                + "person edit: \(options)"
        )
    }
    func requestHasID(_ id: String) -> String {
        language(
            "\(id) は求められた番号のまま承認します。--id は要りません。",
            "\(id) is approved under the number of its request; leave --id out."
        )
    }
}
