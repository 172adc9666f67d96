// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

@Suite struct PolicyTests {
    private static let document = """
        departments:
          - {id: joho, name: 企画広報課, kinds: [information-department]}
        people:
          - {id: "100123", name: 山本 一郎, department: joho, badges: ["012E3D4C5B6A7988"]}
        """

    private func put(
        _ visit: TestVisit,
        _ text: String,
        if tag: String? = "\"1\""
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: MediaType.yaml + "; charset=utf-8"]
        headers[.ifMatch] = tag
        return try await visit.send(.put, APIPath.policy, headers, text)
    }

    @Test func `the policy is exported with its revision as ETag`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let response = try await visit.get(APIPath.policy)
            let policy = board.counter.with(\.policy)
            #expect(response.text == PolicyDocument.text(of: policy))
            #expect(response.headers[.eTag] == "\"1\"")
            #expect(response.headers[.contentType] == "application/yaml; charset=utf-8")
        }
    }

    @Test(arguments: ["text/yaml", "text/plain", "application/json"])
    func `a document is YAML, and said to be`(_ type: String) async throws {
        try await TestBoard().visit { (visit) async throws in
            let headers: HTTPFields = [.contentType: type]
            let answer = try await visit.send(.post, APIPath.policyDiff, headers, "{}")
            #expect(answer.status == .unsupportedMediaType)
        }
    }

    @Test func `a difference changes nothing`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let response = try await visit.send(
                .post,
                APIPath.policyDiff,
                [.contentType: MediaType.yaml],
                Self.document
            )
            let reply = try response.json(PolicyReply.self)
            #expect(reply.changes.map(\.kind) == ["department", "person"])
            #expect(reply.changes.allSatisfy { $0.change == .added })
            #expect(reply.record == nil)
        }
        #expect(board.counter.with(\.orders).isEmpty)
    }

    @Test func `a policy is applied, and applied again it differs in nothing`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let first = try await put(visit, Self.document)
            #expect(first.headers[.eTag] == "\"2\"")
            let reply = try first.json(PolicyReply.self)
            #expect(reply.revision == 2)
            #expect(reply.record == 1)
            // The ledger keeps fingerprints only.
            let kept = try await board.counter.fingerprinted(board.counter.policy().policy)
            board.counter.with { $0.policy = kept }
            let again = try await put(visit, Self.document, if: "\"2\"").json(PolicyReply.self)
            #expect(again.changes.isEmpty)
        }
        let authors = board.counter.with { $0.orders.map(\.author) }
        #expect(authors == ["information-officer", "information-officer"])
    }

    @Test func `L10: a difference shows no badge number`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            _ = try await put(visit, Self.document)
            let other = Self.document.replacing("012E3D4C5B6A7988", with: "AAAA3D4C5B6A7988")
            let response = try await put(visit, other, if: "\"2\"")
            #expect(
                try response.json(PolicyReply.self).changes.first?.fields?.first?.key == "badges"
            )
            #expect(!response.text.contains("3D4C5B6A7988"))
        }
    }

    @Test func `mistakes come with their place in both languages, and nothing changes`()
        async throws
    {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let response = try await put(visit, "rooms:\n  - {id: a, colour: red}\n")
            #expect(response.problem == .mistakes)
            let mistakes = try #require(try response.json(Problem.self).mistakes)
            #expect(mistakes.contains { $0.line == 2 && ($0.column ?? 0) > 1 })
            #expect(mistakes.allSatisfy { !$0.english.isEmpty && !$0.japanese.isEmpty })
        }
        #expect(board.counter.with(\.orders).isEmpty)
    }

    @Test func `who has not seen the revision in force changes nothing`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            #expect(try await put(visit, Self.document, if: nil).problem == .revisionMissing)
            #expect(try await put(visit, Self.document, if: "\"7\"").problem == .changedMeanwhile)
            #expect(try await put(visit, Self.document, if: "\"7\", \"1\"").status == .ok)
        }
    }

    @Test func `of two who start from one revision, one is told`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            async let left = put(visit, Self.document).status.code
            async let right = put(visit, Self.document).status.code
            #expect(try await [left, right].sorted() == [200, 412])
        }
    }
}
