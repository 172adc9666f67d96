// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// A random walk over the rule: whoever it admits must have a right that is worked out here again, by other words.
@Suite struct RulingWalkTests {
    private static let people: [PersonID] = [
        "officer", "head", "escort", "other", "guest", "V-1", "V-2", "stranger",
    ]

    private func randomWorld(_ numbers: inout SeededNumbers) -> World {
        func chance() -> Bool { Bool.random(using: &numbers) }
        var world = World(authentication: chance() ? .badge : .badgeAndPIN)
        world.room.designation = DesignationRule.allCases.randomElement(using: &numbers) ?? .both
        world.room.escortMustBeDesignated = chance()
        world.room.officerExOfficio = chance()
        world.room.approverMayEscort = chance()
        world.room.visitorsPerEscort = Int.random(in: 1...2, using: &numbers)
        for id: PersonID in ["escort", "other"] {
            world.staff(id, of: "dept", kinds: chance() ? [.informationDepartment] : [])
            var signatures: [(PersonID, String)] = []
            if chance() { signatures.append(("officer", "2026-04-01")) }
            if chance() { signatures.append(("head", "2026-04-01")) }
            if chance() {
                world.designate(id, until: chance() ? nil : "2026-04-09", signatures: signatures)
            }
        }
        world.staff("guest", of: "zeimu", kinds: chance() ? [.informationDepartment] : [])
        for id: PersonID in ["V-1", "V-2"] { world.outsider(id) }
        for id: PersonID in ["guest", "V-1", "V-2"] where chance() {
            world.approve(
                [id],
                VisitID("A-\(id)"),
                until: chance() ? "2026-04-10" : "2026-04-10T09:00:00+09:00",
                used: chance() ? 0 : 1,
                withdrawn: chance() && chance(),
                by: chance() ? "officer" : "other"
            )
        }
        return world
    }

    private func shake(_ world: inout World, _ numbers: inout SeededNumbers) {
        guard let person = Self.people.randomElement(using: &numbers) else { return }
        switch Int.random(in: 0..<14, using: &numbers) {
        case 0: world.people[person]?.person.isSuspended.toggle()
        case 1: world.status[person] = Badge.Status.allCases.randomElement(using: &numbers)
        case 2: world.lockdown = world.lockdown == nil ? ["escort", "V-1"] : nil
        case 3: world.isClockTrusted.toggle()
        case 4: world.people[person]?.designations = []
        case 5: world.hasOutstandingGrant.toggle()
        case 6: world.readAge = world.readAge == .zero ? .seconds(9) : .zero
        default: break
        }
    }

    private func mayEnterAlone(_ person: PersonID, _ world: World) -> Bool {
        guard let facts = world.people[person] else { return false }
        let signed = facts.designations.contains { designation in
            let signers = Set(designation.signatures.map(\.by))
            let suffices =
                switch world.room.designation {
                case .both: signers == ["officer", "head"]
                case .either: !signers.isEmpty
                case .sectionHead: signers.contains("head")
                }
            return suffices && designation.validity.until == nil
        }
        return signed || (person == "officer" && world.room.officerExOfficio)
    }

    private func mayEscort(_ person: PersonID, _ visitors: [PersonID], _ world: World) -> Bool {
        guard let facts = world.people[person], facts.person.department != nil,
            facts.kinds.contains(.informationDepartment), !visitors.contains(person)
        else { return false }
        let approved = visitors.contains { visitor in
            world.people[visitor]?.visits.contains { $0.visit.by == person } ?? false
        }
        if approved && !world.room.approverMayEscort { return false }
        let isOfficer = person == "officer" && world.room.officerExOfficio
        return !world.room.escortMustBeDesignated || isOfficer || mayEnterAlone(person, world)
    }

    private func mayVisit(_ person: PersonID, _ world: World) -> Bool {
        world.people[person]?.visits.contains { visit in
            !visit.isWithdrawn && visit.used == 0 && visit.visit.validity.contains(world.now)
        } ?? false
    }

    private func isSound(_ person: PersonID, _ world: World) -> Bool {
        world.people[person]?.person.isSuspended == false
            && (world.status[person] ?? .active) == .active
            && world.lockdown?.contains(person) ?? true
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `L6 only a current designation, the office or a confirmed escort admits`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for round in 0..<40 {
            var world = randomWorld(&numbers)
            for step in 0..<25 {
                shake(&world, &numbers)
                let before = world.session
                let isPIN = before?.awaitsPIN == true && Int.random(in: 0..<3, using: &numbers) > 0
                let ruling =
                    isPIN
                    ? world.confirm(Bool.random(using: &numbers) ? .right : .wrong)
                    : world.present(Self.people.randomElement(using: &numbers) ?? "escort")
                guard let grant = ruling.grant else { continue }
                let place: Comment = "seed \(seed), round \(round), step \(step)"
                #expect(!world.hasOutstandingGrant || isPIN, place)
                #expect(world.readAge == .zero, place)
                #expect(ruling.records.first?.kind == .entry, place)
                let everybody = grant.people + [grant.escort].compactMap { $0 }
                #expect(everybody.allSatisfy { isSound($0, world) }, place)
                if let escort = grant.escort {
                    #expect(isPIN && world.isClockTrusted, place)
                    #expect(mayEscort(escort, grant.people, world), place)
                    #expect(grant.people.allSatisfy { mayVisit($0, world) }, place)
                    #expect(grant.people == before?.visitors.map(\.person), place)
                    #expect(grant.people.count <= world.room.visitorsPerEscort, place)
                } else {
                    #expect(grant.people.count == 1, place)
                    #expect(grant.people.allSatisfy { mayEnterAlone($0, world) }, place)
                    #expect(isPIN || world.room.authentication == .badge, place)
                }
            }
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `L15 the same request and facts give the same ruling`(seed: UInt64) {
        func answers() -> [Ruling] {
            var numbers = SeededNumbers(seed: seed)
            var world = randomWorld(&numbers)
            return (0..<200).map { _ in
                world.present(Self.people.randomElement(using: &numbers) ?? "escort")
            }
        }
        #expect(answers() == answers())
    }
}
