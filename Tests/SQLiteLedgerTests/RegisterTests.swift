// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct RegisterTests {
    private func entry(_ id: PersonID, _ department: DepartmentID? = "joho") -> PersonEntry {
        PersonEntry(person: Person(id: id, name: "新任 花子", department: department))
    }

    @Test func `a person is registered with badge and PIN, and found by name`() async throws {
        let town = try await Town()
        var row = entry("100777")
        row.badges = [Badge(token: .number(try #require(BadgeNumber("00000000000077F1"))))]
        row.pin = .digits(Secret("246810"))
        #expect(
            try await town.order(.registerPerson(row), by: Town.zeimuHead) == .refused(.notAllowed)
        )
        #expect(try await town.order(.registerPerson(row)).isAccepted)
        var query = PeopleQuery()
        query.text = "新任花子"
        let found = try await town.ledger.people(query)
        #expect(found.items.map(\.entry.person.id) == ["100777"])
        #expect(found.next == nil)
        #expect(found.items.first?.entry.badges.count == 1)
        #expect(try town.text("SELECT count(*) FROM pin WHERE person = '100777'") == "1")
        #expect(try !town.bytesOnDisk().contains("246810".utf8))
    }

    @Test func `people are asked for by their numbers, some of whom there are not`() async throws {
        let town = try await Town()
        var query = PeopleQuery()
        query.ids = [Town.yamamoto, Town.officer, "none"]
        let found = try await town.ledger.people(query)
        #expect(found.items.map(\.entry.person.id) == [Town.officer, Town.yamamoto].sorted())
        query.limit = 1
        let first = try await town.ledger.people(query)
        #expect(first.items.count == 1)
        query.after = first.next
        let second = try await town.ledger.people(query)
        #expect(first.items + second.items == found.items)
    }

    @Test func `a row that comes again only adds badges and sets PINs`() async throws {
        let town = try await Town()
        let before = try #require(try await town.ledger.person(Town.yamamoto)).entry
        var row = before
        row.badges = [Badge(token: .number(try #require(BadgeNumber("00000000000077F2"))))]
        row.pin = nil
        row.duressPIN = nil
        row.person.name = "山本 次郎"
        #expect(try await town.order(.registerPerson(row)).isAccepted)
        let after = try #require(try await town.ledger.person(Town.yamamoto)).entry
        #expect(after.person.name == "山本 次郎")
        #expect(after.badges.count == before.badges.count + 1)
        #expect(after.pin == before.pin)
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
    }

    @Test func `R32 another's badge is not taken by a row`() async throws {
        let town = try await Town()
        var row = entry("100777")
        row.badges = [Badge(token: .number(try #require(BadgeNumber("012E3D4C5B6A7988"))))]
        #expect(try await town.order(.registerPerson(row)).faults.count == 1)
        #expect(try await town.ledger.person("100777") == nil)
        row.badges = []
        row.person.department = "none"
        #expect(try await town.order(.registerPerson(row)).faults.count == 1)
    }

    @Test func `a new PIN serves, the old one does not, and a lock is over`() async throws {
        let town = try await Town()
        var session = try await town.badge(Town.yamamoto).session
        for _ in 0..<5 { session = try await town.confirm("000000", in: session).session }
        #expect(try await town.badge(Town.yamamoto).reason == .pinLocked)
        #expect(try await town.ledger.person(Town.yamamoto)?.isPINLocked == true)
        let act = Order.Act.setPIN(Town.yamamoto, pin: Secret("975310"), duressPIN: nil)
        #expect(try await town.order(act).isAccepted)
        session = try await town.badge(Town.yamamoto).session
        #expect(try await town.confirm("482137", in: session).reason == .wrongPIN)
        #expect(try await town.confirm("975310", in: session).isGranted)
        for bad in ["12", "12345678901234567", "12a4"] {
            let act = Order.Act.setPIN(Town.yamamoto, pin: Secret(bad), duressPIN: nil)
            #expect(try await town.order(act).faults.map(\.path) == ["setPin.pin"])
        }
        let same = Order.Act.setPIN(Town.yamamoto, pin: Secret("1234"), duressPIN: Secret("1234"))
        #expect(try await town.order(same).faults.map(\.path) == ["setPin.duressPin"])
    }

    @Test func `a suspended person is resumed`() async throws {
        let town = try await Town()
        #expect(try await town.order(.resumePerson(Town.yamamoto)).isUnfit)
        try await town.order(.suspendPerson(Town.yamamoto))
        #expect(try await town.order(.resumePerson(Town.yamamoto)).isAccepted)
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
    }

    @Test func `tokens are issued and revoked by order, everybody's own by themselves`()
        async throws
    {
        let town = try await Town()
        let act = Order.Act.issueToken(
            Town.auditor,
            label: "監査",
            until: try town.bound("2026-04-11", .until)
        )
        #expect(try await town.order(act, by: Town.auditor) == .refused(.notAllowed))
        guard case .accepted(_, .token(let number, let token)?) = try await town.order(act) else {
            Issue.record("no token came of it")
            return
        }
        #expect(try await town.ledger.issued(token, at: town.now)?.number == number)
        #expect(
            try await town.order(.revokeToken(number), by: Town.watchman) == .refused(.notAllowed)
        )
        #expect(try await town.order(.revokeToken(number), by: Town.auditor).isAccepted)
        #expect(try await town.ledger.bearer(of: token, at: town.now) == nil)
        #expect(try await town.order(.revokeToken(number)).isUnfit)
        #expect(try await town.order(.issueToken("nobody", label: "x", until: nil)).isUnfit)
        let past = Order.Act.issueToken(
            Town.auditor,
            label: "x",
            until: try town.bound("2026-04-09")
        )
        #expect(try await town.order(past).isUnfit)
    }

    @Test func `a policy under which no token could change anything any more is refused`()
        async throws
    {
        let town = try await Town()
        _ = try await town.order(.issueToken(Town.officer, label: "情報責任者", until: nil))
        var policy = try await town.policy()
        // The officer's approvals stay the office's; the person is gone.
        let row = try #require(policy.people.firstIndex { $0.person.id == Town.officer })
        policy.people[row].person.isSuspended = true
        policy.appointments.append(
            Appointment(
                office: .informationOfficer,
                person: Town.auditor,
                validity: Validity(from: try town.bound("2026-04-01"))
            )
        )
        let digest = try town.digest()
        #expect(try await town.order(.applyPolicy(policy)).isUnfit)
        #expect(try town.digest() == digest)
        #expect(try await town.ledger.verify().isWhole)
        _ = try await town.order(.issueToken(Town.auditor, label: "後任", until: nil))
        #expect(try await town.order(.applyPolicy(policy)).isAccepted)
    }

    @Test func `lists go on page by page`() async throws {
        let town = try await Town()
        var query = PeopleQuery()
        query.limit = 7
        var all: [PersonID] = []
        repeat {
            let page = try await town.ledger.people(query)
            all += page.items.map(\.entry.person.id)
            query.after = page.next
        } while query.after != nil
        #expect(all == (try await town.policy().people.map(\.person.id)))
        query = PeopleQuery()
        query.department = "joho"
        let joho = try await town.ledger.people(query).items
        #expect(!joho.isEmpty)
        #expect(joho.allSatisfy { $0.entry.person.department == "joho" })
        var badges = BadgeQuery()
        badges.limit = 3
        var seen: [Fingerprint] = []
        repeat {
            let page = try await town.ledger.badges(badges)
            seen += page.items.map(\.fingerprint)
            badges.after = page.next
        } while badges.after != nil
        #expect(seen.count == (try await town.policy().people.flatMap(\.badges).count))
        #expect(Set(seen).count == seen.count)
        var designations = DesignationQuery()
        designations.room = Town.server
        designations.states = [.current]
        let found = try await town.ledger.designations(designations).items
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.row.rooms.contains(Town.server) && $0.state == .current })
        var visits = VisitQuery()
        visits.visitor = "V-001"
        #expect(
            try await town.ledger.visits(visits).items.allSatisfy {
                $0.request.visitors.contains("V-001")
            }
        )
    }
}
