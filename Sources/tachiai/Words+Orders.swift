// SPDX-License-Identifier: Apache-2.0
import Access

/// What orders are called.
extension Words {
    private static let verbs: [String: (japanese: String, english: String)] = [
        "revokeDesignation": ("指定の取消し", "revoke designation"),
        "sign": ("指定の署名", "sign designation"),
        "designate": ("指定", "designate"),
        "confirmDesignation": ("指定の確認", "confirm designation"),
        "requestVisit": ("立入承認の求め", "request visit"),
        "approveVisit": ("立入承認", "approve visit"),
        "refuseVisit": ("立入承認の却下", "refuse visit"),
        "withdrawVisit": ("立入承認の取消し", "withdraw visit"),
        "closeVisit": ("来訪の終了", "close visit"),
        "noteItems": ("搬入・搬出の記録", "note items"),
        "issueBadge": ("証の交付", "issue badge"),
        "returnBadge": ("証の返却", "return badge"),
        "badgeLost": ("証の紛失", "report badge lost"),
        "suspendBadge": ("証の停止", "suspend badge"),
        "resumeBadge": ("証の停止の解除", "resume badge"),
        "registerPerson": ("人の登録", "register person"),
        "registerDepartment": ("課等の登録", "register department"),
        "suspendPerson": ("人の停止", "suspend person"),
        "resumePerson": ("人の停止の解除", "resume person"),
        "setPin": ("暗証番号の設定", "set PIN"),
        "clearPinLock": ("暗証番号のロック解除", "clear PIN lock"),
        "noteExit": ("退室の記録", "note exit"),
        "transfer": ("異動", "transfer"),
        "transferPeople": ("人事異動", "transfer people"),
        "appoint": ("任命", "appoint"),
        "endAppointment": ("任命の終了", "end appointment"),
        "lockdown": ("封鎖", "lock down"),
        "endLockdown": ("封鎖の解除", "end lock-down"),
        "handover": ("立会い引継ぎ", "hand over"),
        "holdOpen": ("開放保持", "hold open"),
        "endHoldOpen": ("開放保持の終了", "end hold-open"),
        "acknowledge": ("警報の確認", "acknowledge"),
        "issueToken": ("トークンの発行", "issue token"),
        "revokeToken": ("トークンの取消し", "revoke token"),
        "pairReader": ("読取装置の鍵合わせ", "pair reader"),
        "writeCard": ("証の書込み", "write card"),
        "explain": ("判定の説明", "explain"),
        "claim": ("最初のトークン", "claim"),
        "applyPolicy": ("方針の適用", "apply policy"),
    ]

    /// An order's verb, as the journal says it.
    func verb(_ written: String) -> String {
        language(Self.verbs[written]?.japanese ?? written, written)
    }

    /// An order and what it is about, as a sentence begins with it.
    func act(_ verb: String, _ subject: String) -> String {
        let names = Self.verbs[verb]
        let name = language(names?.japanese ?? verb, names?.english ?? verb)
        return subject.isEmpty ? name : name + " " + Table.clean(subject)
    }
}
