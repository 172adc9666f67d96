// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

/// DESIGN §10: who may order what, whatever comes of it then.
@Suite struct OfficeTests {
    /// Every verb, aimed at nothing that exists, so that only the office decides between the two refusals.
    static let verbs: [Order.Act] = [
        .withdrawVisit("none"), .suspendPerson("none"), .transfer("none", to: "none"),
        .suspendBadge(.fingerprint(nobodys)), .endLockdown(["none"]), .clearPINLock("none"),
        .holdOpen("server", room: "none", minutes: 5, watcher: "none"),
        .badgeLost(.fingerprint(nobodys)), .lockdown(["none"], allow: []),
        .acknowledge(.duress, door: nil), .handover("none", to: "none"),
        .revokeDesignation("none"), .sign("none"),
    ]
    static let nobodys: Fingerprint = {
        guard let mark = Fingerprint(String(repeating: "0", count: 32)) else {
            preconditionFailure("32 digits are a fingerprint")
        }
        return mark
    }()
    /// What the operator may order as well.
    static let operators: Set<String> = ["acknowledge", "lockdown", "handover", "badgeLost"]

    @Test(arguments: verbs)
    func `L8 each office may order what the table says, and no more`(_ act: Order.Act)
        async throws
    {
        let town = try await Town(on: "2026-08-12T10:00:00+09:00")
        let refused = OrderOutcome.refused(.notAllowed)
        #expect(try await town.order(act, by: Town.officer, reason: "試験").isUnfit)
        #expect(try await town.order(act, by: Town.acting, reason: "試験").isUnfit)
        let watchman = try await town.order(act, by: Town.watchman, reason: "試験")
        #expect(Self.operators.contains(act.verb) ? watchman.isUnfit : watchman == refused)
        // A head has rights to designations of the section's rooms; of what is not there, that is said.
        let head = try await town.order(act, by: Town.zeimuHead)
        #expect(["sign", "revokeDesignation"].contains(act.verb) ? head.isUnfit : head == refused)
        for nobody in [Town.auditor, Town.installer, Town.takeuchi, "stranger"] {
            #expect(try await town.order(act, by: nobody) == refused)
        }
    }

    @Test func `L8 the acting officer neither appoints nor applies a policy`() async throws {
        let town = try await Town(on: "2026-08-12T10:00:00+09:00")
        let row = Appointment(
            office: .auditor,
            person: Town.takeuchi,
            validity: Validity(from: try town.bound("2026-08-12"))
        )
        let demo = try town.demo()
        for author in [Town.acting, Town.zeimuHead, Town.watchman, Town.auditor] {
            #expect(try await town.order(.appoint(row), by: author) == .refused(.notAllowed))
            #expect(try await town.order(.applyPolicy(demo), by: author) == .refused(.notAllowed))
        }
        #expect(try await town.order(.appoint(row)).isAccepted)
        #expect(try await town.order(.applyPolicy(demo)).isAccepted)
    }

    @Test func `L8 an office's rights begin and end with its dates`() async throws {
        let town = try await Town(on: "2026-08-09T23:59:59+09:00")
        let act = Order.Act.lockdown([Town.server], allow: [])
        #expect(try await town.order(act, by: Town.acting) == .refused(.notAllowed))
        town.pass(.seconds(1))
        #expect(try await town.order(act, by: Town.acting).isAccepted)
        let record = try #require(try await town.records().last)
        #expect(record.remarks == [.acting])
        town.wall = try #require(Timestamp("2026-08-16T23:59:59+09:00"))
        #expect(try await town.order(.endLockdown([Town.server]), by: Town.acting).isAccepted)
        town.pass(.seconds(1))
        #expect(try await town.order(act, by: Town.acting) == .refused(.notAllowed))
    }

    @Test func `L8 a suspended officer orders nothing`() async throws {
        let town = try await Town(on: "2026-08-12T10:00:00+09:00")
        #expect(try await town.order(.suspendPerson(Town.officer), by: Town.acting).isAccepted)
        let act = Order.Act.suspendPerson(Town.takeuchi)
        #expect(try await town.order(act) == .refused(.notAllowed))
    }

    @Test func `R03 a section head orders about rooms of the section alone`() async throws {
        let town = try await Town()
        // D-2026-005 is for the server room, where only the tax section is competent.
        let refused = OrderOutcome.refused(.notAllowed)
        #expect(try await town.order(.sign("D-2026-005"), by: Town.shiminHead) == refused)
        #expect(try await town.order(.sign("D-2026-005"), by: Town.zeimuHead).isAccepted)
        let revocation = Order.Act.revokeDesignation("D-2026-001")
        #expect(try await town.order(revocation, by: Town.shiminHead) == refused)
        #expect(try await town.order(revocation, by: Town.zeimuHead).isAccepted)
        let row = Designation(
            id: "D-9",
            person: "200102",
            rooms: [Town.server],
            validity: Validity(),
            reason: "試験"
        )
        #expect(try await town.order(.designate(row), by: Town.shiminHead) == refused)
        #expect(try await town.order(.designate(row), by: Town.zeimuHead).isAccepted)
    }

    @Test func `a refused attempt is on record with its author, its subject and why`()
        async throws
    {
        let town = try await Town()
        try await town.order(.revokeDesignation("D-2026-001"), by: Town.auditor, reason: "x")
        let record = try #require(try await town.records().last)
        #expect(record.verb == "revokeDesignation")
        #expect(record.author == Town.auditor)
        #expect(record.subject == "designation D-2026-001")
        #expect(record.state == "refused")
        #expect(record.text == "not-allowed")
        #expect(try await town.policy().designations.contains { $0.id == "D-2026-001" })
    }

    @Test func `L14 a reason that is too long is refused`() async throws {
        let town = try await Town()
        let reason = String(repeating: "理", count: PolicyLimits.text + 1)
        let act = Order.Act.suspendPerson(Town.takeuchi)
        #expect(try await town.order(act, reason: reason).isUnfit)
        #expect(try await town.order(.applyPolicy(town.demo()), reason: reason).isUnfit)
        #expect(try await town.order(act, reason: String(reason.dropLast())).isAccepted)
    }

    @Test func `the policy's revision grows with each order that changes it, and with no other`()
        async throws
    {
        let town = try await Town()
        try await town.order(.suspendPerson(Town.takeuchi))
        #expect(try await town.ledger.policyRevision() == 2)
        try await town.order(.suspendPerson(Town.takeuchi))
        try await town.order(.lockdown([Town.server], allow: []))
        #expect(try await town.ledger.policyRevision() == 2)
    }
}
