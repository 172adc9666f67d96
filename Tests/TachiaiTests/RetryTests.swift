// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import tachiai

/// A change is asked for again with the same key, so that nothing is done twice (issue 3.3).
@Suite struct RetryTests {
    private static let soon: [Duration] = [.milliseconds(1), .milliseconds(1)]

    private func server(_ service: TestService, waits: [Duration] = soon) -> Server {
        Server(place: service.place, token: Secret("t"), waits: waits)
    }

    @Test func `a lost connection is tried again under the same key`() async throws {
        let service = try await TestService(with: nil) { before, _ in
            before < 2 ? .hangUp : .json(200, "{\"record\":5}")
        }
        let reply = try await server(service).change("/v1/orders", ReasonRequest(reason: "x"))
        #expect(try reply.json(OrderReply.self).record == 5)
        let keys = service.asked.map { $0.headers.first(name: "Idempotency-Key") ?? "" }
        #expect(keys.count == 3 && Set(keys).count == 1 && keys[0].count == 36)
        try await service.close()
    }

    @Test func `two changes have two keys, and a key that was said is the one that is sent`()
        async throws
    {
        let service = try await TestService(with: nil) { _, _ in .json(200, "{}") }
        let server = server(service)
        for key in [nil, nil, "mine"] as [String?] {
            var terms = Server.Terms()
            if let key { terms.key = key }
            _ = try await server.change("/v1/orders", ReasonRequest(), terms)
        }
        let keys = service.asked.compactMap { $0.headers.first(name: "Idempotency-Key") }
        #expect(Set(keys).count == 3 && keys[2] == "mine")
        try await service.close()
    }

    @Test func `after the last try it says that the change may have been made`() async throws {
        let service = try await TestService(with: nil) { _, _ in .hangUp }
        let server = server(service)
        let complaint = try await #require(throws: Complaint.self) {
            try await server.change("/v1/orders", ReasonRequest())
        }
        #expect(complaint.status == .unreachable)
        #expect(complaint.description == Words.now.unsure(service.place))
        #expect(service.asked.count == 3)
        try await service.close()
    }

    @Test func `a service that is not there is not waited for`() async throws {
        let server = Server(
            place: .socket("/tmp/tachiai-nobody.sock"),
            token: nil,
            waits: [.seconds(3600)]
        )
        let complaint = try await #require(throws: Complaint.self) {
            try await server.get("/v1/status")
        }
        #expect(complaint.status == .unreachable)
    }

    @Test func `a refusal is an answer: it is not asked again`() async throws {
        let service = try await TestService(with: nil) { _, _ in
            .json(409, "{\"type\":\"urn:tachiai:problem:unfit\",\"title\":\"t\",\"status\":409}")
        }
        let server = server(service)
        let problem = try await #require(throws: Problem.self) {
            try await server.change("/v1/orders", ReasonRequest())
        }
        #expect(problem.kind == .unfit)
        #expect(service.asked.count == 1)
        try await service.close()
    }

    @Test func `a trial, a tag and a row that must not be there yet are said in the request`()
        async throws
    {
        let service = try await TestService(with: nil) { _, _ in .json(200, "{}") }
        let server = server(service)
        var terms = Server.Terms()
        (terms.isTrial, terms.tag) = (true, "\"7\"")
        _ = try await server.change("/v1/people/a", ReasonRequest(), by: .put, terms)
        (terms.isTrial, terms.tag) = (false, "*")
        _ = try await server.change("/v1/people/a", ReasonRequest(), by: .put, terms)
        #expect(service.asked.map(\.uri) == ["/v1/people/a?dryRun=true", "/v1/people/a"])
        #expect(service.asked[0].headers.first(name: "If-Match") == "\"7\"")
        #expect(service.asked[1].headers.first(name: "If-None-Match") == "*")
        #expect(service.asked[1].headers.first(name: "If-Match") == nil)
        try await service.close()
    }

    @Test(.timeLimit(.minutes(1)))
    func `a stream that falls silent is a stream that is lost`() async throws {
        let service = try await TestService(with: nil) { _, _ in
            .stream("id: 7\nevent: record\ndata: {}\n\n")
        }
        let server = Server(place: service.place, token: nil, silence: .seconds(3))
        var events: [EventReading.Event] = []
        await #expect(throws: (any Error).self) {
            try await server.events(APIPath.events, [], after: "6") { events.append($0) }
        }
        #expect(events == [EventReading.Event(text: "{}", id: "7", name: "record")])
        #expect(service.asked.first?.headers.first(name: "Last-Event-ID") == "6")
        try await service.close()
    }

    @Test func `what the service was too busy for is asked again, under the same key`() async throws
    {
        let busy = [ProblemKind.tooManyRequests, .busy].map { kind in
            TestService.Reply.json(kind.status, (try? Self.text(Problem(kind))) ?? "")
        }
        let service = try await TestService(with: nil) { before, _ in
            before < 2 ? busy[before] : .json(200, "{\"record\":5}")
        }
        let reply = try await server(service).change("/v1/orders", ReasonRequest())
        #expect(try reply.json(OrderReply.self).record == 5)
        let keys = service.asked.map { $0.headers.first(name: "Idempotency-Key") ?? "" }
        #expect(keys.count == 3 && Set(keys).count == 1)
        try await service.close()
    }

    @Test func `too many requests, or wrong tokens, are a sentence of their own with what to do`()
        async throws
    {
        let service = try await TestService(with: nil) { _, _ in
            let problem = Problem(.tooManyRequests, detail: "wait 3 seconds", japanese: "3秒")
            return .json(429, (try? Self.text(problem)) ?? "")
        }
        let problem = try await #require(throws: Problem.self) {
            try await server(service).get("/v1/people")
        }
        #expect(service.asked.count == 3)
        let complaint = Complaint(problem)
        #expect(complaint.status == .refused)
        #expect(complaint.description.split(separator: "\n").count == 2)
        #expect(complaint.description.contains("3"))
        let wrong = Complaint(Problem(.throttled, detail: "wait 3 seconds", japanese: "3秒"))
        #expect(wrong.status == .notAllowed)
        #expect(wrong.description.contains("tachiai login"))
        try await service.close()
    }

    private static func text(_ problem: Problem) throws -> String {
        String(decoding: try JSONEncoder().encode(problem), as: UTF8.self)
    }
}
