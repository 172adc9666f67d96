// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    private static let holdOpenMinutes = 1...60

    /// All visitors in a room pass to a colleague who is there and may escort them (R09).
    func handover(in room: RoomID, to person: PersonID, by author: PersonID) throws -> Deed {
        let facts = try FactsReader.facts(about: room, people: [person], in: self)
        guard facts.room != nil else {
            throw OrderRefused.unfit("there is no room \(room)", "室 \(room) はありません。")
        }
        guard facts.people[person]?.presence?.room == room else {
            throw OrderRefused.unfit(
                "\(person) is not recorded inside room \(room)",
                "\(person) は室 \(room) に在室と記録されていません。"
            )
        }
        let visitors = takeover(by: person, evenAttended: true, given: facts)
        guard !visitors.isEmpty else { throw handoverRefusal(in: room, to: person, given: facts) }
        let all = Set(facts.people[person]?.attends.keys.map { $0 } ?? []).union(visitors)
        if let limit = facts.room?.visitorsPerEscort, all.count > limit {
            throw OrderRefused.unfit(
                "\(person) would attend \(all.count) visitors; the room allows \(limit) to one escort",
                "\(person) の立ち会う来訪者が \(all.count) 人になります。この室では 1 人の立会者につき \(limit) 人までです。"
            )
        }
        var deed = Deed(about: visitors) { order in
            var record = Record(.handover)
            record.room = room
            record.author = author
            record.of = order
            try self.handOver(visitors, to: person, as: record)
        }
        deed.record.room = room
        deed.record.escort = person
        deed.revisesPolicy = false
        return deed
    }

    /// Why nobody passes to a colleague who is there.
    private func handoverRefusal(
        in room: RoomID,
        to person: PersonID,
        given facts: Facts
    ) -> OrderRefused {
        let visits = facts.inside.filter { $0.person != person && $0.escort != person }
            .compactMap { $0.visit.flatMap { facts.visitsInside[$0] } }
        guard let visit = visits.first else {
            return .unfit(
                "no visitor in room \(room) is with anybody but \(person)",
                "室 \(room) に、\(person) のほかの者が立ち会う来訪者はいません。"
            )
        }
        guard isEligibleEscort(person, given: facts) else {
            return .unfit(
                "\(person) may not escort in room \(room) now",
                "\(person) は今、室 \(room) で立会いができません。"
            )
        }
        if let escorts = visit.escorts, !escorts.contains(person) {
            let names = escorts.sorted()
            return .unfit(
                "approval \(visit.id) admits only these escorts: \(names.map(\.text).joined(separator: ", ")); approve a visit that names \(person), or none, for the next time",
                "立入承認 \(visit.id) の立会者は \(names.map(\.text).joined(separator: "、")) に限られています。\(person) も立ち会うなら、承認のときに含めるか、立会者を限らないでください。"
            )
        }
        return .unfit(
            "\(person) is the approver or a visitor of \(visit.id), and may not escort on it",
            "\(person) は立入承認 \(visit.id) の承認者か来訪者なので、立ち会えません。"
        )
    }

    /// A door stands open under a watcher's eyes, for a while and for a reason (R13).
    func holding(
        open door: DoorID,
        to room: RoomID,
        for minutes: Int,
        _ watcher: PersonID,
        _ reason: String?
    ) throws -> Deed {
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw OrderRefused.unfit("a hold-open needs a reason", "開放保持には理由が要ります。")
        }
        guard Self.holdOpenMinutes.contains(minutes) else {
            throw OrderRefused.unfit(
                "\(minutes) minutes are out of bounds; expected 1 to 60",
                "\(minutes) 分は範囲外です。1 から 60 分です。"
            )
        }
        let facts = try FactsReader.facts(about: room, people: [watcher], in: self)
        guard facts.room != nil else {
            throw OrderRefused.unfit("there is no room \(room)", "室 \(room) はありません。")
        }
        if facts.lockdown != nil {
            throw OrderRefused.unfit("room \(room) is locked down", "室 \(room) は封鎖中です。")
        }
        guard isEligibleEscort(watcher, given: facts) else {
            throw OrderRefused.unfit(
                "\(watcher) may not escort in room \(room), so not watch it",
                "\(watcher) は室 \(room) で立会いができないため、見張れません。"
            )
        }
        var deed = Deed(about: [watcher]) { _ in }
        deed.record.door = door
        deed.record.room = room
        deed.revisesPolicy = false
        deed.effect = .holdOpen(
            .init(
                door: door,
                until: moment.instant + .seconds(minutes * 60),
                watcher: watcher
            )
        )
        return deed
    }

    func endOfHolding(_ door: DoorID) throws -> Deed {
        guard
            try database.alarms().contains(where: { $0.alarm == .holdOpen && $0.about.door == door }
            )
        else {
            throw OrderRefused.unfit(
                "no order holds door \(door) open",
                "扉 \(door) を開放保持する指示はありません。"
            )
        }
        var deed = Deed { _ in }
        deed.record.door = door
        deed.revisesPolicy = false
        deed.effect = .endHoldOpen(door)
        return deed
    }

    func acknowledgement(
        of alarm: Alarm,
        at door: DoorID?,
        by author: PersonID
    ) throws -> Deed {
        let standing = try unacknowledged(alarm, door: door)
        guard !standing.isEmpty else {
            let place = door.map { " at door \($0)" } ?? ""
            throw OrderRefused.unfit(
                "no alarm \(alarm.rawValue)\(place) waits to be acknowledged",
                "確認を待つ警報「\(alarm.japanese)」はありません。"
            )
        }
        var deed = Deed { _ in try self.acknowledge(standing, by: author) }
        deed.record.alarm = alarm
        deed.record.door = door
        deed.revisesPolicy = false
        return deed
    }

    func clearing(lockOf person: PersonID) throws -> Deed {
        let state = try stored.pinState(
            of: person,
            at: moment,
            boot: ledger.boot,
            now: time.now
        )
        guard state.isLocked else {
            throw OrderRefused.unfit(
                "the PIN of \(person) is not locked",
                "\(person) の暗証番号はロックされていません。"
            )
        }
        var deed = Deed(about: [person]) { _ in try self.clearPINLock(person) }
        deed.revisesPolicy = false
        return deed
    }
}
