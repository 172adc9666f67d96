// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

/// A badge is a typed, fixed-width thing, and so is its reading.
@Suite struct TypedBadgeTests {
    private func world() -> World {
        var world = World(authentication: .badge)
        world.colleague("100123")
        return world
    }

    @Test(arguments: [
        (BadgeReading.Permanence.random, Remark.randomBadge),
        (.emulated, .emulatedBadge), (.disproved, .disprovedBadge),
    ])
    func `a number that does not last is nobody's, whoever has it on record`(
        permanence: BadgeReading.Permanence,
        remark: Remark
    ) {
        var world = world()
        let ruling = world.present("100123", by: .typeA, .identifier, permanence)
        #expect(ruling.word == "unknown-badge")
        #expect(ruling.records.first?.remarks == [remark])
        #expect(ruling.records.first?.people == [])
    }

    @Test func `type B gives no identifier`() {
        var world = world()
        #expect(world.present("100123", by: .typeB).word == "unknown-badge")
    }

    @Test func `where the technology is on record, the reading must match`() {
        var world = world()
        world.typed["100123"] = BadgeFacts(
            person: "100123",
            status: .active,
            technology: .feliCa,
            systemCode: 0xFE00
        )
        #expect(world.present("100123", by: .feliCa(systemCode: 0xFE00)).word == "granted")
        for other: BadgeTechnology in [.number, .typeA, .feliCa(systemCode: 0x88B4)] {
            let ruling = world.present("100123", by: other)
            #expect(ruling.word == "unknown-badge")
            #expect(ruling.records.first?.remarks == [.otherTechnology])
        }
        world.typed["100123"]?.systemCode = nil
        #expect(world.present("100123", by: .feliCa(systemCode: 0x88B4)).word == "granted")
    }

    @Test func `where the badge knows a key, a reading without its proof is a copy`() {
        var world = world()
        world.typed["100123"] = BadgeFacts(
            person: "100123",
            status: .active,
            assurance: .authenticated
        )
        let copied = world.present("100123")
        #expect(copied.word == "unknown-badge")
        #expect(copied.records.first?.remarks == [.notAuthenticated])
        let proved = world.present("100123", by: .number, .authenticated)
        #expect(proved.word == "granted")
        #expect(proved.records.first?.remarks == [.authenticatedBadge])
    }

    @Test(arguments: [
        (
            "01FE000000000001", BadgeTechnology.feliCa(systemCode: 0xFE00),
            BadgeReading.Permanence?.some(.emulated)
        ),
        ("02FE000000000001", .feliCa(systemCode: 0xFE00), .emulated),
        ("08A1B2C3", .typeA, .random), ("04A1B2C3", .typeB, .random),
        ("08A1B2C3D4E5F6", .typeA, nil), ("01FE000000000001", .number, nil),
        ("012E3D4C5B6A7988", .feliCa(systemCode: 0xFE00), nil), ("04A1B2C3", .typeA, nil),
    ])
    func `a number that is known not to last is an obstacle, whatever the reader says`(
        number: String,
        technology: BadgeTechnology,
        obstacle: BadgeReading.Permanence?
    ) throws {
        let number = try #require(BadgeNumber(number))
        #expect(BadgeReading(number, technology: technology).obstacle == obstacle)
        let disproved = BadgeReading(number, technology: technology, permanence: .disproved)
        #expect(disproved.obstacle == .disproved)
    }

    @Test func `an escort's reading says nothing of the visitors' badges`() {
        var world = World()
        world.room.escortAuthentication = .badge
        world.colleague("100123")
        world.visitor("V-1")
        world.typed["V-1"] = BadgeFacts(person: "V-1", status: .active, technology: .feliCa)
        #expect(world.present("V-1", by: .feliCa(systemCode: 0xFE00)).word == "escort-needed")
        #expect(world.present("100123", by: .number).word == "granted")
    }

    @Test(arguments: [
        ("FE00", 0xFE00), ("88b4", 0x88B4), ("FE0", nil), ("FE000", nil), ("+E00", nil),
    ])
    func `a system code has four hexadecimal digits`(written: String, code: UInt16?) {
        #expect(Badge.systemCode(written) == code)
        if let code { #expect(Badge.text(ofSystemCode: code) == written.uppercased()) }
    }
}
