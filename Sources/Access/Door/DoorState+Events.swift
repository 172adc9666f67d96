// SPDX-License-Identifier: Apache-2.0

extension DoorState {
    /// Forgets what an earlier run of the service left standing, now that the lock is secured (L2).
    public func start() -> [Effect] {
        alarm(.holdOpen, "ended") + alarm(.lockFault, "ended") + [.show(.secured)]
    }

    /// The contact opened or closed, or was read for the first time.
    public mutating func contact(isOpen now: Bool, at instant: Instant) -> [Effect] {
        let before = isOpen
        guard before != now else { return [] }
        isOpen = now
        return now ? opened(isFirst: before == nil, at: instant) : closed(isFirst: before == nil)
    }

    private mutating func opened(isFirst: Bool, at instant: Instant) -> [Effect] {
        openSince = instant
        hasWarned = false
        var effects = [Effect.record(doorRecord("opened"))]
        let isExpected = isReleased || (shuntUntil.map { instant < $0 } ?? false)
        if let outstanding {
            effects.append(.record(entered(outstanding.grant, of: outstanding.entry)))
        }
        outstanding = nil
        egressUntil = nil
        shuntUntil = nil
        effects += secureUnlessReleased()
        // Which way a door came to stand open before the service started, nobody knows.
        if !isExpected && !isFirst { effects += alarm(.doorForced, "began") }
        return effects
    }

    private mutating func closed(isFirst: Bool) -> [Effect] {
        openSince = nil
        hasWarned = false
        isHeldOpen = false
        let ended = alarm(.doorForced, "ended") + alarm(.doorHeldOpen, "ended")
        return (isFirst ? [] : [.record(doorRecord("closed"))]) + ended + [.show(rest)]
    }

    /// The fire alarm went on or off: it rests the held-open alarm and grants nothing.
    public mutating func fire(_ isOn: Bool, at now: Instant) -> [Effect] {
        guard isFire != isOn else { return [] }
        isFire = isOn
        guard isOn else {
            restartHeldOpen(at: now)
            return []
        }
        return restHeldOpen()
    }

    /// Time has passed: relocks, ends a hold-open, warns, raises the held-open alarm, tries a failed lock again.
    public mutating func timePassed(to now: Instant) -> [Effect] {
        var effects: [Effect] = []
        if let waiting = outstanding, waiting.until <= now {
            outstanding = nil
            effects += secureUnlessReleased()
            effects.append(.record(notEntered(waiting.grant, of: waiting.entry, "not-opened")))
        }
        if let until = egressUntil, until <= now {
            (egressUntil, unseen) = (nil, nil)
            effects += secureUnlessReleased()
        }
        if let until = shuntUntil, until <= now { shuntUntil = nil }
        if let until = holdOpenUntil, until <= now { effects += endHoldOpen(at: now) }
        if let retryAt, retryAt <= now {
            // Nobody who leaves is shut in by a retry (L4): the lock is secured when their time is over.
            if isReleased { self.retryAt = now + Self.retry } else { effects.append(.secure) }
        }
        guard let openSince, !isRested else { return effects }
        if !hasWarned, openSince + door.heldOpen * 0.8 <= now {
            hasWarned = true
            effects += [.record(doorRecord("held-open-warning")), .show(.heldOpenWarning)]
        }
        if !isHeldOpen, openSince + door.heldOpen <= now {
            isHeldOpen = true
            effects += alarm(.doorHeldOpen, "began") + [.show(.alarm)]
        }
        return effects
    }

    // MARK: Parts

    func secureUnlessReleased() -> [Effect] {
        isReleased ? [] : [.secure, .show(rest)]
    }

    mutating func restHeldOpen() -> [Effect] {
        guard isHeldOpen else { return [] }
        isHeldOpen = false
        return alarm(.doorHeldOpen, "ended")
    }

    mutating func restartHeldOpen(at now: Instant) {
        guard isOpen == true, !isRested else { return }
        openSince = now
        hasWarned = false
    }

    func doorRecord(_ state: String) -> Record {
        var record = Record(.door)
        record.door = door.id
        record.room = door.room
        record.state = state
        return record
    }

    func entered(_ grant: Grant, of entry: RecordNumber) -> Record {
        var record = doorRecord("entered")
        record.kind = .entered
        record.state = nil
        record.people = grant.people
        record.escort = grant.escort
        record.of = entry
        return record
    }

    func notEntered(_ grant: Grant, of entry: RecordNumber, _ state: String) -> Record {
        var record = entered(grant, of: entry)
        record.kind = .notEntered
        record.state = state
        return record
    }

    func alarm(
        _ alarm: Alarm,
        _ state: String,
        of order: RecordNumber? = nil,
        about person: PersonID? = nil,
        text: String? = nil
    ) -> [Effect] {
        var record = doorRecord(state)
        record.kind = .alarm
        record.alarm = alarm
        record.of = order
        record.people = person.map { [$0] } ?? []
        record.text = text
        return [.record(record)]
    }
}
