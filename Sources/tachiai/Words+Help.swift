// SPDX-License-Identifier: Apache-2.0
import Access

/// What the program, its connection and its common options are for.
extension Words {
    // MARK: The program

    var about: String {
        language(
            "Tachiai（立会い）の入退室管理を操作します。",
            "Manages Tachiai, the access control of server rooms."
        )
    }
    var discussion: String {
        language(
            """
            盤の上では Unix ソケットで話します（--socket、TACHIAI_SOCKET、既定は /run/tachiai/admin.sock）。
            トークンは TACHIAI_TOKEN か ~/.config/tachiai/token（本人だけが読めること）から取ります。
            ほかの計算機からは「tachiai login 盤の住所」を一度行います。以後は覚えた証明書の盤とだけ話します。
            盤がいくつもあるときは --profile か TACHIAI_PROFILE で選びます。

            人・室・課等は番号でも氏名・名称でも書けます。日時は盤の時間帯で「2026-04-06 19:30」「明日 9:00」\
            「来週月曜 19:30」のように書けます。「-」で始まらない語は、そのまま引数です。

            補完：tachiai --generate-completion-script bash > ~/.local/share/bash-completion/completions/tachiai \
            （zsh、fish もあります）。

            終了コード：0 完了、1 拒否された・取りやめた・番号や名前に当たるものがない又は違いがある、2 使い方かファイルの誤り、3 サービスにつながらない、\
            4 トークンか職の権限がない、5 サービスの失敗、6 盤の証明書が覚えたものと違う。
            """,
            """
            On the board it speaks through a Unix socket (--socket, TACHIAI_SOCKET, else \
            /run/tachiai/admin.sock). The token comes from TACHIAI_TOKEN or from \
            ~/.config/tachiai/token, which must be readable by its owner alone.
            From another computer, 'tachiai login HOST' is done once; from then on only the board with \
            that certificate is spoken to. --profile or TACHIAI_PROFILE choose among several boards.

            People, rooms and departments are named by id or by name. Times are the board's: \
            '2026-04-06 19:30', 'tomorrow 9:00', 'next monday 19:30'.

            Completion: tachiai --generate-completion-script bash > \
            ~/.local/share/bash-completion/completions/tachiai (zsh and fish as well).

            Exit status: 0 done, 1 refused, given up, different or nothing of that number or name, \
            2 a mistake in the usage or a file, 3 service not reachable, 4 no valid token or not allowed by office, 5 service failed, \
            6 the board shows another certificate than the pinned one.
            """
        )
    }
    var groupConnection: String {
        language("つなぐ", "CONNECTION")
    }
    var groupNow: String {
        language("今の様子", "THE BOARD NOW")
    }
    var groupPeople: String {
        language("人と証", "PEOPLE AND BADGES")
    }
    var groupRights: String {
        language("指定・立入承認・方針", "RIGHTS")
    }
    var groupRecord: String {
        language("記録と説明", "THE RECORD")
    }

    // MARK: Options of many commands

    var helpProfile: String {
        language("login で覚えた盤の名前", "name of a board that login made known")
    }
    var helpSocket: String {
        language("サービスのソケット", "the service's socket")
    }
    var helpJSON: String {
        language("JSON で出す", "print JSON")
    }
    var helpReason: String {
        language("理由（記録に残る）", "why; it goes on record")
    }
    var helpTrial: String {
        language("示すだけで何も変えない", "show what would change, change nothing")
    }
    var helpYes: String {
        language("確認せずに行う", "do not ask")
    }
    var helpKey: String {
        language("同じ指示を二度行わせない鍵（再実行のとき）", "makes the same order once only, when it is repeated")
    }
    var helpLimit: String {
        language("何件まで（1～100000）", "at most so many (1 to 100000)")
    }

    // MARK: Connection

    var aboutClaim: String {
        language("初回だけの請求コードを最初のトークンに換えます。", "Exchanges the one-time claim for the first token.")
    }
    var discussClaim: String {
        language(
            "請求コードは最初の起動でデータベースの隣に置かれ、root だけが読めます。使えるのは一度だけです。",
            "The claim lies beside the database from the first start, readable by root, good for once."
        )
    }
    var helpClaimPerson: String {
        language("トークンを持つ人の番号", "number of who will hold the token")
    }
    var helpClaimFile: String {
        language("請求コードのファイル。「-」は標準入力", "file of the claim; '-' is standard input")
    }
    var aboutLogin: String {
        language(
            "離れた盤を覚えます（証明書とトークン）。",
            "Makes a board of the network known: its certificate and your token."
        )
    }
    var discussLogin: String {
        language(
            """
            盤の証明書の SHA-256 照合符号を示すので、盤の最初の起動で出たものと比べてください。
            覚えた証明書と違うものを盤が示したら、以後は何も送らずに終わります（終了コード 6）。
            盤が証明書を新しくしたときは、照合符号を確かめて、もう一度 login してください。
            トークンは表示せずに読み取り、~/.config/tachiai/profiles/名前.json（0600）に置きます。
            """,
            """
            It shows the SHA-256 fingerprint of the board's certificate; compare it with the one that the \
            board printed at its first start. If the board ever shows another one, nothing is sent and the \
            exit status is 6; when the board has a new certificate, compare it and log in again.
            The token is typed unseen and kept in ~/.config/tachiai/profiles/NAME.json (0600).
            """
        )
    }
    var helpHost: String {
        language("盤の住所（既定の口は 8443）", "the board's address (port 8443 unless said)")
    }
    var helpFingerprint: String {
        language("証明書の SHA-256 照合符号（スクリプト用）", "the certificate's SHA-256 fingerprint, for scripts")
    }
    var helpTokenPipe: String {
        language("トークンを標準入力から読む", "read the token from standard input")
    }
    var aboutLogout: String {
        language("覚えた盤とトークンを忘れます。", "Forgets a board and its token.")
    }
    var discussLogout: String {
        language(
            "トークンそのものを無効にするには、先に「tachiai token revoke 番号」を行ってください。",
            "To make the token itself void, run 'tachiai token revoke NUMBER' before."
        )
    }
    var aboutMe: String {
        language("このトークンの持ち主と、今の職を示します。", "Shows whose token this is and which offices count now.")
    }
    var aboutToken: String {
        language("トークンを扱います。", "Tokens.")
    }
    var aboutTokenList: String {
        language("トークンを一覧します（中身は出ません）。", "Lists tokens, without their secrets.")
    }
    var aboutTokenIssue: String {
        language("人にトークンを作り、一度だけ示します。", "Makes a token for a person, and shows it this once.")
    }
    var discussTokenIssue: String {
        language(
            "できることは、その人がその時に就いている職だけで決まります。トークンだけが標準出力に出ます。",
            "What it allows follows from the offices held at the time. The token alone goes to standard output."
        )
    }
    var aboutTokenRevoke: String {
        language("トークンを無効にします。", "Makes a token void.")
    }
    var helpTokenLabel: String {
        language("どこで使うか", "where it is used")
    }
    var helpTokenUntil: String {
        language("この日まで有効", "valid until this day")
    }
    var helpTokenNumber: String {
        language("トークンの番号", "number of the token")
    }
}
