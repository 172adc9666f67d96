// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Testing

@testable import tachiai

@Suite struct ReportTests {
    private let plain = Screen(hasColour: false)

    private func record() -> RecordReply {
        var record = RecordReply(
            number: 7,
            at: "2026-04-10T09:30:05.123+09:00",
            isTrusted: true,
            kind: "denied",
            digest: ""
        )
        record.door = "server"
        record.people = ["100123"]
        record.reason = "not-designated"
        return record
    }

    @Test func `a record reads in both languages`() {
        let japanese = JournalReport(words: Words(language: .japanese), screen: plain)
        #expect(
            japanese.line(record())
                == "7       2026-04-10 09:30:05  拒否        server      100123             この室の指定を受けていません。"
        )
        let english = JournalReport(words: Words(language: .english), screen: plain)
        #expect(
            english.table([record()]).lines == [
                "No.  time                 kind    place   who     what",
                "7    2026-04-10 09:30:05  denied  server  100123  No designation for this room.",
            ]
        )
    }

    @Test func `colours are for terminals only`() {
        let coloured = Screen(hasColour: true)
        #expect(coloured.paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
        #expect(plain.paint("x", .red) == "x")
    }

    @Test func `the status shows doors, readers and alarms`() {
        let status = StatusReply(
            board: "main-4f",
            at: "2026-04-10T09:30:05.123+09:00",
            isClockSynchronised: false,
            isJournalAvailable: true,
            policyRevision: 3,
            doors: [
                DoorReply(
                    id: "server",
                    room: "server-4f",
                    isReleased: true,
                    isOpen: nil,
                    isInService: true
                )
            ],
            readers: [ReaderReply(id: "server-in", isPresent: false)],
            alarms: [
                AlarmReply(
                    alarm: "reader-lost",
                    reader: "server-in",
                    since: "2026-04-10T09:00:00.000+09:00",
                    isAcknowledged: true,
                    isOver: false
                )
            ],
            endings: [EndingReply(until: "2027-03-31", within: 30, designations: 12)]
        )
        let lines = StatusReport(words: Words(language: .japanese), screen: plain).lines(status)
        #expect(
            lines == [
                "main-4f  2026-04-10 09:30:05  方針 改訂3  時計未同期", "",
                "扉      室         錠    開閉  備考", "server  server-4f  解錠  –", "",
                "読取装置   状態", "server-in  なし", "",
                "指定 12 件が 2027-03-31 で終わります（30 日以内）。「tachiai review」で確かめてください。", "",
                "警報            箇所       開始                 備考",
                "読取装置の切断  server-in  2026-04-10 09:00:00  確認済み",
            ]
        )
    }

    @Test func `what a policy would change is shown row by row`() {
        let report = PolicyReport(words: Words(language: .english), screen: plain)
        let field = PolicyChange.Field(key: "name", old: nil, new: "山本")
        #expect(
            report.line(PolicyChange(kind: "room", id: "a", change: .added)) == "+ room a"
                && report.line(PolicyChange(kind: "visit", id: "b", change: .removed))
                    == "- visit b"
        )
        let changed = PolicyChange(kind: "person", id: "c", change: .changed, fields: [field])
        #expect(report.line(changed) == "~ person c\n    name: none → 山本")
    }

    @Test func `every kind of problem leads to a documented exit status`() {
        let expected: [ProblemKind: ShellStatus] = [
            .notAuthenticated: .notAllowed, .notAllowed: .notAllowed, .mistakes: .usage,
            .againstRules: .usage,
            .changedMeanwhile: .refused, .internalFault: .failed, .noBadge: .refused,
        ]
        for (kind, status) in expected { #expect(Complaint(Problem(kind)).status == status) }
        for kind in ProblemKind.allCases {
            #expect(!Complaint(Problem(kind)).description.isEmpty)
        }
    }
}
