// SPDX-License-Identifier: Apache-2.0
import Access

/// What the commands about people, badges and offices are for.
extension Words {
    // MARK: People

    var aboutPerson: String {
        language("人（職員と来訪者）を扱います。", "People: staff and visitors.")
    }
    var aboutPersonList: String {
        language("人を一覧します。", "Lists people.")
    }
    var aboutPersonShow: String {
        language("人とその証・指定を示します。", "Shows a person with badges and designations.")
    }
    var aboutPersonAdd: String {
        language("人を登録します。", "Adds a person to the register.")
    }
    var discussPersonAdd: String {
        language(
            """
            職員には --department を、来訪者には --company --identity-checked --briefed --responsible を付けます
            （来訪者はこれがそろうまで立入承認を受けられません：規程第26条第3項）。
            例：tachiai person add V-010 "四国 太郎" --company 四国システム --identity-checked 運転免許証 \
            --briefed 今日 --responsible 企画広報課
            """,
            """
            Staff have a --department; visitors have --company --identity-checked --briefed \
            --responsible, without which no visit of theirs can be approved (Article 26(3)).
            Example: tachiai person add V-010 'Shikoku Taro' --company Shikoku --identity-checked licence \
            --briefed today --responsible joho
            """
        )
    }
    var aboutPersonEdit: String {
        language("人の登録を直します。", "Changes what is known about a person.")
    }
    var aboutPersonSuspend: String {
        language("人を停止します（どの証でも入れなくなる）。", "Suspends a person: none of their badges admits.")
    }
    var aboutPersonResume: String {
        language("停止を解きます。", "Ends a suspension.")
    }
    var aboutPersonPIN: String {
        language("暗証番号を決めます（画面に出さずに二度入力）。", "Sets a PIN, typed twice and unseen.")
    }
    var discussPersonPIN: String {
        language(
            "引数には書けません。スクリプトでは --pin-stdin で一行ずつ渡します。--duress は脅されたときの番号も決めます。",
            "It is never an argument. Scripts give it with --pin-stdin, a line each; --duress asks for the duress PIN as well."
        )
    }
    var aboutPersonUnlock: String {
        language("暗証番号の誤りによるロックを解きます。", "Ends the lock that wrong PINs have put on.")
    }
    var helpText: String {
        language("番号・氏名・カナの一部", "part of the number, the name or the kana")
    }
    var helpWho: String {
        language("番号か氏名", "number or name")
    }
    var helpPeople: String {
        language("番号か氏名（何人でも）", "numbers or names")
    }
    var helpNewPerson: String {
        language("新しい番号", "the new number")
    }
    var helpName: String {
        language("氏名", "the name")
    }
    var helpKana: String {
        language("氏名のカナ", "the name in kana")
    }
    var helpDepartment: String {
        language("課等（番号か名称）", "department, by id or name")
    }
    var helpFromDay: String {
        language("この日から", "from this day on")
    }
    var helpUntilDay: String {
        language("この日まで（その日を含む）", "until this day, included")
    }
    var helpCompany: String {
        language("来訪者の会社", "a visitor's company")
    }
    var helpIdentity: String {
        language("確かめた身分証の種類", "kind of the identity document that was checked")
    }
    var helpBriefed: String {
        language("遵守事項を説明した日", "day of the briefing")
    }
    var helpContract: String {
        language("契約", "the contract")
    }
    var helpResponsible: String {
        language("責任を負う課等", "the department that answers for the visitor")
    }
    var helpDuress: String {
        language("脅されたときの暗証番号も決める", "set the duress PIN as well")
    }
    var helpPINPipe: String {
        language("暗証番号を標準入力から読む", "read the PIN from standard input")
    }

    // MARK: Badges

    var aboutBadge: String {
        language("証を扱います。", "Badges.")
    }
    var discussBadge: String {
        language(
            """
            証は、照合符号（fp:…）、表面の表示（--label で付けたもの）、持ち主の番号か氏名（証が一枚のとき）で指せます。
            番号でも指せますが、番号は端末の履歴に残ります。
            """,
            """
            A badge is named by its fingerprint (fp:…), by its label, or by its holder where there is one \
            badge. Its number works too, but stays in the shell's history.
            """
        )
    }
    var aboutBadgeList: String {
        language("証を一覧します。", "Lists badges.")
    }
    var aboutBadgeShow: String {
        language("証を示します。", "Shows a badge.")
    }
    var aboutBadgeIssue: String {
        language("人に証を渡します。", "Gives a person a badge.")
    }
    var discussBadgeIssue: String {
        language(
            """
            番号を書かなければ、--read の盤の読取装置か --here の机の読取装置でかざされるのを待つか、
            画面に出さずに入力を待ちます。
            来訪者（課等のない人）の証は来訪者証になります。
            """,
            """
            Without a number it waits for the badge at the board's reader of --read or at the desk's own \
            (--here), or for the number to be typed unseen. The badge of somebody without a department is a visitor's badge.
            """
        )
    }
    var aboutBadgeLend: String {
        language(
            "返された来訪者証を次の来訪者に貸します。",
            "Lends a visitor's badge that was given back to the next visitor."
        )
    }
    var discussBadgeLend: String {
        language(
            "貸出しと返却はすべて記録されます（tachiai badge return で返却）。",
            "Every loan and return is on record; 'tachiai badge return' takes it back."
        )
    }
    var aboutBadgeReturn: String {
        language("証の返却を受けます。", "Takes a badge back.")
    }
    var aboutBadgeLost: String {
        language("証の紛失を届けます（すぐに使えなくなる）。", "Reports a badge lost; it stops at once.")
    }
    var discussBadgeLost: String {
        language(
            "届けに要る事実（持ち主、最後の使用、扉）は「tachiai badge incident」で出ます。",
            "The facts for the report (holder, last use, doors) come from 'tachiai badge incident'."
        )
    }
    var aboutBadgeSuspend: String {
        language("証を一時停止します。", "Lets a badge rest.")
    }
    var aboutBadgeResume: String {
        language("一時停止を解きます。", "Takes a resting badge into use again.")
    }
    var aboutBadgeIncident: String {
        language(
            "紛失届に要る事実を示します（規程第22条）。",
            "Shows the facts for the report of a lost badge (Article 22)."
        )
    }
    var aboutRead: String {
        language(
            "読取装置で次にかざされる証の照合符号（fp:…）と持ち主を示します。",
            "Waits for a badge at a reader; shows its fingerprint and whose it is."
        )
    }
    var helpBadge: String {
        language("証（fp:…、表示、持ち主）", "badge: fp:…, label or holder")
    }
    var helpLentBadge: String {
        language("来訪者証（表示か fp:…）", "visitor's badge: label or fp:…")
    }
    var helpBadgeStatus: String {
        language(
            "この状態だけ（active、suspended、lost、returned）",
            "only this status: active, suspended, lost, returned"
        )
    }
    var helpNumber: String {
        language("番号か fp:…", "number or fp:…")
    }
    var helpWrite: String {
        language(
            "この読取装置で白い FeliCa Lite-S に鍵を書き込んで渡す",
            "write a blank FeliCa Lite-S card at this reader"
        )
    }
    var helpReadAt: String {
        language("この読取装置でかざされるのを待つ", "wait for it at this reader")
    }
    var helpNumberPipe: String {
        language("番号を標準入力から読む", "read the number from standard input")
    }
    var helpLabel: String {
        language("表面の表示（「来訪3」など）", "what is written on it ('visitor 3')")
    }
    var helpTechnology: String {
        language("方式（number、felica、type-a）", "technology: number, felica, type-a")
    }
    var helpSystemCode: String {
        language("FeliCa のシステムコード", "FeliCa system code")
    }
    var helpReader: String {
        language("読取装置の名前", "name of the reader")
    }
    var helpSeconds: String {
        language("待つ秒数（1～120）", "seconds to wait (1 to 120)")
    }

    // MARK: Departments and offices

    var aboutDepartment: String {
        language("課等を扱います。", "Departments.")
    }
    var aboutDepartmentList: String {
        language("課等を一覧します。", "Lists the departments.")
    }
    var aboutDepartmentSet: String {
        language("課等を加えるか、名称を直します。", "Adds a department or changes its name.")
    }
    var helpNewDepartment: String {
        language("課等の番号（joho など）", "id of the department")
    }
    var helpDepartmentName: String {
        language("名称", "its name")
    }
    func helpDepartmentKind(_ kinds: [String]) -> String {
        language(
            "種類（繰返し可）：\(kinds.joined(separator: "、"))",
            "kind (may be repeated): \(kinds.joined(separator: ", "))"
        )
    }
    var aboutOffice: String {
        language("職（だれがいつまで就くか）を扱います。", "Offices, and who holds them.")
    }
    var aboutOfficeList: String {
        language("今と予定の職を一覧します。", "Lists who holds which office, and who will.")
    }
    var helpAllOffices: String {
        language("過去のものも", "past ones as well")
    }
    var aboutAppoint: String {
        language("人を職に就けます。", "Appoints a person to an office.")
    }
    var discussAppoint: String {
        language(
            """
            職：情報責任者（officer）、代理（acting、--basis と --until を付ける）、課長（head、--department を付ける）、
            監査（auditor）、監視員（operator）、施工者（installer）、計測（metrics）。
            情報責任者と課長は、終わりを書かずに任命すると前任者の任期がその前日で終わります。
            誤った任命は、同じ始まりで任命し直すと置き換わり、tachiai office end で終わります。
            """,
            """
            Offices: officer, acting (with --basis and --until), head (with --department), auditor, \
            operator, installer, metrics; or the policy document's words. An officer or a head \
            without an end ends the one before on the day before. A wrong appointment gives way to \
            one from the same day on, and 'tachiai office end' ends it.
            """
        )
    }
    var aboutOfficeEnd: String {
        language("任命を終わらせます。", "Ends an appointment.")
    }
    var discussOfficeEnd: String {
        language(
            """
            書かなければ今すぐ終わります。まだ始まっていない任命は取り消されます。
            例：tachiai office end 浜田恵子 代理
            """,
            """
            It ends now, unless --until says when; one that is still to come is taken back. \
            Example: tachiai office end 100002 acting
            """
        )
    }
    var helpFromOfOffice: String {
        language("いくつもあるときは、どれか（始まりの日）", "which, by the day it begins, where there are several")
    }
    var helpEndOfOffice: String {
        language("いつまでとするか（その日を含む）", "until when, that day included")
    }
    var helpOffice: String {
        language("職", "office")
    }
    var helpDepartmentOfHead: String {
        language("どの課等の長か", "head of which department")
    }
    var helpBasis: String {
        language("代決の根拠（事務決裁規程など）", "the basis for acting")
    }

    // MARK: Transfers

    var aboutTransfer: String {
        language(
            "人事異動の一覧（CSV）を一度に行います。",
            "Carries out the personnel office's list (CSV), all at once."
        )
    }
    var discussTransfer: String {
        language(
            """
            CSV は UTF-8（BOM の有無を問わない）か Shift_JIS。見出しは「職員番号」と「異動先」（英語なら person と \
            department）が要り、「氏名」「発令日」「退職」も読みます。異動先が「退職」なら離職です。
            だれがどの指定を失い、どの来訪の立会者がいなくなるかを示してから、尋ねます。
            指定の取消しは、その時刻から扉ですぐに効きます。
            """,
            """
            The CSV is UTF-8 (with or without a mark) or Shift_JIS. Its head needs 'person' and \
            'department' (in Japanese 職員番号 and 異動先); 'name', 'effective' and 'leaves' are read too.
            It shows who loses which designation and whose visits lose their escort, then asks. At that \
            instant the doors know.
            """
        )
    }
    var helpTransferFile: String {
        language("人事の一覧。「-」は標準入力", "the list; '-' is standard input")
    }
    var helpEffective: String {
        language("発令の日（2026-04-01 など）", "from when it counts")
    }
    var helpIgnoreUnknown: String {
        language("登録のない人を飛ばす", "pass over people who are not in the register")
    }
}
