// SPDX-License-Identifier: Apache-2.0
import Access

/// What is said about the reader of the officer's own computer.
extension Words {
    var helpReaderOrHere: String {
        language(
            "盤の読取装置の名前。書かなければ、この計算機の読取装置",
            "name of the board's reader; without it, this computer's own"
        )
    }
    var helpHere: String {
        language("この計算機の読取装置でかざされるのを待つ", "wait for it at this computer's own reader")
    }
    var discussRead: String {
        language(
            """
            読取装置の名前を書けば盤の読取装置で、書かなければこの計算機につないだ読取装置で待ちます
            （tachiaid が要ります）。番号は画面に出ません。
            """,
            """
            With a reader's name it waits at that reader of the board; without one, at this
            computer's own, which needs tachiaid. The number is never shown.
            """
        )
    }
    func presentHere(_ seconds: Int) -> String {
        language(
            "証を読取装置に当ててください（\(seconds) 秒まで。やめるのは Ctrl-C）。",
            "Hold the badge on the reader (for \(seconds) s at most; Ctrl-C gives up)."
        )
    }
    var noReaderProgram: String {
        language(
            "この計算機の読取装置を使うには、tachiaid を tachiai と同じフォルダか PATH に置いてください（Hardware/readers.md）。盤の読取装置なら、その名前を書きます。",
            "This computer's reader needs tachiaid beside tachiai or on the PATH (Hardware/readers.md); a reader of the board is called by its name."
        )
    }
    func notReadHere(_ status: Int32, _ lines: [String]) -> String {
        let sentence = language(
            "この計算機の読取装置では読めませんでした（Hardware/readers.md の「机の読取装置」）。",
            "Nothing was read at this computer's reader (Hardware/readers.md, 'A reader at the desk')."
        )
        let cause = language(
            "  tachiaid は状態 \(status) で終わりました",
            "  tachiaid ended with status \(status)"
        )
        return ([sentence] + (lines.isEmpty ? [cause] : lines)).joined(separator: "\n")
    }
    func strangeReader(_ program: String) -> String {
        language(
            "\(program) の答えが分かりません。tachiai と同じ版を入れてください。",
            "The answer of \(program) makes no sense; install the same version as tachiai's."
        )
    }
    func unstartable(_ program: String, _ cause: String) -> String {
        language("\(program) を起動できません：\(cause)", "\(program) cannot be started: \(cause)")
    }
    func permanence(_ obstacle: String?) -> String {
        switch obstacle {
        case nil: language("変わらない", "lasting")
        case "random": language("毎回変わる", "random")
        case "emulated": language("携帯電話など", "emulated")
        case "disproved": language("本物と確かめられない", "disproved")
        case .some(let other): other
        }
    }
    var permanence: String {
        language("番号の性質", "permanence")
    }
}
