// SPDX-License-Identifier: Apache-2.0

/// What one door does in time: released, relocked on opening or time-out, forced, held open (DESIGN §6).
///
/// Pure: each event brings its instant, and answers with the effects that it calls for, in order.
/// The lock is to be released exactly while ``isReleased`` holds: a grant is outstanding, somebody
/// leaves, or an order holds the door open. Everything else ends in secure (L2, L12).
public struct DoorState: Sendable {
    /// The door.
    public let door: Door
    /// Whether the door stands open; `nil` until its contact has been read, and where it has none.
    public internal(set) var isOpen: Bool?
    /// The grant that has not been used yet.
    public internal(set) var outstanding: Outstanding?
    /// Until when the lock is released for somebody who leaves.
    var egressUntil: Instant?
    /// Until when an opening from inside is no alarm, where the handle opens.
    var shuntUntil: Instant?
    /// Until when an order holds the door open.
    public internal(set) var holdOpenUntil: Instant?
    /// Who watches the door meanwhile.
    var watcher: PersonID?
    /// The last lock-down of the room since the service started.
    var lockdown: Lockdown?
    /// At a door without a contact, the last grant for which alone the lock is released: nobody leaves meanwhile.
    var unseen: Outstanding?
    /// Since when the door may be called held open.
    var openSince: Instant?
    var hasWarned = false
    var isHeldOpen = false
    /// Whether the fire alarm rests the held-open alarm.
    var isFire = false
    /// When to try again to secure a lock that failed; `nil` while it obeys.
    var retryAt: Instant?

    /// How soon a lock that failed is tried again.
    static let retry = Duration.seconds(1)

    /// A grant between its release and the opening.
    public struct Outstanding: Sendable, Hashable {
        /// The grant.
        public let grant: Grant
        /// The journal's number of its record.
        public let entry: RecordNumber
        /// When the lock holds again if the door does not open.
        public let until: Instant
    }

    /// An order after which only some people enter.
    struct Lockdown: Sendable, Hashable {
        let order: RecordNumber
        let allowed: Set<PersonID>

        /// Whether a grant that was given before it admits anybody who may not enter since.
        func bars(_ grant: Grant, of entry: RecordNumber) -> Bool {
            entry < order
                && !allowed.isSuperset(of: grant.people + [grant.escort].compactMap { $0 })
        }
    }

    /// What a door must do.
    public enum Effect: Sendable, Hashable {
        /// Secure the lock.
        case secure
        /// Put something on record.
        case record(Record)
        /// Show something at the door.
        case show(Indication)
    }

    /// How a permit was served.
    public enum Admission: Sendable, Hashable {
        /// Release the lock; then the effects.
        case release([Effect])
        /// The door stands open already: nothing to release.
        case opened([Effect])
        /// The permit has gone stale, or the room was locked down meanwhile: nothing is released (L3, L7).
        case lapsed(Reason, [Effect])
    }

    /// A door at rest, before its contact has been read.
    public init(_ door: Door) {
        self.door = door
    }

    /// Whether the lock is to be released.
    public var isReleased: Bool {
        outstanding != nil || egressUntil != nil || holdOpenUntil != nil
    }

    /// Whether the lock does what it is told.
    public var isInService: Bool { retryAt == nil }

    /// What the door's lamps show between events.
    public var rest: Indication {
        if isHeldOpen { .alarm } else if isReleased { .granted } else { .secured }
    }

    /// When time itself changes something next.
    public var nextDeadline: Instant? {
        var deadlines = [outstanding?.until, egressUntil, shuntUntil, holdOpenUntil, retryAt]
        if let openSince, !isRested {
            if !hasWarned {
                deadlines.append(openSince + door.heldOpen * 0.8)
            } else if !isHeldOpen {
                deadlines.append(openSince + door.heldOpen)
            }
        }
        return deadlines.compactMap { $0 }.min()
    }

    /// Whether the held-open alarm rests.
    var isRested: Bool { holdOpenUntil != nil || isFire }

    // MARK: What is asked of the door

    /// Serves a permit: the lock is released unless the permit has lapsed or the door stands open.
    public mutating func admit(_ permit: borrowing Permit, at now: Instant) -> Admission {
        let grant = permit.grant
        guard now <= grant.notAfter else {
            return .lapsed(.staleRead, [.record(notEntered(grant, of: permit.entry, "stale"))])
        }
        if let lockdown, lockdown.bars(grant, of: permit.entry) {
            return .lapsed(.lockdown, [.record(notEntered(grant, of: permit.entry, "lockdown"))])
        }
        let entered = Effect.record(entered(grant, of: permit.entry))
        if isOpen == true { return .opened([entered, .show(.granted)]) }
        guard door.hasContact else {
            // Without a contact nobody can tell an opening: the grant counts as opened, the lock as an egress.
            if egressUntil == nil || unseen != nil {
                unseen = Outstanding(grant: grant, entry: permit.entry, until: now + grant.hold)
            }
            egressUntil = max(egressUntil ?? now, now + grant.hold)
            return .release([entered, .show(.granted)])
        }
        outstanding = Outstanding(grant: grant, entry: permit.entry, until: now + grant.hold)
        return .release([.show(.granted)])
    }

    /// Lets somebody leave: the right to release, or none where the handle opens from inside.
    public mutating func leave(at now: Instant) -> Egress? {
        switch door.leaving {
        case .release:
            unseen = nil
            egressUntil = now + door.releaseTime
            return Egress(door: door.id)
        case .shunt:
            shuntUntil = now + door.releaseTime
            return nil
        }
    }

    /// Whether an order that is on record may hold the door open still: its time is not over, and no lock-down was
    /// ordered after it.
    public func admits(_ order: borrowing HoldOpen, at now: Instant) -> Bool {
        now < order.until && order.order > lockdown?.order ?? 0
    }

    /// Holds the door open under an order that is on record.
    public mutating func hold(open order: borrowing HoldOpen, at now: Instant) -> [Effect] {
        guard admits(order, at: now) else { return [] }
        let ended = watcher == order.watcher ? [] : endOfHolding()
        holdOpenUntil = order.until
        watcher = order.watcher
        let began = alarm(.holdOpen, "began", of: order.order, about: order.watcher)
        return ended + began + restHeldOpen() + [.show(.granted)]
    }

    /// Holds it open no more.
    public mutating func endHoldOpen(at now: Instant) -> [Effect] {
        guard holdOpenUntil != nil else { return [] }
        let ended = endOfHolding()
        holdOpenUntil = nil
        watcher = nil
        restartHeldOpen(at: now)
        return secureUnlessReleased() + ended
    }

    /// The room is locked down by an order that is on record (5(2); R28).
    ///
    /// The door is held open no more, and a grant that was given before opens it no more, unless all whom it admits
    /// may still enter. Who leaves, leaves (L4).
    public mutating func lockDown(
        by order: RecordNumber,
        allowing people: Set<PersonID>,
        at now: Instant
    ) -> [Effect] {
        // Of two that come together the later one counts, whichever reaches the door first.
        guard order > lockdown?.order ?? 0 else { return [] }
        let lockdown = Lockdown(order: order, allowed: people)
        self.lockdown = lockdown
        let ended = endHoldOpen(at: now)
        if let unseen, lockdown.bars(unseen.grant, of: unseen.entry) {
            (self.unseen, egressUntil) = (nil, nil)
            return ended + secureUnlessReleased()
        }
        guard let waiting = outstanding, lockdown.bars(waiting.grant, of: waiting.entry) else {
            return ended
        }
        outstanding = nil
        let unused = notEntered(waiting.grant, of: waiting.entry, "lockdown")
        return ended + secureUnlessReleased() + [.record(unused)]
    }

    /// The end of the alarm of the order that holds the door open now.
    private func endOfHolding() -> [Effect] {
        watcher.map { alarm(.holdOpen, "ended", about: $0) } ?? []
    }

    // MARK: What happens to the lock

    /// The lock did not do what it was told; it is tried again every second until it does.
    public mutating func lockFailed(_ text: String, at now: Instant) -> [Effect] {
        let isNew = retryAt == nil
        retryAt = now + Self.retry
        var effects: [Effect] = []
        if let outstanding {
            self.outstanding = nil
            effects.append(
                .record(notEntered(outstanding.grant, of: outstanding.entry, "lock-fault"))
            )
        }
        return effects + (isNew ? alarm(.lockFault, "began", text: text) : [])
    }

    /// The lock did not let go for a permit: its grant counts as not used.
    public mutating func releaseFailed(
        under permit: borrowing Permit,
        _ text: String,
        at now: Instant
    ) -> [Effect] {
        let effects = lockFailed(text, at: now)
        guard !door.hasContact else { return effects }
        (egressUntil, unseen) = (nil, nil)
        return [.record(notEntered(permit.grant, of: permit.entry, "lock-fault"))] + effects
    }

    /// The lock was secured.
    public mutating func lockSecured() -> [Effect] {
        guard retryAt != nil else { return [] }
        retryAt = nil
        return alarm(.lockFault, "ended")
    }
}
