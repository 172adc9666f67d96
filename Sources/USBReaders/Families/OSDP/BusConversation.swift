// SPDX-License-Identifier: Apache-2.0
import Access

/// The board's side of the talk on one line: whose turn it is, and whose reply is awaited.
///
/// One question is on the line at a time. Who has waited longest comes next; a peripheral that is
/// not there costs the others one time-out now and then, and no more.
struct BusConversation {
    private let line: SerialAddress
    private var peripherals: [PeripheralConversation]
    private var scanner = OSDPScanner()
    private var isOpen = false
    private var speaking: Speaking?
    private var freeAt = Instant(sinceBoot: .zero)
    private var triedAt = Instant(sinceBoot: .zero)

    /// Whose reply is awaited, until when, and until when at most where a frame has begun.
    private struct Speaking {
        let index: Int
        var until: Instant
        let limit: Instant
    }

    /// A line with the peripherals that the board file puts on it.
    init(
        _ line: SerialAddress,
        _ peripherals: [OSDPPeripheral],
        keys: [ReaderID: KnownKeys],
        random: any RandomNumberGenerator & Sendable
    ) {
        self.line = line
        self.peripherals = peripherals.map {
            PeripheralConversation($0, keys: keys[$0.id] ?? KnownKeys(), random: random)
        }
    }

    // MARK: The line

    /// The line is there.
    mutating func opened(at now: Instant) -> [LineMove] {
        isOpen = true
        speaking = nil
        scanner.forget()
        freeAt = now
        for index in peripherals.indices { peripherals[index].begin(at: now) }
        return goOn(at: now)
    }

    /// The line has gone, or could not be opened.
    mutating func closed(_ text: String, at now: Instant) -> [LineMove] {
        isOpen = false
        speaking = nil
        for index in peripherals.indices { peripherals[index].end(text, at: now) }
        return takeMoves()
    }

    /// The line gave bytes.
    mutating func received(_ bytes: [UInt8], at now: Instant) -> [LineMove] {
        // What has no reply's address is our own voice, which some adapters send back.
        for frame in scanner.take(bytes) where frame.isReply {
            let index = peripherals.firstIndex { $0.peripheral.address == frame.address }
            guard let index, peripherals[index].received(frame, at: now) else { continue }
            if speaking?.index == index {
                speaking = nil
                freeAt = now + OSDPTiming.turnaround
            }
        }
        if var speaker = speaking, let missing = scanner.missing {
            let needed = now + line.time(for: missing) + OSDPTiming.turnaround * 10
            speaker.until = min(max(speaker.until, needed), speaker.limit)
            speaking = speaker
        }
        return goOn(at: now)
    }

    // MARK: Time

    /// When time must be told next.
    var deadline: Instant? {
        var deadlines = peripherals.compactMap(\.deadline)
        if isOpen {
            if let speaking {
                deadlines.append(speaking.until)
            } else if let next = peripherals.compactMap(\.sendAt).min() {
                deadlines.append(max(next, freeAt))
            }
        }
        return deadlines.min()
    }

    /// Time has passed.
    mutating func timePassed(to now: Instant) -> [LineMove] {
        for index in peripherals.indices { peripherals[index].timePassed(to: now) }
        if let speaking, speaking.until <= now {
            self.speaking = nil
            freeAt = now
            peripherals[speaking.index].timedOut(at: now)
        }
        return goOn(at: now)
    }

    private mutating func goOn(at now: Instant) -> [LineMove] {
        var sent: [LineMove] = []
        if isOpen, speaking == nil, freeAt <= now, let index = next(at: now),
            let bytes = peripherals[index].send(at: now)
        {
            let frame = [OSDPFrame.mark] + bytes
            let until = now + OSDPTiming.reply + line.time(for: frame.count)
            let limit = until + line.time(for: OSDPFrame.lengths.upperBound)
            speaking = Speaking(index: index, until: until, limit: limit)
            scanner.forget()
            sent = [.send(frame)]
        }
        return takeMoves() + sent
    }

    /// Whose turn it is: of those that are due, who has waited longest.
    private mutating func next(at now: Instant) -> Int? {
        let due = peripherals.indices.filter { peripherals[$0].sendAt.map { $0 <= now } ?? false }
        let known = due.filter { peripherals[$0].standing.presence == .served }
        let unknown = due.filter { peripherals[$0].standing.presence != .served }
        let mayTry = known.isEmpty || triedAt + OSDPTiming.courtesy <= now
        let turn = mayTry && !unknown.isEmpty ? unknown : known
        guard
            let index = turn.min(by: {
                peripherals[$0].sendAt ?? now < peripherals[$1].sendAt ?? now
            })
        else { return nil }
        if peripherals[index].standing.presence != .served { triedAt = now }
        return index
    }

    private mutating func takeMoves() -> [LineMove] {
        peripherals.indices.flatMap { peripherals[$0].takeMoves() }
    }

    // MARK: What the board wants

    /// Lets a peripheral show what its door shows.
    mutating func show(_ indication: Indication, at reader: ReaderID, now: Instant) -> [LineMove] {
        // A keypad in a reader's housing shows what the reader is told already.
        if let index = peripherals.firstIndex(where: { $0.peripheral.id == reader }) {
            peripherals[index].lamps.show(indication)
            peripherals[index].hurry(at: now)
        }
        return goOn(at: now)
    }

    /// Begins to pair a reader, or says why not.
    mutating func pair(
        _ reader: ReaderID,
        until: Instant,
        replacing: Bool,
        at now: Instant
    ) -> (answer: Pairing, moves: [LineMove]) {
        guard let index = index(of: reader) else {
            return (.failed("\(reader) is on no line"), [])
        }
        if peripherals[index].pairing != nil {
            return (.failed("\(reader) is being paired already"), [])
        }
        if peripherals[index].keys.isPaired, !replacing {
            let text = "\(reader) is paired already; say that its key is to be replaced"
            return (.failed(text), [])
        }
        peripherals[index].pair(until: until, at: now)
        return (.begun, goOn(at: now))
    }

    /// A key that was to be kept is; or the text says why it is not.
    mutating func kept(_ reader: ReaderID, _ fault: String?, at now: Instant) -> [LineMove] {
        if let index = index(of: reader) { peripherals[index].kept(fault, at: now) }
        return goOn(at: now)
    }

    private func index(of reader: ReaderID) -> Int? {
        peripherals.firstIndex { $0.peripheral.ids.contains(reader) }
    }
}
