// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// DESIGN §10's table of offices and verbs.
@Suite struct AuthorityTests {
    private static let acts: [Order.Act] = {
        let designation = Designation(
            id: "D-1",
            person: "100123",
            rooms: ["server-4f"],
            validity: Validity(),
            reason: "運用",
            signatures: [Signature(by: "author", on: signingDay("2026-04-10"))]
        )
        let visit = VisitApproval(
            id: "A-1",
            visitors: ["V-1"],
            rooms: ["server-4f"],
            by: "author",
            on: signingDay("2026-04-10"),
            necessity: "点検",
            validity: Validity()
        )
        let badge = Badge.Token.number(known(BadgeNumber("01")))
        let appointment = Appointment(office: .auditor, person: "x", validity: Validity())
        let request = VisitRequest(
            id: "A-2",
            visitors: ["V-1"],
            rooms: ["server-4f"],
            necessity: "点検",
            validity: Validity()
        )
        let instant = Bound(written: "2026-05-01", instant: wall("2026-05-01 00:00"))
        let person = PersonEntry(person: Person(id: "x", name: "x"))
        return [
            .revokeDesignation("D-1"), .sign("D-1"), .designate(designation), .approveVisit(visit),
            .withdrawVisit("A-1"), .badgeLost(badge), .suspendBadge(badge), .suspendPerson("x"),
            .transfer("x", to: "zeimu"), .appoint(appointment), .lockdown(["server-4f"], allow: []),
            .endLockdown(["server-4f"]), .handover("server-4f", to: "x"),
            .holdOpen("server", room: "server-4f", minutes: 10, watcher: "x"),
            .endHoldOpen("server"), .acknowledge(.doorForced, door: nil), .clearPINLock("x"),
            .noteExit("x"),
            .applyPolicy(Policy()), .confirmDesignation("D-1"), .requestVisit(request),
            .refuseVisit("A-2"), .closeVisit("A-1"), .noteItems(ItemNote(visit: "A-1")),
            .issueBadge(Badge(token: badge), to: "x"), .resumeBadge(badge), .returnBadge(badge),
            .registerPerson(person), .resumePerson("x"),
            .setPIN("x", pin: Secret("1234"), duressPIN: nil),
            .transferPeople(Transfer(effective: instant, moves: [])),
            .registerDepartment(Department(id: "d", name: "d")),
            .issueToken("x", label: "x", until: nil), .revokeToken(1),
            .pairReader("server-in", minutes: 5), .writeCard("server-in", for: nil),
            .explain(.entry(.person("x"), into: .room("server-4f"), at: nil)),
        ]
    }()

    private static func room(_ id: RoomID, _ sections: [DepartmentID]) -> Room {
        var room = Room(id: id, name: id.text, site: "main", authentication: .badgeAndPIN)
        room.competentSections = sections
        return room
    }

    @Test(arguments: acts)
    func `the offices that are named for an order are those that may give it`(_ act: Order.Act) {
        let named = Authority.offices(for: act)
        let rooms = [Self.room("server-4f", ["zeimu"])]
        for office in Office.allCases {
            let may = authority(office).allows(act, rooms: rooms)
            #expect(named.contains(office) == may, "\(office)")
        }
    }

    private func authority(_ office: Office, until: String? = nil) -> Authority {
        let appointment = Appointment(
            office: office,
            person: "author",
            department: office == .sectionHead ? "zeimu" : nil,
            validity: validity("2026-04-01", until)
        )
        return Authority(of: "author", holding: [appointment], at: wall("2026-04-10 09:30"))
    }

    private func allowed(_ office: Office) -> [String] {
        let rooms = [Self.room("server-4f", ["zeimu"])]
        return Self.acts.filter { authority(office).allows($0, rooms: rooms) }.map(\.verb)
    }

    @Test func `L8 each office may order what the table says, and nothing else`() {
        let all = Self.acts.map(\.verb)
        #expect(Set(all).count == all.count)
        #expect(allowed(.informationOfficer) == all)
        let acting = all.filter { !["appoint", "applyPolicy", "pairReader"].contains($0) }
        #expect(allowed(.actingInformationOfficer) == acting)
        #expect(
            allowed(.sectionHead) == [
                "revokeDesignation", "sign", "designate", "confirmDesignation", "requestVisit",
                "explain",
            ]
        )
        #expect(
            allowed(.operator) == [
                "badgeLost", "lockdown", "handover", "acknowledge", "noteExit", "requestVisit",
                "noteItems", "returnBadge",
            ]
        )
        #expect(allowed(.auditor) == ["explain"])
        #expect(allowed(.installer) == ["pairReader"])
        #expect(allowed(.metrics) == [])
    }

    @Test
    func `who is concerned may end the own token, close a visit escorted, note items and exits`() {
        let nobody = Authority(of: "author", holding: [], at: wall("2026-04-10 09:30"))
        let concerned = Self.acts.filter { nobody.allows($0, isConcerned: true) }.map(\.verb)
        #expect(concerned == ["noteExit", "closeVisit", "noteItems", "revokeToken"])
    }

    @Test func `L8 an office that has ended allows nothing`() {
        for office in Office.allCases {
            let authority = authority(office, until: "2026-04-09")
            let rooms = [Self.room("server-4f", ["zeimu"])]
            let allowed = Self.acts.filter { authority.allows($0, rooms: rooms) }
            #expect(allowed == [])
        }
    }

    @Test func `R03 a section head orders for rooms where the section is competent`() {
        let own = Self.room("server-4f", ["zeimu"])
        let foreign = Self.room("monitor-4f", ["shimin"])
        let head = authority(.sectionHead)
        #expect(head.allows(.revokeDesignation("D-1"), rooms: [own]))
        #expect(!head.allows(.revokeDesignation("D-1"), rooms: [foreign]))
        #expect(!head.allows(.revokeDesignation("D-1"), rooms: [own, foreign]))
        #expect(!head.allows(.revokeDesignation("D-1"), rooms: []))
        #expect(head.allows(.sign("D-1"), rooms: [own, foreign]))
        #expect(!head.allows(.sign("D-1"), rooms: [foreign]))
        #expect(!head.allows(Self.acts[2], rooms: [own, foreign]))
    }

    @Test func `a section head does not write somebody else's signature`() {
        guard case .designate(var designation) = Self.acts[2] else { return }
        designation.signatures.append(Signature(by: "officer", on: signingDay("2026-04-10")))
        let rooms = [Self.room("server-4f", ["zeimu"])]
        #expect(!authority(.sectionHead).allows(.designate(designation), rooms: rooms))
        #expect(authority(.informationOfficer).allows(.designate(designation), rooms: rooms))
    }

    @Test func `anybody may hand over to themself, if eligible`() {
        let nobody = Authority(of: "author", holding: [], at: wall("2026-04-10 09:30"))
        #expect(nobody.allows(.handover("server-4f", to: "author")))
        #expect(!nobody.allows(.handover("server-4f", to: "x")))
    }

    @Test func `R16 what the acting officer does is marked, what the officer does is not`() {
        #expect(authority(.actingInformationOfficer).isActing)
        #expect(!authority(.informationOfficer).isActing)
        #expect(!authority(.sectionHead).isActing)
    }

    @Test func `L8 the offices of others give nothing`() {
        let other = Appointment(
            office: .informationOfficer,
            person: "officer",
            validity: Validity()
        )
        let author = Authority(of: "author", holding: [other], at: wall("2026-04-10 09:30"))
        #expect(Self.acts.filter { author.allows($0) } == [])
    }
}
