// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation
import Testing

@testable import tachiai

/// What people read, as files in both languages; `UPDATE_SNAPSHOTS=1` writes them anew.
@Suite struct RenderingTests {
    private static let screen = Screen(hasColour: false)

    private static func record(_ number: Int64, _ kind: String) -> RecordReply {
        var record = RecordReply(
            number: number,
            at: "2026-04-10T09:30:05.123+09:00",
            isTrusted: false,
            kind: kind,
            digest: "ab12"
        )
        record.door = "server"
        record.people = ["100123"]
        record.reason = "badge-lost"
        record.remarks = ["random-badge"]
        return record
    }

    private static let badge = BadgeReply(
        fingerprint: "fp:0123456789abcdef0123456789abcdef",
        person: "V-001",
        kind: "visitor",
        status: "returned",
        label: "来訪3",
        issued: "2026-04-10T09:00:00.000+09:00",
        lastUsed: "2026-04-10T11:59:00.000+09:00",
        tag: "1"
    )

    private static func designation(_ state: String, lacking: [String] = []) -> DesignationReply {
        DesignationReply(
            row: DesignationRow(
                id: "D-2026-012",
                person: "100123",
                rooms: ["server-4f", "monitor-4f"],
                from: "2026-04-01",
                until: "2027-03-31",
                hours: HoursRow(days: ["mon", "fri"], from: "08:00", until: "19:00"),
                reason: "サーバ運用",
                signatures: [SignatureRow(by: "100001", on: "2026-04-01")]
            ),
            tag: "3",
            state: state,
            completeFor: [],
            incompleteFor: lacking,
            awaitedSignatures: lacking.isEmpty ? [] : ["section-head"],
            lastUsed: "2026-04-09T08:15:00.000+09:00",
            formerOffices: ["400001"]
        )
    }

    private static let visit = VisitReply(
        row: VisitRow(
            id: "A-2026-014",
            visitors: ["V-001"],
            rooms: ["server-4f"],
            by: "100001",
            on: "2026-04-08",
            necessity: "ディスク交換",
            from: "2026-04-10T09:00:00+09:00",
            until: "2026-04-10T12:00:00+09:00",
            entries: .number(2),
            escorts: ["100123"]
        ),
        tag: "1",
        state: "current",
        used: [UsedEntriesReply(person: "V-001", entries: 1)],
        inside: ["V-001"]
    )

    private static let explanation = ExplanationReply(
        decision: "denied",
        answers: ["pin-needed", "denied"],
        at: "2026-04-13T19:30:00+09:00",
        isOfNow: true,
        person: "100124",
        room: "server-4f",
        reason: "outside-hours",
        article: "28(3)",
        english: "Outside the designation's hours.",
        japanese: "指定の時間外です。",
        facts: [
            FactReply(
                key: "designation D-2026-002",
                english: "hours until 19:00",
                japanese: "時間は 19:00 まで"
            )
        ],
        changes: [FactReply(key: "hours", english: "come before 19:00", japanese: "19:00 より前に来る")]
    )

    private static let room = RoomReply(
        id: "server-4f",
        name: "サーバ室",
        site: "main",
        competentSections: ["zeimu"],
        parameters: [
            ParameterReply(
                key: "visitorsPerEscort",
                value: "5",
                standard: "3",
                deviates: true,
                isFixed: false,
                article: "28(3)",
                english: "Visitors that one escort attends",
                japanese: "一人の立会者が付き添う人数"
            ),
            ParameterReply(
                key: "onLogFailure",
                value: "deny",
                deviates: false,
                isFixed: true,
                article: "28(3), 14",
                english: "What is answered while nothing can be recorded",
                japanese: "記録できない間の扱い"
            ),
        ]
    )

    private static let person = PersonReply(
        row: PersonRow(
            id: "100123",
            name: "山本 一郎",
            kana: "ヤマモト イチロウ",
            department: "joho",
            until: "2027-03-31",
            suspended: true
        ),
        tag: "1",
        hasPin: true,
        isPinLocked: true,
        pending: PendingMoveReply(effective: "2026-07-01T00:00:00+09:00", department: "somu")
    )

    private static func pages(_ words: Words) throws -> [(String, [String])] {
        let people = PeopleReport(words: words)
        let badges = BadgeReport(words: words)
        let designations = DesignationReport(words: words)
        let visits = VisitReport(words: words)
        let appointments = [(true, false), (false, true), (false, false)].map { held, coming in
            AppointmentReply(
                row: AppointmentRow(
                    office: "acting-information-officer",
                    person: "100002",
                    from: "2026-08-10",
                    until: "2026-08-16",
                    basis: "事務決裁規程第5条"
                ),
                isHeld: held,
                isComing: coming
            )
        }
        let me = MeReply(
            person: "100001",
            name: "岡村 正樹",
            offices: [
                OfficeReply(office: "information-officer", until: "2027-03-31"),
                OfficeReply(office: "section-head", department: "somu"),
            ],
            rights: ["be-somebody", "see-people", "read-all", "order"],
            token: ShownTokenReply(number: 3, label: "机"),
            board: "main-4f",
            at: "2026-04-10T09:30:05.123+09:00",
            timeZone: "Asia/Tokyo"
        )
        let token = TokenRow(
            number: 3,
            person: "100001",
            name: "岡村 正樹",
            label: "机",
            issued: "2026-04-01T09:00:00.000+09:00",
            isRevoked: true
        )
        let review = ReviewReply(
            at: "2026-04-10T09:30:05.123+09:00",
            expiring: [ExpiringReply(designation: designation("current"), within: 7)],
            overdue: [designation("current")],
            formerOffices: [designation("current")],
            unused: [badge],
            isCut: true
        )
        let incident = IncidentReply(
            badge: badge,
            name: "田中 太郎",
            reported: record(41, "order"),
            lastUse: record(40, "denied"),
            since: [record(42, "denied")],
            rooms: ["server-4f"],
            doors: ["server"]
        )
        return [
            ("person", people.lines(person) + [""] + people.table([person.row]).lines),
            (
                "department",
                people.table([
                    DepartmentRow(id: "joho", name: "企画広報課", kinds: ["information-department"])
                ]).lines
            ),
            ("office", people.table(appointments).lines),
            ("token", people.table([token]).lines),
            ("me", people.lines(me, at: .socket("/run/tachiai/admin.sock"))),
            ("badge", badges.table([badge]).lines + [""] + badges.lines(badge)),
            ("badge-read", badges.lines(reading)),
            ("incident", badges.lines(incident, screen)),
            (
                "designation",
                designations.table([
                    designation("current"), designation("proposed", lacking: ["server-4f"]),
                    designation("revoked"),
                ]).lines
                    + [""] + designations.lines(designation("current"))
            ),
            ("visit", visits.table([visit]).lines + [""] + visits.lines(visit)),
            ("review", ReviewReport(words: words, screen: screen).lines(review)),
            (
                "explanation",
                ExplanationReport(words: words, screen: screen).lines(
                    explanation,
                    "100124 中平 さくら → server-4f"
                )
            ),
            ("parameters", ParameterReport(words: words, screen: screen).lines(room)),
            ("record", JournalReport(words: words, screen: screen).lines(record(42, "denied"))),
            ("transfer", transfer(words)),
            ("policy", policy(words)),
        ]
    }

    private static let reading = BadgeReadReply(
        mayBeIssued: true,
        fingerprint: "fp:0123456789abcdef0123456789abcdef",
        person: "100123",
        status: "active",
        technology: "number",
        assurance: "identifier"
    )

    private static func policy(_ words: Words) -> [String] {
        let report = PolicyReport(words: words, screen: screen)
        return [
            PolicyChange(kind: "appointment", id: "auditor 100129", change: .added),
            PolicyChange(
                kind: "appointment",
                id: "acting-information-officer 100002 #2",
                change: .removed
            ),
            PolicyChange(kind: "appointment", id: "section-head somu 100123", change: .removed),
            PolicyChange(
                kind: "person",
                id: "100123",
                change: .changed,
                fields: [
                    .init(key: "until", old: "2027-01-01T00:00:00+09:00", new: nil),
                    .init(
                        key: "badges",
                        old: "[fp:0123 staff active, fp:4567 staff lost number 青3]",
                        new: "[fp:0123 visitor suspended]"
                    ),
                ]
            ),
        ].map(report.line)
    }

    private static func transfer(_ words: Words) -> [String] {
        let request = TransfersRequest(
            effective: "2026-04-01T00:00:00+09:00",
            moves: [
                MoveRow(person: "100123", department: "somu"),
                MoveRow(person: "100130", leaves: true),
            ]
        )
        let reply = TransfersReply(
            dryRun: true,
            designations: [designation("current").row],
            visits: [visit.row],
            escorts: ["100123"],
            appointments: [AppointmentRow(office: "installer", person: "100123")]
        )
        return TransferReport(words: words, screen: screen)
            .lines(reply, of: request, people: ["100123": person.row])
    }

    @Test(arguments: Language.allCases)
    func `what people read is what it was`(_ language: Language) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Reports")
        var words = Words(language: language)
        words.names.people = ["100123": "山本 一郎", "V-001": "田中 太郎"]
        words.names.departments = ["joho": "企画広報課", "somu": "総務課"]
        for (name, lines) in try Self.pages(words) {
            let text = lines.joined(separator: "\n") + "\n"
            let file = folder.appendingPathComponent("\(name).\(language.rawValue).txt")
            if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
                try FileManager.default.createDirectory(
                    at: folder,
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
        }
    }
}
