// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB
import Logging

/// The event loop of all readers; it lives on a thread of its own and never blocks on one device.
///
/// libusb's callbacks fill the inbox; between two waits the loop reads it, looks at what is plugged
/// in where there is reason to, and lets time pass for every conversation.
final class ReaderLoop {
    let slots: [Slot]
    let log: Logger
    let inbox = Inbox()
    let authenticator: (any CardAuthenticator)?
    private let say: (Read) -> Void
    let signal: LoopSignal
    private let standings: Standings
    /// Sessions that are letting go.
    private var closing: [Session] = []
    /// When to look again for what is missing, in case no news of it ever comes.
    var rescanAt: Instant?
    var rescan = Rescan()

    /// A loop over the readers of a board.
    init(
        _ specifications: [ReaderSpecification],
        proving authenticator: (any CardAuthenticator)?,
        signal: LoopSignal,
        standings: Standings,
        log: Logger,
        say: @escaping (Read) -> Void
    ) {
        slots = specifications.map(Slot.init)
        self.authenticator = authenticator
        self.signal = signal
        self.standings = standings
        self.log = log
        self.say = say
    }

    /// Serves the readers until the signal to stop.
    func run() {
        while !signal.isStopped {
            do throws(USBFault) {
                try serve()
            } catch {
                for slot in slots { tell(slot, slot.lost("\(error)"), at: .now) }
                log.error("USB does not work; trying again", metadata: ["fault": "\(error)"])
                signal.waitForEnd(.seconds(2))
            }
        }
    }

    /// Serves the readers in one context, until the signal, a fault, or the need for another.
    private func serve() throws(USBFault) {
        let context = try USBContext()
        let hotplug = HotplugWatch(context, to: inbox)
        signal.interrupts(context)
        defer {
            signal.interrupts(nil)
            hotplug.end()
            letGo(in: context)
        }
        inbox.hasNews = true
        while !signal.isStopped {
            for outcome in inbox.takeOutcomes() { take(outcome) }
            closing.removeAll { $0.hasClosed() }
            if try look(in: context, at: .now) == .useless { return }
            let now = Instant.now
            for errand in signal.takeErrands() { run(errand, at: now) }
            for slot in slots { timePassed(for: slot, to: now) }
            try context.handleEvents(for: wakeUp.map { $0 - .now } ?? .seconds(60))
        }
    }

    private var wakeUp: Instant? {
        guard inbox.outcomes.isEmpty, !inbox.hasNews else { return .now }
        let deadlines = slots.compactMap { $0.session?.deadline }
        let retries = slots.filter(\.isMissing).compactMap(\.retryAt)
        return (deadlines + retries + (rescanAt.map { [$0] } ?? [])).min()
    }

    private func take(_ outcome: Transfer.Outcome) {
        guard let slot = slots.first(where: { $0.session?.owns(outcome.transfer) ?? false }),
            let report = slot.session?.take(outcome)
        else { return }
        act(on: report, of: slot, at: outcome.instant)
    }

    private func timePassed(for slot: Slot, to now: Instant) {
        guard let report = slot.session?.timePassed(to: now) else { return }
        act(on: report, of: slot, at: now)
    }

    /// Does what a session's report asks for.
    func act(on report: Session.Report, of slot: Slot, at instant: Instant) {
        if let firmware = report.firmware {
            standings.told(firmware: firmware, of: slot.specification.id)
        }
        if report.isReady { tell(slot, slot.served(), at: instant) }
        for content in report.says { tell(slot, slot.admitted(content, at: instant), at: instant) }
        guard let end = report.end else { return }
        slot.failed(at: instant)
        lose(slot, end, at: instant)
    }

    /// Ends a slot's session, with all that was half read in it.
    func lose(_ slot: Slot, _ text: String, at instant: Instant) {
        endSession(of: slot)
        tell(slot, slot.lost(text), at: instant)
    }

    /// Ends a slot's session.
    func endSession(of slot: Slot) {
        guard let session = slot.session else { return }
        slot.presence = session.presence
        slot.session = nil
        session.close()
        closing.append(session)
        inbox.hasNews = true
    }

    /// Passes on what there is to say of a reader.
    func tell(_ slot: Slot, _ content: Read.Content?, at instant: Instant) {
        guard let content else { return }
        let reader = slot.specification.id
        switch content {
        case .back: log.notice("reader is served", metadata: ["reader": "\(reader)"])
        case .lost(let text), .tampered(let text), .unreadable(let text):
            log.warning("reader fails", metadata: ["reader": "\(reader)", "cause": "\(text)"])
        case .badge, .key, .power, .pairing: break
        }
        say(Read(reader: reader, content: content, instant: instant))
    }

    /// Calls back every transfer and closes every device; no longer than a second.
    private func letGo(in context: USBContext) {
        for slot in slots { endSession(of: slot) }
        let end = Instant.now + .seconds(1)
        while Instant.now < end {
            _ = inbox.takeOutcomes()
            closing.removeAll { $0.hasClosed() }
            if closing.isEmpty { return }
            try? context.handleEvents(for: .milliseconds(50))
        }
        // What libusb still owns must not be freed: it is abandoned to the process's end.
        log.error("USB transfers did not come back", metadata: ["devices": "\(closing.count)"])
        for session in closing { unsafe _ = Unmanaged.passRetained(session) }
        unsafe _ = Unmanaged.passRetained(context)
        closing = []
    }
}
