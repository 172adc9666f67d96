// SPDX-License-Identifier: Apache-2.0
import Access

/// The board's side of the talk with one peripheral: bytes and time in, moves out.
///
/// It begins with what the peripheral is and can do, which nothing proves, and goes on only through
/// a secure channel under a key of the reader's own: `identify → capabilities → challenge → proof →
/// polling`. There is no way round it. Without a secure channel, under the key that everybody has,
/// or with another key, a peripheral says nothing that counts, and what it does say in the clear is
/// an alarm. A refusal in the clear may end the channel, and nothing else.
///
/// A reply that got lost is asked for again with the same bytes, as the norm has it; peripherals
/// differ in what they make of it, and no event is ever counted on to come twice.
struct PeripheralConversation {
    /// The peripheral.
    let peripheral: OSDPPeripheral
    /// How far the talk has come.
    var stage = Stage.offline
    /// The command whose reply is not here yet.
    var awaited: Awaited?
    /// When it wants to send; `nil` while a reply is awaited, or where there is nothing to say.
    private(set) var sendAt: Instant?
    /// What is to be done, in order.
    private var moves: [LineMove] = []

    // What is known of it, and what was told.
    var keys: KnownKeys
    var random: any RandomNumberGenerator & Sendable
    var pairing: PairingInProgress?
    var lamps = OSDPLamps()
    private(set) var standing = PeripheralStanding()
    private var keyTried = 0
    private var hasAnotherKey = false
    private var sequence: UInt8 = 0
    private var sentAt = Instant(sinceBoot: .zero)
    /// When a word of it was last believed, and when one within a channel.
    private var heardAt = Instant(sinceBoot: .zero)
    private var servedAt = Instant(sinceBoot: .zero)
    private var attempts = 0
    private var strikes: [Instant] = []
    private var fault = Self.silent
    var statusAt: Instant?
    private var badgePace = Pace()
    private var keyPace = Pace()

    /// How far the talk has come.
    enum Stage {
        /// Nothing is known.
        case offline
        /// It has said what it is.
        case identified
        /// It has said what it can do.
        case capable
        /// It is to prove that it knows the key.
        case challenged(SecureHandshake)
        /// It has; now we do.
        case proven(SecureHandshake, proof: [UInt8])
        /// Both have.
        case online(SecureChannel, ReaderKey)
    }

    /// A command on its way.
    struct Awaited {
        let command: OSDPCommand
        let bytes: [UInt8]
        let sequence: UInt8
        var attempts = 1
    }

    /// A peripheral of which nothing is known but its keys.
    init(
        _ peripheral: OSDPPeripheral,
        keys: KnownKeys,
        random: any RandomNumberGenerator & Sendable
    ) {
        self.peripheral = peripheral
        self.keys = keys
        self.random = random
    }

    // MARK: Moves

    /// Takes out what is to be done.
    mutating func takeMoves() -> [LineMove] {
        defer { moves = [] }
        return moves
    }

    mutating func move(_ move: LineMove) { moves.append(move) }

    mutating func note(_ text: String) { moves.append(.note(peripheral.id, text)) }

    /// Says something of the whole peripheral.
    mutating func say(_ content: Read.Content, at now: Instant) {
        for id in peripheral.ids {
            moves.append(.say(Read(reader: id, content: content, instant: now)))
        }
    }

    /// Says what its reader read.
    mutating func sayOfBadge(_ content: Read.Content, at now: Instant) {
        guard let id = peripheral.reader, let content = badgePace.admitted(content, at: now) else {
            return
        }
        moves.append(.say(Read(reader: id, content: content, instant: now)))
    }

    /// Says which key was pressed.
    mutating func sayOfKey(_ content: Read.Content, at now: Instant) {
        guard let id = peripheral.keypad, let content = keyPace.admitted(content, at: now) else {
            return
        }
        moves.append(.say(Read(reader: id, content: content, instant: now)))
    }

    // MARK: The line and time

    /// Its line is there.
    mutating func begin(at now: Instant) {
        heardAt = now
        servedAt = now
        restart(after: .zero, at: now)
        attempts = 0
        if candidates.isEmpty { lose(keys.fault ?? Self.unpaired, at: now) }
    }

    /// Its line has gone.
    mutating func end(_ text: String, at now: Instant) {
        drop(text, at: now)
        sendAt = nil
        lose(text, at: now)
    }

    /// When it is lost, if nothing comes.
    private var silentAt: Instant {
        min(heardAt + OSDPTiming.silence, servedAt + OSDPTiming.barrenness)
    }

    /// When time must be told, whatever is on the line.
    var deadline: Instant? {
        [standing.presence == .lost ? nil : silentAt, pairing?.until]
            .compactMap { $0 }.min()
    }

    /// Time has passed.
    mutating func timePassed(to now: Instant) {
        if let until = pairing?.until, until <= now { pairingFailed(fault, at: now) }
        guard standing.presence != .lost, silentAt <= now else { return }
        if case .online = stage { drop(Self.silent, at: now) }
        lose("\(fault): address \(peripheral.address) on \(peripheral.line.path)", at: now)
    }

    private mutating func lose(_ text: String, at now: Instant) {
        guard standing.presence != .lost else { return }
        standing.presence = .lost
        say(.lost(text), at: now)
    }

    /// What is said of one that does not reply.
    static let silent = "it does not answer"
    /// What is said of a reader that has no key yet.
    static let unpaired = "it is not paired; order pairReader for it"

    // MARK: Keys

    /// The keys that may open a channel now.
    var candidates: [ReaderKey] { keys.all + (pairing == nil ? [] : [.preset]) }

    /// The key that is tried next.
    var candidate: ReaderKey? {
        candidates.indices.contains(keyTried) ? candidates[keyTried] : candidates.first
    }

    /// Other keys are known than before.
    mutating func keysChanged() {
        keyTried = 0
        hasAnotherKey = false
    }

    /// The key that was tried is not the one that the peripheral has.
    mutating func rejected(_ text: String, isMismatch: Bool, at now: Instant) {
        hasAnotherKey = hasAnotherKey || isMismatch
        keyTried += 1
        guard keyTried >= candidates.count else {
            drop(text, pausing: OSDPTiming.pause, at: now)
            return
        }
        // A key that only may have been given says nothing against one that does not have it.
        let isImpostor = hasAnotherKey && pairing == nil && keys.own != nil
        keysChanged()
        if isImpostor {
            tampered(text, for: OSDPTiming.retrial, at: now)
        } else {
            drop(text, at: now)
        }
    }

    // MARK: Sending

    /// What it sends now that the line is its own.
    mutating func send(at now: Instant) -> [UInt8]? {
        sendAt = nil
        sentAt = now
        if var again = awaited {
            again.attempts += 1
            awaited = again
            return again.bytes
        }
        guard let command = nextCommand(at: now) else { return nil }
        let bytes: [UInt8]
        switch stage {
        case .online(var channel, let key):
            bytes = channel.sealed(command, to: peripheral.address, sequence: sequence)
            stage = .online(channel, key)
        case .challenged(let handshake): bytes = clear(command, handshake.block(0x11))
        case .proven(let handshake, _): bytes = clear(command, handshake.block(0x13))
        case .offline, .identified, .capable: bytes = clear(command, nil)
        }
        awaited = Awaited(command: command, bytes: bytes, sequence: sequence)
        sequence = sequence % 3 + 1
        return bytes
    }

    private func clear(_ command: OSDPCommand, _ block: OSDPFrame.SecurityBlock?) -> [UInt8] {
        OSDPFrame.closed(
            OSDPFrame.opened(
                command,
                to: peripheral.address,
                sequence: sequence,
                security: block
            )
        )
    }

    private mutating func nextCommand(at now: Instant) -> OSDPCommand? {
        switch stage {
        case .offline: return .identify
        case .identified: return .capabilities
        case .capable:
            guard let candidate else { return nil }
            let handshake = SecureHandshake(candidate, challenge: draw(8))
            stage = .challenged(handshake)
            return .challenge(handshake.challenge)
        case .challenged(let handshake): return .challenge(handshake.challenge)
        case .proven(_, let proof): return .prove(proof)
        case .online(_, let key):
            if let gift = pairing?.keyToGive { return .keep(gift) }
            guard !key.isPreset else { return nil }
            if let command = lamps.next() { return command }
            if let statusAt, statusAt <= now { return .localStatus }
            return .poll
        }
    }

    /// Random bytes, in eights.
    mutating func draw(_ count: Int) -> [UInt8] {
        (0..<(count / 8)).flatMap { _ in
            let word: UInt64 = random.next()
            return (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
        }
    }

    /// Nothing came in time.
    mutating func timedOut(at now: Instant) {
        guard let awaited else { return }
        if case .online = stage, awaited.attempts < OSDPTiming.attempts {
            sendAt = now
        } else {
            drop(Self.silent, at: now)
        }
    }

    /// It is busy: the same again.
    mutating func askAgain(at now: Instant) { sendAt = now + OSDPTiming.pause }

    /// A reply came; what is said next, and when.
    mutating func goOn(at now: Instant) {
        awaited = nil
        guard case .online(_, let key) = stage else {
            sendAt = now
            return
        }
        if pairing?.keyToGive != nil {
            sendAt = now
        } else if key.isPreset {
            sendAt = nil
        } else {
            sendAt = lamps.isWaiting || !standing.isSettled ? now : sentAt + OSDPTiming.poll
        }
    }

    /// There is something new to say.
    mutating func hurry(at now: Instant) {
        if case .online = stage, awaited == nil { goOn(at: now) }
    }

    // MARK: Beginnings and ends of the channel

    /// The channel stands.
    mutating func connected(_ channel: SecureChannel, _ key: ReaderKey, at now: Instant) {
        stage = .online(channel, key)
        heardAt = now
        keysChanged()
        standing.isSettled = false
        statusAt = now
        if !key.isPreset { lamps.showAnew() }
        advancePairing(under: key, at: now)
    }

    /// A word of it was believed, in the channel.
    mutating func heard(at now: Instant) {
        heardAt = now
        servedAt = now
    }

    /// Housing and supply are known, or it does not tell them.
    mutating func settled(_ report: PeripheralStanding.Report?, at now: Instant) {
        attempts = 0
        for content in standing.settled(report) { say(content, at: now) }
    }

    /// Ends what there is of a channel, and begins anew with sequence 0.
    mutating func drop(_ text: String, pausing pause: Duration? = nil, at now: Instant) {
        fault = text
        if case .online = stage { note("the channel has ended: \(text)") }
        restart(after: pause ?? OSDPTiming.backOff(attempts), at: now)
        attempts += 1
    }

    private mutating func restart(after pause: Duration, at now: Instant) {
        stage = .offline
        awaited = nil
        sequence = 0
        sendAt = candidates.isEmpty ? nil : now + pause
    }

    /// Somebody has touched the line, or what is on it is not the reader.
    mutating func tampered(_ text: String, for pause: Duration, at now: Instant) {
        if standing.tampered() { say(.tampered(text), at: now) }
        drop(text, pausing: pause, at: now)
    }

    /// A reply with a wrong MAC: by itself an accident, and several are none.
    mutating func struck(_ text: String, at now: Instant) {
        strikes = strikes.filter { now - $0 < OSDPTiming.strikes.within } + [now]
        if strikes.count >= OSDPTiming.strikes.count {
            strikes = []
            tampered("\(text), again and again", for: OSDPTiming.quarantine, at: now)
        } else {
            drop(text, pausing: OSDPTiming.pause, at: now)
        }
    }
}
