// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

struct ScenarioDocumentTests {
    @Test func `the example of the design loads without a word`() throws {
        #expect(try lines(ofScenario: section10) == [])
        let scenario = try scenario(section10)
        #expect(scenario.title == "来訪者は立会いがなければ入れない")
        #expect(scenario.steps.map(\.at) == [0, 5, 9, 11, 13, 20, 1800].map { .seconds($0) })
        #expect(scenario.steps.map(\.place.line) == Array(6...12))
        #expect(scenario.steps[2].expectation.lock == true)
        #expect(scenario.steps[4].expectation.inside == ["server-4f": ["100123", "V-001"]])
        #expect(scenario.steps[6].expectation.alarms == [.visitorUnattended])
        guard case .order(let order, let author)? = scenario.steps[5].act else {
            Issue.record("no order")
            return
        }
        #expect(order == Order(.revokeDesignation("D-2026-001"), reason: "異動"))
        #expect(author == "100001")
        #expect(
            scenario.journal.first?.fields.map(\.name) == ["kind", "people", "escort", "approval"]
        )
    }

    @Test func `an approval is by who orders it on the day of the order, unless it says otherwise`()
        throws
    {
        let row =
            "{id: A-9, visitors: [V-001], rooms: [server-4f], necessity: 点検, from: 2026-04-10, until: 2026-04-10}"
        func approved(_ row: String) throws -> VisitApproval? {
            guard
                case .order(let order, _)? = try scenario(ordering("approveVisit: " + row)).steps[5]
                    .act,
                case .approveVisit(let visit) = order.act
            else { return nil }
            return visit
        }
        #expect(try approved(row)?.by == "100001")
        #expect(try approved(row)?.on.date.description == "2026-04-10")
        let written = row.replacing("necessity", with: "by: \"200001\", on: 2026-04-09, necessity")
        #expect(try approved(written)?.by == "200001")
        #expect(try approved(written)?.on.date.description == "2026-04-09")
    }

    @Test func `a step that names a door by the way says whose lock is meant`() throws {
        let named = section10.replacing(
            "revokeDesignation: D-2026-001, reason: 異動}}",
            with:
                "holdOpen: {door: server, minutes: 5, watcher: \"100123\"}, reason: 搬入}, expect: {lock: released}}"
        )
        #expect(try scenario(named).steps[5].expectation.locks == ["server": true])
    }

    @Test func `the outline names the board before anything else is read`() throws {
        let outline = try ScenarioDocument.outline(Source(file: "s", text: section10)).document
        #expect(outline.board == "../demo.yaml")
    }

    @Test(arguments: [
        ("0s", 0), ("250ms", 250), ("1h30m", 5_400_000), ("2d", 172_800_000), ("1m1s1ms", 61_001),
    ])
    func `times are numbers with units`(_ written: String, _ milliseconds: Int) throws {
        let text = section10.replacing("at: 30m", with: "at: 2000h").replacing(
            "at: 0s",
            with: "at: 0s"
        )
        let last = text.replacing("at: 2000h", with: "at: \(written)")
        let steps = last.replacing("at: 5s", with: "at: 0s").replacing("at: 9s", with: "at: 0s")
            .replacing("at: 11s", with: "at: 0s").replacing("at: 13s", with: "at: 0s")
            .replacing("at: 20s", with: "at: 0s")
        #expect(try scenario(steps).steps.last?.at == .milliseconds(milliseconds))
    }

    /// The example with an order in place of its own.
    private func ordering(_ order: String) -> String {
        section10.replacing(
            "{by: \"100001\", revokeDesignation: D-2026-001, reason: 異動}",
            with: "{by: \"100001\", \(order)}"
        )
    }

    @Test(arguments: [
        ("sign: D-1", "sign"), ("withdrawVisit: A-1", "withdrawVisit"),
        ("confirmDesignation: D-1", "confirmDesignation"), ("refuseVisit: A-1", "refuseVisit"),
        ("closeVisit: A-1", "closeVisit"), ("resumeBadge: \"0123\"", "resumeBadge"),
        ("returnBadge: \"0123\"", "returnBadge"), ("resumePerson: \"100123\"", "resumePerson"),
        (
            "requestVisit: {id: A-9, visitors: [V-001], rooms: [server-4f], necessity: 点検, "
                + "from: 2026-04-10, until: 2026-04-10}",
            "requestVisit"
        ),
        ("noteItems: {visit: A-1, carriedIn: [ディスク], approval: 4-1}", "noteItems"),
        (
            "issueBadge: {number: \"0124\", person: V-001, kind: visitor, label: 来訪-1, "
                + "technology: felica, systemCode: \"88B4\", assurance: authenticated}",
            "issueBadge"
        ),
        (
            "registerPerson: {id: \"100999\", name: 新任, department: joho, pin: \"246810\"}",
            "registerPerson"
        ),
        ("setPin: {person: \"100123\", pin: \"246810\", duressPin: \"246811\"}", "setPin"),
        (
            "transferPeople: {effective: 2026-04-11, moves: [{person: \"100123\", "
                + "department: zeimu}, {person: \"100001\", leaves: true}]}",
            "transferPeople"
        ),
        ("registerDepartment: {id: kensetsu, name: 建設課}", "registerDepartment"),
        ("issueToken: {person: \"100123\", label: 窓口, until: 2027-03-31}", "issueToken"),
        ("revokeToken: 3", "revokeToken"), ("explain: {record: 12}", "explain"),
        (
            "explain: {person: \"100123\", room: server-4f, at: \"2026-04-13T19:30:00+09:00\"}",
            "explain"
        ),
        ("explain: {badge: \"0123\", door: server, escort: \"100123\"}", "explain"),
        ("badgeLost: \"0123\"", "badgeLost"), ("suspendBadge: \"0123\"", "suspendBadge"),
        ("suspendPerson: \"100123\"", "suspendPerson"),
        ("transfer: {person: \"100123\", department: zeimu}", "transfer"),
        ("appoint: {office: auditor, person: \"100123\", from: 2026-04-10}", "appoint"),
        ("lockdown: [server-4f], allow: [\"100001\"]", "lockdown"),
        ("endLockdown: [server-4f]", "endLockdown"),
        ("handover: {room: server-4f, to: \"100123\"}", "handover"),
        ("holdOpen: {door: server, minutes: 90, watcher: \"100123\"}", "holdOpen"),
        ("acknowledge: door-forced, door: server", "acknowledge"),
        ("clearPinLock: \"100123\"", "clearPinLock"),
        (
            "designate: {id: D-9, person: \"200102\", rooms: [server-4f], from: 2026-04-10, reason: 応援}",
            "designate"
        ),
        (
            "approveVisit: {id: A-9, visitors: [V-001], rooms: [server-4f], by: \"100001\", on: 2026-04-10, "
                + "necessity: 点検, from: 2026-04-10, until: 2026-04-10}",
            "approveVisit"
        ),
    ])
    func `every order has its form`(_ order: String, _ verb: String) throws {
        guard case .order(let read, _)? = try scenario(ordering(order)).steps[5].act else {
            Issue.record("no order")
            return
        }
        #expect(read.act.verb == verb)
    }

    @Test(arguments: [
        "designate: {id: D-9, person: \"200102\", rooms: [server-4f], from: 2026-02-30, reason: 応援}",
        "designate: {id: D-9, person: \"200102\", rooms: [server-4f], reason: 応援}",
        "approveVisit: {id: A-9, visitors: [V-001], rooms: [server-4f], by: \"100001\", on: 2026-04-10, "
            + "from: 2026-04-10, until: 2026-04-10}",
        "appoint: {office: king, person: \"100123\", from: 2026-04-10}",
    ])
    func `a row that the policy document refuses for its content is refused at the desk`(
        _ order: String
    ) throws {
        guard
            case .unfitOrder(_, let mistakes, let author)? = try scenario(ordering(order)).steps[5]
                .act
        else {
            Issue.record("not refused")
            return
        }
        #expect(mistakes.count == 1 && author == "100001")
    }

    @Test func `a policy may stand in the scenario itself, and its mistakes have their places`()
        throws
    {
        let inline = section8.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "  " + $0 }.joined(separator: "\n")
        let text = section10.replacing(
            "policy: ../demo-policy.yaml          # or an inline mapping in the policy document's own form",
            with: "policy:\n" + inline
        )
        guard case .inline(let policy) = try scenario(text).policy else {
            Issue.record("not inline")
            return
        }
        #expect(try policy == DocumentsTests.policy(section8))
        let wrong = text.replacing("within: monitor-4f", with: "within: cellar")
        #expect(
            try lines(ofScenario: wrong) == [
                "17:15: policy.rooms[0].within: there is no room \"cellar\"; name one that is under rooms"
            ]
        )
    }
}
