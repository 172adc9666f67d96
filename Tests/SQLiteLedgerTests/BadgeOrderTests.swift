// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct BadgeOrderTests {
    private func number(_ text: String) throws -> Badge.Token {
        .number(try #require(BadgeNumber(text)))
    }

    @Test func `R32 a visitor badge is lent, given back and lent to the next`() async throws {
        let town = try await Town()
        let token = try number("00000000000000F1")
        let badge = Badge(token: token, kind: .visitor, label: "来訪-7")
        #expect(try await town.order(.issueBadge(badge, to: "V-001")).isAccepted)
        let lent = try #require(try await town.ledger.badge(token))
        #expect(lent.person == "V-001")
        #expect(lent.issued == town.wall)
        #expect(lent.badge.label == "来訪-7")
        #expect(try await town.order(.issueBadge(badge, to: "V-002")).isUnfit)
        town.pass(.seconds(3600))
        #expect(try await town.order(.returnBadge(token), by: Town.watchman).isAccepted)
        #expect(try await town.order(.returnBadge(token)).isUnfit)
        #expect(
            try await town.reason(try #require(BadgeNumber("00000000000000F1"))) == .badgeReturned
        )
        #expect(try await town.ledger.badge(token)?.returned == town.wall)
        #expect(try await town.order(.issueBadge(badge, to: "V-002")).isAccepted)
        let next = try #require(try await town.ledger.badge(token))
        #expect(next.person == "V-002")
        #expect(next.returned == nil)
        let verbs = try await town.records().compactMap(\.verb)
        #expect(
            verbs.suffix(5) == [
                "issueBadge", "issueBadge", "returnBadge", "returnBadge", "issueBadge",
            ]
        )
    }

    @Test func `R32 a card with a key of its own must prove it for whoever it is lent to next`()
        async throws
    {
        let town = try await Town()
        let token = try number("00000000000000F1")
        var badge = Badge(token: token, kind: .visitor, technology: .feliCa, systemCode: 0x88B4)
        badge.assurance = .authenticated
        #expect(try await town.order(.issueBadge(badge, to: "V-001")).isAccepted)
        #expect(try await town.order(.returnBadge(token)).isAccepted)
        let bare = Badge(token: token, kind: .visitor)
        #expect(try await town.order(.issueBadge(bare, to: "V-002")).isAccepted)
        let lent = try #require(try await town.ledger.badge(token)).badge
        #expect(lent.technology == .feliCa && lent.systemCode == 0x88B4)
        #expect(lent.assurance == .authenticated)
        // The same where the holder's row is written, as a person's change of name does.
        var row = try #require(try await town.ledger.person("V-002")).entry
        row.badges = [bare]
        #expect(try await town.order(.registerPerson(row)).isAccepted)
        #expect(try #require(try await town.ledger.badge(token)).badge == lent)
        // Another thing is so only where it is said.
        #expect(try await town.order(.returnBadge(token)).isAccepted)
        var plain = Badge(token: token, kind: .visitor, technology: .number)
        plain.assurance = .identifier
        #expect(try await town.order(.issueBadge(plain, to: "V-001")).isAccepted)
        let now = try #require(try await town.ledger.badge(token)).badge
        #expect(now.technology == .number && now.systemCode == nil)
        #expect(now.assurance == .identifier)
    }

    @Test func `a label is on one badge in use; one that was given back leaves it free`()
        async throws
    {
        let town = try await Town()
        func badge(_ text: String) throws -> Badge {
            Badge(token: try number(text), kind: .visitor, label: "来訪-7")
        }
        let (first, second) = (try badge("00000000000000F1"), try badge("00000000000000F2"))
        #expect(try await town.order(.issueBadge(first, to: "V-001")).isAccepted)
        #expect(try await town.order(.issueBadge(second, to: "V-002")).isUnfit)
        #expect(try await town.order(.suspendBadge(first.token)).isAccepted)
        #expect(try await town.order(.issueBadge(second, to: "V-002")).isUnfit)
        #expect(try await town.order(.returnBadge(first.token)).isAccepted)
        #expect(try await town.order(.issueBadge(second, to: "V-002")).isAccepted)
        #expect(try await town.order(.issueBadge(first, to: "V-001")).isUnfit)
    }

    @Test func `R32 a staff badge that was returned goes to nobody else`() async throws {
        let town = try await Town()
        let token = try number("012E3D4C5B6A7988")
        #expect(try await town.order(.returnBadge(token)).isAccepted)
        #expect(try await town.order(.issueBadge(Badge(token: token), to: Town.takeuchi)).isUnfit)
        #expect(
            try await town.order(.issueBadge(Badge(token: token), to: Town.yamamoto)).isAccepted
        )
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
    }

    @Test func `a suspended badge serves again when it is resumed`() async throws {
        let town = try await Town()
        let token = try number("012E3D4C5B6A7988")
        #expect(try await town.order(.resumeBadge(token)).isUnfit)
        try await town.order(.suspendBadge(token))
        #expect(try await town.order(.resumeBadge(token)).isAccepted)
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
    }

    @Test func `a badge of a fingerprint that nobody has read is not issued`() async throws {
        let town = try await Town()
        let unread = try #require(Fingerprint(String(repeating: "ab", count: 16)))
        let badge = Badge(token: .fingerprint(unread))
        #expect(try await town.order(.issueBadge(badge, to: Town.yamamoto)).isUnfit)
        let read = try await town.ledger.recognise(try #require(BadgeNumber("00000000000000F2")))
        let known = Badge(token: .fingerprint(read.fingerprint))
        #expect(try await town.order(.issueBadge(known, to: Town.yamamoto)).isAccepted)
    }

    @Test func `random and emulated numbers are refused at enrolment`() async throws {
        let town = try await Town()
        for (text, technology) in [
            ("01FE000000000001", Badge.Technology.feliCa), ("02FE000000000001", .feliCa),
            ("08A1B2C3", .typeA),
        ] {
            let badge = Badge(token: try number(text), technology: technology)
            let outcome = try await town.order(.issueBadge(badge, to: Town.yamamoto))
            #expect(outcome.faults.count == 1, "\(text)")
        }
        let seven = Badge(token: try number("08A1B2C3D4E5F6"), technology: .typeA)
        #expect(try await town.order(.issueBadge(seven, to: Town.yamamoto)).isAccepted)
    }

    @Test func `a badge is known by its technology and system code too`() async throws {
        let town = try await Town()
        let text = "012E3D4C5B6A70F3"
        let badge = Badge(
            token: try number(text),
            technology: .feliCa,
            systemCode: 0x88B4
        )
        #expect(try await town.order(.issueBadge(badge, to: Town.yamamoto)).isAccepted)
        let read = try #require(BadgeNumber(text))
        func answer(_ technology: BadgeTechnology) async throws -> Settlement {
            let reading = BadgeReading(read, technology: technology)
            return try await town.settle(.badge(reading), at: Town.serverDoor, in: nil)
        }
        #expect(try await answer(.feliCa(systemCode: 0x88B4)).decision == .pinNeeded)
        #expect(try await answer(.feliCa(systemCode: 0xFE00)).reason == .unknownBadge)
        #expect(try await answer(.number).reason == .unknownBadge)
        #expect(try await answer(.typeA).reason == .unknownBadge)
        let denied = try #require(try await town.records([.denied]).last)
        #expect(denied.remarks == [.otherTechnology])
        #expect(denied.people == [])
    }

    @Test func `R26 a lost badge yields the facts for the form`() async throws {
        let town = try await Town()
        _ = try await town.badge(Town.yamamoto)
        try await town.enter([], with: Town.yamamoto)
        let used = town.wall
        town.pass(.seconds(60))
        let token = try number("012E3D4C5B6A7988")
        try await town.order(.badgeLost(token), reason: "紛失届")
        town.pass(.seconds(60))
        #expect(try await town.badge(Town.yamamoto).reason == .badgeLost)
        let incident = try #require(try await town.ledger.incident(of: token))
        #expect(incident.badge.person == Town.yamamoto)
        #expect(incident.name == "山本 一郎")
        #expect(incident.reported?.record.text == "紛失届")
        #expect(incident.lastUse?.wall == used)
        #expect(incident.since.map(\.record.reason) == [.badgeLost])
        #expect(incident.doors == ["server"])
        #expect(incident.rooms.contains(Town.server))
        #expect(try await town.ledger.incident(of: try number("FFFFFFFFFFFFFFFF")) == nil)
    }
}
