// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct TransferTests {
    private func transfer(_ town: Town, _ moves: [Transfer.Move]) throws -> Transfer {
        Transfer(effective: try town.bound("2026-04-11"), moves: moves)
    }

    @Test func `L7 a transfer holds from its instant on, with nobody's hand laid on it`()
        async throws
    {
        let town = try await Town(on: "2026-04-10T23:59:00+09:00")
        let moves = try transfer(town, [.init(person: Town.yamamoto, department: "somu")])
        #expect(try await town.order(.transferPeople(moves), reason: "人事異動").isAccepted)
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        let before = try #require(try await town.ledger.person(Town.yamamoto))
        #expect(before.entry.person.department == "joho")
        #expect(before.pending?.moves.first?.department == "somu")
        town.pass(.seconds(59))
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        town.pass(.seconds(1))
        // Staff of another department without a designation: nothing but a visit is left.
        #expect(try await town.badge(Town.yamamoto).reason == .notDesignated)
        let after = try #require(try await town.ledger.person(Town.yamamoto))
        #expect(after.entry.person.department == "somu")
        #expect(after.pending == nil)
        let ended = try #require(try await town.ledger.designation("D-2026-001"))
        #expect(ended.state == .revoked)
        let policy = try await town.policy()
        #expect(!policy.designations.contains { $0.id == "D-2026-001" })
        #expect(policy.people.first { $0.person.id == Town.yamamoto }?.person.department == "somu")
    }

    @Test func `R14 an escort moved between badge and PIN lets nobody in`() async throws {
        let town = try await Town(on: "2026-04-10T10:00:00+09:00")
        let effective = try town.bound("2026-04-10T10:00:05+09:00")
        let moves = [Transfer.Move(person: Town.yamamoto, department: "somu")]
        let order = Order.Act.transferPeople(Transfer(effective: effective, moves: moves))
        #expect(try await town.order(order).isAccepted)
        var session = try await town.badge("V-001").session
        session = try await town.badge(Town.yamamoto, in: session).session
        town.pass(.seconds(5))
        #expect(try await town.confirm("482137", in: session).reason == .escortNotEligible)
    }

    @Test func `a move that is still to come is taken back by the present department and its day`()
        async throws
    {
        let town = try await Town(on: "2026-04-10T10:00:00+09:00")
        let move = try transfer(town, [.init(person: Town.yamamoto, department: "somu")])
        #expect(try await town.order(.transferPeople(move)).isAccepted)
        #expect(try await town.ledger.designation("D-2026-001")?.ends != nil)
        let stays = [Transfer.Move(person: Town.yamamoto, department: "joho")]
        let otherDay = Transfer(effective: try town.bound("2026-04-12"), moves: stays)
        #expect(try await town.order(.transferPeople(otherDay)).isUnfit)
        let back = try transfer(town, stays)
        #expect(try await town.ledger.effects(of: back).designations.isEmpty)
        #expect(try await town.order(.transferPeople(back)).isAccepted)
        #expect(try await town.records().last?.subject == "person 100123 stays")
        #expect(try await town.ledger.person(Town.yamamoto)?.pending == nil)
        #expect(try await town.ledger.designation("D-2026-001")?.ends == nil)
        #expect(try await town.order(.transferPeople(back)).isUnfit, "nothing is planned any more")
        town.pass(.seconds(86_400))
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
    }

    @Test func `R14 a list of the past ends what was designated since, at once`() async throws {
        let town = try await Town()
        let early = Transfer(
            effective: try town.bound("2026-01-01"),
            moves: [.init(person: Town.yamamoto, department: "somu")]
        )
        let shown = try await town.ledger.effects(of: early)
        #expect(shown.designations.map(\.id) == ["D-2026-001"])
        #expect(try await town.order(.transferPeople(early)).isAccepted)
        #expect(try await town.badge(Town.yamamoto).reason == .notDesignated)
        #expect(try await town.ledger.designation("D-2026-001")?.state == .revoked)
    }

    @Test func `who leaves is nobody here from that instant on, offices and all`() async throws {
        let town = try await Town(on: "2026-04-10T23:59:59+09:00")
        let moves = try transfer(town, [.init(person: Town.zeimuHead, department: nil)])
        #expect(try await town.order(.transferPeople(moves)).isAccepted)
        #expect(try await town.order(.sign("D-2026-005"), by: Town.zeimuHead).isAccepted)
        town.pass(.seconds(1))
        let outcome = try await town.order(.revokeDesignation("D-2026-005"), by: Town.zeimuHead)
        #expect(outcome == .refused(.notAllowed))
    }

    @Test func `a designation made for the new post stays`() async throws {
        let town = try await Town(on: "2026-04-10T23:59:00+09:00")
        var policy = try await town.policy()
        var row = try #require(policy.designations.first { $0.id == "D-2026-001" })
        row.id = "D-new"
        row.validity.from = try town.bound("2026-04-11")
        policy.designations.append(row)
        try #require(try await town.order(.applyPolicy(policy)).isAccepted)
        let moves = try transfer(town, [.init(person: Town.yamamoto, department: "somu")])
        try #require(try await town.order(.transferPeople(moves)).isAccepted)
        town.pass(.seconds(60))
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        #expect(try await town.ledger.designation("D-new")?.state == .current)
    }

    @Test func `one mistake in the list, and nobody moves`() async throws {
        let town = try await Town()
        for bad in [
            Transfer.Move(person: "nobody", department: "somu"),
            .init(person: "V-001", department: "somu"),
            .init(person: Town.takeuchi, department: "none"),
            .init(person: Town.yamamoto, department: "somu"),
        ] {
            let good = Transfer.Move(person: Town.yamamoto, department: "somu")
            let act = Order.Act.transferPeople(try transfer(town, [good, bad]))
            #expect(try await town.order(act).isUnfit)
        }
        #expect(try await town.ledger.person(Town.yamamoto)?.pending == nil)
    }

    @Test func `whoever looks first is told what a transfer would change`() async throws {
        let town = try await Town()
        let moves = try transfer(town, [.init(person: Town.yamamoto, department: "somu")])
        let effects = try await town.ledger.effects(of: moves)
        #expect(effects.designations.map(\.id).contains("D-2026-001"))
        #expect(effects.escorts == [Town.yamamoto])
        let visits = try await town.policy().visits.filter {
            $0.escorts?.contains(Town.yamamoto) == true
                && ($0.validity.until.map { $0.instant > moves.effective.instant } ?? true)
        }
        #expect(effects.visits.map(\.id) == visits.map(\.id).sorted())
        #expect(try await town.ledger.person(Town.yamamoto)?.pending == nil)
    }

    @Test func `a transfer by hand undoes one whose time has come`() async throws {
        let town = try await Town(on: "2026-04-10T23:59:59+09:00")
        let moves = try transfer(town, [.init(person: Town.yamamoto, department: "somu")])
        try #require(try await town.order(.transferPeople(moves)).isAccepted)
        town.pass(.seconds(1))
        #expect(try await town.order(.transfer(Town.yamamoto, to: "joho")).isAccepted)
        #expect(try await town.ledger.person(Town.yamamoto)?.entry.person.department == "joho")
    }
}
