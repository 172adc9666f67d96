// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

/// The interface's document and what is really served.
@Suite struct InterfaceTests {
    private func endpoints(_ board: TestBoard) -> [Endpoint] {
        HTTPAdmin.endpoints(
            board.parts,
            limits: board.limits,
            behind: Gate(board.parts, limits: board.limits)
        )
    }

    private func interface(_ visit: TestVisit) async throws -> JSONValue {
        try await visit.get(APIPath.openAPI).json(JSONValue.self)
    }

    @Test func `the document names every path, every method and every parameter that is served`()
        async throws
    {
        let board = try TestBoard()
        let document = try await board.visit { (visit) async throws -> JSONValue in
            try await interface(visit)
        }
        #expect(document["openapi"] == "3.1.0")
        let paths = try #require(document["paths"]?.object)
        let served = endpoints(board)
        #expect(Set(paths.keys) == Set(served.map(\.path)))
        for endpoint in served {
            let operations = try #require(paths[endpoint.path]?.object)
            let methods = served.filter { $0.path == endpoint.path }
                .map { $0.method.rawValue.lowercased() }
            #expect(Set(operations.keys) == Set(methods), "\(endpoint.path)")
            let operation = try #require(operations[endpoint.method.rawValue.lowercased()])
            let named = operation["parameters"]?.list?.compactMap { $0["name"]?.text } ?? []
            #expect(Set(named).isSuperset(of: endpoint.parameters + endpoint.query.map(\.name)))
            #expect(named.contains("Idempotency-Key") == endpoint.changes)
            #expect(operation["x-right"] == .text(endpoint.right.rawValue))
            #expect((operation["security"] == []) == (endpoint.right == .claim))
        }
    }

    @Test func `the document names the headers of replies`() async throws {
        let document = try await TestBoard().visit { (visit) async throws -> JSONValue in
            try await interface(visit)
        }
        let replies = document["paths"]?[APIPath.policy]?["get"]?["responses"]
        #expect(replies?["200"]?["headers"]?["ETag"] != nil)
        #expect(replies?["304"]?["headers"]?["ETag"] != nil)
        #expect(replies?["401"]?["headers"]?["WWW-Authenticate"] != nil)
        #expect(replies?["429"]?["headers"]?["Retry-After"] != nil)
        #expect(replies?["503"]?["headers"]?["Retry-After"] != nil)
        #expect(replies?["403"]?["headers"] == nil)
    }

    @Test func `every path of the interface is served`() throws {
        let served = Set(endpoints(try TestBoard()).map(\.path))
        for path in [
            APIPath.claim, APIPath.me, APIPath.metrics, APIPath.doors, APIPath.people,
            APIPath.badges, APIPath.departments, APIPath.rooms, APIPath.appointments,
            APIPath.designations, APIPath.visits, APIPath.visitRequests, APIPath.presence,
            APIPath.journal, APIPath.events, APIPath.reviews, APIPath.tokens, APIPath.policy,
            APIPath.policyDiff, APIPath.explanations, APIPath.transfers, APIPath.orders,
        ] {
            #expect(served.contains(path), "\(path)")
        }
    }

    @Test func `a question about what cannot be explained is refused as the document says`()
        async throws
    {
        let document = try await TestBoard().visit { (visit) async throws -> JSONValue in
            try await interface(visit)
        }
        let asking = document["paths"]?[APIPath.explanations]?["post"]
        #expect(asking?["responses"]?["409"] != nil)
    }

    @Test func `operations have names of their own, and references lead somewhere`() async throws {
        let document = try await TestBoard().visit { (visit) async throws -> JSONValue in
            try await interface(visit)
        }
        let schemas = try #require(document["components"]?["schemas"]?.object)
        let paths = document["paths"]?.object ?? [:]
        let operations = paths.values.flatMap { path -> [JSONValue] in
            path.object.map { Array($0.values) } ?? []
        }
        let names = operations.compactMap { $0["operationId"]?.text }
        #expect(names.count == operations.count)
        #expect(Set(names).count == names.count)
        let references = document.references.map { $0.dropFirst("#/components/schemas/".count) }
        #expect(references.allSatisfy { schemas[String($0)] != nil })
        #expect(schemas.keys.allSatisfy { $0.allSatisfy { $0.isLetter } })
        #expect(schemas["OrderRequest"] != nil && schemas["PersonRow"] != nil)
    }

    @Test(arguments: Office.allCases)
    func `every reply to whoever asks is one that the document promises`(_ office: Office)
        async throws
    {
        let board = try TestBoard()
        board.furnish()
        try await board.visit { (visit) async throws in
            let promises = try Promises(try await interface(visit))
            for endpoint in endpoints(board) where !endpoint.isEndless {
                for body in endpoint.bodies {
                    let response = try await visit.send(
                        endpoint.method,
                        endpoint.somewhere,
                        as: office,
                        endpoint.headers,
                        body
                    )
                    let fault = promises.fault(
                        in: response.text,
                        status: response.status.code,
                        type: response.headers[.contentType] ?? "",
                        of: endpoint
                    )
                    #expect(fault == nil, "\(endpoint.method) \(endpoint.path) \(body ?? "")")
                    #expect(response.status.code < 500, "\(endpoint.method) \(endpoint.path)")
                }
            }
        }
    }

    @Test func `a schema's check finds what does not belong`() throws {
        let shape = Shape(of: HoldOpenRequest.self)
        func fault(_ value: JSONValue) -> String? { shape.fault(in: value)?.path }
        #expect(fault(["minutes": 5, "watcher": "1"]) == nil)
        #expect(fault(["minutes": 61, "watcher": "1"]) == "minutes")
        #expect(fault(["minutes": 5]) == "watcher")
        #expect(fault(["minutes": 5, "watcher": "1", "x": 1]) == "x")
        #expect(fault(["minutes": "5", "watcher": "1"]) == "minutes")
        #expect(fault([]) == "")
    }

    @Test func `entries are a number or a word`() {
        let shape = Shape(of: VisitRow.self)
        guard case .object(let row) = shape else { return #expect(Bool(false)) }
        let entries = row.fields.first { $0.key == "entries" }
        #expect(entries?.isRequired == false)
        #expect(entries?.shape.fault(in: 3) == nil)
        #expect(entries?.shape.fault(in: "unlimited") == nil)
        #expect(entries?.shape.fault(in: "many") != nil)
    }

    @Test func `a row that is known is not sent again`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let first = try await visit.get(APIPath.policy)
            let tag = try #require(first.headers[.eTag])
            let again = try await visit.send(.get, APIPath.policy, [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
            #expect(again.text.isEmpty)
        }
    }
}
