// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation
import Testing

@testable import tachiai

/// What the service writes for programs does not reach people as it is.
@Suite struct WireWordsTests {
    private func said(_ problem: Problem, _ language: Language) -> String {
        Words.$now.withValue(Words(language: language)) { Complaint(problem).description }
    }

    @Test func `an instant in a sentence is shown as tables show times`() {
        #expect(
            Words.times(in: "在籍は2027-01-01T00:00:00+09:00 までに、2026-04-01T08:15:00.123Zから")
                == "在籍は2027-01-01 00:00:00 までに、2026-04-01 08:15:00から"
        )
        #expect(Words.times(in: "until 2026-04-10T12:00+09:00.") == "until 2026-04-10 12:00.")
        #expect(Words.times(in: "2026-04-10 T9 D-2026-04") == "2026-04-10 T9 D-2026-04")
        let unfit = Problem(.unfit, japanese: "在籍は 2027-01-01T00:00:00+09:00 までに終わっています。")
        #expect(said(unfit, .japanese) == "在籍は 2027-01-01 00:00:00 までに終わっています。")
    }

    @Test func `an explanation shows its times so too`() {
        let fact = FactReply(
            key: "since",
            english: "since 2026-04-10T09:30:05+09:00",
            japanese: "2026-04-10T09:30:05+09:00 から"
        )
        let reply = ExplanationReply(
            decision: "granted",
            answers: [],
            at: "2026-04-13T19:30:00+09:00",
            isOfNow: false,
            person: "100124",
            room: "server-4f",
            facts: [fact],
            changes: [fact]
        )
        for language in Language.allCases {
            let words = Words(language: language)
            let lines = ExplanationReport(words: words, screen: Screen(hasColour: false))
                .lines(reply, "")
            #expect(lines.filter { $0.contains("2026-04-10 09:30:05") }.count == 2, "\(lines)")
        }
    }

    @Test func `a refusal names options and arguments, not the interface's fields`() {
        let items = Problem(
            .malformedRequest,
            detail: "'carriedIn[0]' must be a text of 1 to 200 characters.",
            japanese: "「carriedIn[0]」：必要な値は1〜200 文字の文字列です。"
        )
        #expect(said(items, .japanese) == "「--in」：必要な値は1〜200 文字の文字列です。")
        #expect(said(items, .english) == "'--in' must be a text of 1 to 200 characters.")
        let number = Problem(.malformedRequest, japanese: "「number」：必要な値は証の番号です。")
        #expect(said(number, .japanese) == "「番号」：必要な値は証の番号です。")
    }

    @Test func `how long a room's approvals may stand is said in words`() {
        let mistake = MistakeReply(
            path: "approveVisit.until",
            english: "an approval holds for at most 31 days (approvalScope: standing); end earlier",
            japanese: "立入承認は31日までです（approvalScope: standing）。終わりを早めてください。"
        )
        let problem = Problem(.againstRules, detail: "No.", japanese: "誤り", mistakes: [mistake])
        for language in Language.allCases {
            #expect(!said(problem, language).contains("approvalScope"))
        }
        #expect(said(problem, .japanese).contains("継続する来訪"))
    }

    @Test func `what an appointment became reads in Japanese`() {
        var record = RecordReply(
            number: 1,
            at: "2026-04-10T09:30:05.123+09:00",
            isTrusted: true,
            kind: "order",
            digest: ""
        )
        record.state = "changed"
        record.text = "until 2026-11-26T01:29:00+09:00, 規程第5条"
        #expect(
            Words(language: .japanese).text(of: record) == "2026-11-26 01:29:00 まで、根拠 規程第5条"
        )
        #expect(Words(language: .english).text(of: record) == "until 2026-11-26 01:29:00, 規程第5条")
        (record.state, record.text) = ("removed", "taken back")
        #expect(Words(language: .japanese).text(of: record) == "取下げ")
    }

    @Test(arguments: [("ja_JP.UTF-8", "済んでいれば"), ("en_US.UTF-8", "has been claimed")])
    func `a claim that is gone is told from one that cannot be read`(
        _ locale: String,
        _ said: String
    ) async throws {
        let ran = try await Program.run(
            ["claim", "100001", "--from", "/nonexistent/claim"],
            environment: ["LANG": locale, "HOME": "/nonexistent"]
        )
        #expect(ran.status == ShellStatus.usage.rawValue)
        #expect(ran.complaints.contains(said), "\(ran)")
    }
}
