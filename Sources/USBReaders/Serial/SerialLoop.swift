// SPDX-License-Identifier: Apache-2.0
import Access
import Glibc
import Logging

/// The thread of one serial line: opens it whenever it is there, and carries the talk on it.
final class SerialLoop {
    private let address: SerialAddress
    private let keys: ReaderKeyFiles
    private let signal: SerialSignal
    private let standings: Standings
    private let log: Logger
    private let say: (Read) -> Void
    private var bus: BusConversation

    /// How soon a line that is not there is tried again.
    static let retry = Duration.milliseconds(500)

    /// A loop over the peripherals of one line.
    init(
        _ address: SerialAddress,
        _ peripherals: [OSDPPeripheral],
        keys: ReaderKeyFiles,
        signal: SerialSignal,
        standings: Standings,
        log: Logger,
        say: @escaping (Read) -> Void
    ) {
        self.address = address
        self.keys = keys
        self.signal = signal
        self.standings = standings
        self.log = log
        self.say = say
        let known = peripherals.map { ($0.id, keys.known(of: $0.id)) }
        bus = BusConversation(
            address,
            peripherals,
            keys: Dictionary(known) { first, _ in first },
            random: SystemRandomNumberGenerator()
        )
    }

    /// Serves the line until the signal to stop.
    func run() {
        while !signal.isStopped {
            do throws(SerialFault) {
                try serve(try SerialLine.open(address))
            } catch {
                carryOut(bus.closed("\(error)", at: .now))
            }
            rest()
        }
        for errand in signal.takeErrands() {
            if case .pair(_, _, _, let answer) = errand {
                answer(.failed("the service is stopping"))
            }
        }
    }

    /// Serves an open line until it fails, or the signal.
    private func serve(_ line: consuming SerialLine) throws(SerialFault) {
        try carryOut(bus.opened(at: .now), on: line)
        while !signal.isStopped {
            let ready = wait(for: line.descriptor, until: bus.deadline)
            if ready.isAsked {
                for errand in signal.takeErrands() { try carryOut(moves(for: errand), on: line) }
            }
            // The kernel may have had bytes longer than we have been awake.
            let bytes = ready.isLineReady ? try line.read() : []
            if !bytes.isEmpty { try carryOut(bus.received(bytes, at: .now), on: line) }
            try carryOut(bus.timePassed(to: .now), on: line)
        }
    }

    /// Without a line: time passes all the same, and whoever asks is answered.
    private func rest() {
        let end = Instant.now + Self.retry
        while !signal.isStopped, Instant.now < end {
            if wait(for: -1, until: end).isAsked {
                for errand in signal.takeErrands() { carryOut(moves(for: errand)) }
            }
            carryOut(bus.timePassed(to: .now))
        }
    }

    /// Waits for bytes, an errand or time.
    ///
    /// - Returns: whether the line has something to say, if only that it has gone, and whether somebody asks.
    private func wait(
        for line: Int32,
        until deadline: Instant?
    ) -> (isLineReady: Bool, isAsked: Bool) {
        var descriptors = [
            pollfd(fd: signal.wake, events: Int16(POLLIN), revents: 0),
            pollfd(fd: line, events: Int16(POLLIN), revents: 0),
        ]
        let time = max(deadline.map { $0 - .now } ?? .seconds(60), .zero)
        // Rounded up: a wait that ends too soon would go round in vain.
        let milliseconds = Int32(clamping: time.milliseconds + 1)
        let count = unsafe poll(&descriptors, 2, time == .zero ? 0 : milliseconds)
        guard count > 0 else { return (false, false) }
        return (descriptors[1].revents != 0, descriptors[0].revents != 0)
    }

    private func moves(for errand: SerialSignal.Errand) -> [LineMove] {
        switch errand {
        case .show(let indication, let reader):
            return bus.show(indication, at: reader, now: .now)
        case .pair(let reader, let until, let replacing, let answer):
            let (pairing, moves) = bus.pair(reader, until: until, replacing: replacing, at: .now)
            answer(pairing)
            return moves
        }
    }

    // MARK: Moves

    private func carryOut(_ moves: [LineMove], on line: borrowing SerialLine) throws(SerialFault) {
        var moves = moves
        while !moves.isEmpty {
            let move = moves.removeFirst()
            if case .send(let bytes) = move {
                try line.write(bytes)
            } else {
                moves += carriedOut(move)
            }
        }
    }

    private func carryOut(_ moves: [LineMove]) {
        for move in moves { carryOut(carriedOut(move)) }
    }

    /// Does what does not concern the line.
    ///
    /// - Returns: what follows from it.
    private func carriedOut(_ move: LineMove) -> [LineMove] {
        switch move {
        case .send: break
        case .say(let read):
            tell(read)
            say(read)
        case .note(let reader, let text): note(reader, text)
        case .identified(let readers, let identity):
            for reader in readers {
                standings.told(
                    identity: identity.model,
                    firmware: identity.firmwareText,
                    of: reader
                )
                note(reader, "it says that it is \(identity)")
            }
        case .keep(let key, let reader):
            do throws(SerialFault) {
                try keys.keep(key, for: reader)
            } catch {
                return bus.kept(reader, "\(error)", at: .now)
            }
            return bus.kept(reader, nil, at: .now)
        case .discard(let reader): keys.discard(reader)
        case .settle(let reader):
            do throws(SerialFault) {
                try keys.settle(reader)
            } catch {
                // The key is on disk under its other name, and found there at the next start.
                log.error(
                    "key not renamed",
                    metadata: ["reader": "\(reader)", "fault": "\(error)"]
                )
            }
        }
        return []
    }

    private func note(_ reader: ReaderID, _ text: String) {
        log.notice("reader on a line", metadata: ["reader": "\(reader)", "what": "\(text)"])
    }

    private func tell(_ read: Read) {
        let reader = Logger.MetadataValue("\(read.reader)")
        switch read.content {
        case .back: log.notice("reader is served", metadata: ["reader": reader])
        case .lost(let text), .tampered(let text), .unreadable(let text):
            log.warning("reader fails", metadata: ["reader": reader, "cause": "\(text)"])
        case .power(let isFailing):
            log.warning("reader's supply", metadata: ["reader": reader, "fails": "\(isFailing)"])
        case .pairing(let pairing):
            log.notice("pairing", metadata: ["reader": reader, "state": "\(pairing)"])
        case .badge, .key: break
        }
    }
}
