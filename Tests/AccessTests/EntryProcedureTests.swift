// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@Suite struct EntryProcedureTests {
    private let one = known(BadgeNumber("01"))
    private let other = known(BadgeNumber("02"))

    private func party(at seconds: Double) -> Session {
        let visitor = Session.Member(person: "V-1", badge: badgeDigest(of: "V-1"))
        return Session(stage: .party([visitor]), lastStep: instant(seconds))
    }

    private func ownPIN(at seconds: Double) -> Session {
        let member = Session.Member(person: "100123", badge: badgeDigest(of: "100123"))
        return Session(stage: .ownPIN(member), lastStep: instant(seconds))
    }

    private func procedure(_ session: Session?) -> EntryProcedure {
        var procedure = EntryProcedure(step: .seconds(30))
        procedure.settled(session)
        return procedure
    }

    private func type(_ digits: String, on procedure: inout EntryProcedure) {
        for digit in digits.utf8 { _ = procedure.key(.digit(digit - 48)) }
    }

    @Test(arguments: [(0.0, true), (1.999, true), (2.0, false), (5.0, false)])
    func `the same badge at the same reader within two seconds is a repetition`(
        later: Double,
        repeats: Bool
    ) {
        var procedure = procedure(nil)
        let first = procedure.repeats(one, at: "in", instant: instant(10))
        let second = procedure.repeats(one, at: "in", instant: instant(10 + later))
        #expect(!first && second == repeats)
    }

    @Test func `another badge or another reader is no repetition, and hides none`() {
        var procedure = procedure(nil)
        let answers = [
            procedure.repeats(one, at: "in", instant: instant(10)),
            procedure.repeats(other, at: "in", instant: instant(10.5)),
            procedure.repeats(one, at: "out", instant: instant(10.6)),
            procedure.repeats(one, at: "in", instant: instant(11)),
        ]
        #expect(answers == [false, false, false, true])
    }

    @Test func `a repetition does not lengthen the two seconds`() {
        var procedure = procedure(nil)
        let answers = [0, 1.5, 2.5].map { later in
            procedure.repeats(one, at: "in", instant: instant(10 + later))
        }
        #expect(answers == [false, true, false])
    }

    @Test func `L14 a swarm of badges is remembered within bounds`() {
        var procedure = procedure(nil)
        for number in 0..<10_000 {
            let badge = known(BadgeNumber(String(number, radix: 16)))
            let isRepeated = procedure.repeats(badge, at: "in", instant: instant(10))
            #expect(!isRepeated)
        }
    }

    @Test func `keys where no PIN is awaited are ignored`() {
        for session in [nil, party(at: 0)] {
            var procedure = procedure(session)
            let keys = [procedure.key(.digit(1)), procedure.key(.enter)]
            #expect(keys == [.ignored, .ignored])
            #expect(procedure.session == session)
        }
        var idle = procedure(nil)
        let cancel = idle.key(.cancel)
        #expect(cancel == .ignored)
    }

    @Test func `digits are confirmed by the number sign, and an empty one is ignored`() {
        var procedure = procedure(ownPIN(at: 0))
        let empty = procedure.key(.enter)
        #expect(empty == .ignored)
        type("482137", on: &procedure)
        let confirmed = procedure.key(.enter)
        #expect(confirmed == .confirm(Secret("482137")))
        let again = procedure.key(.enter)
        #expect(again == .ignored)
        #expect(procedure.session == ownPIN(at: 0))
    }

    @Test(arguments: ["party", "own"])
    func `the star cancels at any point`(stage: String) {
        let session = stage == "party" ? party(at: 0) : ownPIN(at: 0)
        var procedure = procedure(session)
        type("48", on: &procedure)
        let cancelled = procedure.key(.cancel)
        #expect(cancelled == .cancelled(session))
        #expect(procedure.session == nil && procedure.deadline == nil)
        let nothing = procedure.key(.cancel)
        #expect(nothing == .ignored)
    }

    @Test func `L14 digits beyond the limit fall away and still make a wrong PIN`() {
        var procedure = procedure(ownPIN(at: 0))
        type(String(repeating: "1", count: 1000), on: &procedure)
        guard case .confirm(let digits) = procedure.key(.enter) else {
            Issue.record("nothing was confirmed")
            return
        }
        #expect(digits.exposed.count == EntryProcedure.digitsKept)
        #expect(EntryProcedure.digitsKept > PolicyLimits.pinDigits.upperBound)
    }

    @Test(arguments: [(29.999, false), (30.0, true), (31.0, true)])
    func `L11 at the end of the step the session is over`(later: Double, isOver: Bool) {
        var procedure = procedure(ownPIN(at: 100))
        #expect(procedure.deadline == instant(130))
        let over = procedure.timePassed(to: instant(100 + later))
        #expect((over != nil) == isOver)
        #expect((procedure.session == nil) == isOver)
    }

    @Test func `a digit begins no step anew`() {
        var procedure = procedure(ownPIN(at: 100))
        type("4821", on: &procedure)
        #expect(procedure.deadline == instant(130))
    }

    @Test func `a badge refused beside a PIN leaves the digits typed so far`() {
        var procedure = procedure(ownPIN(at: 0))
        type("4821", on: &procedure)
        procedure.settled(ownPIN(at: 0))
        type("37", on: &procedure)
        let confirmed = procedure.key(.enter)
        #expect(confirmed == .confirm(Secret("482137")))
    }

    @Test func `digits of one session never reach the next`() {
        var procedure = procedure(ownPIN(at: 0))
        type("4821", on: &procedure)
        procedure.settled(nil)
        procedure.settled(ownPIN(at: 5))
        let confirmed = procedure.key(.enter)
        #expect(confirmed == .ignored)
    }
}
