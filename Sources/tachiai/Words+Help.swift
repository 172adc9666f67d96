// SPDX-License-Identifier: Apache-2.0
import Access

/// What the commands and their options are for.
extension Words {
    var about: String {
        language(
            "Tachiai（立会い）の入退室管理を操作します。",
            "Manages Tachiai, the access control of server rooms."
        )
    }
    var discussion: String {
        language(
            """
            サービスとは Unix ソケットで話します（--socket、TACHIAI_SOCKET、既定は /run/tachiai/admin.sock）。
            トークンは TACHIAI_TOKEN か ~/.config/tachiai/token（本人だけが読めること）から取ります。

            終了コード：0 完了、1 拒否された又は違いがある、2 使い方かファイルの誤り、3 サービスにつながらない、\
            4 トークンか職の権限がない、5 サービスの失敗。
            """,
            """
            It speaks to the service through a Unix socket (--socket, TACHIAI_SOCKET, else \
            /run/tachiai/admin.sock). The token comes from TACHIAI_TOKEN or from \
            ~/.config/tachiai/token, which must be readable by its owner alone.

            Exit status: 0 done, 1 refused or different, 2 a mistake in the usage or a file, \
            3 service not reachable, 4 no valid token or not allowed by office, 5 service failed.
            """
        )
    }
    var aboutClaim: String {
        language("初回だけの請求コードを最初のトークンに換えます。", "Exchanges the one-time claim for the first token.")
    }
    var discussClaim: String {
        language(
            "請求コードは最初の起動でデータベースの隣に置かれ、root だけが読めます。使えるのは一度だけです。",
            "The claim lies beside the database from the first start, readable by root, good for once."
        )
    }
    var helpClaimPerson: String { language("トークンを持つ人の番号", "number of who will hold the token") }
    var helpClaimFile: String {
        language("請求コードのファイル。「-」は標準入力", "file of the claim; '-' is standard input")
    }
    var aboutStatus: String { language("扉、読取装置、警報の様子を示します。", "Shows doors, readers and alarms.") }
    var aboutWho: String { language("在室者を示します。", "Shows who is inside.") }
    var aboutJournal: String { language("記録を示します。", "Shows the journal.") }
    var helpFollow: String { language("新しい記録を待って示し続ける", "go on as the journal grows") }
    var helpDoor: String { language("この扉だけ", "this door only") }
    var helpPerson: String { language("この人だけ", "this person only") }
    func helpKind(_ kinds: [String]) -> String {
        language("この種別だけ（繰返し可）：", "this kind only (may be repeated): ")
            + kinds.joined(separator: ", ")
    }
    var helpFrom: String {
        language(
            "この日時から（2026-04-10 か 2026-04-10T09:00+09:00）",
            "from this time on (2026-04-10 or 2026-04-10T09:00+09:00)"
        )
    }
    var helpUntil: String {
        language("この日時まで（日付だけならその日も含む）", "until this time (a date includes its day)")
    }
    var helpLast: String { language("最後の何件か（1～1000）", "the last so many (1 to 1000)") }
    var aboutPolicy: String {
        language("方針の文書を扱います。", "Exports, compares and applies the policy document.")
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
    var helpDryRun: String { language("示すだけで適用しない", "show it, change nothing") }
    var helpYes: String { language("確認せずに適用する", "do not ask") }
    var aboutBadge: String { language("証を扱います。", "Badges.") }
    var aboutRead: String {
        language(
            "読取装置で次にかざされる証の照合符号（fp:…）と持ち主を示します。",
            "Waits for a badge at a reader; shows its fingerprint and whose it is."
        )
    }
    var helpReader: String { language("読取装置の名前", "name of the reader") }
    var helpSeconds: String { language("待つ秒数（1～120）", "seconds to wait (1 to 120)") }
    var helpSocket: String { language("サービスのソケット", "the service's socket") }
    var helpJSON: String { language("JSON で出す", "print JSON") }
}
