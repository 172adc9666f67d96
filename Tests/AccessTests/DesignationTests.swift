// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct DesignationTests {
    private static let rules = DesignationRule.allCases
    private static let signers: [[PersonID]] = [[], ["officer"], ["head"], ["officer", "head"]]

    @Test(arguments: rules, signers)
    func `R02 a designation counts only when those have signed whom the rule names`(
        rule: DesignationRule,
        signers: [PersonID]
    ) {
        var world = World()
        world.room.designation = rule
        world.staff("100123")
        world.designate("100123", signatures: signers.map { ($0, "2026-04-01") })
        let suffices =
            switch rule {
            case .both: signers.count == 2
            case .either: !signers.isEmpty
            case .sectionHead: signers.contains("head")
            }
        #expect(
            world.present("100123").word == (suffices ? "pin-needed" : "designation-incomplete")
        )
    }

    @Test(arguments: rules, signers)
    func `R02 what is still to be signed is told, and by whose office`(
        rule: DesignationRule,
        signers: [PersonID]
    ) {
        var world = World()
        world.room.designation = rule
        world.staff("100123")
        world.designate("100123", signatures: signers.map { ($0, "2026-04-01") })
        let both: Set<SignatureCount> = [.informationOfficer, .sectionHead]
        let expected: Set<SignatureCount> =
            switch (rule, signers) {
            case (.both, ["officer"]), (.sectionHead, []), (.sectionHead, ["officer"]):
                [.sectionHead]
            case (.both, ["head"]): [.informationOfficer]
            case (.both, []), (.either, []): both
            default: []
            }
        #expect(world.awaited() == expected)
        world.room.competentSections = []
        #expect(world.awaited() == [], "nobody's signature would help")
    }

    @Test func `R02 who signed in both offices leaves either to somebody else`() {
        var world = World()
        world.appoint(.sectionHead, "officer", of: "zeimu", from: "2026-04-01")
        world.staff("100123")
        world.designate("100123", signatures: [("officer", "2026-04-01")])
        #expect(world.awaited() == [.informationOfficer, .sectionHead])
    }

    @Test func `R03 the head of a section without competence for the room does not count`() {
        var world = World()
        world.staff("other", of: "shimin", kinds: [])
        world.appoint(.sectionHead, "other", of: "shimin", from: "2026-04-01")
        world.staff("100123")
        let signatures: [(PersonID, String)] = [("officer", "2026-04-01"), ("other", "2026-04-01")]
        world.designate("100123", signatures: signatures)
        #expect(world.present("100123").word == "designation-incomplete")
        world.room.competentSections.append("shimin")
        #expect(world.present("100123").word == "pin-needed")
    }

    @Test(arguments: DesignationRule.allCases)
    func `a room without competent sections admits nobody by designation`(rule: DesignationRule) {
        var world = World()
        world.room.designation = rule
        world.room.competentSections = []
        world.colleague("100123")
        #expect(world.present("100123").word == "designation-incomplete")
    }

    @Test func `two signatures come from two persons`() {
        var world = World()
        world.appoint(.sectionHead, "officer", of: "zeimu", from: "2026-04-01")
        world.staff("100123")
        let twice: [(PersonID, String)] = [("officer", "2026-04-01"), ("officer", "2026-04-02")]
        world.designate("100123", signatures: twice)
        #expect(world.present("100123").word == "designation-incomplete")
        world.designate("100123", "D-2")
        #expect(world.present("100123").word == "pin-needed")
    }

    @Test(arguments: [
        ("2026-03-31", false), ("2026-04-01", true), ("2026-04-09", true), ("2026-04-11", false),
    ])
    func `L8 a signature counts by the office held on its day, and not before its day`(
        signed: String,
        counts: Bool
    ) {
        var world = World()
        world.staff("100123")
        world.designate(
            "100123",
            signatures: [("officer", signed), ("head", "2026-04-01")]
        )
        #expect(world.present("100123").word == (counts ? "pin-needed" : "designation-incomplete"))
    }

    @Test func `L8 R15 a designation outlives the office of its signers`() {
        var world = World(at: "2026-08-01 10:00")
        world.colleague("100123")
        world.appointments = [:]
        world.appoint(.informationOfficer, "officer", from: "2026-04-01", until: "2026-06-30")
        world.appoint(.sectionHead, "head", of: "zeimu", from: "2026-04-01", until: "2026-06-30")
        #expect(world.present("100123").word == "pin-needed")
    }

    @Test func `R16 the acting officer's signature counts on the days of the term alone`() {
        var world = World(at: "2026-08-20 10:00")
        world.staff("acting")
        world.appoint(
            .actingInformationOfficer,
            "acting",
            from: "2026-08-10",
            until: "2026-08-16"
        )
        world.staff("100123")
        world.designate("100123", signatures: [("acting", "2026-08-16"), ("head", "2026-08-01")])
        #expect(world.present("100123").word == "pin-needed")
        world.session = nil
        world.people["100123"]?.designations = []
        world.designate("100123", signatures: [("acting", "2026-08-17"), ("head", "2026-08-01")])
        #expect(world.present("100123").word == "designation-incomplete")
    }

    @Test(arguments: [
        ("2026-03-31 23:59", "outside-validity"), ("2026-04-01 00:00", "pin-needed"),
        ("2027-03-31 23:59", "pin-needed"), ("2027-04-01 00:00", "outside-validity"),
    ])
    func `R02 a designation holds from its first day to the end of its last`(
        time: String,
        answer: String
    ) {
        var world = World(at: time)
        world.staff("100123")
        world.appointments = [:]
        world.appoint(.informationOfficer, "officer", from: "2026-01-01")
        world.appoint(.sectionHead, "head", of: "zeimu", from: "2026-01-01")
        let signed = "2026-01-05"
        world.designate("100123", signatures: [("officer", signed), ("head", signed)])
        #expect(world.present("100123").word == answer)
    }

    @Test func `of several designations one that serves is enough`() {
        var world = World()
        world.staff("100123")
        world.designate("100123", "D-old", from: "2025-04-01", until: "2026-03-31")
        world.designate("100123", "D-open", signatures: [])
        world.designate("100123", "D-good")
        world.present("100123")
        let entry = world.confirm().records.first
        #expect(entry?.kind == .entry && entry?.designation == "D-good")
    }

    @Test
    func `of several designations that do not serve the first reason of the table is answered`() {
        var world = World()
        world.staff("100123")
        let night = hours([.sat], "01:00", "02:00")
        world.designate("100123", "D-hours", hours: night)
        #expect(world.present("100123").word == "outside-hours")
        world.designate("100123", "D-old", from: "2025-04-01", until: "2026-04-09")
        #expect(world.present("100123").word == "outside-validity")
        world.designate("100123", "D-open", signatures: [])
        #expect(world.present("100123").word == "designation-incomplete")
    }

    @Test func `R01 nobody enters by rank: only what the designation names`() {
        var world = World()
        world.staff("mayor", of: "none", kinds: [])
        world.staff("200101", of: "zeimu", kinds: [])
        for person: PersonID in ["mayor", "head", "200101"] {
            #expect(world.present(person).word == "not-designated")
        }
        world.outsider("V-1")
        #expect(world.present("V-1").word == "no-approval")
    }
}
