// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct SettleTests {
    @Test func `L1 a grant is on disk when its answer comes`() async throws {
        let house = try House()
        let answer = try await house.badge(House.yamamoto)
        #expect(answer.isGranted)
        let line = try #require(try await house.records().last)
        #expect(line.number == answer.record)
        #expect(line.record.kind == .entry)
        #expect(line.record.people == [House.yamamoto])
        #expect(line.record.designation == "D-1")
        #expect(line.record.door == "server")
    }

    @Test func `L5 a badge that nobody has is refused, on record`() async throws {
        let house = try House()
        let answer = try await house.badge("nobody")
        #expect(answer.reason == .unknownBadge)
        let line = try #require(try await house.records().last)
        #expect(line.record.reason == .unknownBadge)
        #expect(line.record.badge != nil)
    }

    @Test func `L5 a row that cannot be read refuses`() async throws {
        let house = try House()
        try house.sql("UPDATE room SET antiPassback = 'sideways'")
        await #expect(throws: LedgerFault.self) { try await house.badge(House.yamamoto) }
        try house.sql("UPDATE room SET antiPassback = 'soft'")
        #expect(try await house.badge(House.yamamoto).isGranted)
    }

    @Test func `L7 what was revoked before the commit is refused`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        let waiting = try await house.badge(House.yamamoto)
        #expect(waiting.decision == .pinNeeded)
        try house.sql("UPDATE designation SET revokedMs = 1 WHERE id = 'D-1'")
        let answer = try await house.keys("482137", session: waiting.session)
        #expect(answer.reason == .notDesignated)
    }

    @Test func `L7 a badge reported lost before the commit is refused`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        let waiting = try await house.badge(House.yamamoto)
        try house.sql("UPDATE badge SET status = 'lost'")
        let answer = try await house.keys("482137", session: waiting.session)
        #expect(answer.reason == .badgeLost)
    }

    @Test func `a right PIN grants, a wrong one is counted`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        let waiting = try await house.badge(House.yamamoto)
        let wrong = try await house.keys("000000", session: waiting.session)
        #expect(wrong.reason == .wrongPIN)
        #expect(try house.value("SELECT wrong FROM pinState") == 1)
        let right = try await house.keys("482137", session: wrong.session)
        #expect(right.isGranted)
        #expect(try house.value("SELECT wrong FROM pinState") == 0)
    }

    @Test func `a duress PIN opens and raises a silent alarm that lasts`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        let waiting = try await house.badge(House.yamamoto)
        let answer = try await house.keys(House.duress, session: waiting.session)
        #expect(answer.isGranted)
        #expect(try await house.records().map(\.record.kind) == [.entry, .alarm])
        let alarm = try #require(try await house.ledger.alarms().first)
        #expect(alarm.alarm == .duress)
        #expect(alarm.isOver)
        #expect(alarm.about.person == House.yamamoto)
    }

    @Test func `a visitor enters with the escort, both in one record`() async throws {
        let house = try House()
        let first = try await house.badge(House.visitor)
        #expect(first.decision == .escortNeeded)
        let second = try await house.badge(House.yamamoto, session: first.session)
        #expect(second.decision == .pinNeeded)
        let third = try await house.keys("482137", session: second.session)
        #expect(third.isGranted)
        let entry = try #require(try await house.records().last?.record)
        #expect(entry.people == [House.visitor])
        #expect(entry.escort == House.yamamoto)
        #expect(entry.approvals == [House.visit])
        #expect(entry.authentication == .badgeAndPIN)
    }

    @Test func `R12 the grant says who approved, on what basis and why, whatever comes after`()
        async throws
    {
        let town = try await Town(on: "2026-08-13T10:00:00+09:00")
        var session = try await town.badge("V-001").session
        session = try await town.badge(Town.yamamoto, in: session).session
        #expect(try await town.confirm("482137", in: session).isGranted)
        let ground = VisitGround(
            approver: Town.acting,
            basis: "事務決裁規程第5条",
            purpose: "空調故障に伴う機器点検"
        )
        #expect(try await town.records([.entry]).last?.grounds == [ground])
        #expect(try await town.order(.withdrawVisit("A-2026-041")).isAccepted)
        #expect(try await town.records([.entry]).last?.grounds == [ground])
    }

    @Test func `a cancelled caller leaves no half-made decision`() async throws {
        let house = try House()
        let ledger = house.ledger
        let number = try #require(BadgeNumber(House.badges[House.yamamoto] ?? ""))
        let moment = house.now
        let request = AccessRequest(
            id: RequestID(1),
            door: House.door,
            act: .badge(BadgeReading(number)),
            readAt: moment.instant,
            moment: moment,
            session: nil
        )
        let answer = try await withThrowingTaskGroup(of: Settlement.self) { group in
            group.addTask {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await ledger.settle(request)
            }
            return try await group.next()
        }
        #expect(answer?.isGranted == true)
        #expect(try await house.records().map(\.record.kind) == [.entry])
    }
}
