// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Testing

@testable import tachiai

/// Records are English on disk; people read them in their language.
@Suite struct JournalWordsTests {
    private let japanese = Words(language: .japanese)
    private let english = Words(language: .english)

    private static let subjects = [
        ("designation D-2026-001", "指定 D-2026-001"), ("visit A-2026-061", "来訪 A-2026-061"),
        ("items of person V-001 in room server-4f", "V-001 の持ち物（室 server-4f）"),
        (
            "items on visit A-1; in: ノートPC, 工具; out: ディスク; approval 7",
            "来訪 A-1 の持ち物、搬入 ノートPC, 工具、搬出 ディスク、承認 7"
        ),
        ("badge fp:01 to person 100123", "証 fp:01 を 100123 に"),
        ("person 100123 to department somu", "100123 を somu に"),
        ("person 100123 leaves", "100123 の退職"),
        ("3 people, effective 2027-01-01", "3 人、2027-01-01 付け"),
        ("appointment acting-information-officer 100002", "情報責任者代理 100002"),
        ("appointment section-head zeimu 200001", "課等の長 zeimu 200001"),
        (
            "appointment information-officer 100001 from 2026-04-01",
            "情報責任者 100001、2026-04-01 から"
        ),
        (
            "appointment acting-information-officer 100002 from 2026-08-10 until 2026-08-16 on 第5条",
            "情報責任者代理 100002、2026-08-10 から 2026-08-16 まで、根拠 第5条"
        ),
        ("token 1", "トークン 1"), ("token of person 100001", "100001 のトークン"),
        ("token 2 of person 100001, laptop", "トークン 2（100001 のもの、laptop）"),
        ("rooms server-4f, monitor-4f", "室 server-4f, monitor-4f"),
        ("room server-4f to person 100123", "室 server-4f を 100123 に"),
        (
            "door server for 5 min, watched by person 100123",
            "扉 server を 5 分間、見張り 100123"
        ),
        ("alarm door-forced at door server", "警報 扉のこじ開け（扉 server）"),
        ("alarm duress", "警報 脅迫"),
        ("reader server-in for 5 min, replacing its key", "読取装置 server-in を 5 分間、鍵を替える"),
        ("card at reader desk for person 100123", "読取装置 desk のカードを 100123 に"),
        ("entry of person V-001 into room server-4f", "V-001 の室 server-4f への立入り"),
        ("policy revision 4", "方針 改訂4"), ("record 12", "記録 12"),
    ]

    @Test(arguments: subjects)
    func `what an order is about reads in Japanese, and in English as it was written`(
        _ written: String,
        _ read: String
    ) {
        #expect(japanese.subject(written) == read)
        #expect(english.subject(written) == written)
    }

    private func refused(_ text: String) -> RecordReply {
        var record = RecordReply(
            number: 81,
            at: "2026-12-27T09:00:00.000+09:00",
            isTrusted: true,
            kind: "order",
            digest: ""
        )
        record.author = "100001"
        record.verb = "appoint"
        record.subject = "appointment acting-information-officer 100002"
        record.state = "refused"
        record.text = text
        return record
    }

    @Test func `why an order was refused reads in each language`() {
        let both = "faults: appoint.until: it ends before it begins\n終わり（until）が始まりより前です。"
        #expect(
            english.text(of: refused(both)) == "faults: appoint.until: it ends before it begins"
        )
        #expect(japanese.text(of: refused(both)) == "終わり（--until）が始まりより前です。")
        #expect(japanese.text(of: refused("not-allowed")) == "現在の職では許されていませんでした。")
        #expect(english.text(of: refused("not-allowed")) == "not-allowed")
        // As it stood in journals before it was written in both.
        #expect(japanese.text(of: refused("unfit: there is none")) == "unfit: there is none")
    }

    @Test func `what somebody wrote as a reason is never put otherwise`() {
        var record = refused("until tomorrow")
        record.state = "accepted"
        #expect(japanese.text(of: record) == "until tomorrow")
    }

    @Test func `a word that verb and subject share stands once`() {
        let both = japanese.joined(verb: "designate", subject: "designation D-1")
        #expect(both == "指定 D-1")
        #expect(japanese.joined(verb: "sign", subject: "designation D-1") == "指定の署名 指定 D-1")
        #expect(japanese.joined(verb: nil, subject: nil).isEmpty)
    }

    @Test func `who ordered is named as such, and does not stand where the subject does`() {
        let report = JournalReport(words: japanese, screen: Screen(hasColour: false))
        #expect(
            report.table([refused("not-allowed")]).lines.last
                == "81    2026-12-27 09:00:00  指示                任命 情報責任者代理 100002、却下、指示した人 100001、現在の職では許されていませんでした"
        )
    }

    @Test func `one record has no English word but names`() {
        var record = refused("not-allowed")
        record.authentication = "badge+pin"
        record.reason = "escort-timeout"
        record.alarm = "duress"
        let lines = JournalReport(words: japanese, screen: Screen(hasColour: false)).lines(record)
        for line in ["対象        情報責任者代理 100002", "扉での認証  証と暗証番号", "警報        脅迫"] {
            #expect(lines.contains(line), "\(lines)")
        }
        #expect(lines.contains { $0.hasPrefix("理由") && $0.hasSuffix("（escort-timeout）") })
    }
}
