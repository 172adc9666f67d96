// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Simulation
import Testing

@testable import HTTPAdmin

@Suite struct TokenTests {
    private func wrong(_ number: Int) -> HTTPFields {
        [.authorization: "Bearer wrong-secret-\(number)"]
    }

    @Test func `the claim gives one token, once`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let claim = #"{"claim": "claim-once", "person": "100001"}"#
            let headers: HTTPFields = [.contentType: MediaType.json]
            let first = try await visit.send(.post, APIPath.claim, as: nil, headers, claim)
            #expect(first.status == .ok)
            #expect(try first.json(TokenReply.self).person == "100001")
            #expect(first.headers[.cacheControl] == "no-store")
            let second = try await visit.send(.post, APIPath.claim, as: nil, headers, claim)
            #expect(second.problem == .notAuthenticated)
        }
    }

    @Test func `wrong tokens are throttled, however many, and never keep a right one out`()
        async throws
    {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            for number in 0..<2000 {
                let response = try await visit.send(.get, APIPath.status, as: nil, wrong(number))
                let expected: ProblemKind =
                    number < board.limits.wrongSecrets ? .notAuthenticated : .throttled
                try #require(response.problem == expected)
                if expected == .throttled { #expect(response.headers[.retryAfter] != nil) }
                // Nobody has shown this one before.
                guard number % 500 == 499 else { continue }
                #expect(try await visit.get(APIPath.status, as: .auditor).status == .ok)
            }
        }
    }

    @Test func `a right token that asks too fast must wait, and others need not`() async throws {
        var board = try TestBoard()
        board.limits.requestBurst = 3
        board.limits.requestRest = .seconds(1)
        let time = board.time
        try await board.visit { (visit) async throws in
            for _ in 0..<3 { #expect(try await visit.get(APIPath.status).status == .ok) }
            let fast = try await visit.get(APIPath.status)
            #expect(fast.problem == .tooManyRequests)
            #expect(fast.headers[.retryAfter] != nil)
            #expect(try await visit.get(APIPath.status, as: .auditor).status == .ok)
            time.advance(to: time.now().instant + .seconds(1))
            #expect(try await visit.get(APIPath.status).status == .ok)
        }
    }

    @Test func `one more wrong token is answered as wrong after each rest`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            for number in 0..<20 {
                _ = try await visit.send(.get, APIPath.status, as: nil, wrong(number))
            }
            board.time.advance(to: board.time.now().instant + board.limits.wrongSecretRest)
            let next = try await visit.send(.get, APIPath.status, as: nil, wrong(20))
            #expect(next.problem == .notAuthenticated)
            let again = try await visit.send(.get, APIPath.status, as: nil, wrong(21))
            #expect(again.problem == .throttled)
        }
    }

    @Test func `wrong claims are throttled too`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let headers: HTTPFields = [.contentType: MediaType.json]
            for number in 0...board.limits.wrongSecrets {
                let body = #"{"claim": "guess-\#(number)", "person": "100001"}"#
                let response = try await visit.send(.post, APIPath.claim, as: nil, headers, body)
                let isLast = number == board.limits.wrongSecrets
                #expect(response.problem == (isLast ? .throttled : .notAuthenticated))
            }
            #expect(board.counter.with(\.claim) != nil)
        }
    }

    @Test(arguments: ["", "Bearer", "Basic dXNlcg==", "Bearer a b", "token-of-auditor"])
    func `a header of another form is no token`(_ field: String) async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let headers: HTTPFields = [.authorization: field]
            let response = try await visit.send(.get, APIPath.status, as: nil, headers)
            #expect(response.problem == .notAuthenticated)
            #expect(board.counter.with(\.tokensLookedUp) == 0)
        }
    }

    @Test func `L10: no token, claim or badge number is logged or answered`() async throws {
        let board = try TestBoard()
        board.counter.with {
            $0.nextBadge = BadgeNumber("012E3D4C5B6A7988").map { BadgeReading($0) }
        }
        let answers = try await board.visit { (visit) async throws in
            var text = try await visit.send(.get, APIPath.status, as: nil, wrong(1)).text
            text += try await visit.get(APIPath.status).text
            text += try await visit.post(APIPath.badgeReads, #"{"reader": "server-in"}"#).text
            text += try await visit.post(APIPath.orders, #"{"badgeLost": "012E3D4C"}"#).text
            text += try await visit.post(APIPath.orders, #"{"badgeLost": "SECRET-99"}"#).text
            let headers: HTTPFields = [.contentType: MediaType.json]
            let claim = #"{"claim": "my-claim", "person": "1"}"#
            return try await text
                + visit.send(.post, APIPath.claim, as: nil, headers, claim).text
        }
        for secret in [
            "wrong-secret", "token-of", "012E3D4C", "SECRET-99", "my-claim",
        ] {
            #expect(!answers.contains(secret))
            #expect(!board.log.text.contains(secret))
        }
        #expect(answers.contains("fp:abab"))
    }
}
