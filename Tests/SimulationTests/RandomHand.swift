// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Simulation

/// What somebody without a plan does next at the demo board, and with a plan about half of the time.
struct RandomHand {
    var dice: Dice
    /// What the player knows of the board.
    struct View {
        var released: Set<DoorID> = []
        var open: Set<DoorID> = []
        var inside: [Presence] = []
        var isDiskFull = false
        var isClockBelieved = true
        var isLockedDown = false
    }

    enum Move {
        case visitor, staff, rightPIN, wrongPIN, star, enter, open, close, exit, button, wait
        case order, disk, clock, crash, line, reader
    }

    private var last: [DoorID: DemoTown.Holder] = [:]
    private var plan: [(DemoDoor, Move, DemoTown.Holder?)] = []
    private var nextVisit = 1
    private(set) var madeVisits: [VisitApproval] = []
    private let calendar: BoardCalendar

    init(seed: UInt64, calendar: BoardCalendar) {
        dice = Dice(seed: seed)
        self.calendar = calendar
    }

    /// How long until the next step.
    mutating func pause() -> Duration {
        if !plan.isEmpty { return .milliseconds(Int.random(in: 500...3000, using: &dice)) }
        return switch dice.pick([(50, 0), (30, 1), (16, 2), (3, 3), (1, 4)]) {
        case 0: .milliseconds(Int.random(in: 0...3000, using: &dice))
        case 1: .seconds(Int.random(in: 3...10, using: &dice))
        case 2: .seconds(Int.random(in: 10...40, using: &dice))
        case 3: .seconds(Int.random(in: 60...1800, using: &dice))
        default: .seconds(Int.random(in: 3600...3 * 3600, using: &dice))
        }
    }

    /// The next thing to happen.
    mutating func act(_ view: View, at wall: Timestamp) -> Scenario.Act? {
        // What is out of order does not stay so for long: most of the time the door is used.
        if view.isDiskFull, dice.percent(30) { return .disk(isFull: false) }
        if !view.isClockBelieved, dice.percent(30) { return .clock(.synchronised(true)) }
        if view.isLockedDown, dice.percent(10) {
            let rooms = DemoDoor.all.map(\.room)
            return .order(
                Order(.endLockdown([dice.pick(rooms)]), reason: "試し"),
                by: DemoTown.officer
            )
        }
        if plan.isEmpty, dice.percent(35) { makePlan() }
        if !plan.isEmpty, dice.percent(92) {
            let (door, move, holder) = plan.removeFirst()
            return act(move, door, holder, view, at: wall)
        }
        let door = dice.percent(65) ? DemoDoor.all[0] : DemoDoor.all[1]
        let move: Move = dice.pick([
            (10, .visitor), (10, .staff), (8, .rightPIN), (4, .wrongPIN), (3, .star), (1, .enter),
            (10, .open), (12, .close), (10, .exit), (5, .button), (8, .wait), (12, .order),
            (4, .disk), (2, .clock), (3, .crash), (2, .line), (2, .reader),
        ])
        return act(move, door, nil, view, at: wall)
    }

    /// An escorted entry, or one's own, from the first badge to the closed door.
    private mutating func makePlan() {
        let door = dice.pick(DemoDoor.all)
        let visitors = dice.percent(70) ? Int.random(in: 1...3, using: &dice) : 0
        for _ in 0..<visitors { plan.append((door, .visitor, dice.pick(DemoTown.expected))) }
        plan.append((door, .staff, DemoTown.staff[Int.random(in: 0...3, using: &dice)]))
        plan += [(door, .rightPIN, nil), (door, .open, nil), (door, .close, nil)]
    }

    private mutating func act(
        _ move: Move,
        _ door: DemoDoor,
        _ holder: DemoTown.Holder?,
        _ view: View,
        at wall: Timestamp
    ) -> Scenario.Act? {
        switch move {
        case .visitor: return badge(holder ?? dice.pick(DemoTown.visitors), at: door)
        case .staff:
            let stranger = dice.percent(5)
            return badge(
                stranger ? DemoTown.stranger : holder ?? dice.pick(DemoTown.staff),
                at: door
            )
        case .rightPIN:
            return keys((last[door.id]?.pin ?? "482137") + "#", door)
        case .wrongPIN: return keys(dice.pick(["1#", "999999#", "12345678901#", "482138#"]), door)
        case .star: return keys("*", door)
        case .enter: return keys("#", door)
        case .open:
            let isExpected = view.released.contains(door.id) || dice.percent(10)
            return isExpected && !view.open.contains(door.id) ? .door(door.id, isOpen: true) : nil
        case .close: return view.open.contains(door.id) ? .door(door.id, isOpen: false) : nil
        case .exit: return exit(view)
        case .button: return .button(door.id)
        case .wait: return nil
        case .order: return order(view, at: wall)
        case .disk: return .disk(isFull: !view.isDiskFull && dice.percent(60))
        case .clock:
            return .clock(
                dice.pick([
                    (3, .synchronised(true)), (2, .synchronised(false)), (1, .step(.seconds(900))),
                    (1, .step(.seconds(-600))),
                ])
            )
        case .crash: return .crash
        case .line: return dice.percent(50) ? .fire(dice.percent(50)) : .tamper(dice.percent(50))
        case .reader:
            let reader = dice.pick([door.entry, door.keypad])
            return dice.percent(40) ? .lost(reader) : .back(reader)
        }
    }

    private mutating func badge(_ holder: DemoTown.Holder, at door: DemoDoor) -> Scenario.Act? {
        last[door.id] = holder
        return BadgeNumber(holder.badge).map { .badge(BadgeReading($0), reader: door.entry) }
    }

    private func keys(_ text: String, _ door: DemoDoor) -> Scenario.Act {
        let keys: [Key] = text.map { character in
            switch character {
            case "#": .enter
            case "*": .cancel
            default: .digit(UInt8(character.wholeNumberValue ?? 0))
            }
        }
        return .keys(keys, keypad: door.keypad)
    }

    private mutating func exit(_ view: View) -> Scenario.Act? {
        let all = DemoTown.staff + DemoTown.visitors + [DemoTown.stranger]
        let inside = all.filter { holder in view.inside.contains { $0.person == holder.id } }
        let holder = dice.pick(inside.isEmpty || dice.percent(15) ? all : inside)
        return BadgeNumber(holder.badge).map { .badge(BadgeReading($0), reader: "server-out") }
    }
}

extension RandomHand {
    /// An order by who may give it, or by who may not.
    private mutating func order(_ view: View, at wall: Timestamp) -> Scenario.Act {
        let author = dice.pick([
            (7, DemoTown.officer), (2, DemoTown.operator), (1, DemoTown.sectionHead),
            (1, DemoTown.auditor),
        ])
        let escort = dice.pick(DemoTown.staff[1...3].map(\.id))
        let door = dice.pick(DemoDoor.all)
        let act: Order.Act
        switch Int.random(in: 0..<36, using: &dice) {
        case 0..<3: act = .lockdown([door.room], allow: dice.percent(50) ? [escort] : [])
        case 3..<9: act = .endLockdown([door.room])
        case 9: act = .revokeDesignation(dice.pick(["D-2026-002", "D-2026-003", "D-2026-004"]))
        case 10: act = .sign("D-2026-005")
        case 11..<14: act = approval(at: wall)
        case 14..<16: act = .withdrawVisit(dice.pick(madeVisits.map(\.id) + ["A-2026-014"]))
        case 16: act = .suspendPerson(dice.pick(["100002", "100129", "V-004"]))
        case 17: act = .transfer("100124", to: dice.pick(["somu", "joho"]))
        case 18..<23:
            act = .holdOpen(door.id, room: door.room, minutes: 3, watcher: escort)
        case 23..<25: act = .endHoldOpen(door.id)
        case 25..<30: act = .acknowledge(dice.pick([.doorForced, .duress]), door: nil)
        case 30..<33: act = .clearPINLock(escort)
        default: act = .handover(door.room, to: escort)
        }
        return .order(Order(act, reason: "試し"), by: author)
    }

    private mutating func approval(at wall: Timestamp) -> Order.Act {
        let today = calendar.local(wall).date
        let length = dice.pick([20, 300])
        func bound(_ seconds: Int) -> Bound {
            let instant = wall + .seconds(seconds)
            return Bound(written: calendar.text(instant), instant: instant)
        }
        let visit = VisitApproval(
            id: VisitID("A-R\(nextVisit)"),
            visitors: [dice.pick(DemoTown.visitors[0...4].map(\.id))],
            rooms: [dice.pick(DemoDoor.all).room],
            by: DemoTown.officer,
            on: SigningDay(today, in: calendar),
            necessity: "試し",
            validity: Validity(from: bound(0), until: bound(length)),
            entries: dice.pick([1, 2])
        )
        nextVisit += 1
        madeVisits.append(visit)
        return .approveVisit(visit)
    }
}
