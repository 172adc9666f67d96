// SPDX-License-Identifier: Apache-2.0
public import Access
import Logging

/// One door: takes reads and inputs, asks the ledger, and moves the lock.
///
/// While a request waits for the disk the actor takes inputs: leaving never waits (L4). Reads of the
/// entry side come one after another; whoever feeds them awaits each answer before the next.
public actor DoorKeeper {
    /// The door.
    public nonisolated let door: Door
    private let lock: any Lock
    private let indicator: any Indicator
    private let ledger: any Ledger
    private let time: any TimeSource
    private let recorder: Recorder
    private let log: Logger
    private var state: DoorState
    private var procedure: EntryProcedure
    private var isSettling = false
    private var unserved: Set<ReaderID> = []
    private var requests: UInt64 = 0
    private var waker: (any Waker)?

    init(_ parts: DoorParts, of board: Parts, recorder: Recorder) {
        door = parts.door
        lock = parts.lock
        indicator = parts.indicator
        ledger = board.ledger
        time = board.time
        self.recorder = recorder
        log = board.log
        state = DoorState(parts.door)
        procedure = EntryProcedure(step: parts.door.step)
    }

    /// When time itself changes something next.
    public var nextDeadline: Instant? {
        [state.nextDeadline, isSettling ? nil : procedure.deadline].compactMap { $0 }.min()
    }

    /// How the door stands.
    public var status: BoardStatus.DoorStatus {
        let now = time.now()
        return BoardStatus.DoorStatus(
            door: door,
            isReleased: state.isReleased,
            isOpen: state.isOpen,
            isInService: state.isInService,
            holdOpenUntil: state.holdOpenUntil.map { now.wall + ($0 - now.instant) }
        )
    }

    // MARK: Start and stop

    /// Secures the lock, before anything else (L2).
    func start(waker: (any Waker)?) async {
        self.waker = waker
        await perform([.secure] + state.start())
    }

    /// Secures the lock; it is the last thing that the door does.
    func stop() async {
        waker?.wake(at: nil)
        unserved = []
        await perform([.secure, .show(.secured)])
    }

    // MARK: The entry side

    /// A badge at the entry reader.
    public func badge(_ badge: BadgeReading, at instant: Instant) async -> Answer {
        await expire(to: instant)
        guard !procedure.repeats(badge.number, at: door.entry, instant: instant) else {
            return .ignored
        }
        return await ask(.badge(badge), at: instant)
    }

    /// A key at the keypad; `nil` where it was a digit that is kept for the confirmation.
    public func key(_ key: Key, at instant: Instant) async -> Answer? {
        await expire(to: instant)
        indicator.show(.key)
        switch procedure.key(key) {
        case .ignored: return .ignored
        case .taken: return nil
        case .confirm(let digits): return await ask(.confirm(digits), at: instant)
        case .cancelled(let session):
            await refuse(.cancelled, session)
            return .denied(.cancelled)
        }
    }

    private func ask(_ act: AccessRequest.Act, at instant: Instant) async -> Answer {
        isSettling = true
        defer {
            isSettling = false
            setWaker()
        }
        await recorder.flush()
        let request = request(act, at: instant)
        guard await recorder.isAvailable else { return await unrecorded(request, nil) }
        do throws(LedgerFault) {
            let answer = await serve(try await ledger.adjudicate(request))
            if case .confirm = act { await recorder.attendanceMayHaveChanged() }
            return answer
        } catch {
            return await unrecorded(request, error)
        }
    }

    private func request(_ act: AccessRequest.Act, at instant: Instant) -> AccessRequest {
        requests += 1
        return AccessRequest(
            id: RequestID(requests),
            door: door,
            act: act,
            readAt: instant,
            moment: time.now(),
            session: procedure.session,
            hasOutstandingGrant: state.outstanding != nil,
            isInService: state.isInService,
            isKeypadServed: door.keypad.map { !unserved.contains($0) } ?? true
        )
    }

    private func serve(_ verdict: consuming Verdict) async -> Answer {
        switch consume verdict {
        case .open(let permit):
            procedure.settled(nil)
            return await open(permit)
        case .answer(let decision, let session):
            if decision != .ignored { procedure.settled(session) }
            return answer(decision)
        }
    }

    private func open(_ permit: consuming Permit) async -> Answer {
        let now = time.now().instant
        switch state.admit(permit, at: now) {
        case .release(let effects):
            do throws(HardwareFault) {
                try lock.release(under: permit)
            } catch {
                note(error)
                await perform(state.releaseFailed(under: permit, error.description, at: now))
                return deny(.doorOutOfService)
            }
            await perform(effects)
            return .granted
        case .opened(let effects):
            await perform(effects)
            return .granted
        case .lapsed(let reason, let effects):
            await perform(effects)
            return deny(reason)
        }
    }

    private func answer(_ decision: Decision) -> Answer {
        switch decision {
        case .granted: preconditionFailure("a grant comes with its permit")
        case .ignored: return .ignored
        case .denied(let reason): return deny(reason)
        case .escortNeeded:
            showRest()
            return .escortNeeded
        case .pinNeeded:
            showRest()
            return .pinNeeded
        }
    }

    private func deny(_ reason: Reason) -> Answer {
        showRest()
        indicator.show(.denied)
        return .denied(reason)
    }

    /// The journal takes nothing: the entry is refused, and the refusal waits in memory (L1, L5).
    private func unrecorded(_ request: AccessRequest, _ fault: LedgerFault?) async -> Answer {
        var record = doorRecord(.denied)
        record.reason = .journalUnavailable
        var event = Event(record, at: request.moment)
        switch request.act {
        case .badge(let badge): event.badge = badge.number
        case .confirm: procedure.settled(nil)
        }
        if let fault {
            await recorder.failed(fault, event)
        } else {
            await recorder.add([event])
        }
        return deny(.journalUnavailable)
    }

    // MARK: Leaving

    /// The exit button was pressed: leaving is never refused and waits for nothing (L4).
    public func leave(at instant: Instant) async {
        await letOut()
        var record = doorRecord(.door)
        record.state = "exit-button"
        await note(record)
    }

    /// A badge at the exit reader: as the button, and a known badge ends its stay.
    public func leave(with badge: BadgeReading, at instant: Instant) async -> Answer {
        // The same badge again changes nothing while the lock is still released for it.
        if procedure.repeats(badge.number, at: door.exit ?? door.entry, instant: instant),
            state.isReleased || door.leaving == .shunt
        {
            return .ignored
        }
        await letOut()
        var record = doorRecord(.exit)
        record.reader = door.exit
        await recorder.add([Event(record, at: time.now(), badge: badge.number)])
        return .granted
    }

    private func letOut() async {
        if let egress = state.leave(at: time.now().instant) {
            do throws(HardwareFault) {
                try lock.release(for: egress)
                indicator.show(.granted)
            } catch {
                await failed(error)
            }
        }
        setWaker()
    }

    // MARK: Orders, inputs, time

    /// Holds the door open under an order that is on record.
    func hold(open order: consuming HoldOpen) async {
        let now = time.now().instant
        guard state.admits(order, at: now) else { return }
        do throws(HardwareFault) {
            try lock.release(under: order)
        } catch {
            await failed(error)
            return
        }
        await perform(state.hold(open: order, at: now))
    }

    /// Holds it open no more.
    func endHoldOpen() async {
        await perform(state.endHoldOpen(at: time.now().instant))
    }

    /// The room is locked down by an order that is on record.
    func lockDown(by order: RecordNumber, allowing people: Set<PersonID>) async {
        await perform(state.lockDown(by: order, allowing: people, at: time.now().instant))
    }

    /// The contact opened or closed.
    public func contact(isOpen: Bool, at instant: Instant) async {
        await perform(state.contact(isOpen: isOpen, at: instant))
    }

    /// The fire alarm went on or off.
    func fire(_ isOn: Bool, at instant: Instant) async {
        await perform(state.fire(isOn, at: instant))
    }

    /// Time has passed: whatever is due is done.
    public func tick() async {
        let now = time.now().instant
        await expire(to: now)
        await perform(state.timePassed(to: now))
    }

    private func expire(to instant: Instant) async {
        guard !isSettling, let session = procedure.timePassed(to: instant) else { return }
        await refuse(.escortTimeout, session)
    }

    private func refuse(_ reason: Reason, _ session: Session) async {
        var record = doorRecord(.denied)
        record.reason = reason
        record.people =
            session.visitors.isEmpty
            ? session.members.map(\.person) : session.visitors.map(\.person)
        record.escort = session.escort?.person
        if !session.visitors.isEmpty {
            var step = record
            step.kind = .escortSession
            step.state = "ended"
            await note(step)
        }
        await note(record)
        _ = deny(reason)
        setWaker()
    }

    // MARK: Parts

    /// Secures before anything else is done: no record delays it (L2).
    private func perform(_ effects: [DoorState.Effect]) async {
        if effects.contains(.secure) { await secure() }
        for effect in effects {
            switch effect {
            case .record(let record): await note(record)
            case .show(let indication): indicator.show(atRest(indication))
            case .secure: continue
            }
        }
        setWaker()
    }

    private func secure() async {
        do throws(HardwareFault) {
            try lock.secure()
            await perform(state.lockSecured())
        } catch {
            await failed(error)
        }
    }

    private func failed(_ fault: HardwareFault) async {
        note(fault)
        await perform(state.lockFailed(fault.description, at: time.now().instant))
    }

    private func note(_ fault: HardwareFault) {
        log.error("the lock does not obey", metadata: ["door": "\(door.id)", "fault": "\(fault)"])
    }

    private func note(_ record: Record) async {
        await recorder.add([Event(record, at: time.now())])
    }

    private func doorRecord(_ kind: RecordKind) -> Record {
        var record = Record(kind)
        record.door = door.id
        record.room = door.room
        return record
    }

    private func showRest() {
        indicator.show(procedure.session == nil ? atRest(state.rest) : .waiting)
    }

    /// A door at rest whose reader or keypad is not served says so to whoever stands there.
    private func atRest(_ indication: Indication) -> Indication {
        indication == .secured && !unserved.isEmpty ? .unserved : indication
    }

    /// A reader or keypad of the entry side is served, or is no more.
    func reader(_ reader: ReaderID, isServed: Bool) {
        let hasChanged =
            isServed ? unserved.remove(reader) != nil : unserved.insert(reader).inserted
        if hasChanged, !state.isReleased { showRest() }
    }

    private func setWaker() {
        waker?.wake(at: nextDeadline)
    }
}
