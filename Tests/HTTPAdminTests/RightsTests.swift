// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

@Suite struct RightsTests {
    private static let readers: Set<Office> = [
        .informationOfficer, .actingInformationOfficer, .sectionHead, .operator, .auditor,
    ]

    @Test(arguments: Office.allCases)
    func `L8: what may be read follows from the office`(_ office: Office) async throws {
        try await TestBoard().visit { (visit) async throws in
            let mayRead = Self.readers.contains(office)
            for path in [APIPath.journal, APIPath.presence, APIPath.policy] {
                let status = try await visit.get(path, as: office).status
                #expect(status == (mayRead ? .ok : .forbidden), "\(path)")
            }
            #expect(try await visit.get(APIPath.status, as: office).status == .ok)
        }
    }

    @Test(arguments: Office.allCases)
    func `L8: only the information officer applies a policy`(_ office: Office) async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            let response = try await visit.send(
                .put,
                APIPath.policy,
                as: office,
                [.contentType: MediaType.yaml, .ifMatch: "\"1\""],
                "rooms: []"
            )
            let may = office == .informationOfficer
            #expect((response.status == .forbidden) == !may)
            #expect(board.counter.with(\.orders.count) == (may ? 1 : 0))
        }
    }

    @Test func `L8: an office that has ended gives nothing`() async throws {
        let board = try TestBoard()
        let yesterday = Bound("2026-04-09", as: .until, in: board.calendar)
        board.counter.with { state in
            for place in state.appointments.indices {
                state.appointments[place].validity.until = yesterday
            }
        }
        try await board.visit { (visit) async throws in
            for path in [APIPath.journal, APIPath.status, APIPath.policy] {
                let response = try await visit.get(path)
                #expect(response.problem == .notAllowed)
            }
        }
    }

    @Test func `before the first policy the claimed token may read and apply`() async throws {
        let board = try TestBoard()
        board.counter.with {
            $0.revision = 0
            $0.appointments = []
        }
        try await board.visit { (visit) async throws in
            #expect(try await visit.get(APIPath.policy).headers[.eTag] == "\"0\"")
            let applied = try await visit.send(
                .put,
                APIPath.policy,
                [.contentType: MediaType.yaml, .ifMatch: "\"0\""],
                "rooms: []"
            )
            #expect(applied.status == .ok)
            // The policy that it applied gave it no office.
            #expect(try await visit.get(APIPath.policy).status == .forbidden)
        }
    }

    @Test func `an installer sees the hardware and no people`() async throws {
        try await TestBoard().visit { (visit) async throws in
            let status = try await visit.get(APIPath.status, as: .installer).json(StatusReply.self)
            #expect(status.readers.map(\.isPresent) == [true, false])
            #expect(status.alarms.map(\.person) == [nil])
            let officer = try await visit.get(APIPath.status).json(StatusReply.self)
            #expect(officer.alarms.map(\.person) == ["100123"])
        }
    }

    @Test func `no endpoint but the claim answers without a token`() async throws {
        let board = try TestBoard()
        let endpoints = HTTPAdmin.endpoints(
            board.parts,
            limits: board.limits,
            behind: Gate(board.parts, limits: board.limits)
        )
        #expect(endpoints.count == 11)
        try await board.visit { (visit) async throws in
            for endpoint in endpoints where endpoint.right != .claim {
                let response = try await visit.send(endpoint.method, endpoint.path, as: nil)
                #expect(response.problem == .notAuthenticated, "\(endpoint.path)")
                #expect(response.headers[.wwwAuthenticate] == "Bearer")
            }
        }
    }
}
