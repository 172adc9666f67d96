// SPDX-License-Identifier: Apache-2.0
import Access

@testable import USBReaders

/// The talk on an RS-485 line on which a fuzzer has a say: as noise, as a stranger, and as a reader
/// that knows its key.
struct PlayedLine {
    private var bus: BusConversation
    private var peer: OSDPPeer
    private var now = Instant(sinceBoot: .seconds(1))
    private var message: [UInt8] = []

    static func play(_ bytes: [UInt8]) throws(Flaw) -> Int {
        var input = FuzzInput(bytes)
        var line = try PlayedLine(isPaired: input.byte() & 1 == 0)
        try line.check(line.bus.opened(at: line.now))
        var events = 0
        while !input.isEmpty {
            try line.step(&input)
            events += 1
        }
        return events
    }

    private init(isPaired: Bool) throws(Flaw) {
        guard let line = SerialAddress(path: "/dev/null", baud: 9600),
            let form = NumberForm(.hex, width: 8),
            let peripheral = OSDPPeripheral(
                line: line,
                address: 3,
                reader: ("outside", OSDPBadgeForm(.raw, form)),
                keypad: "keys"
            ), let key = ReaderKey(own: Array(0x50..<0x60))
        else { throw Flaw("no such line") }
        let keys = isPaired ? KnownKeys(own: key) : KnownKeys()
        peer = OSDPPeer(isPaired ? key : .preset, address: 3)
        bus = BusConversation(line, [peripheral], keys: ["outside": keys], random: Draw(state: 1))
    }

    private mutating func step(_ input: inout FuzzInput) throws(Flaw) {
        let step = input.byte()
        switch step % 8 {
        case 0: try check(bus.received(input.bytes(), at: now))
        case 1, 2, 3:
            let code = step % 8 == 1 ? 0x40 : input.byte()
            let text = step % 8 == 1 ? [] : input.bytes()
            guard let answer = peer.answer(to: message, code: code, text: text) else { return }
            try check(bus.received(answer, at: now))
        case 4:
            guard let deadline = bus.deadline else { return }
            now = max(now, deadline)
            try check(bus.timePassed(to: now))
        case 5:
            now = now + .milliseconds(Int64(input.byte()) * 20)
            try check(bus.timePassed(to: now))
        case 6:
            let all = Indication.allCases
            let indication = all[Int(input.byte()) % all.count]
            try check(bus.show(indication, at: "outside", now: now))
        default: try order(input.byte())
        }
    }

    private mutating func order(_ choice: UInt8) throws(Flaw) {
        switch choice % 4 {
        case 0:
            try check(bus.closed("unplugged", at: now))
            try check(bus.opened(at: now))
        case 1, 2:
            let until = now + .seconds(60)
            let replacing = choice % 4 == 1
            try check(bus.pair("outside", until: until, replacing: replacing, at: now).moves)
        default: try check(bus.kept("outside", choice & 4 == 0 ? nil : "the disk is full", at: now))
        }
    }

    private mutating func check(_ moves: [LineMove]) throws(Flaw) {
        guard moves.count <= PlayedFamily.mostMoves else {
            throw Flaw("one event brought about \(moves.count) moves")
        }
        for move in moves {
            switch move {
            case .send(let bytes):
                guard bytes.count <= OSDPFrame.lengths.upperBound else {
                    throw Flaw("a message of \(bytes.count) bytes")
                }
                message = bytes
            case .say(let read):
                if case .badge(let reading) = read.content, reading.number.exposed.count != 8 {
                    throw Flaw("a number of \(reading.number.exposed.count) digits")
                }
            case .keep, .settle, .discard, .note, .identified: break
            }
        }
    }

    /// The same for everybody.
    private struct Draw: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return state
        }
    }
}
