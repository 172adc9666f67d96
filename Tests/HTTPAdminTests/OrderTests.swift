// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

@Suite struct OrderTests {
    @Test func `an order reaches the desk with its author and its reason`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let body = #"{"revokeDesignation": "D-1", "reason": "異動"}"#
            let response = try await visit.post(APIPath.orders, body)
            #expect(try response.json(OrderReply.self).record == 1)
        }
        let order = try #require(board.counter.with(\.orders).first)
        #expect(order.author == "information-officer")
        #expect(order.order == Order(.revokeDesignation("D-1"), reason: "異動"))
    }

    @Test func `what a body names is named by the reply, for who let a program choose it`()
        async throws
    {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let row =
                #"{"id":"D-9","person":"1","rooms":["server-4f"],"from":"2026-04-01","reason":"x"}"#
            let reply = try await visit.post(APIPath.designations, row).json(OrderReply.self)
            #expect(reply.id == "D-9" && reply.record == 1)
            let other = try await visit.post(APIPath.orders, #"{"revokeDesignation":"D-9"}"#)
            #expect(try other.json(OrderReply.self).id == nil)
        }
    }

    @Test(
        arguments: zip(
            [
                #"{"lockdown": ["a"], "allow": ["1"]}"#, #"{"endLockdown": ["a"]}"#,
                #"{"holdOpen": {"door": "server", "minutes": 5, "watcher": "1"}}"#,
                #"{"acknowledge": "duress", "door": "server"}"#,
                #"{"transfer": {"person": "1", "department": "d"}}"#,
                #"{"handover": {"room": "a", "to": "1"}}"#,
            ],
            [
                .lockdown(["a"], allow: ["1"]), .endLockdown(["a"]),
                .holdOpen("server", room: "server-4f", minutes: 5, watcher: "1"),
                .acknowledge(.duress, door: "server"), .transfer("1", to: "d"),
                .handover("a", to: "1"),
            ] as [Order.Act]
        )
    )
    func `each verb is understood`(_ body: String, _ act: Order.Act) async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            #expect(try await visit.post(APIPath.orders, body).status == .ok)
        }
        #expect(board.counter.with { $0.orders.map(\.order.act) } == [act])
    }

    @Test(arguments: [
        "{}", #"{"reason": "x"}"#, #"{"sign": "D-1", "withdrawVisit": "A-1"}"#,
        #"{"acknowledge": "nonsense"}"#, #"{"badgeLost": "xyz"}"#,
    ])
    func `an order names exactly one thing that is known`(_ body: String) async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            #expect(try await visit.post(APIPath.orders, body).problem == .malformedRequest)
        }
        #expect(board.counter.with(\.orders).isEmpty)
    }

    @Test func `what the ledger refuses is a problem of its own kind`() async throws {
        let board = try TestBoard()
        let fault = PolicyFault(path: "rooms[0]", english: "none", japanese: "なし")
        let outcomes: [(OrderOutcome, ProblemKind)] = [
            (.refused(.notAllowed), .notAllowed),
            (.refused(.unfit(english: "revoked already", japanese: "取消し済み")), .unfit),
            (.refused(.faults([fault])), .againstRules), (.refused(.keyReused), .keyReused),
            (.refused(.changedMeanwhile), .changedMeanwhile),
        ]
        try await board.visit { (visit) async throws in
            for (outcome, kind) in outcomes {
                board.counter.with { $0.outcome = outcome }
                let response = try await visit.post(APIPath.orders, #"{"sign": "D-1"}"#)
                #expect(response.problem == kind)
            }
        }
    }

    @Test func `PINs, badges, items and pairing are ordered by their verbs too`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            for body in [
                #"{"setPin": {"person": "100123", "pin": "482137", "duressPin": "482138"}}"#,
                #"{"issueBadge": {"person": "V-001", "number": "00F1", "kind": "visitor"}}"#,
                #"{"noteItems": {"visit": "A-1", "carriedIn": ["ノートPC"]}}"#,
                #"{"pairReader": {"reader": "server-in", "minutes": 5, "replace": true}}"#,
            ] {
                #expect(try await visit.post(APIPath.orders, body).status == .ok, "\(body)")
            }
            let nowhere = #"{"pairReader": {"reader": "garage", "minutes": 5}}"#
            #expect(try await visit.post(APIPath.orders, nowhere).problem == .notFound)
        }
        let number = try #require(BadgeNumber("00F1"))
        #expect(
            board.counter.with { $0.orders.map(\.order.act) } == [
                .setPIN("100123", pin: Secret("482137"), duressPIN: Secret("482138")),
                .issueBadge(Badge(token: .number(number), kind: .visitor), to: "V-001"),
                .noteItems(
                    ItemNote(
                        visit: "A-1",
                        person: nil,
                        room: nil,
                        carriedIn: ["ノートPC"],
                        carriedOut: [],
                        approval: nil
                    )
                ),
                .pairReader("server-in", minutes: 5, replacing: true),
            ]
        )
    }

    @Test func `the next badge at a reader is told by its fingerprint and whose it is`()
        async throws
    {
        let board = try TestBoard()
        board.furnish()
        try await board.visit { (visit) async throws in
            let body = #"{"reader": "server-in", "seconds": 1}"#
            board.counter.with { $0.nextBadge = nil }
            #expect(try await visit.post(APIPath.badgeReads, body).problem == .noBadge)
            board.counter.with {
                $0.nextBadge = BadgeNumber("012E3D4C5B6A7988").map { BadgeReading($0) }
            }
            let read = try await visit.post(APIPath.badgeReads, body).json(BadgeReadReply.self)
            #expect(read.person == board.counter.with { $0.rows.badges.first?.person.text })
            #expect(read.fingerprint?.hasPrefix("fp:") == true)
            let elsewhere = try await visit.post(APIPath.badgeReads, #"{"reader": "garage"}"#)
            #expect(elsewhere.problem == .notFound)
            #expect(elsewhere.text.contains("server-in"))
        }
    }
}
