// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

@Suite struct RightsTests {
    /// What each office may read here; every other place is shut to it.
    private static let readable: [Office: Set<String>] = {
        let hardware: Set = [
            APIPath.status, APIPath.doors, APIPath.alarms, APIPath.rooms, APIPath.policyParameters,
        ]
        let people: Set = [
            APIPath.presence, APIPath.people, APIPath.departments, APIPath.appointments,
            APIPath.designations, APIPath.visits,
        ]
        let records: Set = [
            APIPath.journal, APIPath.badges, APIPath.items, APIPath.lockdowns,
            APIPath.journalVerification,
        ]
        let rights: Set = [APIPath.policy, APIPath.reviews]
        let everything = hardware.union(people).union(records).union(rights)
            .union([APIPath.metrics])
        return [
            .informationOfficer: everything, .actingInformationOfficer: everything,
            .auditor: everything,
            .operator: everything.subtracting(rights),
            .sectionHead: hardware.union(people).union([APIPath.reviews]),
            .installer: hardware.union([APIPath.metrics]), .metrics: [APIPath.metrics],
        ]
    }()

    @Test(arguments: Office.allCases)
    func `L8: what may be read follows from the office`(_ office: Office) async throws {
        let all = Self.readable[.informationOfficer] ?? []
        try await TestBoard().visit { (visit) async throws in
            for path in all {
                let status = try await visit.get(path, as: office).status
                let may = Self.readable[office]?.contains(path) == true
                #expect((status == .forbidden) == !may, "\(path)")
            }
            for path in [APIPath.me, APIPath.openAPI, APIPath.tokens] {
                #expect(try await visit.get(path, as: office).status == .ok, "\(path)")
            }
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

    @Test func `who may not is told which offices may, and which are held`() async throws {
        let board = try TestBoard()
        board.counter.with { $0.outcome = .refused(.notAllowed) }
        try await board.visit { (visit) async throws in
            let policy = try await visit.get(APIPath.policy, as: .operator).json(Problem.self)
            #expect(
                policy.japanese
                    == "現在の職では許されていません。できる職：情報責任者、情報責任者代理、監査。今の職：監視員。"
            )
            #expect(
                policy.detail == "The offices that you hold now do not allow this. It takes: "
                    + "information officer or acting information officer or auditor. "
                    + "You are: operator."
            )
            let order = #"{"sign": "D-1"}"#
            let head = try await visit.post(APIPath.orders, order, as: .sectionHead)
            #expect(
                try head.json(Problem.self).japanese?.hasSuffix(
                    "できる職：情報責任者、情報責任者代理、その室の課等の長。今の職：課等の長。"
                ) == true
            )
            let metrics = try await visit.post(APIPath.orders, order, as: .metrics)
            #expect(try metrics.json(Problem.self).japanese?.contains("、課等の長。") == true)
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
            for path in [APIPath.journal, APIPath.status, APIPath.policy, APIPath.people] {
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
        let board = try TestBoard()
        let end = Timestamp(milliseconds: 0)
        board.counter.with {
            $0.rows.endings = [
                Review.Ending(at: end, written: "2027-03-31", within: 7, designations: 12)
            ]
        }
        try await board.visit { (visit) async throws in
            let status = try await visit.get(APIPath.status, as: .installer).json(StatusReply.self)
            let ending = EndingReply(until: "2027-03-31", within: 7, designations: 12)
            #expect(status.endings == [ending])
            #expect(status.readers.map(\.isPresent) == [true, false])
            #expect(status.alarms.map(\.person) == [nil])
            let officer = try await visit.get(APIPath.status).json(StatusReply.self)
            #expect(officer.alarms.map(\.person) == ["100123"])
        }
    }

    @Test func `an appointment is held, to come, or over`() async throws {
        let board = try TestBoard()
        func bound(_ day: String) throws -> Bound {
            Bound(written: day, instant: try #require(Timestamp(day + "T00:00:00+09:00")))
        }
        let (before, after) = (try bound("2026-04-01"), try bound("2026-05-01"))
        let validities = [
            Validity(from: before, until: after), Validity(from: after),
            Validity(from: before, until: before), Validity(from: after, until: after),
        ]
        board.counter.with { state in
            state.appointments += validities.map {
                Appointment(office: .auditor, person: "9", validity: $0)
            }
        }
        try await board.visit { (visit) async throws in
            let rows = try await visit.get(APIPath.appointments)
                .json(PageReply<AppointmentReply>.self).items.filter { $0.row.person == "9" }
            #expect(rows.map(\.isHeld) == [true, false, false, false])
            #expect(rows.map(\.isComing) == [false, true, false, false])
        }
    }

    @Test func `a section head sees what is about its own rooms, and no badge`() async throws {
        let board = try TestBoard()
        board.furnish()
        try await board.visit { (visit) async throws in
            let own = try await visit.get(APIPath.designations, as: .sectionHead)
                .json(PageReply<DesignationReply>.self)
            #expect(own.items.map(\.row.id) == ["D-1"])
            let all = try await visit.get(APIPath.designations)
                .json(PageReply<DesignationReply>.self)
            #expect(all.items.map(\.row.id) == ["D-1", "D-2"])
            let path = APIPath.filled(APIPath.designation, "D-2")
            let hidden = try await visit.get(path, as: .sectionHead)
            #expect(hidden.problem == .notFound)
            // It reads as one that is not there.
            let problem = try hidden.json(Problem.self)
            #expect(problem.detail == "There is no designation 'D-2'.")
            #expect(try await visit.get(path).status == .ok)
            let people = try await visit.get(APIPath.people, as: .sectionHead)
            #expect(people.status == .ok)
            #expect(!people.text.contains("fp:"))
            #expect(try await visit.get(APIPath.people).text.contains("fp:"))
        }
    }

    @Test func `an installer is told of nobody: not in problems, not in metrics, not in events`()
        async throws
    {
        let board = try TestBoard()
        board.furnish()
        board.counter.with { state in state.whenFollowed = { $0.finish() } }
        let text = try await board.visit { (visit) async throws in
            var text = try await visit.get(APIPath.events, as: .installer).text
            #expect(text.contains("event: door"))
            for path in [APIPath.metrics, APIPath.status, APIPath.alarms, APIPath.rooms] {
                text += try await visit.get(path, as: .installer).text
            }
            for path in [APIPath.person, APIPath.visit, APIPath.designation, APIPath.room] {
                text += try await visit.get(APIPath.filled(path, "x"), as: .installer).text
            }
            return text
        }
        for name in ["100123", "V-001", "田中", "event: record", "100001"] {
            #expect(!text.contains(name), "\(name)")
        }
    }

    @Test func `metrics are counted from the start on`() async throws {
        let board = try TestBoard()
        try await board.visit { (visit) async throws in
            _ = try await visit.get(APIPath.metrics, as: .metrics)
            board.write([Record(.denied), Record(.denied), Record(.entry)])
            let text = try await visit.get(APIPath.metrics, as: .metrics).text
            for line in [
                #"tachiai_journal_records_total{kind="denied"} 2"#, "tachiai_journal_head 3",
                #"tachiai_door_released{door="server"} 0"#,
                #"tachiai_reader_present{reader="server-keys"} 0"#,
                #"tachiai_alarm_active{alarm="duress"} 1"#,
            ] {
                #expect(text.contains(line + "\n"), "\(line)")
            }
        }
    }

    @Test func `no endpoint but the claim answers without a token`() async throws {
        let board = try TestBoard()
        let endpoints = HTTPAdmin.endpoints(
            board.parts,
            limits: board.limits,
            behind: Gate(board.parts, limits: board.limits)
        )
        #expect(endpoints.count > 70)
        try await board.visit { (visit) async throws in
            for endpoint in endpoints where endpoint.right != .claim {
                let path = endpoint.somewhere
                let response = try await visit.send(endpoint.method, path, as: nil)
                #expect(response.problem == .notAuthenticated, "\(endpoint.path)")
                #expect(response.headers[.wwwAuthenticate] == "Bearer")
            }
        }
    }
}

extension Endpoint {
    /// Its path with something in the place of each parameter.
    var somewhere: String {
        steps.map { step in
            switch step.parameterName {
            case nil: "/" + step
            case "number": "/1"
            case "fingerprint": "/fp:" + String(repeating: "ab", count: 16)
            case "alarm": "/duress"
            default: "/server"
            }
        }.joined()
    }
}
