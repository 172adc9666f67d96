// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// What went well, what went wrong, and what to do.
extension Words {
    // MARK: Files and streams

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
    var standardInput: String {
        language("標準入力", "standard input")
    }
    var standardOutput: String {
        language("標準出力", "standard output")
    }

    // MARK: Changes

    func done(_ act: String, record: Int64?) -> String {
        language(
            "\(act)：完了\(record.map { "（記録 \($0)）" } ?? "")",
            "\(act): done\(record.map { " (record \($0))" } ?? "")"
        )
    }
    func wouldBeDone(_ act: String) -> String {
        language("\(act)：受理されます。試行なので何も変えていません。", "\(act): would be accepted; nothing was changed.")
    }
    var nothingDone: String {
        language("何も変えませんでした。", "Nothing was changed.")
    }
    func sayYes(_ question: String) -> String {
        language(
            "\(question)\n端末がないので確認できません。行うなら --yes を付けてください。",
            "\(question)\nThere is no terminal to ask at: add --yes to go on."
        )
    }
    var reasonMissing: String {
        language("--reason で理由を書いてください。", "Say why, with --reason.")
    }
    var keyForm: String {
        language(
            "--idempotency-key は英数字と「-」で 64 文字までです。",
            "--idempotency-key takes up to 64 letters, digits and hyphens."
        )
    }
    var limitRange: String {
        language("--limit は 1 から 100000 までです。", "--limit must be from 1 to 100000.")
    }
    var emptyList: String {
        language("ありません。", "There is nothing.")
    }
    func earlierThan(_ last: Int) -> String {
        language(
            "これより前の記録もあります（--last は \(last)）。",
            "There are earlier records (--last is \(last))."
        )
    }
    func moreThan(_ limit: Int) -> String {
        language("ほかにもあります（--limit は \(limit)）。", "There are more (--limit is \(limit)).")
    }

    // MARK: Names and times

    func nobodyFits(_ written: String) -> String {
        language("「\(written)」に当たるものがありません。", "Nothing fits '\(written)'.")
    }
    func severalFit(_ written: String) -> String {
        language(
            "「\(written)」に当たるものがいくつもあります。番号で書いてください。",
            "Several fit '\(written)'; name one by its id."
        )
    }
    func onlyPartly(_ written: String) -> String {
        language(
            "変更するときは、番号か、氏名や名称の全部を書いてください。「\(written)」は次のものの一部です：",
            "A change needs the id or the whole name; '\(written)' is a part of these:"
        )
    }
    func noTime(_ said: String) -> String {
        language(
            "日時「\(said)」が分かりません。「2026-04-06 19:30」「明日 9:00」「来週月曜 19:30」のように書いてください。",
            "'\(said)' is no time; write '2026-04-06 19:30', 'tomorrow 9:00' or 'next monday 19:30'."
        )
    }
    func noHours(_ said: String) -> String {
        language(
            "時間帯「\(said)」が分かりません。「平日 8:00-19:00」のように書いてください。",
            "'\(said)' is no time of the week; write 'mon-fri 8:00-19:00'."
        )
    }
    var idForOne: String {
        language("--id は一人だけのときに使えます。", "--id is for one person.")
    }
    var idsOrWaiting: String {
        language("指定の番号か --waiting のどちらかを書いてください。", "Name designations, or say --waiting.")
    }

    // MARK: People and badges

    var noBadges: String {
        language("証はありません。", "There are no badges.")
    }
    var noDesignations: String {
        language("指定はありません。", "There are no designations.")
    }
    func noFingerprint(_ written: String) -> String {
        language(
            "「\(written)」は照合符号ではありません（fp: と 16 進数 32 桁）。",
            "'\(written)' is no fingerprint: fp: and 32 hexadecimal digits."
        )
    }
    func notOneBadge(_ person: String, _ count: Int) -> String {
        language(
            count == 0
                ? "\(person) の証で、この命令の対象になるものはありません。"
                : "\(person) の当てはまる証は \(count) 枚です。照合符号か表示で書いてください。",
            count == 0
                ? "\(person) has no badge that this could be done to."
                : "\(person) has \(count) badges that fit; name one by its fingerprint or label."
        )
    }
    func severalBadges(_ label: String) -> String {
        language(
            "表示が「\(label)」の証がいくつもあります。照合符号で書いてください。",
            "Several badges bear the label '\(label)'; name one by its fingerprint."
        )
    }
    var noNumberHere: String {
        language(
            "ここでは番号を使えません。照合符号、表示、持ち主で書いてください。",
            "A number cannot be used here; name the badge by fingerprint, label or holder."
        )
    }
    func presentNow(_ reader: String) -> String {
        language("\(reader) に証をかざしてください。扉は開きません。", "Present the badge at \(reader); no door opens.")
    }
    func badgeOf(_ person: String) -> String {
        language("\(person) の証です。", "It is a badge of \(person).")
    }
    var badgeOfNobody: String {
        language("だれの証でもありません。", "It is nobody's badge.")
    }
    func notToBeIssued(_ obstacle: String?) -> String {
        switch obstacle {
        case "emulated":
            language(
                "携帯電話などがカードの代わりをしています。別のカードを使ってください。",
                "A telephone plays this card; take another card."
            )
        case "disproved":
            language(
                "このカードは本物と確かめられませんでした。貸与できません。",
                "This card failed to prove itself; it can be given to nobody."
            )
        default:
            language(
                "このカードの番号は毎回変わります。別のカードを使ってください。",
                "This card gives a new number each time; take another card."
            )
        }
    }
    var oneWay: String {
        language(
            "番号、--read、--here、--write、--number-stdin はどれか一つだけです。",
            "Use one of: a number, --read, --here, --write, --number-stdin."
        )
    }
    func askWrite(_ reader: String, _ person: String) -> String {
        language(
            "\(reader) に置く白いカードに \(person) の鍵を書き込んで固定します。元には戻せません。よろしいですか。",
            "Write a key for \(person) into the blank card at \(reader), and lock it? It cannot be undone."
        )
    }
    func layBlank(_ reader: String) -> String {
        language(
            "\(reader) に白いカードを置き、終わるまで動かさないでください。",
            "Lay the blank card on \(reader), and leave it there until it is done."
        )
    }
    func askLost(_ badge: String) -> String {
        language(
            "\(badge) の証を紛失とします。元には戻せません。よろしいですか。",
            "Report the badge of \(badge) lost? It cannot be undone."
        )
    }
    var secondsRange: String {
        language("--seconds は 1 から 120 までです。", "--seconds must be from 1 to 120.")
    }

    // MARK: Rights

    func askSign(_ count: Int) -> String {
        language("\(count) 件に署名しますか。", "Sign \(Self.counted(count, "designation"))?")
    }
    var nothingWaits: String {
        language(
            "自分の署名を待つ指定はありません。",
            "No designation waits for your signature."
        )
    }
    func askRevoke(_ count: Int) -> String {
        language("\(count) 件の指定を取り消しますか。", "Revoke \(Self.counted(count, "designation"))?")
    }
    func lacksSignature(_ rooms: String, _ offices: [String]) -> String {
        let awaited = offices.map(office).joined(separator: comma)
        let whose = awaited.isEmpty ? "" : language("（\(awaited)）", " (\(awaited))")
        return language("署名不足：\(rooms)\(whose)", "lacks a signature: \(rooms)\(whose)")
    }
    var visitIncomplete: String {
        language(
            "--room、--from、--until、--necessity が要ります。",
            "--room, --from, --until and --necessity are needed."
        )
    }
    var entriesForm: String {
        language(
            "--entries は 1 から 100000 までか unlimited です。",
            "--entries is from 1 to 100000, or 'unlimited'."
        )
    }
    func noVisit(_ id: String) -> String {
        language("来訪 \(id) はありません。", "There is no visit \(id).")
    }
    func noReader(_ reader: String, _ readers: [String]) -> String {
        language(
            "「\(reader)」という読取装置はありません。あるもの：\(readers.joined(separator: "、"))",
            "There is no reader '\(reader)'; there are: \(readers.joined(separator: ", "))"
        )
    }
    func askVisit(_ verb: String, _ id: String) -> String {
        language("\(act(verb, id))。よろしいですか。", "\(act(verb, id))?")
    }
    var noItems: String {
        language("--in か --out で物を書いてください。", "Name things with --in or --out.")
    }
    var carriedWithoutApproval: String {
        language(
            "搬出承認の番号がありません。例外として記録されます（規程第21条）。",
            "There is no approval to carry out; it goes on record as an exception (Article 21)."
        )
    }
    var askReview: String {
        language("[c]確認 [r]取消し [s]保留 [q]終わる：", "[c]onfirm [r]evoke [s]kip [q]uit: ")
    }
    var askRevokeReason: String {
        language("取り消す理由（書かなければ戻る）：", "Why (leave it empty to go back): ")
    }
    var walkIsTyped: String {
        language(
            "walk は端末で行うもので、--json は使えません。",
            "walk is typed at a terminal; --json does not go with it."
        )
    }
    var walkNeedsTerminal: String {
        language(
            "端末がありません。tachiai review list と tachiai designation confirm を使ってください。",
            "There is no terminal: use 'tachiai review list' and 'tachiai designation confirm'."
        )
    }
    var nothingToReview: String {
        language("棚卸しするものはありません。", "There is nothing to review.")
    }

    // MARK: The board and its record

    var minutesRange: String {
        language("--minutes は 1 から 60 までです。", "--minutes must be from 1 to 60.")
    }
    func askPair(_ reader: String, _ minutes: Int) -> String {
        language(
            "\(reader) の鍵合わせを \(minutes) 分間受け付けます。よろしいですか。",
            "Let \(reader) be paired for \(minutes) minutes?"
        )
    }
    func askHold(_ door: String, _ minutes: Int, _ watcher: String) -> String {
        language(
            "扉 \(door) を \(minutes) 分間開けておきます（見張り \(watcher)）。よろしいですか。",
            "Hold \(door) open for \(minutes) minutes, watched by \(watcher)?"
        )
    }
    var noLockdown: String {
        language("封鎖中の室はありません。", "No room is locked down.")
    }
    func askEndLockdown(_ rooms: String) -> String {
        language("\(rooms) の封鎖を解きますか。", "End the lock-down of \(rooms)?")
    }
    var lastRange: String {
        language("--last は 1 から 1000 までです。", "--last must be from 1 to 1000.")
    }
    func noRecordNumber(_ written: String) -> String {
        language("「\(written)」は記録の番号ではありません。", "'\(written)' is no record's number.")
    }
    var recordHasItsTime: String {
        language("記録には日時があるので --at は使えません。", "A record has its own time; leave --at out.")
    }
    func recordNumber(_ number: Int64) -> String {
        language("記録 \(number)", "record \(number)")
    }
    func mayEnter(_ who: String, _ place: String, at time: String) -> String {
        language("\(who) → \(place)　\(Words.time(time))", "\(who) → \(place)  \(Words.time(time))")
    }
    var factsOfNow: String {
        language("（事実は今のもの。結果はその日時のもの）", "(the facts are those of now, the answer is of that time)")
    }
    func answers(_ steps: [String]) -> String {
        language(
            "順に：\(steps.map(decision).joined(separator: " → "))",
            "step by step: \(steps.map(decision).joined(separator: ", "))"
        )
    }

    // MARK: The policy

    func warning(_ sentence: String) -> String {
        language("注意：\(sentence)", "warning: \(sentence)")
    }
    var noDifference: String {
        language("違いはありません。", "There is no difference.")
    }
    func askApply(_ count: Int) -> String {
        language("\(count) 件の変更を適用しますか。", "Apply \(Self.counted(count, "change"))?")
    }
    func applied(_ revision: Int64) -> String {
        language("適用しました。方針は改訂 \(revision) です。", "Applied: the policy is at revision \(revision).")
    }
    var noRooms: String {
        language(
            "方針がまだありません。tachiai policy template で始めてください。",
            "There is no policy yet; begin with 'tachiai policy template'."
        )
    }
    func deviates(_ standard: String) -> String {
        language("既定は \(standard)", "default: \(standard)")
    }
    func deviations(_ count: Int) -> String {
        language("既定と違う値：\(count)", "values that deviate: \(count)")
    }
    func competent(_ sections: String) -> String {
        language("課等の長が署名できる課等：\(sections)", "sections whose head signs: \(sections)")
    }
}

extension Words {
    /// What a kind of problem means where one sentence says more than the service's.
    func kind(_ kind: ProblemKind?) -> String? {
        switch kind {
        case .internalFault:
            language("サービスの内部で失敗しました。サービスのログを見てください。", "The service failed inside; see its log.")
        default: nil
        }
    }

    /// What to do about a kind of problem, where the service's sentence does not say it.
    func remedy(_ kind: ProblemKind?) -> String? {
        switch kind {
        case .tooManyRequests, .busy: language("何も変わっていません。", "Nothing has changed.")
        case .throttled:
            language(
                "正しいトークンなら、その間も使えます。「tachiai login」で確かめてください。",
                "A right token is answered all the same: check yours with 'tachiai login'."
            )
        default: nil
        }
    }

    /// Whether the chain holds, and where it breaks.
    func verified(_ reply: VerificationReply) -> String {
        guard !reply.isWhole else {
            return language(
                "記録 \(reply.records) 件はすべてつながっています。末尾は \(reply.head) 番：\(reply.digest)",
                "All \(reply.records) records are chained; the head is \(reply.head): \(reply.digest)"
            )
        }
        let damage = reply.damage.map { "\n  " + Table.clean(self.damage($0)) }.joined()
        return language("記録が書き換えられています。\(damage)", "The journal was edited.\(damage)")
    }
}
