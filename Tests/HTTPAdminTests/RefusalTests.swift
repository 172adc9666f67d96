// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

@Suite struct RefusalTests {
    @Test func `what is not there is a problem, not a page`() async throws {
        try await TestBoard().visit { (visit) async throws in
            #expect(try await visit.get("/v1/nothing").problem == .notFound)
            #expect(try await visit.get("/").problem == .notFound)
        }
    }

    @Test func `what a path names and is not there is called by its name`() async throws {
        try await TestBoard().visit { (visit) async throws in
            for (path, name, english, japanese) in [
                (APIPath.designation, "D-9", "There is no designation 'D-9'.", "指定「D-9」はありません。"),
                (APIPath.visit, "A-9", "There is no visit 'A-9'.", "来訪「A-9」はありません。"),
                (APIPath.person, "9", "There is no person '9'.", "人「9」はありません。"),
                (APIPath.department, "x", "There is no department 'x'.", "課等「x」はありません。"),
                (APIPath.room, "x", "There is no room 'x'.", "室「x」はありません。"),
                (APIPath.journalRecord, "99999", "There is no record '99999'.", "記録「99999」はありません。"),
                // It may be a number, which is not repeated (L10).
                (APIPath.badge, "012E3D4C5B6A7988", "There is no such badge.", "その証はありません。"),
            ] {
                let response = try await visit.get(APIPath.filled(path, name))
                #expect(response.problem == .notFound)
                let problem = try response.json(Problem.self)
                #expect(problem.detail == english && problem.japanese == japanese, "\(problem)")
            }
        }
    }

    @Test func `a method that the path does not know is named with those it knows`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let response = try await visit.send(.delete, APIPath.policy)
            #expect(response.problem == .methodNotAllowed)
            #expect(response.headers[.allow] == "GET, PUT")
            let one = try await visit.send(.delete, APIPath.filled(APIPath.person, "V 1/2"))
            #expect(one.problem == .methodNotAllowed)
            #expect(one.headers[.allow] == "GET, PUT")
            // A literal step is nearer than a parameter.
            let events = try await visit.send(.post, APIPath.journalEvents)
            #expect(events.headers[.allow] == "GET")
        }
    }

    @Test func `nothing follows the header of a reply to HEAD`() async throws {
        try await TestBoard().visit { (visit) async throws in
            for path in [APIPath.status, APIPath.claim, "/v1/nothing"] {
                let response = try await visit.send(.head, path)
                #expect(response.status.code >= 400)
                #expect(response.text.isEmpty, "\(path)")
            }
        }
    }

    @Test func `a body of another media type is refused`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let headers: HTTPFields = [.contentType: "text/html"]
            let order = try await visit.send(.post, APIPath.orders, headers, "{}")
            #expect(order.problem == .unsupportedMediaType)
            let diff = try await visit.send(.post, APIPath.policyDiff, headers, "rooms: []")
            #expect(diff.problem == .unsupportedMediaType)
            let none = try await visit.send(.post, APIPath.orders, [:], "{}")
            #expect(none.problem == .unsupportedMediaType)
        }
    }

    @Test func `L14: a body that is too long is refused`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let long = String(repeating: " ", count: board.limits.bodyBytes + 1)
            #expect(try await visit.post(APIPath.badgeReads, long).problem == .tooLarge)
            let exact = String(repeating: " ", count: board.limits.bodyBytes - 2) + "{}"
            #expect(try await visit.post(APIPath.badgeReads, exact).problem == .malformedRequest)
            for path in [APIPath.orders, APIPath.transfers] {
                #expect(try await visit.post(path, long).problem == .malformedRequest)
                let most = String(repeating: " ", count: board.limits.transferBytes + 1)
                #expect(try await visit.post(path, most).problem == .tooLarge)
            }
        }
    }

    @Test(arguments: [
        "after=-1", "after=x", "after=+1", "after=01", "last=0", "last=1001", "limit=0",
        "limit=1001", "kind=nonsense",
        "from=yesterday", "until=2026-13-01", "door=", "colour=red",
        "limit=1&limit=2", "%zz=1", "door=%ff", "kind=entry,,exit",
    ])
    func `a query that cannot be understood is refused`(_ query: String) async throws {
        try await TestBoard().visit { (visit) async throws in
            let response = try await visit.get(APIPath.journal + "?" + query)
            #expect(response.problem == .malformedRequest)
        }
    }

    @Test func `a plus is a space, and in a time what it looks like`() async throws {
        let board = try TestBoard()
        board.furnish()
        let name = try #require(board.counter.with(\.rows).people.first?.entry.person.name)
        let words = name.split(separator: " ").compactMap {
            $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        }
        #expect(words.count == 2)
        try await board.visit { (visit) async throws in
            for (space, isFound) in [("+", true), ("%20", true), ("%2B", false)] {
                let query = "?text=" + words.joined(separator: space)
                let answer = try await visit.get(APIPath.people + query)
                #expect(answer.status == .ok && answer.text.contains(name) == isFound, "\(space)")
            }
            for query in ["from=2026-04-10T00:00:00+09:00", "from=2026-04-10T00:00:00%2B09:00"] {
                #expect(try await visit.get(APIPath.journal + "?" + query).status == .ok)
            }
        }
    }

    @Test func `people are asked for by a hundred numbers at most, all of them numbers`()
        async throws
    {
        let board = try TestBoard()
        board.furnish()
        try await board.visit { (visit) async throws in
            let many = (1...101).map { "p\($0)" }.joined(separator: ",")
            for ids in ["", ",", "100123,,V-001", "a%20b", many] {
                let response = try await visit.get(APIPath.people + "?id=" + ids)
                #expect(response.problem == .malformedRequest, "\(ids)")
            }
            let some = try await visit.get(APIPath.people + "?id=V-001,V-999")
            #expect(some.status == .ok && some.text.contains(#""id":"V-001""#))
            let none = try await visit.get(APIPath.people + "?id=V-999")
            #expect(none.status == .ok && !none.text.contains(#""id":"V-001""#))
        }
    }

    @Test func `JSON that cannot be understood names the place and not the value`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let response = try await visit.post(APIPath.badgeReads, #"{"reader": 4711}"#)
            #expect(response.problem == .malformedRequest)
            #expect(response.text.contains("'reader'"))
            #expect(!response.text.contains("4711"))
            #expect(try await visit.post(APIPath.orders, "[").problem == .malformedRequest)
            let long = String(repeating: "x", count: 65)
            for body in [
                #"{"reader": "a", "colour": "red"}"#, #"{"reader": null}"#, #"{"reader": "a b"}"#,
                #"{"reader": "a", "seconds": 0}"#, #"{"reader": "\#(long)"}"#, "{}", "[]", "",
            ] {
                let response = try await visit.post(APIPath.badgeReads, body)
                #expect(response.problem == .malformedRequest, "\(body)")
            }
        }
    }

    @Test func `a ledger that fails is an unavailable journal, and its words stay in the log`()
        async throws
    {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            board.counter.with { $0.fault = LedgerFault("disk I/O error at /var/x") }
            let response = try await visit.get(APIPath.journal)
            #expect(response.problem == .journalUnavailable)
            #expect(!response.text.contains("/var/x"))
        }
        #expect(board.log.text.contains("disk I/O error at /var/x"))
    }

    @Test func `L14: more requests than are answered at once are told to come again`()
        async throws
    {
        var board = try TestBoard()
        board.limits.requests = 0
        try await board.visit { (visit) async throws in
            let response = try await visit.get(APIPath.status)
            #expect(response.problem == .busy)
            #expect(response.headers[.retryAfter] == "1")
        }
    }

    @Test func `every problem has its own URI, a status and a title`() {
        let kinds = ProblemKind.allCases
        #expect(Set(kinds.map(\.uri)).count == kinds.count)
        #expect(kinds.allSatisfy { (400..<600).contains($0.status) && !$0.title.isEmpty })
        #expect(Problem(.unfit).kind == .unfit)
    }
}
