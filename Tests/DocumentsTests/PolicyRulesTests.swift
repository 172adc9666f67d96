// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

/// What an order's single row is asked, which is what a document's row is asked.
struct PolicyRulesTests {
    private func rules() throws -> PolicyRules<PolicyTables> {
        PolicyRules(PolicyTables(try policy(section8)))
    }

    @Test func `a row of the document has no fault when it stands alone`() throws {
        let policy = try policy(section8)
        let rules = try rules()
        #expect(rules.faults(in: policy.designations[0], at: "row") == [])
        #expect(rules.faults(in: policy.visits[0], at: "row") == [])
        #expect(rules.faults(in: policy.appointments[1], at: "row") == [])
    }

    @Test func `an approval by who holds no such office that day has a fault (R06)`() throws {
        var visit = try policy(section8).visits[0]
        visit.by = "200001"
        #expect(try rules().faults(in: visit, at: "row").map(\.path) == ["row.by"])
        visit.by = "100002"
        #expect(try rules().faults(in: visit, at: "row").map(\.path) == ["row.by"])
        visit.on = SigningDay(try #require(CivilDate("2026-08-16")), in: try tokyo())
        #expect(try rules().faults(in: visit, at: "row") == [])
        visit.on = SigningDay(try #require(CivilDate("2026-08-17")), in: try tokyo())
        #expect(try rules().faults(in: visit, at: "row").map(\.path) == ["row.by"])
    }

    @Test func `an approval of one visit holds for 7 days at most, a standing one for 31`() throws {
        var policy = try policy(section8)
        var visit = policy.visits[0]
        visit.entries = 40
        visit.validity = Validity(
            from: Bound("2026-04-01", as: .from, in: try tokyo()),
            until: Bound("2026-04-07", as: .until, in: try tokyo())
        )
        #expect(try rules().faults(in: visit, at: "row") == [])
        visit.validity.until = Bound("2026-04-08", as: .until, in: try tokyo())
        let found = try rules().faults(in: visit, at: "row")
        #expect(found.map(\.path) == ["row.until"])
        #expect(found.allSatisfy { $0.isWarning })
        for place in policy.rooms.indices { policy.rooms[place].approvalScope = .standing }
        let standing = PolicyRules(PolicyTables(policy))
        visit.validity.until = Bound("2026-05-01", as: .until, in: try tokyo())
        let fit = standing.faults(in: visit, at: "row")
        #expect(fit == [])
        visit.validity.until = Bound("2026-05-02", as: .until, in: try tokyo())
        let long = standing.faults(in: visit, at: "row")
        #expect(long.map(\.path) == ["row.until"])
    }

    @Test func `an approval without a limit of entries holds for 31 days at most`() throws {
        var policy = try policy(section8)
        for place in policy.rooms.indices { policy.rooms[place].approvalScope = .standing }
        let rules = PolicyRules(PolicyTables(policy))
        var visit = policy.visits[0]
        visit.entries = nil
        visit.validity = Validity(
            from: Bound("2026-04-01", as: .from, in: try tokyo()),
            until: Bound("2026-05-01", as: .until, in: try tokyo())
        )
        let fit = rules.faults(in: visit, at: "row")
        #expect(fit == [])
        visit.validity.until = Bound("2026-05-02", as: .until, in: try tokyo())
        let endless = rules.faults(in: visit, at: "row")
        #expect(endless.map(\.path) == ["row.entries"])
    }

    @Test func `the approver is never the visitor`() throws {
        var visit = try policy(section8).visits[0]
        visit.visitors = ["100001"]
        #expect(try rules().faults(in: visit, at: "row").map(\.path) == ["row.visitors[0]"])
    }

    @Test(arguments: [
        ("100001", "2026-04-01", true), ("200001", "2026-04-01", true),
        ("100001", "2026-03-31", false), ("100002", "2026-08-09", false),
        ("100002", "2026-08-10", true), ("100002", "2026-08-17", false),
        ("100123", "2026-04-01", false),
    ])
    func `a signature counts by the office held that day (R02, R15)`(
        _ by: String,
        _ day: String,
        _ counts: Bool
    ) throws {
        let designation = try policy(section8).designations[0]
        let date = try #require(CivilDate(day))
        let signature = Signature(by: PersonID(by), on: SigningDay(date, in: try tokyo()))
        let faults = try rules().faults(in: signature, under: designation, at: "row")
        #expect(faults.isEmpty == counts)
        #expect(faults.filter(\.isWarning).count == faults.count)
    }

    @Test func `a head of a section without competence does not count (R03)`() throws {
        let text = section8([("competentSections: [zeimu] ", "competentSections: [joho] ")])
        let lines = try lines(ofPolicy: text)
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("38:50: designations[0].signatures[1]: warning:") == true)
    }

    @Test
    func `an officer's signature alone does not count where only the section head's is asked`()
        throws
    {
        let text = section8([("designation: both  ", "designation: section-head  ")])
        #expect(
            try lines(ofPolicy: text).map { $0.prefix(37) }
                == ["38:18: designations[0].signatures[0]: "].map { $0.prefix(37) }
        )
    }

    @Test func `texts and lists have limits (L14)`() throws {
        let rules = try rules()
        var visit = try policy(section8).visits[0]
        visit.necessity = String(repeating: "必", count: PolicyLimits.text + 1)
        visit.escorts = (0...PolicyLimits.list).map { PersonID("\($0)") }
        let faults = rules.faults(in: visit, at: "row").map(\.path)
        #expect(faults.contains("row.necessity") && faults.contains("row.escorts"))
        visit.necessity = " "
        #expect(rules.faults(in: visit, at: "row").map(\.path).contains("row.necessity"))
    }
}
