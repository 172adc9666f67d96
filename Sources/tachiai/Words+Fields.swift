// SPDX-License-Identifier: Apache-2.0
import Access

/// What fields and columns are called.
extension Words {
    // MARK: People

    var kana: String {
        language("カナ", "kana")
    }
    var department: String {
        language("所属", "department")
    }
    var company: String {
        language("会社", "company")
    }
    var identity: String {
        language("身分証", "identity")
    }
    var briefed: String {
        language("説明", "briefed")
    }
    var contract: String {
        language("契約", "contract")
    }
    var responsible: String {
        language("担当課等", "responsible")
    }
    var from: String {
        language("始め", "from")
    }
    var until: String {
        language("終わり", "until")
    }
    var before: String {
        language("今の所属", "before")
    }
    var to: String {
        language("異動先", "to")
    }
    var validity: String {
        language("期間", "validity")
    }
    var pin: String {
        language("暗証番号", "PIN")
    }
    var set: String {
        language("設定済み", "set")
    }
    var suspended: String {
        language("停止中", "suspended")
    }
    var office: String {
        language("職", "office")
    }
    var basis: String {
        language("根拠", "basis")
    }
    var held: String {
        language("在職", "held")
    }
    var toCome: String {
        language("予定", "to come")
    }
    var past: String {
        language("終了", "ended")
    }
    var tokenNumber: String {
        language("トークン番号", "token number")
    }
    var connectedTo: String {
        language("接続先", "connected to")
    }
    var label: String {
        language("表示", "label")
    }

    // MARK: Badges

    var badge: String {
        language("証", "badge")
    }
    var fingerprint: String {
        language("照合符号", "fingerprint")
    }
    var technology: String {
        language("方式", "technology")
    }
    var assurance: String {
        language("読取りの確かさ", "assurance")
    }
    var systemCode: String {
        language("システムコード", "system code")
    }
    var issued: String {
        language("交付", "issued")
    }
    var returned: String {
        language("返却", "returned")
    }
    /// On the sheet about a lost badge: what came after the report stands below, by itself.
    var usedBefore: String {
        language("届出までの最後の使用", "last used before")
    }
    var lastUsed: String {
        language("最後の使用", "last used")
    }
    var holder: String {
        language("持ち主", "holder")
    }
    var reported: String {
        language("届出", "reported")
    }
    var notReported: String {
        language("まだ", "not yet")
    }
    var doorsUsed: String {
        language("かざされた扉（届出の後も）", "presented at (since, too)")
    }
    var roomsOpened: String {
        language("入れた室", "rooms it opened")
    }
    var sinceReported: String {
        language("届出の後：", "Since it was reported:")
    }
    var requestedBy: String {
        language("求めた人", "requested by")
    }
    var reviewDue: String {
        language("次の棚卸し", "review due")
    }
    var incidentSheet: String {
        language("証の紛失届の資料（規程第22条）", "Facts for the report of a lost badge (Article 22)")
    }
    var neverUsed: String {
        language("使われた記録はありません。", "It was never used.")
    }
    var never: String {
        language("なし", "never")
    }
    var badgeByNumber: String {
        language("番号で示した証", "the badge of that number")
    }

    // MARK: Rights

    var designation: String {
        language("指定", "designation")
    }
    var signatures: String {
        language("署名", "signatures")
    }
    var hours: String {
        language("時間帯", "hours")
    }
    var reason: String {
        language("理由", "reason")
    }
    var confirmed: String {
        language("棚卸しの確認", "confirmed")
    }
    var revoked: String {
        language("取消し", "revoked")
    }
    var signedFormerly: String {
        language("前任の職による署名", "signed by former offices")
    }
    var byFormerOffice: String {
        language("前任の職による（再確認を）", "by a former office: confirm it")
    }
    var visit: String {
        language("来訪", "visit")
    }
    var visitors: String {
        language("来訪者", "visitors")
    }
    var necessity: String {
        language("必要と認める理由", "necessity")
    }
    var entries: String {
        language("入室回数", "entries")
    }
    var inside: String {
        language("在室", "inside")
    }
    var approvedBy: String {
        language("承認者", "approved by")
    }
    var approvals: String {
        language("立入承認", "approvals")
    }
    var allowed: String {
        language("入れる人", "allowed")
    }

    // MARK: The record

    var author: String {
        language("指示した人", "author")
    }
    var order: String {
        language("指示", "order")
    }
    var content: String { language("内容", "content") }
    var subject: String {
        language("対象", "subject")
    }
    var shownAtDoor: String {
        language("扉での認証", "shown at the door")
    }
    var belongsTo: String {
        language("元の記録", "belongs to")
    }
    var text: String {
        language("記述", "text")
    }
    var clock: String {
        language("時計", "clock")
    }
    var digest: String {
        language("要約値", "digest")
    }
    var article: String {
        language("根拠", "article")
    }

    // MARK: The policy and transfers

    var parameter: String {
        language("項目", "parameter")
    }
    var value: String {
        language("値", "value")
    }
    var deviation: String {
        language("既定との違い", "deviation")
    }
    var meaning: String {
        language("意味", "meaning")
    }
    var fixed: String {
        language("固定", "fixed")
    }
    var losesDesignations: String {
        language("失う指定", "loses designations")
    }
    var leaves: String {
        language("退職", "leaves")
    }
    var escortsAllowed: String {
        language("立会いできる者", "escorts allowed")
    }
    var escortsNoMore: String {
        language("立会いができなくなる", "can escort no more")
    }
    var officesThatStay: String {
        language("残る職（任期を確かめること）", "Offices that stay with them: look at their terms")
    }
    var pendingMove: String {
        language("予定の異動", "move to come")
    }
    var pinLocked: String {
        language("暗証番号のロック中", "PIN locked")
    }
    var visitsWithoutEscort: String {
        language("立会者を失う来訪", "Visits that lose an escort")
    }
    var facts: String {
        language("根拠となる事実", "It rests on")
    }
    var smallestChange: String {
        language("結果の変わる最小の変更", "The smallest change: the answer would turn if")
    }
    var expiring: String {
        language("期限の近いもの", "Running out")
    }
    var overdue: String {
        language("長く確認していないもの", "Not confirmed for long")
    }
    var formerOffices: String {
        language("前任の職が署名したもの", "Signed by former offices")
    }
    var unused: String {
        language("長く使われていない証", "Badges not used for long")
    }
    var colon: String {
        language("：", ": ")
    }
}
