// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

/// A card that somebody holds in their hand, read at the board or by the officer's own reader.
@Suite struct BadgeReadingTests {
    private static let digits = "012E3D4C5B6A7988"

    private func body(
        _ number: String = digits,
        _ technology: String = "felica",
        systemCode: String? = "FE00",
        _ permanence: String = "lasting",
        _ assurance: String = "identifier"
    ) -> String {
        let code = systemCode.map { #", "systemCode": "\#($0)""# } ?? ""
        return #"{"reading": {"number": "\#(number)", "technology": "\#(technology)"\#(code), "#
            + #""permanence": "\#(permanence)", "assurance": "\#(assurance)"}}"#
    }

    @Test
    func
        `a badge that the desk has read is told by its fingerprint, whose it is and how it stands`()
        async throws
    {
        let board = try TestBoard()
        board.furnish()
        try await board.visit { (visit) async throws in
            let response = try await visit.post(APIPath.badgeReads, body())
            let read = try response.json(BadgeReadReply.self)
            let known = try #require(board.counter.with { $0.rows.badges.first })
            #expect(read.mayBeIssued && read.obstacle == nil)
            #expect(read.fingerprint?.hasPrefix("fp:") == true)
            #expect(read.person == known.person.text)
            #expect(read.status == known.badge.status.rawValue)
            #expect(read.technology == "felica" && read.systemCode == "FE00")
            #expect(read.assurance == "identifier")
            #expect(!response.text.contains(Self.digits))
        }
    }

    @Test(arguments: [
        ("012E3D4C5B6A7988", "felica", "random", "random"),
        ("012E3D4C5B6A7988", "felica", "disproved", "disproved"),
        ("01FE3D4C5B6A7988", "felica", "lasting", "emulated"),
        ("02FE3D4C5B6A7988", "felica", "emulated", "emulated"),
        ("08A1B2C3", "type-a", "lasting", "random"),
        ("11223344", "type-b", "lasting", "random"),
    ])
    func `a card that can be nobody's badge is told so, and is not remembered`(
        number: String,
        technology: String,
        permanence: String,
        obstacle: String
    ) async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let code = technology == "felica" ? "FE00" : nil
            let body = body(number, technology, systemCode: code, permanence)
            let read = try await visit.post(APIPath.badgeReads, body).json(BadgeReadReply.self)
            #expect(!read.mayBeIssued)
            #expect(read.obstacle == obstacle)
            #expect(read.fingerprint == nil)
        }
    }

    @Test func `the same is said of a card at a reader of the board`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            board.counter.with {
                $0.nextBadge = BadgeNumber("08A1B2C3").map {
                    BadgeReading($0, technology: .typeA, permanence: .random)
                }
            }
            let body = #"{"reader": "server-in"}"#
            let read = try await visit.post(APIPath.badgeReads, body).json(BadgeReadReply.self)
            #expect(!read.mayBeIssued && read.obstacle == "random" && read.fingerprint == nil)
        }
    }

    @Test func `only a FeliCa card has a system code`() async throws {
        try await TestBoard().visit { (visit) async throws in
            for body in [body(systemCode: nil), body(Self.digits, "type-a")] {
                let response = try await visit.post(APIPath.badgeReads, body)
                #expect(response.problem == .unfit)
                #expect(response.text.contains("systemCode"))
            }
        }
    }

    @Test func `it is either a reader or a reading`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let both = #"{"reader": "server-in", "# + body().dropFirst()
            let waits = #"{"seconds": 3, "# + body().dropFirst()
            for body in ["{}", #"{"seconds": 3}"#, both, waits] {
                let response = try await visit.post(APIPath.badgeReads, body)
                #expect(response.problem == .malformedRequest, "\(body)")
            }
        }
    }

    @Test func `who may not give badges out recognises none`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let response = try await visit.send(
                .post,
                APIPath.badgeReads,
                as: .auditor,
                [.contentType: MediaType.json],
                body()
            )
            #expect(response.problem == .notAllowed)
        }
    }

    @Test func `L10: a number that was read at the desk is neither logged nor answered`()
        async throws
    {
        let board = try TestBoard()
        let text = try await board.visit { (visit) async throws in
            var text = try await visit.post(APIPath.badgeReads, body()).text
            text += try await visit.post(APIPath.badgeReads, body(systemCode: nil)).text
            text += try await visit.post(APIPath.badgeReads, body("S\(Self.digits)")).text
            return text
        }
        #expect(!text.contains(Self.digits) && !board.log.text.contains(Self.digits))
    }

    @Test func `a badge is given out with what its reading must prove`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let body =
                #"{"person": "100123", "number": "\#(Self.digits)", "#
                + #""technology": "felica", "assurance": "authenticated"}"#
            #expect(try await visit.post(APIPath.badges, body).status == .ok)
            let weak = body.replacing("authenticated", with: "certain")
            #expect(try await visit.post(APIPath.badges, weak).problem == .malformedRequest)
        }
        let orders = board.counter.with { $0.orders.map(\.order.act) }
        guard case .issueBadge(let badge, "100123")? = orders.first else {
            return #expect(Bool(false), "\(orders)")
        }
        #expect(badge.assurance == .authenticated && badge.technology == .feliCa)
    }

    @Test func `a card is written at a reader that the board has, or not waited for`() async throws
    {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let response = try await visit.post(APIPath.badgeIssues, #"{"reader": "garage"}"#)
            #expect(response.problem == .notFound)
            #expect(response.text.contains("server-in"))
        }
        #expect(board.counter.with { $0.orders.isEmpty })
    }
}
