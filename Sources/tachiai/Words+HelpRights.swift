// SPDX-License-Identifier: Apache-2.0
import Access

/// What the commands about designations, visits and the policy are for.
extension Words {
    // MARK: Designations

    var aboutDesignate: String {
        language("人を室に指定します。", "Designates people for rooms.")
    }
    var discussDesignate: String {
        language(
            """
            あなたの職の署名が付きます。室の決まりがもう一人の署名を求めるときは、その人が「tachiai sign」を行います。
            例：tachiai designate 山本一郎 100124 -r server-4f -r モニター室 --reason サーバ運用
            """,
            """
            Your own office's signature goes with it; where the room asks for a second one, that person runs \
            'tachiai sign'. Example: tachiai designate 100123 100124 -r server-4f --reason operation
            """
        )
    }
    var aboutSign: String {
        language("指定に署名します。", "Signs designations by office.")
    }
    var discussSign: String {
        language(
            "--waiting は、署名の足りない指定を示して、まとめて署名するか尋ねます。",
            "--waiting shows what lacks a signature, and asks whether to sign it all."
        )
    }
    var aboutRevoke: String {
        language("指定を取り消します（次の証から入れない）。", "Revokes designations; the next badge is refused.")
    }
    var aboutDesignation: String {
        language("指定を扱います。", "Designations.")
    }
    var aboutDesignationList: String {
        language("指定を一覧します。", "Lists designations.")
    }
    var aboutDesignationShow: String {
        language("指定を署名とともに示します。", "Shows a designation with its signatures.")
    }
    var aboutDesignationConfirm: String {
        language("棚卸しで指定を確認します。", "Confirms designations at the review.")
    }
    var helpRoom: String {
        language("この室だけ（番号か名称）", "this room only, by id or name")
    }
    var helpRooms: String {
        language("室（番号か名称、繰返し可）", "room, by id or name (may be repeated)")
    }
    var helpDesignationUntil: String {
        language("この日まで（書かなければ年度末）", "until this day (else the fiscal year's end)")
    }
    var helpHours: String {
        language("時間帯（「平日 8:00-19:00」「月-土 8:00-12:00」）", "hours ('mon-fri 8:00-19:00')")
    }
    func helpID(_ example: String) -> String {
        language("番号（書かなければ次の番号。\(example) など）", "id (else the next free one, such as \(example))")
    }
    var helpDesignations: String {
        language("指定の番号（D-2026-001 など）", "id of a designation")
    }
    var helpWaiting: String {
        language("署名の足りないものすべて", "all that lack a signature")
    }
    var helpDesignationState: String {
        language(
            "この状態だけ（proposed 署名待ち、coming、current、ended、revoked）",
            "only this state: proposed, coming, current, ended, revoked"
        )
    }

    // MARK: Visits

    var aboutVisit: String {
        language("来訪（立入承認）を扱います。", "Visits and their approvals.")
    }
    var aboutVisitList: String {
        language("来訪を一覧します。", "Lists visits.")
    }
    var aboutVisitShow: String {
        language("来訪を示します。", "Shows a visit.")
    }
    var aboutVisitRequest: String {
        language("来訪の承認を求めます。", "Asks the officer for a visit.")
    }
    var aboutVisitApprove: String {
        language("来訪を承認します。", "Approves a visit.")
    }
    var discussVisitApprove: String {
        language(
            """
            求められたものは番号で：tachiai visit approve A-2026-015
            新しいものは：tachiai visit approve V-001 -r server-4f --from "明日 9:00" --until "明日 12:00" \
            --necessity ディスク交換
            """,
            """
            One that was requested: tachiai visit approve A-2026-015
            A new one: tachiai visit approve V-001 -r server-4f --from 'tomorrow 9:00' --until \
            'tomorrow 12:00' --necessity 'disk exchange'
            """
        )
    }
    var aboutVisitRefuse: String {
        language("求めを断ります。", "Refuses a request.")
    }
    var aboutVisitWithdraw: String {
        language("承認を取り消します。", "Withdraws an approval.")
    }
    var aboutVisitClose: String {
        language("終わった来訪を閉じます。", "Closes a visit that is done.")
    }
    var aboutVisitItems: String {
        language("搬入・搬出する物を記録します（規程第21条）。", "Notes what is carried in and out (Article 21).")
    }
    var helpVisitState: String {
        language(
            "この状態だけ（requested、approved、current、ended、used-up、withdrawn、closed、refused）",
            "only this state: requested, approved, current, ended, used-up, withdrawn, closed, refused"
        )
    }
    var helpVisitor: String {
        language("この来訪者だけ", "this visitor only")
    }
    var helpVisitors: String {
        language("来訪者の番号か氏名", "visitors, by number or name")
    }
    var helpVisitorsOrID: String {
        language("来訪者の番号か氏名、又は求められた来訪の番号", "visitors, or the id of a request")
    }
    var helpVisitID: String {
        language("来訪の番号（A-2026-015 など）", "id of the visit")
    }
    var helpVisitFrom: String {
        language("いつから（「明日 9:00」など）", "from when ('tomorrow 9:00')")
    }
    var helpVisitUntil: String {
        language("いつまで", "until when")
    }
    var helpNecessity: String {
        language("必要と認める理由", "why it is necessary")
    }
    var helpEntries: String {
        language("入室の回数（書かなければ 1、unlimited も可）", "entries: 1 unless said, a number or 'unlimited'")
    }
    var helpEscort: String {
        language("この人だけが立ち会える（繰返し可）", "only this person may escort (may be repeated)")
    }
    var helpCarriedIn: String {
        language("搬入する物（繰返し可）", "what is carried in (may be repeated)")
    }
    var helpCarriedOut: String {
        language("搬出する物（繰返し可）", "what is carried out (may be repeated)")
    }
    var helpCarryApproval: String {
        language("搬出承認の番号（様式第4号）", "number of the approval to carry out")
    }

    // MARK: Review

    var aboutReview: String {
        language("定期の棚卸しをします。", "The periodic review.")
    }
    var discussReview: String {
        language(
            "期限の近い指定、長く確認していない指定、前任の職による指定、使われない証を挙げます。",
            "Names what runs out, what was not confirmed for long, what former offices signed, and unused badges."
        )
    }
    var aboutReviewList: String {
        language("棚卸しするものを一覧します。", "Lists what is to be reviewed.")
    }
    var aboutReviewWalk: String {
        language("一件ずつ確認・取消し・保留を決めます。", "Goes through them one by one: confirm, revoke, skip.")
    }
    var discussReviewWalk: String {
        language("c（確）確認、r（消）取消し、s（後）保留、q（終）終わる。", "c confirm, r revoke, s skip, q quit.")
    }
    var helpReviewAll: String {
        language("終わっていない指定すべて", "every designation that is not over")
    }

    // MARK: Policy

    var aboutPolicy: String {
        language("方針の文書と値を扱います。", "The policy: its values and its document.")
    }
    var aboutPolicyShow: String {
        language(
            "室ごとの値を、既定との違いと根拠の条とともにすべて示します。",
            "Prints every value of every room, whether it deviates, and its article."
        )
    }
    var discussPolicyShow: String {
        language(
            "既定値と違う値には「既定は…」が付きます。",
            "Where a value differs from the default, the default is shown."
        )
    }
    var aboutPolicyTemplate: String {
        language(
            "最初の方針の文書を出します（規程第28条の三つの室）。",
            "Prints a policy to begin with: the three rooms of Article 28."
        )
    }
    var discussPolicyTemplate: String {
        language("tachiai policy template > 方針.yaml", "tachiai policy template > policy.yaml")
    }
    var aboutExport: String {
        language(
            "現在の方針を文書として出します。証と暗証番号は照合符号（fp:…）で示します。",
            "Prints the policy in force; badges and PINs as fingerprints."
        )
    }
    var aboutDiff: String {
        language(
            "文書を適用すると何が変わるかを示します。違いがあれば終了コードは 1。",
            "Shows what a document would change; exit status 1 if anything."
        )
    }
    var aboutApply: String {
        language("文書を一度に、全部か全く無しかで、効力のある方針にします。", "Puts a document into force, all or nothing.")
    }
    var helpPolicyFile: String {
        language("方針の文書。「-」は標準入力", "policy document; '-' is standard input")
    }
}
