// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct ExplanationTests {
    private func ask(
        _ question: Question,
        by author: PersonID = Town.officer,
        _ town: Town
    ) async throws -> Explanation {
        let outcome = try await town.ledger.explanation(of: question, by: author, at: town.now)
        guard case .explained(let explanation) = outcome else {
            Issue.record("\(outcome)")
            throw LedgerFault("refused")
        }
        return explanation
    }

    private func entry(
        _ person: PersonID,
        at: Timestamp? = nil,
        escort: PersonID? = nil
    ) -> Question {
        .entry(.person(person), into: .door(Town.serverDoor), at: at, attendedBy: escort)
    }

    @Test func `whether somebody could enter now, and later`() async throws {
        let town = try await Town()
        let now = try await ask(entry(Town.yamamoto), town)
        #expect(now.answers == [.pinNeeded, .granted])
        #expect(now.change.map(\.key) == ["revoke-designation D-2026-001"])
        #expect(now.facts.contains { $0.key == "designation D-2026-001" })
        #expect(now.facts.contains { $0.key == "signature D-2026-001 \(Town.officer)" })
        let later = try #require(Timestamp("2027-04-05T09:00:00+09:00"))
        let next = try await ask(entry(Town.yamamoto, at: later), town)
        #expect(next.answer == .denied(.personInactive))
        #expect(next.isOfNow)
        #expect(
            next.change.map(\.key) == [
                "person-period \(Town.yamamoto)", "extend-designation D-2026-001",
            ]
        )
    }

    @Test func `it opens nothing and leaves one record`() async throws {
        let town = try await Town()
        let digest = try town.digest()
        let count = try await town.records([]).count
        _ = try await ask(entry(Town.yamamoto), town)
        #expect(try town.digest() == digest)
        let records = try await town.records([])
        #expect(records.count == count + 1)
        #expect(records.last?.verb == "explain")
        #expect(records.last?.author == Town.officer)
        #expect(try town.text("SELECT count(*) FROM outstanding") == "0")
        #expect(try await town.ledger.presences() == [])
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
    }

    @Test func `a missing signature is the smallest change`() async throws {
        let town = try await Town()
        let open = try #require(try await town.ledger.designation("D-2026-005")).row
        let answer = try await ask(
            .entry(.person(open.person), into: .room(open.rooms[0]), at: nil),
            town
        )
        #expect(answer.reason == .designationIncomplete)
        #expect(answer.change.map(\.key) == ["sign-designation D-2026-005 section-head"])
    }

    @Test func `a visitor is told of the escort, and an escort that does not do of why`()
        async throws
    {
        let town = try await Town()
        #expect(try await ask(entry("V-001"), town).answer == .escortNeeded)
        let with = try await ask(entry("V-001", escort: Town.yamamoto), town)
        #expect(with.answers == [.escortNeeded, .pinNeeded, .granted])
        let wrong = try await ask(entry("V-001", escort: Town.takeuchi), town)
        #expect(wrong.answer == .denied(.escortNotEligible))
        #expect(!wrong.change.isEmpty)
    }

    @Test func `why a record says that a badge was refused`() async throws {
        let town = try await Town()
        try await town.order(.suspendBadge(.number(try #require(BadgeNumber("012E3D4C5B6A7988")))))
        let refused = try await town.badge(Town.yamamoto)
        let number = try #require(refused.record)
        let answer = try await ask(.record(number), town)
        #expect(answer.reason == .badgeSuspended)
        #expect(answer.isOfNow)
        #expect(answer.record == number)
        #expect(answer.person == Town.yamamoto)
        #expect(answer.change.map(\.key) == ["activate-badge \(Town.yamamoto)"])
        try await town.order(.resumeBadge(.number(try #require(BadgeNumber("012E3D4C5B6A7988")))))
        let after = try await ask(.record(number), town)
        #expect(after.reason == .badgeSuspended)
        #expect(after.facts.contains { $0.key == "since" })
        let session = try await town.badge(Town.yamamoto).session
        let wrong = try await town.confirm("000000", in: session)
        let typed = try await ask(.record(try #require(wrong.record)), town)
        #expect(typed.change.map(\.key) == ["right-pin"])
    }

    @Test func `a refusal of which the cause is gone is not explained by another`() async throws {
        let town = try await Town()
        let number = Badge.Token.number(try #require(BadgeNumber("012E3D4C5B6A7988")))
        try await town.order(.suspendBadge(number))
        let refused = try await town.badge(Town.yamamoto)
        try await town.order(.resumeBadge(number))
        try await town.order(.revokeDesignation("D-2026-001"))
        let answer = try await ask(.record(try #require(refused.record)), town)
        #expect(answer.reason == .badgeSuspended && answer.change.isEmpty)
        #expect(answer.facts.contains { $0.key == "since" })
    }

    @Test func `what the badge's reading proved, and what it must prove, are told`() async throws {
        let town = try await Town()
        let number = try #require(BadgeNumber("012E3D4C5B6A7988"))
        try await town.order(.suspendBadge(.number(number)))
        for assurance in Assurance.allCases {
            let reading = BadgeReading(number, assurance: assurance)
            let refused = try await town.settle(.badge(reading), at: Town.serverDoor, in: nil)
            let answer = try await ask(.record(try #require(refused.record)), town)
            let told = answer.facts.first { $0.key == "reading" }
            #expect(told?.english.hasSuffix(assurance.rawValue) == true)
            #expect(told?.japanese.hasSuffix(assurance.japanese) == true)
        }
        try await town.order(.returnBadge(.number(number)))
        var badge = Badge(token: .number(number), technology: .feliCa)
        badge.assurance = .authenticated
        try await town.order(.issueBadge(badge, to: Town.yamamoto))
        let now = try await ask(entry(Town.yamamoto), town)
        let told = try #require(now.facts.first { $0.key == "badge" })
        #expect(told.english.hasSuffix("read as felica, its reading must prove: authenticated"))
        #expect(told.japanese.hasSuffix("読取りに求める確かさ 鍵の証明"))
    }

    @Test func `two changes where one does not do`() async throws {
        let town = try await Town()
        try await town.order(.suspendBadge(.number(try #require(BadgeNumber("012E3D4C5B6A7988")))))
        try await town.order(.lockdown([Town.server], allow: []), reason: "試験")
        let answer = try await ask(entry(Town.yamamoto), town)
        #expect(answer.reason == .badgeSuspended)
        #expect(
            Set(answer.change.map(\.key)) == ["activate-badge \(Town.yamamoto)", "end-lockdown"]
        )
    }

    @Test func `who holds no office for it gets no explanation`() async throws {
        let town = try await Town()
        for author in [Town.installer, Town.watchman, Town.takeuchi] {
            let outcome = try await town.ledger.explanation(
                of: entry(Town.yamamoto),
                by: author,
                at: town.now
            )
            #expect(outcome == .refused(.notAllowed))
        }
        _ = try await ask(entry(Town.yamamoto), by: Town.auditor, town)
        _ = try await ask(entry(Town.yamamoto), by: Town.zeimuHead, town)
        let elsewhere = try await town.ledger.explanation(
            of: entry(Town.yamamoto),
            by: Town.shiminHead,
            at: town.now
        )
        #expect(elsewhere == .refused(.notAllowed))
        let nobody = try await town.ledger.explanation(
            of: .record(99_999),
            by: Town.officer,
            at: town.now
        )
        guard case .refused(.unfit) = nobody else {
            Issue.record("\(nobody)")
            return
        }
    }
}
