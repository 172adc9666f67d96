// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Testing

@testable import tachiai

/// What the service refuses is said with the words of the command line.
@Suite struct ComplaintTests {
    private func said(_ problem: Problem, _ language: Language) -> String {
        Words.$now.withValue(Words(language: language)) { Complaint(problem).description }
    }

    private let outsider = Problem(
        .againstRules,
        detail: "The order has mistakes; nothing has changed.",
        japanese: "指示に誤りがあります。何も変わっていません。",
        mistakes: [
            MistakeReply(
                path: "requestVisit.visitors[0]",
                english: "\"V-007\" has no department and lacks identityChecked, briefed; "
                    + "an outsider's record must be complete before a visit is approved (R24)",
                japanese: "「V-007」は外部の者ですが、identityChecked、briefedがありません。承認の前に記入してください（26条3項）。"
            )
        ]
    )

    @Test func `an outsider's record that lacks something comes with what to run`() {
        let japanese = said(outsider, .japanese)
        #expect(
            japanese == """
                指示に誤りがあります。何も変わっていません。
                  「V-007」は外部の者ですが、--identity-checked、--briefedがありません。承認の前に記入してください（26条3項）。
                  「tachiai person edit V-007 --identity-checked … --briefed …」で記入できます。
                """
        )
        let english = said(outsider, .english)
        #expect(english.contains("'tachiai person edit V-007 --identity-checked … --briefed …'"))
        #expect(!japanese.contains("requestVisit") && !english.contains("requestVisit"))
    }

    @Test func `a field of an order is called by its option`() {
        let mistake = MistakeReply(
            path: "appoint.until",
            english: "'until' is missing",
            japanese: "「until」がありません"
        )
        let problem = Problem(.againstRules, japanese: "誤り", mistakes: [mistake])
        #expect(said(problem, .japanese) == "誤り\n  --until：「--until」がありません")
        let malformed = Problem(
            .malformedRequest,
            detail: "'basis' must be a text of 1 to 1000 characters.",
            japanese: "「basis」：必要な値は1〜1000 文字の文字列です。"
        )
        #expect(said(malformed, .japanese) == "「--basis」：必要な値は1〜1000 文字の文字列です。")
        #expect(said(malformed, .english).hasPrefix("'--basis' must be"))
    }

    @Test func `a document's mistakes keep their places and its own words`() {
        let mistake = MistakeReply(
            path: "appointments[2].until",
            english: "'until' is missing",
            japanese: "「until」がありません"
        )
        let problem = Problem(.mistakes, japanese: "誤り", mistakes: [mistake])
        #expect(said(problem, .japanese) == "誤り\n  appointments[2].until: 「until」がありません")
    }

    @Test func `words that only look like fields stay`() {
        let words = Words(language: .japanese)
        #expect(words.options("untilx D-from-1 fromと") == "untilx D-from-1 --fromと")
        #expect(Words(language: .english).options("from until 'from'") == "from until '--from'")
    }

    @Test func `a number that is nobody's is refused, whichever command meets it`() {
        #expect(Complaint(Problem(.notFound)).status == .refused)
        #expect(Complaint(Problem(.unfit)).status == .refused)
    }
}
