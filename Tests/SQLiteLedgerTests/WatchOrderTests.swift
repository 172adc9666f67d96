// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct WatchOrderTests {
    @Test func `R09 a colleague inside takes the visitors over, by order`() async throws {
        let town = try await Town()
        let toSelf = Order.Act.handover(Town.server, to: Town.installer)
        #expect(try await town.order(toSelf, by: Town.installer).isUnfit)
        try await town.enter(["V-002"], with: Town.yamamoto)
        #expect(try await town.order(toSelf, by: Town.installer).isUnfit)
        try await town.enter(with: Town.installer)
        #expect(try await town.order(toSelf, by: Town.installer).isAccepted)
        let handover = try #require(try await town.records([.handover]).last)
        #expect(handover.people == ["V-002"])
        #expect(handover.escort == Town.installer)
        #expect(handover.author == Town.installer)
        let visitor = try await town.ledger.presences().first { $0.person == "V-002" }
        #expect(visitor?.escort == Town.installer)
        #expect(try await town.order(toSelf, by: Town.installer).isUnfit)
        let toAnother = Order.Act.handover(Town.server, to: Town.yamamoto)
        #expect(try await town.order(toAnother, by: Town.takeuchi) == .refused(.notAllowed))
        #expect(try await town.order(toAnother, by: Town.watchman).isAccepted)
    }

    @Test func `R14 who loses the right to escort leaves visitors unattended at once`()
        async throws
    {
        let town = try await Town()
        try await town.enter(["V-002"], with: Town.yamamoto)
        #expect(try await town.ledger.alarms().isEmpty)
        #expect(try await town.order(.transfer(Town.yamamoto, to: "somu")).isAccepted)
        #expect(try await town.ledger.alarms().map(\.alarm) == [.visitorUnattended])
        try await town.enter(with: Town.installer)
        #expect(try await town.ledger.alarms().isEmpty)
    }

    @Test func `R13 a door is held open for a reason, a while, and under eligible eyes`()
        async throws
    {
        let town = try await Town()
        func hold(_ minutes: Int, _ watcher: PersonID) -> Order.Act {
            .holdOpen("server", room: Town.server, minutes: minutes, watcher: watcher)
        }
        let outcome = try await town.order(hold(60, Town.yamamoto), reason: "搬入")
        guard case .accepted(let number, .holdOpen(let effect)?) = outcome else {
            Issue.record("not accepted: \(outcome)")
            return
        }
        #expect(effect.door == "server")
        #expect(effect.until == town.now.instant + .seconds(3600))
        #expect(number > 0)
        #expect(try await town.order(hold(61, Town.yamamoto), reason: "搬入").isUnfit)
        #expect(try await town.order(hold(0, Town.yamamoto), reason: "搬入").isUnfit)
        #expect(try await town.order(hold(5, Town.yamamoto)).isUnfit)
        #expect(try await town.order(hold(5, Town.yamamoto), reason: " ").isUnfit)
        // Of another section; not designated; suspended; a visitor.
        for watcher: PersonID in [Town.takeuchi, "100125", "100126", "V-002", "nobody"] {
            #expect(try await town.order(hold(5, watcher), reason: "搬入").isUnfit)
        }
        #expect(
            try await town.order(hold(5, Town.yamamoto), by: Town.zeimuHead, reason: "搬入")
                == .refused(.notAllowed)
        )
    }

    @Test func `R28 a locked-down room is not held open, and its doors are told whom it allows`()
        async throws
    {
        let town = try await Town()
        var record = Record(.alarm)
        record.alarm = .holdOpen
        record.state = "began"
        record.door = "server"
        record.room = Town.server
        _ = try await town.ledger.append([Event(record, at: town.now)])
        let lockdown = try await town.order(.lockdown([Town.server], allow: [Town.yamamoto]))
        guard
            case .accepted(_, .lockDown([Town.server], allowing: [Town.yamamoto])?) = lockdown
        else {
            Issue.record("the doors are not told: \(lockdown)")
            return
        }
        let hold = Order.Act.holdOpen(
            "server",
            room: Town.server,
            minutes: 5,
            watcher: Town.yamamoto
        )
        #expect(try await town.order(hold, reason: "搬入").isUnfit)
        guard
            case .accepted(_, .endHoldOpen("server")?) = try await town.order(
                .endHoldOpen("server")
            )
        else {
            Issue.record("the door stays open")
            return
        }
    }

    @Test func `a door that no order holds open is not let go by one`() async throws {
        let town = try await Town()
        #expect(try await town.order(.endHoldOpen("server")).isUnfit)
    }

    @Test func `an alarm that waits for it ends when it is acknowledged`() async throws {
        let town = try await Town()
        let session = try await town.badge(Town.yamamoto).session
        #expect(try await town.confirm("482138", in: session).isGranted)
        #expect(try await town.ledger.alarms().map(\.alarm) == [.duress])
        let elsewhere = Order.Act.acknowledge(.duress, door: "monitor")
        #expect(try await town.order(elsewhere, by: Town.watchman).isUnfit)
        #expect(
            try await town.order(.acknowledge(.duress, door: "server"), by: Town.watchman)
                .isAccepted
        )
        #expect(try await town.ledger.alarms().isEmpty)
        let acknowledged = try #require(try await town.records([.acknowledged]).last)
        #expect(acknowledged.author == Town.watchman)
        #expect(acknowledged.alarm == .duress)
        let again = Order.Act.acknowledge(.duress, door: nil)
        #expect(try await town.order(again, by: Town.watchman).isUnfit)
    }

    @Test func `R09 who cannot take the visitors over is told which approval names whom`()
        async throws
    {
        let town = try await Town()
        let toSelf = Order.Act.handover(Town.server, to: Town.installer)
        try await town.enter(["V-002"], with: Town.yamamoto)
        try await town.enter(with: Town.installer)
        let visit = try #require(
            try await town.ledger.presences().first { $0.person == "V-002" }?.visit
        )
        try town.sql("UPDATE visit SET hasEscorts = 1 WHERE id = '\(visit)'")
        try town.sql("INSERT INTO visitEscort VALUES ('\(visit)', 0, '\(Town.yamamoto)')")
        guard case .refused(let refusal) = try await town.order(toSelf, by: Town.installer) else {
            Issue.record("it was accepted")
            return
        }
        let text = "\(refusal)"
        #expect(text.contains(visit.text) && text.contains(Town.yamamoto.text), "\(text)")
    }

    @Test func `R22 whoever saw somebody leave says so, and the stay ends with it`() async throws {
        let town = try await Town()
        try await town.enter(["V-002"], with: Town.yamamoto)
        let exit = Order.Act.noteExit("V-002")
        #expect(
            try await town.order(exit, by: Town.takeuchi, reason: "見た") == .refused(.notAllowed)
        )
        #expect(try await town.order(exit, by: Town.yamamoto).isUnfit)
        #expect(try await town.order(exit, by: Town.yamamoto, reason: "見た").isAccepted)
        #expect(!(try await town.ledger.presences().contains { $0.person == "V-002" }))
        let record = try #require(try await town.records([.exit]).last)
        #expect(record.people == ["V-002"] && record.author == Town.yamamoto)
        #expect(try await town.order(exit, by: Town.watchman, reason: "見た").isUnfit)
    }
}
