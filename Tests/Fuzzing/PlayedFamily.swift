// SPDX-License-Identifier: Apache-2.0
import Access

@testable import USBReaders

/// A family's conversation with a device that says whatever a fuzzer wants.
///
/// Each step of the input is a transfer as it comes, an answer in the form of the family's own messages,
/// the answer that an honest device would give, a transfer that fails, or time that passes. So the
/// fuzzer gets past checksums and sequence numbers, and into every state.
struct PlayedFamily {
    let specification: ReaderSpecification
    let device: USBDevice
    /// What an honest device makes of a message, and how it wraps an answer.
    var peer: any FuzzedPeer = SilentPeer()
    var authenticator: (any CardAuthenticator)?

    /// The most that one event may bring about (L14).
    static let mostMoves = 64
    /// The longest message to a device.
    static let longestMessage = 300

    func play(_ bytes: [UInt8]) throws(Flaw) -> Int {
        guard let seat = specification.family.seat(in: device) else {
            throw Flaw("\(specification.family.rawValue) takes no such device")
        }
        var input = FuzzInput(bytes)
        var now = Instant(sinceBoot: .seconds(1))
        var events = 0
        while !input.isEmpty {
            var stage = Stage(
                specification.family.makeConversation(
                    on: seat,
                    of: device,
                    for: specification,
                    proving: authenticator
                ),
                with: peer,
                at: now,
                isPolled: seat.output != nil
            )
            try stage.begin()
            while !input.isEmpty, !stage.hasFailed {
                try stage.step(&input)
                events += 1
            }
            now = stage.now
        }
        return events
    }
}

/// What is known of a device's side of a protocol.
protocol FuzzedPeer {
    /// The transfers with which an honest device answers; `choice` and `text` draw among them.
    mutating func answers(to message: [UInt8], choice: UInt8, text: [UInt8]) -> [[UInt8]]
    /// A text in the form of the protocol's messages, as an answer to `message`.
    mutating func wrapped(_ text: [UInt8], answering message: [UInt8]) -> [UInt8]
}

/// A device that is never asked anything.
struct SilentPeer: FuzzedPeer {
    func answers(to message: [UInt8], choice: UInt8, text: [UInt8]) -> [[UInt8]] { [] }
    func wrapped(_ text: [UInt8], answering message: [UInt8]) -> [UInt8] { text }
}

/// One conversation while it is played.
private struct Stage {
    var conversation: any Conversation
    var peer: any FuzzedPeer
    var now: Instant
    /// Whether the host asks and the device answers, so that a conversation always waits for something.
    let isPolled: Bool
    var message: [UInt8] = []
    var hasFailed = false

    init(
        _ conversation: any Conversation,
        with peer: any FuzzedPeer,
        at now: Instant,
        isPolled: Bool
    ) {
        self.conversation = conversation
        self.peer = peer
        self.now = now
        self.isPolled = isPolled
    }

    mutating func begin() throws(Flaw) { try check(conversation.begin(at: now)) }

    mutating func step(_ input: inout FuzzInput) throws(Flaw) {
        let step = input.byte()
        switch step % 10 {
        case 0: try check(conversation.received(input.bytes(), from: .bulk, at: now))
        case 1: try check(conversation.received(input.bytes(), from: .interrupt, at: now))
        case 2: try check(conversation.received(input.bytes(), from: .control, at: now))
        case 3:
            let answer = peer.wrapped(input.bytes(), answering: message)
            try check(conversation.received(answer, from: .bulk, at: now))
        case 4, 5:
            let choice = input.byte()
            let text = step % 10 == 4 ? [] : input.bytes()
            for answer in peer.answers(to: message, choice: choice, text: text) where !hasFailed {
                try check(conversation.received(answer, from: .bulk, at: now))
            }
        case 6:
            let pipes: [Pipe] = [.bulk, .interrupt, .control, .output]
            try check(conversation.missed(on: pipes[Int(input.byte() % 4)], at: now))
        case 7:
            guard let deadline = conversation.deadline else { return }
            now = max(now, deadline)
            try check(conversation.timePassed(to: now))
        case 8:
            now = now + .milliseconds(Int64(input.byte()) * 4)
            try check(conversation.timePassed(to: now))
        default:
            let all = Indication.allCases
            try check(conversation.show(all[Int(input.byte()) % all.count], at: now))
        }
    }

    private mutating func check(_ moves: [Move]) throws(Flaw) {
        guard moves.count <= PlayedFamily.mostMoves else {
            throw Flaw("one event brought about \(moves.count) moves")
        }
        for move in moves {
            switch move {
            case .send(let bytes):
                guard !bytes.isEmpty, bytes.count <= PlayedFamily.longestMessage else {
                    throw Flaw("a message of \(bytes.count) bytes")
                }
                message = bytes
            case .say(let content): try check(content)
            case .fail: hasFailed = true
            case .ready, .firmware, .request: break
            }
        }
        if isPolled, !hasFailed, conversation.deadline == nil {
            throw Flaw("it waits for nothing, for ever")
        }
    }

    private func check(_ content: Read.Content) throws(Flaw) {
        switch content {
        case .badge(let reading):
            guard (1...40).contains(reading.number.exposed.count) else {
                throw Flaw("a number of \(reading.number.exposed.count) digits")
            }
        case .unreadable(let text), .lost(let text), .tampered(let text):
            guard text.utf8.count <= 300 else { throw Flaw("a text of \(text.utf8.count) bytes") }
            // An identifier has eight digits at least: none may come out in a text (L10).
            let digits = text.split { !$0.isHexDigit }.map(\.count).max() ?? 0
            guard digits < 8 || !text.contains(where: \.isNumber) else {
                throw Flaw("a text with digits: \(text)")
            }
        default: break
        }
    }
}
