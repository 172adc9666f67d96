// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Foundation
import Testing

@testable import SQLiteLedger

@Suite struct PolicyTests {
    @Test func `a policy is read back as it was applied, with fingerprints for badges and PINs`()
        async throws
    {
        let town = try await Town()
        var expected = try await town.ledger.fingerprinted(try town.demo())
        expected.people.sort { $0.person.id < $1.person.id }
        expected.designations.sort { $0.id < $1.id }
        expected.visits.sort { $0.id < $1.id }
        let read = try await town.ledger.policy()
        #expect(read.policy == expected)
        #expect(read.revision == 1)
        #expect(try await town.ledger.policyRevision() == 1)
        #expect(read.policy.people.count > 20)
    }

    @Test func `an export applied again changes nothing`() async throws {
        let town = try await Town()
        let before = try await town.policy()
        let again = try town.read(PolicyDocument.text(of: before))
        let records = try await town.records().count
        #expect(try await town.order(.applyPolicy(again)).isAccepted)
        #expect(try await town.policy() == before)
        #expect(try await town.records().count == records + 1)
    }

    @Test func `the document applied again derives no PIN anew`() async throws {
        let town = try await Town()
        let derived = "SELECT group_concat(derived) FROM (SELECT derived FROM pin ORDER BY person)"
        let before = try town.text(derived)
        #expect(try await town.order(.applyPolicy(try town.demo())).isAccepted)
        let after = try town.text(derived)
        #expect(before == after)
        #expect(before?.contains("scrypt") == true)
    }

    @Test func `each change is a record of its own, under the order's`() async throws {
        let town = try await Town()
        var policy = try town.demo()
        policy.designations.removeAll { $0.id == "D-2026-001" }
        policy.visits.removeAll { $0.id == "A-2026-015" }
        let row = try #require(policy.people.firstIndex { $0.person.id == "200102" })
        policy.people[row].person.name = "森 千尋（改姓）"
        policy.departments.append(Department(id: "new", name: "新しい課"))
        let outcome = try await town.order(.applyPolicy(policy), reason: "年次更新")
        guard case .accepted(let number, nil) = outcome else {
            Issue.record("not accepted: \(outcome)")
            return
        }
        let records = try await town.records().filter { $0.of == number }
        #expect(
            records.map { [$0.subject, $0.state, $0.author?.text, $0.verb] } == [
                ["department new", "added", "100001", "applyPolicy"],
                ["person 200102", "changed", "100001", "applyPolicy"],
                ["designation D-2026-001", "removed", "100001", "applyPolicy"],
                ["visit A-2026-015", "removed", "100001", "applyPolicy"],
            ]
        )
        let order = try #require(try await town.records().first { $0.text == "年次更新" })
        #expect(order.subject == "policy revision 2")
        #expect(order.state == "accepted")
    }

    @Test func `one mistake in a policy, and nothing of it is in force`() async throws {
        let town = try await Town()
        let before = try await town.ledger.policy()
        var policy = try town.demo()
        policy.departments.append(Department(id: "new", name: "新しい課"))
        policy.designations[0].person = "nobody"
        let outcome = try await town.order(.applyPolicy(policy))
        #expect(outcome.faults.map(\.path) == ["designations[0].person"])
        let after = try await town.ledger.policy()
        #expect(after == before)
        let attempt = try #require(try await town.records().last)
        #expect(attempt.state == "refused")
        #expect(attempt.text?.hasPrefix("faults: designations[0].person") == true)
        // In English, and on the next line in Japanese.
        let lines = attempt.text?.split(separator: "\n") ?? []
        #expect(lines.count == 2 && lines.last?.contains("「nobody」") == true)
    }

    @Test func `L7 who is no longer in the policy is a stranger at the next badge`() async throws {
        let town = try await Town()
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        var policy = try town.demo()
        policy.people.removeAll { $0.person.id == Town.yamamoto }
        policy.designations.removeAll { $0.person == Town.yamamoto }
        policy.visits.removeAll { $0.escorts?.contains(Town.yamamoto) == true }
        #expect(try await town.order(.applyPolicy(policy)).isAccepted)
        #expect(try await town.badge(Town.yamamoto).reason == .unknownBadge)
    }

    @Test func `a badge passes from hand to hand by its fingerprint`() async throws {
        let town = try await Town()
        var policy = try await town.policy()
        let from = try #require(policy.people.firstIndex { $0.person.id == Town.yamamoto })
        let to = try #require(policy.people.firstIndex { $0.person.id == "400002" })
        policy.people[to].badges += policy.people[from].badges
        policy.people[from].badges = []
        #expect(try await town.order(.applyPolicy(policy)).isAccepted)
        let number = try #require(BadgeNumber("012E3D4C5B6A7988"))
        #expect(try await town.ledger.recognise(number).person == "400002")
    }

    @Test func `R32 one badge under two names is given twice`() async throws {
        let town = try await Town()
        let number = try #require(BadgeNumber("012E3D4C5B6A7988"))
        var policy = try await town.policy()
        let row = try #require(policy.people.firstIndex { $0.person.id == "400002" })
        policy.people[row].badges.append(Badge(token: .number(number)))
        let outcome = try await town.order(.applyPolicy(policy))
        #expect(outcome.faults.map(\.path) == ["people[\(row)].badges[1]"])
        #expect(try await town.ledger.recognise(number).person == Town.yamamoto)
    }

    @Test func `a fingerprint that is not on record is a mistake`() async throws {
        let town = try await Town()
        let unknown = try #require(Fingerprint(String(repeating: "ab", count: 16)))
        var policy = try await town.policy()
        policy.people[0].badges = [Badge(token: .fingerprint(unknown))]
        policy.people[1].pin = policy.people[0].pin
        let outcome = try await town.order(.applyPolicy(policy))
        #expect(outcome.faults.map(\.path) == ["people[0].badges[0]", "people[1].pin"])
    }

    @Test func `a duress PIN that is the PIN by its fingerprint is a mistake`() async throws {
        let town = try await Town()
        var policy = try await town.policy()
        let row = try #require(policy.people.firstIndex { $0.person.id == Town.yamamoto })
        policy.people[row].duressPIN = .digits(Secret("482137"))
        let outcome = try await town.order(.applyPolicy(policy))
        #expect(outcome.faults.map(\.path) == ["people[\(row)].duressPin"])
    }

    @Test(.enabled(if: Town.hasSQLite))
    func `a large policy is recorded by its counts and a digest that sqlite3 gives too`()
        async throws
    {
        let town = try await Town(isEmpty: true)
        var policy = try town.demo()
        for number in 0..<600 {
            policy.people.append(
                PersonEntry(person: Person(id: PersonID("9\(number)"), name: "試験 \(number)"))
            )
        }
        #expect(try await town.order(.applyPolicy(policy), by: "somebody").isAccepted)
        let summary = try #require(try await town.records().last)
        #expect(try await town.records().count == 2)
        #expect(summary.state == "summary")
        #expect(summary.text?.hasPrefix("people: \(policy.people.count) written") == true)
        let digest = try town.digest()
        #expect(summary.text?.hasSuffix("sha256 \(digest)") == true)
        #expect(try town.sqliteDigest() == digest)
    }

    @Test func `before the first policy anybody may apply one, then the officer alone`()
        async throws
    {
        let town = try await Town(isEmpty: true)
        #expect(try await town.ledger.policyRevision() == 0)
        let demo = try town.demo()
        #expect(try await town.order(.applyPolicy(demo), by: "root").isAccepted)
        #expect(
            try await town.order(.applyPolicy(demo), by: "root") == .refused(.notAllowed)
        )
    }

    @Test func `L10 no badge number, PIN or token lies in a file, a record or an export`()
        async throws
    {
        let town = try await Town()
        let token = try await town.ledger.issueToken(
            to: Town.officer,
            label: "desk",
            until: nil,
            at: town.now
        )
        try await town.order(.badgeLost(.number(try #require(BadgeNumber("0000000000000001")))))
        try await town.order(.badgeLost(.number(try #require(BadgeNumber("0000000000000FFF")))))
        var haystack = try town.bytesOnDisk()
        haystack += Data(PolicyDocument.text(of: try await town.policy()).utf8)
        let secrets =
            Array(Town.badges.values) + Town.pins.values + ["482138", "0000000000000FFF"]
            + [token.exposed]
        for secret in secrets {
            #expect(haystack.range(of: Data(secret.utf8)) == nil)
        }
    }

    @Test func `a policy that would leave nobody in the information officer's office is refused`()
        async throws
    {
        let town = try await Town()
        let before = try town.digest()
        // Approvals by who held no office would be mistakes of the document.
        var bare = try await town.policy()
        bare.visits = []
        var none = bare
        none.appointments.removeAll { $0.office == .informationOfficer }
        #expect(try await town.order(.applyPolicy(none)).isUnfit)
        var later = bare
        let start = try town.bound("2026-05-01")
        for place in later.appointments.indices
        where later.appointments[place].person == Town.officer {
            later.appointments[place].validity.from = start
        }
        #expect(try await town.order(.applyPolicy(later)).isUnfit)
        var suspended = bare
        for place in suspended.people.indices
        where suspended.people[place].person.id == Town.officer {
            suspended.people[place].person.isSuspended = true
        }
        #expect(try await town.order(.applyPolicy(suspended)).isUnfit)
        #expect(try town.digest() == before)
        #expect(try await town.order(.applyPolicy(try await town.policy())).isAccepted)
        let empty = try await Town(isEmpty: true)
        #expect(try await empty.order(.applyPolicy(Policy())).isUnfit)
    }
}
