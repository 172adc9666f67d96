// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

struct PolicyDocumentTests {
    @Test func `the example of the design loads without a word`() throws {
        #expect(try lines(ofPolicy: section8) == [])
        let policy = try policy(section8)
        #expect(policy.rooms.map(\.id) == ["server-4f", "monitor-4f"])
        #expect(policy.rooms[0].within == "monitor-4f")
        #expect(policy.rooms[0].capacity == 8)
        #expect(policy.rooms[1].visitorsPerEscort == 3)
        #expect(policy.people[0].pin == .digits(Secret("482137")))
        #expect(policy.people[1].badges.map(\.kind) == [.visitor])
        #expect(policy.designations[0].hours?.days.count == 5)
        #expect(policy.visits[0].escorts == ["100123"])
    }

    @Test func `a designation without an end ends with its fiscal year`() throws {
        let text = section8([("    until: 2027-03-31                # default", "    #")])
        let ends = try policy(text).designations[0].validity.until
        #expect(ends?.written == "2027-03-31")
        #expect(ends?.instant == Timestamp("2027-04-01T00:00:00+09:00"))
    }

    @Test func `plain words and digits keep what was written`() throws {
        let text = section8([
            ("antiPassback: soft ", "antiPassback: off "), ("\"482137\"", "0048"),
            ("name: 税務課", "name: yes"), ("[\"012E3D4C5B6A7988\"]", "[0123]"),
            ("id: \"100123\"", "id: 100123"),
        ])
        let policy = try policy(text)
        #expect(policy.rooms[0].antiPassback == .off)
        #expect(policy.people[0].pin == .digits(Secret("0048")))
        #expect(policy.departments[1].name == "yes")
        #expect(
            policy.people[0].badges.map(\.token) == [.number(try #require(BadgeNumber("0123")))]
        )
        #expect(policy.people[0].person.id == "100123")
    }

    @Test func `an alias stands for the value that its anchor names`() throws {
        let text = section8([
            ("rooms: [server-4f]\n    from", "rooms: &both [server-4f, monitor-4f]\n    from"),
            ("rooms: [server-4f]\n    by", "rooms: *both\n    by"),
        ])
        #expect(try policy(text).visits[0].rooms == ["server-4f", "monitor-4f"])
    }

    @Test func `every parameter of a room and of a badge is read, written and read again`() throws {
        let text = section8([
            (
                "    antiPassback: soft ",
                "    escortAuthentication: badge\n    withinGrants: true\n"
                    + "    onlyThroughWithin: true\n    approvalScope: standing\n"
                    + "    reviewMonths: 6\n    badgeAloneFrom: authenticated\n"
                    + "    antiPassback: soft "
            ),
            (
                "[\"012E3D4C5B6A7988\"]",
                "[{number: \"012E3D4C5B6A7988\", label: 職員-1, technology: felica, "
                    + "systemCode: \"88b4\", assurance: authenticated}]"
            ),
        ])
        let policy = try policy(text)
        let room = policy.rooms[0]
        #expect(room.escortAuthentication == .badge)
        #expect(room.withinGrants && room.onlyThroughWithin)
        #expect(room.approvalScope == .standing)
        #expect(room.reviewMonths == 6)
        #expect(room.badgeAloneFrom == .authenticated)
        let badge = policy.people[0].badges[0]
        #expect(badge.label == "職員-1")
        #expect(badge.technology == .feliCa)
        #expect(badge.systemCode == 0x88B4)
        #expect(badge.assurance == .authenticated)
        let written = PolicyDocument.text(of: policy)
        let again = try PolicyDocument.read(Source(file: "again", text: written), in: tokyo())
        #expect(again.document == policy)
        #expect(policy.differences(to: again.document) == [])
    }

    @Test(arguments: [
        ("antiPassback: soft ", "reviewMonths: 7\n    antiPassback: soft ", "reviewMonths"),
        ("    within: monitor-4f ", "    withinGrants: true #", "withinGrants"),
        (
            "[\"012E3D4C5B6A7988\"]",
            "[{number: \"012E3D4C5B6A7988\", systemCode: FE00}]", "systemCode"
        ),
        (
            "[\"012E3D4C5B6A7988\"]",
            "[{number: \"01FE3D4C5B6A7988\", technology: felica}]", "badges[0]"
        ),
    ])
    func `parameters out of bounds are named`(old: String, new: String, place: String) throws {
        let found = try lines(ofPolicy: section8([(old, new)]))
        #expect(found.count == 1)
        #expect(found.first?.contains(place) == true)
    }

    @Test func `what was written and read again is the same`() throws {
        let demo = try repositoryFile("Config/demo-policy.yaml")
        for source in [Source(file: "8", text: section8), demo] {
            let policy = try PolicyDocument.read(source, in: tokyo()).document
            let text = PolicyDocument.text(of: policy)
            let again = try PolicyDocument.read(Source(file: "again", text: text), in: tokyo())
            #expect(again.document == policy)
            #expect(PolicyDocument.text(of: again.document) == text)
        }
    }

    @Test func `texts that look like something else survive writing`() throws {
        for name in [
            "on", "null", "~", "12", "1e3", "a: b", "# x", "a #b", "- a", "'", "\"", "\\", "田中\n太郎",
            " a", "{", "&a", "*a", "0x1F", "2026-04-01", "=", "true", "|", ">", "%", "@", "`",
            "a,b", "[a]",
        ] {
            var policy = try policy(section8)
            policy.people[0].person.name = name
            policy.people[0].person.contract = name
            let text = PolicyDocument.text(of: policy)
            let again = try PolicyDocument.read(Source(file: "again", text: text), in: tokyo())
            #expect(again.document == policy, "\(name)")
        }
    }

    @Test func `L10 no mistake repeats a badge number or a PIN`() throws {
        let text = section8([
            ("\"482137\"", "\"48213x\""), ("[\"012E3D4C5B6A7988\"]", "[\"012E3D4C5B6A798X\"]"),
            ("\"0000000000000001\", kind", "\"00000000ZZ\", kind"),
        ])
        let said = try lines(ofPolicy: text)
        #expect(said.count == 3)
        for line in said {
            #expect(!line.contains("48213") && !line.contains("012E") && !line.contains("ZZ"))
        }
    }
}
