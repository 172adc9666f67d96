// SPDX-License-Identifier: Apache-2.0
import Access

/// Sony RC-S380, by its own protocol (NFC Port-100): one cycle after another of looking for cards.
///
/// A wrong frame, or none, is a fault of what was being read: the host breaks off, sets the reader
/// up anew and goes on. Only when that happens again and again without a single whole cycle between
/// is the device given up.
struct RCS380: Conversation {
    private let reader: ReaderID
    private let polling: CardPolling
    private let authenticator: (any CardAuthenticator)?
    private var link = Port100Link()
    private var phase = Phase.setUp(step: 0)
    /// The commands that wait for the one in flight, the first of them next.
    private var waiting: [Command] = []
    private var isReady = false
    private var faults = 0
    private var search = CardSearch()

    private enum Phase {
        case setUp(step: Int)
        case cycle
        case resting(until: Instant)
    }

    private enum Command {
        /// One that is answered by status 0.
        case plain([UInt8])
        /// A frame for the field, and how long to listen, in milliseconds.
        case exchange([UInt8], milliseconds: Int)
        /// The field goes off, and the cycle is over.
        case fieldOff
    }

    /// How many faults in a row end the conversation.
    static let patience = 3
    /// The same before the first whole cycle: whoever is not served yet is tried anew soon.
    static let patienceAtFirst = 2
    /// How long the field stays off between two cycles, so that cards begin anew.
    static let rest = Duration.milliseconds(50)
    /// Vendor and products.
    static let models: Set = [
        USBModel(vendor: 0x054C, product: 0x06C1), USBModel(vendor: 0x054C, product: 0x06C3),
    ]

    /// A freshly claimed reader.
    init(for specification: ReaderSpecification, proving authenticator: (any CardAuthenticator)?) {
        reader = specification.id
        self.authenticator = authenticator
        polling = specification.role.polling
    }

    /// The interface with a bulk endpoint each way.
    static func seat(in device: USBDevice) -> Seat? {
        let model = USBModel(vendor: device.vendor, product: device.product)
        guard models.contains(model) else { return nil }
        for interface in device.interfaces {
            guard let input = interface.bulkInput, let output = interface.bulkOutput else {
                continue
            }
            return Seat(
                interface: interface.number,
                claims: [interface.number],
                bulk: input,
                output: output,
                longest: Port100Frame.longest
            )
        }
        return nil
    }

    var presence: CardPresence? {
        get { search.presence }
        set { search.presence = newValue ?? CardPresence() }
    }

    var deadline: Instant? {
        if case .resting(let until) = phase { return until }
        return link.deadline
    }

    mutating func begin(at instant: Instant) -> [Move] { setUp(at: instant) }

    mutating func received(_ bytes: [UInt8], from pipe: Pipe, at instant: Instant) -> [Move] {
        pipe == .bulk ? take(link.take(bytes, at: instant), at: instant) : []
    }

    mutating func missed(on pipe: Pipe, at instant: Instant) -> [Move] {
        take(link.missed(), at: instant)
    }

    mutating func timePassed(to now: Instant) -> [Move] {
        if case .resting(let until) = phase {
            guard until <= now else { return [] }
            phase = .cycle
            search.begin(polling.port100Stages)
            return step(after: nil, at: now)
        }
        return take(link.timePassed(to: now), at: now)
    }

    private mutating func take(_ event: Port100Link.Event, at instant: Instant) -> [Move] {
        switch event {
        case .none: return []
        case .fault(let text): return fault(text, at: instant)
        case .quiet: return askNext(at: instant)
        case .answer(let body):
            if case .setUp(let step) = phase { return setUp(step, answered: body, at: instant) }
            return cycle(answered: body, at: instant)
        }
    }

    private mutating func fault(_ text: String, at instant: Instant) -> [Move] {
        faults += 1
        guard faults < (isReady ? Self.patience : Self.patienceAtFirst) else {
            return [.fail("the reader fails: \(text)")]
        }
        // A reader that is not served yet disturbs nobody's badge.
        return (isReady && faults == 1 ? [.say(.unreadable(text))] : []) + setUp(at: instant)
    }

    // MARK: Setting up

    private static let longestVersion = 8
    private static let setUps: [[UInt8]] = [[0x2A, 0x01], [0x20], [0x22], Port100.fieldOff]

    private mutating func setUp(at instant: Instant) -> [Move] {
        phase = .setUp(step: 0)
        waiting = []
        return [.send(link.breakOff(at: instant))]
    }

    private mutating func setUp(_ step: Int, answered body: [UInt8], at instant: Instant) -> [Move]
    {
        var moves: [Move] = []
        // Two are answered by a version, of which nothing depends but what is shown; the others by status 0.
        switch Self.setUps[step].first {
        case 0x20, 0x22:
            guard body.count <= Self.longestVersion else {
                return fault("a version has a wrong length", at: instant)
            }
            if step == 1, body.count >= 2 {
                let minor = String(body[0], radix: 16)
                moves.append(
                    .firmware(
                        String(body[1], radix: 16) + "." + (minor.count < 2 ? "0" : "") + minor
                    )
                )
            }
        default:
            guard body == [0x00] else { return fault(Self.meaning(of: body), at: instant) }
        }
        phase = .setUp(step: step + 1)
        return moves + askNext(at: instant)
    }

    private static func meaning(of body: [UInt8]) -> String {
        guard body.count == 1 else { return "an answer has a wrong length" }
        let names = [
            "", "parameter", "protocol", "field", "temperature", "power", "reception",
            "command type",
        ]
        let name = Int(body[0]) < names.count ? names[Int(body[0])] : "unknown"
        return "it refuses a command (\(name) error)"
    }

    private mutating func askNext(at instant: Instant) -> [Move] {
        switch phase {
        case .setUp(let step) where step < Self.setUps.count:
            return ask(Self.setUps[step], at: instant)
        case .setUp:
            phase = .cycle
            search.begin(polling.port100Stages)
            return self.step(after: nil, at: instant)
        case .cycle, .resting: return []
        }
    }

    private mutating func ask(
        _ body: [UInt8],
        within time: Duration = .zero,
        at instant: Instant
    ) -> [Move] {
        [.send(link.ask(body, within: time, at: instant))]
    }

    // MARK: Looking for cards

    private mutating func cycle(answered body: [UInt8], at instant: Instant) -> [Move] {
        guard let command = waiting.first else { return [] }
        waiting.removeFirst()
        switch command {
        case .exchange:
            guard let answer = Port100.answer(body) else {
                return fault("an answer has a wrong length", at: instant)
            }
            return step(after: answer, at: instant)
        case .plain:
            guard body == [0x00] else { return fault(Self.meaning(of: body), at: instant) }
            return run(at: instant)
        case .fieldOff:
            guard body == [0x00] else { return fault(Self.meaning(of: body), at: instant) }
            return cycleEnds(at: instant)
        }
    }

    private mutating func step(after answer: AirAnswer?, at instant: Instant) -> [Move] {
        let (says, exchange) = search.step(after: answer, at: reader, proving: authenticator)
        if !says.isEmpty { faults = 0 }
        if let exchange {
            waiting = exchange.preparations.map(Command.plain)
            waiting.append(.exchange(exchange.frame, milliseconds: exchange.milliseconds))
        } else {
            waiting = [.fieldOff]
        }
        return says.map(Move.say) + run(at: instant)
    }

    private mutating func run(at instant: Instant) -> [Move] {
        switch waiting.first {
        case .plain(let body): ask(body, at: instant)
        case .exchange(let frame, let milliseconds):
            ask(
                Port100.exchange(frame, milliseconds: milliseconds),
                within: .milliseconds(milliseconds + 1),
                at: instant
            )
        case .fieldOff: ask(Port100.fieldOff, at: instant)
        case .none: []
        }
    }

    private mutating func cycleEnds(at instant: Instant) -> [Move] {
        faults = 0
        phase = .resting(until: instant + Self.rest)
        defer { isReady = true }
        return (isReady ? [] : [.ready]) + search.cycleEnds().map(Move.say)
    }
}

extension ReaderSpecification.Role {
    /// What a reader of cards looks for.
    var polling: CardPolling {
        guard case .cards(let polling) = self else {
            preconditionFailure("only a reader of cards polls")
        }
        return polling
    }
}
