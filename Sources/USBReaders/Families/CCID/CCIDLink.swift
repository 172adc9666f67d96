// SPDX-License-Identifier: Apache-2.0
import Access

/// One command at a time to a smart-card reader of the CCID class, and its answer, checked.
///
/// After anything that is not the answer, the command is aborted, by control request and message
/// both, and what still comes of it falls away; then the reader is quiet.
struct CCIDLink {
    private let interface: UInt8
    /// The slot.
    let slot: UInt8
    private let longest: Int
    private let packetSize: Int
    private var number: UInt8 = 0xFF
    private var message: [UInt8] = []
    private var state = State.quiet

    private enum State {
        case quiet
        case asked(CCIDCommand, until: Instant, extensions: Int)
        case aborting(until: Instant)
    }

    /// What has come of a command.
    enum Event {
        case none
        case answer(CCIDAnswer)
        /// It is no answer, or none came; the link must be broken off.
        case fault(String)
        /// The abort is over.
        case quiet
        /// The abort got no answer: the reader is deaf.
        case deaf
    }

    /// How long an abort may take.
    static let abortTime = Duration.seconds(1)
    /// How often a reader may ask for more time, and the longest that it gets at once.
    static let mostExtensions = 8
    static let extensionTime = Duration.milliseconds(500)

    /// A link that is quiet.
    init(interface: UInt8, slot: UInt8, longest: Int, packetSize: Int) {
        self.interface = interface
        self.slot = slot
        self.longest = longest
        self.packetSize = max(packetSize, 8)
    }

    /// Whether a command may be asked.
    var isQuiet: Bool { if case .quiet = state { true } else { false } }

    /// When time must be told next.
    var deadline: Instant? {
        switch state {
        case .quiet: nil
        case .asked(_, let until, _), .aborting(let until): until
        }
    }

    /// Asks a command.
    mutating func ask(_ command: CCIDCommand, within time: Duration, at instant: Instant) -> [Move]
    {
        precondition(isQuiet, "a command was asked while another is under way")
        number &+= 1
        message = []
        state = .asked(command, until: instant + time, extensions: 0)
        return [.send(command.message(slot: slot, number: number))]
    }

    /// Breaks off whatever is under way.
    mutating func breakOff(at instant: Instant) -> [Move] {
        number &+= 1
        message = []
        state = .aborting(until: instant + Self.abortTime)
        let value = UInt16(number) << 8 | UInt16(slot)
        return [
            .request(
                ControlRequest(type: 0x21, request: 0x01, value: value, index: UInt16(interface))
            ),
            .send(CCIDCommand.abort.message(slot: slot, number: number)),
        ]
    }

    /// Takes a transfer.
    mutating func take(_ bytes: [UInt8], at instant: Instant) -> Event {
        // What comes unasked is of a command that was given up; an empty one ends whole packets.
        guard !isQuiet, !bytes.isEmpty else { return .none }
        message += bytes
        guard message.count >= CCIDCommand.headerLength else {
            return isPartial(bytes) ? .none : flaw("too short")
        }
        let told = (1...4).reversed().reduce(0) { $0 << 8 | Int(message[$1]) }
        let whole = CCIDCommand.headerLength + told
        guard whole <= longest else { return flaw("longer than its longest") }
        guard message.count <= whole else { return flaw("longer than it says") }
        guard message.count == whole else {
            return isPartial(bytes) ? .none : flaw("shorter than it says")
        }
        defer { message = [] }
        return answered(message, at: instant)
    }

    /// A transfer of whole packets may be followed by more.
    private func isPartial(_ bytes: [UInt8]) -> Bool { bytes.count % packetSize == 0 }

    private mutating func answered(_ message: [UInt8], at instant: Instant) -> Event {
        switch state {
        case .quiet: return .none
        case .aborting:
            // Other answers are late ones to what is being aborted.
            let answer = try? CCIDAnswer(message, to: .abort, slot: slot, number: number)
            guard answer != nil else { return .none }
            state = .quiet
            return .quiet
        case .asked(let command, _, let extensions):
            do throws(CCIDFlaw) {
                let answer = try CCIDAnswer(message, to: command, slot: slot, number: number)
                guard case .extended(let times) = answer.outcome else {
                    state = .quiet
                    return .answer(answer)
                }
                guard extensions < Self.mostExtensions else {
                    return .fault("the reader asks for more time again and again")
                }
                let more = Self.extensionTime * max(1, min(Int(times), 4))
                state = .asked(command, until: instant + more, extensions: extensions + 1)
                return .none
            } catch {
                return .fault(error.text)
            }
        }
    }

    private mutating func flaw(_ text: String) -> Event {
        message = []
        if case .aborting = state { return .none }
        return .fault(CCIDFlaw(text).text)
    }

    /// A transfer failed.
    mutating func missed() -> Event {
        message = []
        guard case .asked = state else { return .none }
        return .fault("a transfer failed")
    }

    /// Time has passed.
    mutating func timePassed(to now: Instant) -> Event {
        guard let deadline, deadline <= now else { return .none }
        if case .aborting = state { return .deaf }
        return .fault("the reader gives no answer")
    }
}
