// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import SQLiteLedger
import Simulation
import Testing

@Suite struct EnrolmentTests {
    @Test func `a badge that was read at the desk is given out by its fingerprint (L10)`()
        async throws
    {
        let bench = try await Bench()
        let number = try #require(BadgeNumber("00A1B2C3"))
        let read = try await bench.ledger.recognise(number)
        #expect(read.person == nil)
        var policy = try await bench.ledger.policy().policy
        let row = try #require(policy.people.firstIndex { $0.person.id == "200001" })
        policy.people[row].badges = [Badge(token: .fingerprint(read.fingerprint))]
        let outcome = try await bench.ledger.carryOut(
            Order(.applyPolicy(policy)),
            by: "100001",
            at: bench.time.now()
        )
        guard case .accepted = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try await bench.ledger.recognise(number).person == "200001")
        #expect(try await bench.badge("00A1B2C3") == .denied(.notDesignated))
    }

    @Test func `a fingerprint that no reader has read is given to nobody (L5)`() async throws {
        let bench = try await Bench()
        var policy = try await bench.ledger.policy().policy
        let strange = try #require(Fingerprint("fp:00112233445566778899aabbccddeeff"))
        policy.people[0].badges = [Badge(token: .fingerprint(strange))]
        let outcome = try await bench.ledger.carryOut(
            Order(.applyPolicy(policy)),
            by: "100001",
            at: bench.time.now()
        )
        guard case .refused(.faults(let faults)) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(faults.count == 1)
    }
}
