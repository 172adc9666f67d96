// SPDX-License-Identifier: Apache-2.0
import Access

/// A ledger that says yes to everybody: the only way to a permit, as everywhere else (L1).
struct WillingLedger: Ledger {
    func settle(_ request: AccessRequest) async throws(LedgerFault) -> Settlement {
        var world = World(authentication: .badge)
        world.colleague("100123")
        let ruling = ruling(on: request, given: world.facts(presented: "100123"))
        return Settlement(decision: ruling.decision, session: ruling.session, record: 7)
    }

    func append(_ events: [Event]) async throws(LedgerFault) -> Standing { Standing() }

    func carryOut(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome {
        guard case .holdOpen(let door, room: _, let minutes, let watcher) = order.act else {
            return .refused(.notAllowed)
        }
        let until = moment.instant + .seconds(minutes * 60)
        return .accepted(8, .holdOpen(.init(door: door, until: until, watcher: watcher)))
    }

    func attend(at moment: Moment) async throws(LedgerFault) -> Standing { Standing() }
}

/// A door with its clock, driven by a test; it keeps the lock as its effects say.
struct DoorRun {
    var state: DoorState
    private(set) var isLockReleased = false
    private(set) var records: [Record] = []
    private(set) var shown: [Indication] = []
    private(set) var now = instant(1000)
    private var requests: UInt64 = 0

    init(
        leaving: Door.Leaving = .release,
        hasContact: Bool = true,
        heldOpen: Double = 30,
        isOpen: Bool? = false
    ) {
        state = DoorState(
            Door(
                id: "server",
                room: "server-4f",
                entry: "server-in",
                leaving: leaving,
                hasContact: hasContact,
                heldOpen: .seconds(heldOpen)
            )
        )
        perform([.secure] + state.start())
        if hasContact, let isOpen { perform(state.contact(isOpen: isOpen, at: now)) }
        records = []
    }

    private var moment: Moment {
        let wall = wall("2026-04-10 09:30") + (now - instant(1000))
        return Moment(instant: now, wall: wall, isSynchronised: true)
    }

    mutating func perform(_ effects: [DoorState.Effect]) {
        for effect in effects {
            switch effect {
            case .secure:
                isLockReleased = false
                perform(state.lockSecured())
            case .record(let record): records.append(record)
            case .show(let indication): shown.append(indication)
            }
        }
    }

    /// Lets time pass, doing on the way whatever is due.
    mutating func wait(_ seconds: Double) {
        let target = now + .seconds(seconds)
        while let due = state.nextDeadline, due <= target {
            now = max(now, due)
            perform(state.timePassed(to: now))
        }
        now = target
        perform(state.timePassed(to: now))
    }

    /// A designated person's badge, granted `age` seconds before the permit reaches the door.
    mutating func grant(age: Double = 0) async throws {
        requests += 1
        let request = AccessRequest(
            id: RequestID(requests),
            door: state.door,
            act: .badge(BadgeReading(known(BadgeNumber("00")))),
            readAt: now,
            moment: moment,
            session: nil
        )
        let verdict = try await WillingLedger().adjudicate(request)
        if age > 0 { wait(age) }
        switch consume verdict {
        case .open(let permit):
            switch state.admit(permit, at: now) {
            case .release(let effects):
                isLockReleased = true
                perform(effects)
            case .opened(let effects), .lapsed(_, let effects): perform(effects)
            }
        case .answer: preconditionFailure("the willing ledger refused")
        }
    }

    mutating func hold(minutes: Int) async throws {
        let order = Order(
            .holdOpen("server", room: "server-4f", minutes: minutes, watcher: "100123"),
            reason: "搬入"
        )
        var done = try await WillingLedger().fulfil(order, by: "officer", at: moment)
        guard let right = done.holdOpen.take() else { preconditionFailure("no right") }
        guard state.admits(right, at: now) else { return }
        isLockReleased = true
        perform(state.hold(open: right, at: now))
    }

    mutating func leave() {
        if state.leave(at: now) != nil { isLockReleased = true }
    }

    mutating func open() { perform(state.contact(isOpen: true, at: now)) }
    mutating func close() { perform(state.contact(isOpen: false, at: now)) }
    mutating func fire(_ isOn: Bool) { perform(state.fire(isOn, at: now)) }
    mutating func lockFails() { perform(state.lockFailed("no answer", at: now)) }
    mutating func forget() { records = [] }

    /// The records in words: a kind, or an alarm or door word with its state.
    var words: [String] {
        records.map { record in
            [
                record.alarm?.rawValue ?? (record.kind == .door ? nil : record.kind.rawValue),
                record.state,
            ]
            .compactMap { $0 }.joined(separator: " ")
        }
    }
}
