// SPDX-License-Identifier: Apache-2.0
import Access

/// One command at a time to a reader of Sony's NFC Port-400, inside a smart-card reader's escape.
///
/// `6B length32 slot sequence 00 00 00 …` goes out, `83 length32 slot sequence status error 00 …`
/// comes back; the status may also ask for patience, or say that the reader is busy.
struct Port400Link {
    /// What came of a transfer or of time.
    enum Event: Equatable {
        /// Nothing yet.
        case none
        /// The reader is busy: the same command again.
        case again([UInt8])
        /// The command's answer, and the two bytes of its status word.
        case answer([UInt8], status: UInt16)
        /// The exchange is over, without an answer.
        case fault(String)
    }

    private enum State: Equatable {
        case idle
        case sent(until: Instant)
        case busy(until: Instant)
    }

    private var state = State.idle
    private var command: [UInt8] = []
    private var time = Duration.zero
    private var sequence: UInt8 = 0
    private var retries = 0
    private var extensions = 0
    private var strays = 0

    /// How long an answer may take, besides the time that the command itself allows.
    static let patience = Duration.seconds(1)
    /// How long a busy reader is left alone, and how often.
    static let pause = Duration.milliseconds(50)
    static let mostRetries = 4
    /// How often a reader may ask for patience.
    static let mostExtensions = 20
    /// How many answers to earlier commands are passed over.
    static let mostStrays = 2
    /// The longest message of the reader, in bytes.
    static let longest = 10 + 300

    /// When time must be told next.
    var deadline: Instant? {
        switch state {
        case .idle: nil
        case .sent(let until), .busy(let until): until
        }
    }

    /// Begins an exchange.
    ///
    /// - Parameters:
    ///   - command: the command.
    ///   - time: how long the command itself may take.
    ///   - instant: now.
    /// - Returns: the message.
    mutating func ask(_ command: [UInt8], within time: Duration, at instant: Instant) -> [UInt8] {
        self.command = command
        self.time = time
        retries = 0
        return send(at: instant)
    }

    private mutating func send(at instant: Instant) -> [UInt8] {
        sequence &+= 1
        extensions = 0
        strays = 0
        state = .sent(until: instant + time + Self.patience)
        let length = UInt32(command.count)
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
        return [0x6B] + bytes + [0x00, sequence, 0x00, 0x00, 0x00] + command
    }

    /// Takes a transfer of the reader; an empty one only ends whole packets.
    mutating func take(_ bytes: [UInt8], at instant: Instant) -> Event {
        guard case .sent = state, !bytes.isEmpty else { return .none }
        guard bytes.count >= 10 else { return fault("a message is cut off") }
        guard bytes[0] == 0x83 else { return fault("a message of another kind came") }
        let length = bytes[1...4].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length == bytes.count - 10 else {
            return fault("a message is not as long as it says")
        }
        guard bytes[5] == 0x00 else { return fault("a message of another slot came") }
        guard bytes[6] == sequence else {
            strays += 1
            return strays <= Self.mostStrays
                ? .none : fault("an answer to another command came")
        }
        switch bytes[7] >> 6 {
        case 0: return answer(Array(bytes.dropFirst(10)))
        case 1: return refused(bytes[8], at: instant)
        case 2:
            extensions += 1
            guard extensions <= Self.mostExtensions else {
                return fault("it asks for patience without end")
            }
            state = .sent(until: instant + time + Self.patience)
            return .none
        default: return fault("a message has an unknown status")
        }
    }

    private mutating func answer(_ content: [UInt8]) -> Event {
        guard content.count >= 2 else { return fault("an answer has no status") }
        state = .idle
        let status = content.suffix(2).reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
        return .answer(Array(content.dropLast(2)), status: status)
    }

    private mutating func refused(_ error: UInt8, at instant: Instant) -> Event {
        guard error == 0xE0 else { return fault("it refuses a message (error \(error))") }
        retries += 1
        guard retries <= Self.mostRetries else { return fault("it stays busy") }
        state = .busy(until: instant + Self.pause)
        return .none
    }

    /// A transfer failed.
    mutating func missed() -> Event {
        guard case .sent = state else { return .none }
        return fault("a transfer failed")
    }

    /// Time has passed.
    mutating func timePassed(to now: Instant) -> Event {
        switch state {
        case .idle: return .none
        case .sent(let until): return until <= now ? fault("it answers no command") : .none
        case .busy(let until): return until <= now ? .again(send(at: now)) : .none
        }
    }

    private mutating func fault(_ text: String) -> Event {
        state = .idle
        return .fault(text)
    }
}
