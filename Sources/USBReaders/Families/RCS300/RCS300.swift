// SPDX-License-Identifier: Apache-2.0
import Access

/// Sony RC-S300 (NFC Port-400): cycles of looking for cards, inside a transparent session.
///
/// It speaks on the vendor's interface, so that a smart-card daemon on the other one is not in its
/// way. As with RC-S380, a wrong message is a fault of what was being read, and the session is begun
/// anew; only when that does not help is the device given up.
struct RCS300: Conversation {
    private let reader: ReaderID
    private let polling: CardPolling
    private let authenticator: (any CardAuthenticator)?
    private var link = Port400Link()
    private var waiting: [Errand] = []
    /// Until when the reader is left in peace after a command.
    private var pausedUntil: Instant?
    private var isReady = false
    private var hasTypeB = true
    private var faults = 0
    /// How many exchanges the reader has refused since one that it carried out.
    private var refusals = 0
    /// Whether it has carried one out: before that it serves nobody.
    private var hasExchanged = false
    private var keepAliveAt: Instant?
    private var search = CardSearch()

    /// Something to ask of the reader.
    private struct Errand {
        var command: [UInt8]
        var kind = Kind.session
        /// How long to wait after it, in milliseconds.
        var pause = 0
        /// How long it may take by itself, in milliseconds.
        var time = 0

        enum Kind {
            /// Ends what somebody else left behind; what comes of it does not matter.
            case bestEffort
            case session, firmware, protocolSwitch, exchange, number
            /// The field is on again: the cycle is over.
            case cycleEnd
        }
    }

    static let patience = RCS380.patience
    static let patienceAtFirst = RCS380.patienceAtFirst
    /// How many refused exchanges in a row begin the session anew, and how many end the conversation.
    static let refusalsOfSession = 3
    static let mostRefusals = 9
    /// How often the session is kept alive, between two cycles; after two seconds the reader drops it.
    static let keepAlive = Duration.milliseconds(1500)
    /// How much later it is at the latest, in the middle of a long talk with a card.
    static let keepAliveGrace = Duration.milliseconds(200)

    /// Vendor and products.
    static let models: Set = [
        USBModel(vendor: 0x054C, product: 0x0DC8), USBModel(vendor: 0x054C, product: 0x0DC9),
        USBModel(vendor: 0x054C, product: 0x0D8F),
    ]

    /// A freshly claimed reader.
    init(for specification: ReaderSpecification, proving authenticator: (any CardAuthenticator)?) {
        reader = specification.id
        self.authenticator = authenticator
        polling = specification.role.polling
    }

    /// The vendor's interface with a bulk endpoint each way; without it, any that has them.
    static func seat(in device: USBDevice) -> Seat? {
        let model = USBModel(vendor: device.vendor, product: device.product)
        guard models.contains(model) else { return nil }
        let able = device.interfaces.filter { $0.bulkInput != nil && $0.bulkOutput != nil }
        guard let interface = able.first(where: { $0.class == 0xFF }) ?? able.first,
            let input = interface.bulkInput, let output = interface.bulkOutput
        else { return nil }
        return Seat(
            interface: interface.number,
            claims: [interface.number],
            bulk: input,
            output: output,
            longest: Port400Link.longest
        )
    }

    var presence: CardPresence? {
        get { search.presence }
        set { search.presence = newValue ?? CardPresence() }
    }

    var deadline: Instant? { pausedUntil ?? link.deadline }

    mutating func begin(at instant: Instant) -> [Move] { setUp(at: instant) }

    mutating func received(_ bytes: [UInt8], from pipe: Pipe, at instant: Instant) -> [Move] {
        pipe == .bulk ? take(link.take(bytes, at: instant), at: instant) : []
    }

    mutating func missed(on pipe: Pipe, at instant: Instant) -> [Move] {
        take(link.missed(), at: instant)
    }

    mutating func timePassed(to now: Instant) -> [Move] {
        guard let pausedUntil else { return take(link.timePassed(to: now), at: now) }
        guard pausedUntil <= now else { return [] }
        self.pausedUntil = nil
        return askNext(at: now)
    }

    private mutating func take(_ event: Port400Link.Event, at instant: Instant) -> [Move] {
        switch event {
        case .none: return []
        case .again(let message): return [.send(message)]
        case .fault(let text):
            guard waiting.first?.kind == .bestEffort else { return fault(text, at: instant) }
            return done(at: instant)
        case .answer(let content, let status): return answered(content, status, at: instant)
        }
    }

    private mutating func fault(_ text: String, at instant: Instant) -> [Move] {
        faults += 1
        guard faults < (isReady ? Self.patience : Self.patienceAtFirst) else {
            return [.fail("the reader fails: \(text)")]
        }
        return (isReady && faults == 1 ? [.say(.unreadable(text))] : []) + setUp(at: instant)
    }

    // MARK: One command after another

    private mutating func setUp(at instant: Instant) -> [Move] {
        pausedUntil = nil
        waiting = [
            Errand(command: Port400.endSession, kind: .bestEffort),
            Errand(command: Port400.startSession),
            Errand(command: Port400.fieldOff, pause: 30),
            Errand(command: Port400.fieldOn, pause: 25),
            Errand(command: Port400.firmware, kind: .firmware),
        ]
        return askNext(at: instant)
    }

    private mutating func askNext(at instant: Instant) -> [Move] {
        guard let task = waiting.first else {
            search.begin(polling.port400Stages(withTypeB: hasTypeB))
            return step(after: nil, at: instant)
        }
        return [.send(link.ask(task.command, within: .milliseconds(task.time), at: instant))]
    }

    private mutating func done(at instant: Instant) -> [Move] {
        let task = waiting.removeFirst()
        guard task.pause > 0 else { return askNext(at: instant) }
        pausedUntil = instant + .milliseconds(task.pause)
        return []
    }

    private mutating func answered(_ content: [UInt8], _ status: UInt16, at instant: Instant)
        -> [Move]
    {
        guard let task = waiting.first else { return [] }
        switch task.kind {
        case .bestEffort: return done(at: instant)
        case .firmware:
            keepAliveAt = instant + Self.keepAlive
            let text = status == 0x9000 ? Self.version(content) : nil
            return (text.map { [.firmware($0)] } ?? []) + done(at: instant)
        case .number:
            let number = Self.number(content, status)
            if case .disturbance = number {} else if polling.systemCodes.isEmpty { carriedOut() }
            return step(after: number, at: instant)
        case .session, .cycleEnd, .protocolSwitch, .exchange:
            guard status == 0x9000, let reply = Port400.reply(content) else {
                return fault("an answer has a wrong form", at: instant)
            }
            return answered(reply, to: task, at: instant)
        }
    }

    private mutating func answered(_ reply: Port400.Reply, to task: Errand, at instant: Instant)
        -> [Move]
    {
        switch (reply.status, task.kind) {
        case (0x698A, _):
            return [.fail("another program owns the reader's session; end it")]
        case (0x6400, .protocolSwitch), (0x6401, .protocolSwitch), (0x6400, .exchange),
            (0x6401, .exchange):
            if task.kind == .exchange || polling.systemCodes.isEmpty { carriedOut() }
            return step(after: .silence, at: instant)
        case (0x9000, .exchange):
            carriedOut()
            return step(after: Self.answer(reply), at: instant)
        case (0x9000, .cycleEnd): return cycleEnds(at: instant)
        case (0x9000, _): return done(at: instant)
        case (_, .protocolSwitch) where task.command == Port400.protocolSwitch(0x01, 0x03):
            // Not every firmware knows it; type B is refused at the door in any case.
            hasTypeB = false
            return step(after: .silence, at: instant)
        case (let status?, .exchange), (let status?, .protocolSwitch):
            return refused("the reader reports " + hexadecimal(status), at: instant)
        default: return fault("it refuses a command", at: instant)
        }
    }

    private mutating func carriedOut() { (refusals, hasExchanged) = (0, true) }

    /// One refusal is of one card; when nothing else comes, the reader has dropped the session.
    private mutating func refused(_ text: String, at instant: Instant) -> [Move] {
        refusals += 1
        guard refusals < Self.mostRefusals else { return [.fail(text)] }
        guard refusals % Self.refusalsOfSession == 0 else {
            return step(after: .disturbance(text), at: instant)
        }
        return fault(text, at: instant)
    }

    private static func version(_ content: [UInt8]) -> String? {
        guard (1...8).contains(content.count) else { return nil }
        return content.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ".")
    }

    private static func answer(_ reply: Port400.Reply) -> AirAnswer {
        guard reply.radio == 0 else { return .disturbance("a card's answer was damaged") }
        guard reply.lastBits == 8 else { return .disturbance("a card sent half a byte") }
        guard reply.frame != nil || !reply.isStrange else {
            return .disturbance("an answer has a wrong form")
        }
        return reply.frame.map { $0.isEmpty ? .silence : .frame($0) } ?? .silence
    }

    private static func number(_ content: [UInt8], _ status: UInt16) -> AirAnswer {
        switch status {
        case 0x9000: content.isEmpty ? .silence : .frame(content)
        case 0x6300, 0x6400, 0x6401, 0x6A81, 0x6A82, 0x6A88: .silence
        default: .disturbance("the reader reports " + hexadecimal(status))
        }
    }

    // MARK: Looking for cards

    private mutating func step(after answer: AirAnswer?, at instant: Instant) -> [Move] {
        let (says, exchange) = search.step(after: answer, at: reader, proving: authenticator)
        if !says.isEmpty { faults = 0 }
        if let exchange {
            waiting = exchange.preparations.map {
                Errand(command: $0, kind: .protocolSwitch, pause: 20, time: 30)
            }
            waiting.append(task(for: exchange))
            if let keepAliveAt, keepAliveAt + Self.keepAliveGrace <= instant {
                waiting.insert(Errand(command: Port400.firmware, kind: .firmware), at: 0)
            }
        } else {
            waiting = [
                Errand(command: Port400.fieldOff, pause: 30),
                Errand(command: Port400.fieldOn, kind: .cycleEnd),
            ]
        }
        return says.map(Move.say) + askNext(at: instant)
    }

    private func task(for exchange: AirExchange) -> Errand {
        guard !exchange.frame.isEmpty else { return Errand(command: Port400.number, kind: .number) }
        let isTypeB = exchange.preparations == [Port400.protocolSwitch(0x01, 0x03)]
        return Errand(
            command: Port400.exchange(
                exchange.frame,
                milliseconds: exchange.milliseconds,
                isPlain: isTypeB
            ),
            kind: .exchange,
            time: exchange.milliseconds
        )
    }

    private mutating func cycleEnds(at instant: Instant) -> [Move] {
        faults = 0
        let isNew = !isReady && hasExchanged
        isReady = isReady || hasExchanged
        waiting = []
        pausedUntil = instant + .milliseconds(25)
        if keepAliveAt.map({ $0 <= instant }) ?? true {
            waiting = [Errand(command: Port400.firmware, kind: .firmware)]
        }
        return (isNew ? [.ready] : []) + search.cycleEnds().map(Move.say)
    }
}
