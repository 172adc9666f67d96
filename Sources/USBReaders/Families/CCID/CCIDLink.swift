// SPDX-License-Identifier: Apache-2.0
import Access

/// One command at a time to a smart-card reader of the CCID class, and its answer, checked.
///
/// After anything that is not the answer, the command is aborted, by control request and message
/// both, and what still comes of it falls away; then the reader is quiet.
struct CCIDLink {
    private let interface: UInt8
    /// The slot that commands are for; it changes between two of them only.
    var slot: UInt8 {
        didSet { precondition(isQuiet, "the slot was changed while a command is under way") }
    }
    private let longest: Int
    private let packetSize: Int
    /// Whether the reader exchanges extended commands, whose answers may come in several parts.
    private let mayChain: Bool
    private var number: UInt8 = 0xFF
    private var message: [UInt8] = []
    private var state = State.quiet

    private enum State {
        case quiet
        case asked(Question)
        /// The slot was busy: the same is asked again.
        case busy(Question, until: Instant)
        case aborting(until: Instant)
    }

    /// A command under way.
    private struct Question {
        let command: CCIDCommand
        /// How long its answer may take.
        let time: Duration
        /// When the answer must be there; it is put off when the reader asks for more time.
        var until: Instant
        /// When it must be there in any case.
        let end: Instant
        var retries = 0
    }

    /// What has come of a command.
    enum Event {
        case none
        case answer(CCIDAnswer)
        /// The same command is to be sent again.
        case again([UInt8])
        /// It is no answer, or none came; the link must be broken off.
        case fault(String)
        /// The abort is over.
        case quiet
        /// The abort got no answer: the reader is deaf.
        case deaf
    }

    /// How long an abort may take.
    static let abortTime = Duration.seconds(1)
    /// How much time a reader gets that asks for more, by its own measure, and all in all.
    static let extensionTime = Duration.milliseconds(2500)
    static let longestTime = Duration.seconds(5)
    /// How long a busy slot is left alone, and how often.
    static let pause = Duration.milliseconds(50)
    static let mostRetries = 4

    /// A link that is quiet.
    init(interface: UInt8, slot: UInt8, longest: Int, packetSize: Int, mayChain: Bool = false) {
        self.interface = interface
        self.slot = slot
        self.longest = longest
        self.packetSize = max(packetSize, 8)
        self.mayChain = mayChain
    }

    /// Whether a command may be asked.
    var isQuiet: Bool { if case .quiet = state { true } else { false } }

    /// When time must be told next.
    var deadline: Instant? {
        switch state {
        case .quiet: nil
        case .asked(let question): question.until
        case .busy(_, let until), .aborting(let until): until
        }
    }

    /// Asks a command.
    mutating func ask(_ command: CCIDCommand, within time: Duration, at instant: Instant) -> [Move]
    {
        precondition(isQuiet, "a command was asked while another is under way")
        let end = instant + max(time, Self.longestTime)
        let question = Question(command: command, time: time, until: instant + time, end: end)
        return [.send(send(question))]
    }

    private mutating func send(_ question: Question) -> [UInt8] {
        number &+= 1
        message = []
        state = .asked(question)
        return question.command.message(slot: slot, number: number)
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
        case .quiet, .busy: return .none
        case .aborting:
            // Other answers are late ones to what is being aborted.
            let answer = try? CCIDAnswer(message, to: .abort, slot: slot, number: number)
            guard answer != nil else { return .none }
            state = .quiet
            return .quiet
        case .asked(let question):
            do throws(CCIDFlaw) {
                let answer = try CCIDAnswer(
                    message,
                    to: question.command,
                    slot: slot,
                    number: number,
                    mayChain: mayChain
                )
                return answered(answer, to: question, at: instant)
            } catch {
                return .fault(error.text)
            }
        }
    }

    private mutating func answered(
        _ answer: CCIDAnswer,
        to question: Question,
        at instant: Instant
    ) -> Event {
        var question = question
        switch answer.outcome {
        case .extended(let times):
            guard instant < question.end else {
                return .fault("the reader asks for more time again and again")
            }
            let more = instant + Self.extensionTime * max(1, min(Int(times), 4))
            question.until = min(more, question.end)
            state = .asked(question)
            return .none
        case .failed(CCIDAnswer.slotIsBusy) where question.retries < Self.mostRetries:
            question.retries += 1
            state = .busy(question, until: instant + Self.pause)
            return .none
        case .done, .failed:
            state = .quiet
            return .answer(answer)
        }
    }

    private mutating func flaw(_ text: String) -> Event {
        message = []
        guard case .asked = state else { return .none }
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
        switch state {
        case .aborting: return .deaf
        case .busy(var question, _):
            question.until = now + question.time
            return .again(send(question))
        case .quiet, .asked: return .fault("the reader gives no answer")
        }
    }
}
