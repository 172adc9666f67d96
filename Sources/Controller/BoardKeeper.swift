// SPDX-License-Identifier: Apache-2.0
public import Access
import Logging

/// The whole board: brings reads and inputs to their doors, orders to the ledger and then to the doors.
///
/// ``run()`` drives it from the ports. The simulation calls the same verbs one by one instead, and
/// awaits each, so that a scenario has settled before the next step (L15).
public actor BoardKeeper {
    nonisolated let parts: Parts
    /// The doors, by name.
    public nonisolated let doors: [DoorID: DoorKeeper]
    /// Who writes down what has happened.
    public nonisolated let recorder: Recorder
    let work: AsyncStream<Void>
    let registry: any Registry
    var readers: [ReaderID: Bool] = [:]
    var captures: [ReaderID: Capture] = [:]
    /// Until when a card is awaited at a reader, to be written.
    var issues: [ReaderID: Instant] = [:]
    let wake: @Sendable () -> Void

    /// Somebody at a desk waits for the next badge at a reader.
    struct Capture {
        let deadline: Instant
        let continuation: CheckedContinuation<BadgeReading?, Never>
    }

    /// A board at rest; nothing is moved before ``start()``.
    public init(_ parts: Parts, registry: any Registry) {
        self.parts = parts
        self.registry = registry
        let (work, signal) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        self.work = work
        let wake: @Sendable () -> Void = { signal.yield() }
        self.wake = wake
        let recorder = Recorder(
            ledger: parts.ledger,
            time: parts.time,
            period: parts.checkPeriod,
            log: parts.log,
            wake: wake
        )
        self.recorder = recorder
        doors = Dictionary(
            uniqueKeysWithValues: parts.doors.map {
                ($0.door.id, DoorKeeper($0, of: parts, recorder: recorder))
            }
        )
    }

    // MARK: Reads

    /// Takes one read; returns when all that follows from it has been asked for.
    ///
    /// - Returns: what the door answers; `nil` where there is nothing to answer.
    public func receive(_ read: Read) async -> Answer? {
        switch read.content {
        case .badge(let badge):
            if let capture = captures.removeValue(forKey: read.reader) {
                capture.continuation.resume(returning: badge)
                return nil
            }
            if let door = door(where: { $0.entry == read.reader }) {
                return await door.badge(badge, at: read.instant)
            }
            return await door(where: { $0.exit == read.reader })?
                .leave(with: badge, at: read.instant)
        case .key(let key):
            return await door(where: { $0.keypad == read.reader })?.key(key, at: read.instant)
        case .unreadable(let text):
            await note(reader: read.reader, "unreadable", text)
        case .back:
            readers[read.reader] = true
            await door(servedBy: read.reader)?.reader(read.reader, isServed: true)
            await note(reader: read.reader, "back", nil, ends: [.readerLost, .tamper])
        case .lost(let text):
            readers[read.reader] = false
            await door(servedBy: read.reader)?.reader(read.reader, isServed: false)
            await note(reader: read.reader, "lost", text, begins: .readerLost)
        case .tampered(let text):
            await note(reader: read.reader, "tampered", text, begins: .tamper)
        case .power(let isFailing):
            if isFailing {
                await note(reader: read.reader, "power-failing", nil, begins: .power)
            } else {
                await note(reader: read.reader, "power-restored", nil, ends: [.power])
            }
        case .pairing(.begun): await note(reader: read.reader, "pairing", nil)
        case .pairing(.paired): await note(reader: read.reader, "paired", nil)
        case .pairing(.failed(let text)):
            await note(reader: read.reader, "pairing-failed", text)
        }
        return nil
    }

    /// The door whose lamps tell how a reader or keypad of its entry side stands.
    nonisolated func door(servedBy reader: ReaderID) -> DoorKeeper? {
        door { $0.entry == reader || $0.keypad == reader }
    }

    nonisolated func door(where matches: (Door) -> Bool) -> DoorKeeper? {
        parts.doors.first { matches($0.door) }.flatMap { doors[$0.door.id] }
    }

    /// Begins to pair a reader; where that cannot be, it is recorded as its end is.
    func pair(_ reader: ReaderID, for time: Duration, replacing: Bool) async {
        let answer = await parts.readers.pair(reader, for: time, replacing: replacing)
        guard case .failed(let text) = answer else { return }
        await note(reader: reader, "pairing-failed", text)
    }

    func note(
        reader: ReaderID,
        _ state: String,
        _ text: String?,
        begins: Alarm? = nil,
        ends: [Alarm] = []
    ) async {
        let now = parts.time.now()
        var record = Record(.reader)
        record.reader = reader
        record.state = state
        record.text = text
        let alarms = (begins.map { [($0, "began")] } ?? []) + ends.map { ($0, "ended") }
        let events = alarms.map { alarm, state in
            var alarmRecord = Record(.alarm)
            alarmRecord.reader = reader
            alarmRecord.alarm = alarm
            alarmRecord.state = state
            return Event(alarmRecord, at: now)
        }
        await recorder.add([Event(record, at: now)] + events)
    }

    // MARK: Inputs

    /// Takes one input; a door's own input waits for nothing (L4).
    public func receive(_ input: DoorInput) async {
        switch input.change {
        case .contact(let door, let isOpen):
            await doors[door]?.contact(isOpen: isOpen, at: input.instant)
        case .exitButton(let door):
            await doors[door]?.leave(at: input.instant)
        case .fire(let isOn):
            for door in parts.doors { await doors[door.door.id]?.fire(isOn, at: input.instant) }
            await alarm(.fire, isOn ? "began" : "ended", nil)
        case .tamper(let isOn):
            await alarm(.tamper, isOn ? "began" : "ended", nil)
        case .fault(let door, let text):
            await alarm(.tamper, "began", text, door: door)
        }
    }

    private func alarm(_ alarm: Alarm, _ state: String, _ text: String?, door: DoorID? = nil) async
    {
        var record = Record(.alarm)
        record.alarm = alarm
        record.state = state
        record.text = text
        record.door = door
        await recorder.add([Event(record, at: parts.time.now())])
    }

    // MARK: Time

    /// When time itself changes something next, at whatever door.
    public var nextDeadline: Instant? {
        get async {
            var deadlines = captures.values.map { Optional($0.deadline) }
            deadlines += issues.values.map(Optional.init)
            deadlines.append(await recorder.nextDeadline)
            for door in parts.doors { deadlines.append(await doors[door.door.id]?.nextDeadline) }
            return deadlines.compactMap { $0 }.min()
        }
    }

    /// Time has passed: every door and the record do what is due.
    public func tick() async {
        for door in parts.doors { await doors[door.door.id]?.tick() }
        await catchUp()
    }

    /// Does what is due apart from the doors.
    func catchUp() async {
        let now = parts.time.now().instant
        for (reader, capture) in captures where capture.deadline <= now {
            captures.removeValue(forKey: reader)
            capture.continuation.resume(returning: nil)
        }
        for (reader, deadline) in issues where deadline <= now {
            issues.removeValue(forKey: reader)
            parts.readers.endIssue(at: reader)
        }
        await recorder.work()
        for door in await recorder.takeUnwatched() { await doors[door]?.endHoldOpen() }
    }
}
