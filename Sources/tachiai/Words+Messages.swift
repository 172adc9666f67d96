// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// What went well, what went wrong, and what to do.
extension Words {
    var noToken: String {
        language(
            "トークンがありません。環境変数 TACHIAI_TOKEN に入れるか、初回は root で「tachiai claim 番号」を実行してください。",
            "No token: set TACHIAI_TOKEN or, the first time, run 'tachiai claim PERSON' as root."
        )
    }
    func looseToken(_ path: String) -> String {
        language(
            "\(path) を他人が読めるため使いません。chmod 600 を実行し、トークンを作り直してください。",
            "\(path) can be read by others and is not used: run chmod 600 and make a new token."
        )
    }
    func unreadable(_ path: String) -> String {
        language(
            "\(path) を読めません。場所と権限を確かめてください。",
            "\(path) cannot be read; check the place and your rights."
        )
    }
    func unwritable(_ path: String) -> String {
        language("\(path) に書けません。権限を確かめてください。", "\(path) cannot be written; check your rights.")
    }
    func notUTF8(_ path: String) -> String {
        language("\(path) は UTF-8 ではありません。", "\(path) is not UTF-8.")
    }
    func noSocket(_ path: String) -> String {
        language("\(path) はソケットの場所になりません。", "\(path) cannot be a socket's place.")
    }
    func unreachable(_ path: String) -> String {
        language(
            "\(path) でサービスにつながりません。tachiaid が動いているか、ソケットを使う権限があるかを確かめてください。",
            "The service cannot be reached at \(path): see that tachiaid runs and that you may use the socket."
        )
    }
    var reconnecting: String {
        language("接続が切れました。つながるまで待ちます。", "The connection ended; waiting until it comes back.")
    }
    var strangeReply: String {
        language(
            "サービスの返答を読めません。版が違うかもしれません。",
            "The service's reply cannot be read; its version may differ."
        )
    }
    var standardInput: String { language("標準入力", "standard input") }
    var standardOutput: String { language("標準出力", "standard output") }

    /// What a kind of problem means where one sentence says more than the service's.
    func kind(_ kind: ProblemKind?) -> String? {
        switch kind {
        case .notAllowed:
            language("現在の職では許されていません。", "The offices that you hold now do not allow this.")
        case .internalFault:
            language("サービスの内部で失敗しました。サービスのログを見てください。", "The service failed inside; see its log.")
        default: nil
        }
    }

    func warning(_ sentence: String) -> String {
        language("注意：\(sentence)", "warning: \(sentence)")
    }
    var noDifference: String { language("違いはありません。", "There is no difference.") }
    func askApply(_ count: Int) -> String {
        language("\(count) 件の変更を適用しますか。", "Apply \(count) changes?")
    }
    var notApplied: String { language("適用しませんでした。", "Nothing was applied.") }
    var sayYes: String {
        language(
            "端末で確認できません。適用するには --yes を付けてください。",
            "There is no terminal to ask at: add --yes to apply."
        )
    }
    func applied(_ revision: Int64) -> String {
        language("適用しました。方針は改訂 \(revision) です。", "Applied: the policy is at revision \(revision).")
    }
    func claimed(_ person: String, _ path: String) -> String {
        language("\(person) のトークンを \(path) に置きました。", "The token of \(person) is in \(path).")
    }
    func presentNow(_ reader: String) -> String {
        language("\(reader) に証をかざしてください。扉は開きません。", "Present the badge at \(reader); no door opens.")
    }
    func badgeOf(_ person: String) -> String {
        language("\(person) の証です。", "It is a badge of \(person).")
    }
    var badgeOfNobody: String { language("だれの証でもありません。", "It is nobody's badge.") }
    var lastRange: String { language("--last は 1 から 1000 までです。", "--last must be from 1 to 1000.") }
    var secondsRange: String {
        language("--seconds は 1 から 120 までです。", "--seconds must be from 1 to 120.")
    }
    func unknownKind(_ kind: String) -> String {
        language("種別「\(kind)」はありません。", "There is no kind '\(kind)'.")
    }
}
