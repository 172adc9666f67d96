// SPDX-License-Identifier: Apache-2.0
import Access

/// One command at a time over the Port-100's frames: out, acknowledged, answered.
///
/// Whatever comes that should not, or does not come, is a fault; the host then breaks off what runs
/// by an acknowledgement of its own, lets pass what still comes, and begins anew.
struct Port100Link {
    /// What came of a transfer or of time.
    enum Event: Equatable {
        /// Nothing yet.
        case none
        /// The command's answer, after its two leading bytes.
        case answer([UInt8])
        /// The exchange is over, without an answer.
        case fault(String)
        /// The line is quiet after a break.
        case quiet
    }

    private enum State: Equatable {
        case idle
        /// What runs was broken off; since when nothing came, and when patience ends.
        case breaking(quietAt: Instant, until: Instant)
        case sent(code: UInt8, until: Instant, within: Duration)
        case acknowledged(code: UInt8, until: Instant)
    }

    private var state = State.idle

    /// How long the device may take over an acknowledgement, and over an answer besides the time
    /// that the command itself allows.
    static let patience = Duration.milliseconds(500)
    /// How long the line must be quiet after a break.
    static let quiet = Duration.milliseconds(10)

    private static let command: UInt8 = 0xD6
    private static let answer: UInt8 = 0xD7

    /// When time must be told next.
    var deadline: Instant? {
        switch state {
        case .idle: nil
        case .breaking(let quietAt, let until): min(quietAt, until)
        case .sent(_, let until, _), .acknowledged(_, let until): until
        }
    }

    /// Breaks off what runs; the frame to send.
    mutating func breakOff(at instant: Instant) -> [UInt8] {
        state = .breaking(quietAt: instant + Self.quiet, until: instant + Self.patience)
        return Port100Frame.acknowledgement.bytes
    }

    /// Begins an exchange.
    ///
    /// - Parameters:
    ///   - body: the command's code and what follows it.
    ///   - time: how long the command itself may take.
    ///   - instant: now.
    /// - Returns: the frame.
    mutating func ask(_ body: [UInt8], within time: Duration, at instant: Instant) -> [UInt8] {
        state = .sent(code: body.first ?? 0, until: instant + Self.patience, within: time)
        return Port100Frame.payload([Self.command] + body).bytes
    }

    /// Takes a transfer of the device; an empty one only ends whole packets.
    mutating func take(_ bytes: [UInt8], at instant: Instant) -> Event {
        guard !bytes.isEmpty else { return .none }
        switch state {
        case .idle: return .none
        case .breaking(_, let until):
            state = .breaking(quietAt: instant + Self.quiet, until: until)
            return instant < until ? .none : fault("it does not stop sending")
        case .sent, .acknowledged:
            var rest = bytes
            repeat {
                do throws(Port100Frame.Flaw) {
                    let (frame, others) = try Port100Frame.first(in: rest)
                    rest = others
                    let event = take(frame, at: instant)
                    guard event == .none else {
                        return rest.isEmpty ? event : fault(Port100Frame.Flaw.long.rawValue)
                    }
                } catch {
                    return fault(error.rawValue)
                }
            } while !rest.isEmpty
            return .none
        }
    }

    private mutating func take(_ frame: Port100Frame, at instant: Instant) -> Event {
        switch (state, frame) {
        case (.sent(let code, _, let time), .acknowledgement):
            state = .acknowledged(code: code, until: instant + time + Self.patience)
            return .none
        case (.acknowledged(let code, _), .payload(let payload)):
            guard payload.count >= 2, payload[0] == Self.answer, payload[1] == code &+ 1 else {
                return fault("an answer to another command came")
            }
            state = .idle
            return .answer(Array(payload.dropFirst(2)))
        case (_, .error): return fault("it does not understand a command")
        case (_, .acknowledgement): return fault("an acknowledgement came twice")
        case (_, .payload): return fault("an answer came before its acknowledgement")
        }
    }

    /// A transfer failed.
    mutating func missed() -> Event {
        switch state {
        case .idle, .breaking: .none
        case .sent, .acknowledged: fault("a transfer failed")
        }
    }

    /// Time has passed.
    mutating func timePassed(to now: Instant) -> Event {
        switch state {
        case .idle: return .none
        case .breaking(let quietAt, let until):
            guard quietAt <= now else {
                return until <= now ? fault("it does not stop sending") : .none
            }
            state = .idle
            return .quiet
        case .sent(_, let until, _):
            return until <= now ? fault("it acknowledges no command") : .none
        case .acknowledged(_, let until):
            return until <= now ? fault("it answers no command") : .none
        }
    }

    private mutating func fault(_ text: String) -> Event {
        state = .idle
        return .fault(text)
    }
}
