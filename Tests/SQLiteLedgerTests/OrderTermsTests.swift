// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct OrderTermsTests {
    private func order(
        _ act: Order.Act,
        _ terms: OrderTerms,
        by author: PersonID = Town.officer,
        in town: Town
    ) async throws -> OrderOutcome {
        try await town.ledger.carryOut(
            Order(act, reason: "試験", terms: terms),
            by: author,
            at: town.now
        )
    }

    @Test func `an order under a key is carried out once and answered alike again`() async throws {
        let town = try await Town()
        let terms = OrderTerms(idempotencyKey: "k-1")
        let act = Order.Act.suspendPerson(Town.yamamoto)
        let first = try await order(act, terms, in: town)
        #expect(first.isAccepted)
        let count = try await town.records().count
        #expect(try await order(act, terms, in: town) == first)
        #expect(try await town.records().count == count)
        // Without the key it is another order, and unfit by now.
        #expect(try await order(act, OrderTerms(), in: town).isUnfit)
    }

    @Test func `a key that meant something else is refused, and nothing happens`() async throws {
        let town = try await Town()
        let terms = OrderTerms(idempotencyKey: "k-1")
        #expect(try await order(.suspendPerson(Town.yamamoto), terms, in: town).isAccepted)
        let other = try await order(.suspendPerson(Town.takeuchi), terms, in: town)
        #expect(other == .refused(.keyReused))
        #expect(try await town.ledger.person(Town.takeuchi)?.entry.person.isSuspended == false)
        // Another author's keys are their own.
        let loss = Order.Act.badgeLost(.number(try #require(BadgeNumber("0000000000000001"))))
        #expect(try await order(loss, terms, by: Town.watchman, in: town).isAccepted)
    }

    @Test func `two PINs under one key are two orders`() async throws {
        let town = try await Town()
        let terms = OrderTerms(idempotencyKey: "k-1")
        let first = Order.Act.setPIN(Town.yamamoto, pin: Secret("111222"), duressPIN: nil)
        let second = Order.Act.setPIN(Town.yamamoto, pin: Secret("333444"), duressPIN: nil)
        #expect(try await order(first, terms, in: town).isAccepted)
        #expect(try await order(second, terms, in: town) == .refused(.keyReused))
        #expect(try await order(first, terms, in: town).isAccepted)
        let kept = try town.text("SELECT group_concat(content || outcome) FROM orderKey") ?? ""
        #expect(!kept.contains("111222"))
    }

    @Test func `a refusal is remembered under its key as well, for a day`() async throws {
        let town = try await Town()
        let terms = OrderTerms(idempotencyKey: "k-1")
        let act = Order.Act.resumePerson(Town.yamamoto)
        let refused = try await order(act, terms, in: town)
        #expect(refused.isUnfit)
        try await town.order(.suspendPerson(Town.yamamoto))
        #expect(try await order(act, terms, in: town) == refused)
        town.pass(OrderTerms.memory + .seconds(1))
        #expect(try await order(act, terms, in: town).isAccepted)
        #expect(try town.text("SELECT count(*) FROM orderKey") == "1")
    }

    @Test func `L14 a key has its length`() async throws {
        let town = try await Town()
        for key in ["", String(repeating: "k", count: 201)] {
            let terms = OrderTerms(idempotencyKey: key)
            #expect(try await order(.suspendPerson(Town.yamamoto), terms, in: town).isUnfit)
        }
    }

    @Test func `a row that somebody changed meanwhile stays what it is`() async throws {
        let town = try await Town()
        let before = try #require(try await town.ledger.person(Town.yamamoto))
        var entry = before.entry
        entry.badges = []
        entry.person.kana = "ヤマモト"
        let terms = OrderTerms(expectedTags: [before.tag])
        #expect(try await order(.registerPerson(entry), terms, in: town).isAccepted)
        entry.person.kana = "ヤマダ"
        let late = try await order(.registerPerson(entry), terms, in: town)
        #expect(late == .refused(.changedMeanwhile))
        let after = try #require(try await town.ledger.person(Town.yamamoto))
        #expect(after.entry.person.kana == "ヤマモト")
        #expect(after.tag != before.tag)
        #expect(after.entry.badges == before.entry.badges)
    }

    @Test func `a row that must not be there yet, and one that must`() async throws {
        let town = try await Town()
        let absent = OrderTerms(expectedTags: [])
        let present = OrderTerms(expectedTags: [.present])
        let row = Department(id: "kensetsu", name: "建設課")
        let missing = try await order(.registerDepartment(row), present, in: town)
        #expect(missing == .refused(.changedMeanwhile))
        #expect(try await order(.registerDepartment(row), absent, in: town).isAccepted)
        let there = try await order(.registerDepartment(row), absent, in: town)
        #expect(there == .refused(.changedMeanwhile))
        #expect(try await order(.registerDepartment(row), present, in: town).isAccepted)
    }

    @Test func `a policy is applied on the revision that was looked at, or not at all`()
        async throws
    {
        let town = try await Town()
        let (policy, revision) = try await town.ledger.policy()
        let terms = OrderTerms(expectedTags: [RowTag("\(revision)")])
        try await town.order(.suspendPerson(Town.yamamoto))
        let late = try await order(.applyPolicy(policy), terms, in: town)
        #expect(late == .refused(.changedMeanwhile))
        let now = OrderTerms(expectedTags: [RowTag("\(revision + 1)")])
        #expect(try await order(.applyPolicy(policy), now, in: town).isAccepted)
    }

    @Test func `a trial judges everything and leaves nothing, not even a record`() async throws {
        let town = try await Town()
        let trial = OrderTerms(isTrial: true)
        let digest = try town.digest()
        let count = try await town.records([]).count
        let act = Order.Act.suspendPerson(Town.yamamoto)
        #expect(try await order(act, trial, in: town).isAccepted)
        #expect(try await order(.suspendPerson("nobody"), trial, in: town).isUnfit)
        #expect(try await order(act, trial, by: Town.auditor, in: town) == .refused(.notAllowed))
        var policy = try await town.policy()
        policy.designations = []
        #expect(try await order(.applyPolicy(policy), trial, in: town).isAccepted)
        #expect(try town.digest() == digest)
        #expect(try await town.records([]).count == count)
        #expect(try await town.ledger.verify().isWhole)
    }

    @Test func `L10 a token on trial or asked for again is not shown`() async throws {
        let town = try await Town()
        let act = Order.Act.issueToken(Town.yamamoto, label: "窓口", until: nil)
        guard
            case .accepted(_, let none) = try await order(act, OrderTerms(isTrial: true), in: town)
        else {
            Issue.record("the trial was refused")
            return
        }
        #expect(none == nil)
        let terms = OrderTerms(idempotencyKey: "t-1")
        guard
            case .accepted(let record, .token(_, let token)?) = try await order(
                act,
                terms,
                in: town
            )
        else {
            Issue.record("no token came of it")
            return
        }
        #expect(try await town.ledger.bearer(of: token, at: town.now) == Town.yamamoto)
        #expect(try await order(act, terms, in: town) == .accepted(record, nil))
    }
}
