// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

/// What a request says of the state that it starts from, and the times that it sends back.
@Suite struct ConditionTests {
    @Test(arguments: [
        ("*", ["*"]), (#""1""#, ["1"]), (#"W/"a-b""#, ["a-b"]), (#""1", "2""#, ["1", "2"]),
        (#""1" ,"2""#, ["1", "2"]), (#""""#, [""]),
        ("", nil), ("1", nil), (#""1"#, nil), (#""a b""#, nil), (#""1",, "2""#, nil),
        (#"*, "1""#, nil), (#" "1""#, nil), (#""1"  , "2""#, nil), (#""あ""#, nil),
        ("\"" + String(repeating: "x", count: 65) + "\"", nil),
        (Array(repeating: #""1""#, count: 11).joined(separator: ","), nil),
    ])
    func `entity tags are * or stand in quotes, exactly as the document's pattern says`(
        written: String,
        texts: [String]?
    ) throws {
        #expect(EntityTags(written)?.texts == texts)
        #expect(try fits(written, EntityTags.form) == (texts != nil))
        #expect(try fits(written, EntityTags.namedForm) == (texts != nil && texts != ["*"]))
    }

    /// Whether a text is one of those that a schema lets through.
    private func fits(_ written: String, _ schema: [String: JSONValue]) throws -> Bool {
        try #require(schema["anyOf"]?.list).contains { choice in
            if let word = choice["const"]?.text { return word == written }
            let regex = try Regex(try #require(choice["pattern"]?.text))
            return written.wholeMatch(of: regex) != nil
        }
    }

    @Test(arguments: ["1", "x\"", "\"1\",", "*,*", "W/1"])
    func `an odd tag is refused and not taken for one that does not match`(tag: String)
        async throws
    {
        let board = try TestBoard()
        board.furnish()
        try await board.visit { (visit) async throws in
            let row = APIPath.filled(APIPath.person, "100123")
            let read = try await visit.send(.get, row, [.ifNoneMatch: tag])
            #expect(read.problem == .malformedRequest)
            let json: HTTPFields = [.contentType: MediaType.json, .ifMatch: tag]
            let suspend = APIPath.filled(APIPath.personSuspend, "100123")
            #expect(try await visit.send(.post, suspend, json, "{}").problem == .malformedRequest)
            let put = try await visit.send(.put, row, json, #"{"id": "100123", "name": "x"}"#)
            #expect(put.problem == .malformedRequest)
            let new: HTTPFields = [.contentType: MediaType.json, .ifNoneMatch: tag]
            let made = try await visit.send(.put, row, new, #"{"id": "100123", "name": "x"}"#)
            #expect(made.problem == .malformedRequest)
        }
        #expect(board.counter.with { $0.orders.isEmpty })
    }

    @Test func `a policy is applied to a revision that is named, not to whatever there is`()
        async throws
    {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let headers: HTTPFields = [.contentType: MediaType.yaml, .ifMatch: "*"]
            let any = try await visit.send(.put, APIPath.policy, headers, "rooms: []")
            #expect(any.problem == .malformedRequest)
        }
        #expect(board.counter.with { $0.orders.isEmpty })
    }

    @Test func `a time that a reply gave can be sent back`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let status = try await visit.get(APIPath.status).json(StatusReply.self)
            #expect(status.at.contains("."))
            let at = status.at.replacing("+", with: "%2B")
            for query in ["from=\(at)", "until=\(at)"] {
                let response = try await visit.get(APIPath.journal + "?" + query)
                #expect(response.status == .ok, "\(query): \(response.text)")
            }
        }
    }

    @Test(arguments: [
        ("2026-04-10", true), ("2024-02-29", true), ("2000-02-29", true), ("0001-01-01", true),
        ("9999-12-31", true), ("2026-04-10T09:00+09:00", true), ("2026-04-10T09:00:59Z", true),
        ("2026-04-10T09:00:00.123456789+14:00", true), ("2026-04-10T00:00-13:59", true),
        ("0000-00-00", false), ("0000-02-29", false), ("2026-02-29", false),
        ("1900-02-29", false), ("2026-04-31", false), ("2026-13-01", false),
        ("2026-04-10T24:00Z", false), ("2026-04-10T09:60Z", false), ("2026-04-10T09:00:60Z", false),
        ("2026-04-10T09:00:00.Z", false), ("2026-04-10T09:00:00.1234567890Z", false),
        ("2026-04-10T09:00+14:01", false), ("2026-04-10T09:00+15:00", false),
        ("2026-04-10T09:00", false), ("2026-4-10", false), ("２０２６-04-10", false),
        ("2026-04-10T09:00.5Z", false), ("2026-04-10t09:00z", false),
    ])
    func `a time is what the document's pattern says, and nothing else`(
        written: String,
        isTime: Bool
    ) throws {
        #expect(TextForm.moment.admits(written) == isTime)
        let regex = try Regex(try #require(TextForm.moment.schema["pattern"]?.text))
        #expect((written.wholeMatch(of: regex) != nil) == isTime)
        guard written.utf8.count == 10 else { return }
        let date = try Regex(try #require(TextForm.date.schema["pattern"]?.text))
        #expect(TextForm.date.admits(written) == isTime)
        #expect((written.wholeMatch(of: date) != nil) == isTime)
    }

    @Test func `what exactly one is asked for is one, with nothing that goes with another`() {
        let shape = Shape(of: OrderRequest.self)
        func fault(_ value: JSONValue) -> String? { shape.fault(in: value)?.english }
        #expect(fault(["sign": "D-1", "reason": "r"]) == nil)
        #expect(fault(["lockdown": ["a"], "allow": ["b"]]) == nil)
        #expect(fault(["reason": "r"])?.contains("exactly one of") == true)
        #expect(fault(["sign": "D-1", "closeVisit": "A-1"])?.contains("exactly one of") == true)
        #expect(fault(["sign": "D-1", "allow": ["b"]])?.contains("'sign'") == true)
        #expect(fault(["sign": "D-1", "door": "b"])?.contains("'sign'") == true)
        let question = Shape(of: ExplanationRequest.self)
        #expect(question.fault(in: ["record": 1]) == nil)
        #expect(question.fault(in: ["person": "1", "room": "r", "at": "2026-04-10"]) == nil)
        for wrong: JSONValue in [
            ["person": "1"], ["record": 1, "person": "1"], ["person": "1", "badge": "00"],
            ["person": "1", "room": "r", "door": "d"], ["record": 1, "at": "2026-04-10"],
            ["record": 1, "person": "1", "room": "r"],
        ] {
            #expect(question.fault(in: wrong) != nil, "\(wrong)")
        }
    }
}
