// SPDX-License-Identifier: Apache-2.0
public import Access
import Logging

/// Puts on record what has happened already, in order; what the disk cannot take now waits in bounded memory (L4).
///
/// Doors hand events over and go on; only a request that needs the facts waits for the queue.
public actor Recorder {
    /// The most events that wait while the disk takes none (L14).
    public static let capacity = 4096
    /// How soon a disk that failed is tried again.
    static let retry = Duration.seconds(1)

    private let ledger: any Ledger
    private let time: any TimeSource
    private let period: Duration
    private let log: Logger
    private let wake: @Sendable () -> Void
    private var waiting: [Event] = []
    private var lost = 0
    private var failedSince: Moment?
    private var isFlushing = false
    private var flushers: [CheckedContinuation<Void, Never>] = []
    private var isAttendanceDue = false
    private var nextCheck: Instant?
    private var unwatched: [DoorID] = []

    // `wake` is called when there is something to do for `work()`.
    init(
        ledger: any Ledger,
        time: any TimeSource,
        period: Duration,
        log: Logger,
        wake: @escaping @Sendable () -> Void
    ) {
        self.ledger = ledger
        self.time = time
        self.period = period
        self.log = log
        self.wake = wake
    }

    /// Whether the journal takes records.
    public var isAvailable: Bool { failedSince == nil }

    /// The alarm of a journal that takes none: it cannot stand in the journal.
    public var alarm: ActiveAlarm? {
        failedSince.map { ActiveAlarm(.journalUnavailable, about: .init(), since: $0.wall) }
    }

    /// When there is something to do next, though nothing happens.
    public var nextDeadline: Instant? {
        failedSince == nil ? nextCheck : retryAt
    }

    private var retryAt: Instant?

    /// Takes events; they are written soon.
    func add(_ events: [Event]) {
        guard !events.isEmpty else { return }
        for event in events {
            guard waiting.count < Self.capacity else {
                lost += 1
                continue
            }
            waiting.append(event)
        }
        wake()
    }

    /// Something may have changed who attends whom, or how long a PIN rests.
    func attendanceMayHaveChanged() {
        isAttendanceDue = true
        wake()
    }

    /// A request could not be recorded: its refusal waits with the others.
    func failed(_ fault: LedgerFault, _ event: Event) {
        note(fault, at: event.moment)
        add([event])
    }

    /// Writes what waits, and brings up to date what hangs on time.
    public func work() async {
        await flush()
        let now = time.now()
        let isDue = isAttendanceDue || (nextCheck.map { $0 <= now.instant } ?? true)
        guard isAvailable, isDue else { return }
        isAttendanceDue = false
        do throws(LedgerFault) {
            settled(try await ledger.attend(at: now))
        } catch {
            note(error, at: now)
        }
    }

    /// Writes what waits; returns once it is on disk, or the disk has refused it.
    func flush() async {
        while isFlushing {
            await withCheckedContinuation { flushers.append($0) }
        }
        isFlushing = true
        while !waiting.isEmpty, await writeBatch() {}
        isFlushing = false
        let resumed = flushers
        flushers = []
        for flusher in resumed { flusher.resume() }
    }

    private func writeBatch() async -> Bool {
        let batch = Array(waiting.prefix(64))
        do throws(LedgerFault) {
            settled(try await ledger.append(batch))
        } catch {
            note(error, at: time.now())
            return false
        }
        waiting.removeFirst(batch.count)
        if waiting.isEmpty { recovered() }
        return true
    }

    private func note(_ fault: LedgerFault, at moment: Moment) {
        retryAt = time.now().instant + Self.retry
        guard failedSince == nil else { return }
        failedSince = moment
        log.error("the journal takes no records", metadata: ["fault": "\(fault)"])
        waiting.insert(Event(Self.alarm("began", String(describing: fault)), at: moment), at: 0)
    }

    private func recovered() {
        guard failedSince != nil else { return }
        failedSince = nil
        retryAt = nil
        log.notice("the journal takes records again", metadata: ["lost": "\(lost)"])
        let text = lost == 0 ? nil : "\(lost) records found no room in memory"
        lost = 0
        waiting.append(Event(Self.alarm("ended", text), at: time.now()))
        isAttendanceDue = true
    }

    private func settled(_ standing: Standing) {
        let latest = time.now().instant + period
        nextCheck = min(standing.nextCheck ?? latest, latest)
        unwatched = standing.unwatched
    }

    /// The doors that must be held open no longer; each is told of once.
    func takeUnwatched() -> [DoorID] {
        defer { unwatched = [] }
        return unwatched
    }

    private static func alarm(_ state: String, _ text: String?) -> Record {
        var record = Record(.alarm)
        record.alarm = .journalUnavailable
        record.state = state
        record.text = text
        return record
    }
}

extension Recorder {
    /// Brings up to date now what hangs on time, whatever was due.
    public func attendNow() async {
        attendanceMayHaveChanged()
        await work()
    }
}
