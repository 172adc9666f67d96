// SPDX-License-Identifier: Apache-2.0
import Access

/// What orders are called.
extension Words {
    /// An order's verb, as the journal says it.
    func verb(_ written: String) -> String {
        let names: [String: String] = [
            "revokeDesignation": "指定の取消し", "sign": "署名", "designate": "指定",
            "approveVisit": "立入承認", "withdrawVisit": "立入承認の取消し", "badgeLost": "証の紛失",
            "suspendBadge": "証の停止", "suspendPerson": "人の停止", "transfer": "異動",
            "appoint": "任命", "lockdown": "封鎖", "endLockdown": "封鎖の解除",
            "handover": "立会い引継ぎ", "holdOpen": "開放保持", "endHoldOpen": "開放保持の終了",
            "acknowledge": "警報の確認", "clearPinLock": "暗証番号のロック解除",
            "applyPolicy": "方針の適用",
        ]
        return language(names[written] ?? written, written)
    }
}
