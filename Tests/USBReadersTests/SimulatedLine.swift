// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// A line of 9600 bits per second with well-behaved peripherals on it, in time that passes when told.
struct SimulatedLine {
    private(set) var now = Instant(sinceBoot: .seconds(100))
    /// Those that do not answer.
    var dead: Set<UInt8> = []
    /// A badge that each reports at its next poll.
    var cards: [UInt8: [UInt8]] = [:]
    /// Somebody who answers instead of them, in the clear.
    var impostor: ((OSDPFrame) -> (payload: [UInt8], code: UInt8)?)?
    /// How often each was polled, and the longest time between two polls.
    var polls: [UInt8: Int] = [:]
    var worst: [UInt8: Duration] = [:]
    /// What was said, and when.
    var said: [(text: String, at: Instant)] = []
    /// What the first peripheral was told, but for polls.
    var commands: [OSDPCommand] = []
    private var bus: BusConversation
    private var ends: [UInt8: End] = [:]
    private var polledAt: [UInt8: Instant] = [:]
    private var coming: (bytes: [UInt8], at: Instant)?
    private let line: SerialAddress

    /// A peripheral's end of the line.
    private struct End {
        var handshake: SecureHandshake?
        var channel: MirroredChannel?
        var opener: SecureOpener?
    }

    init(addresses: [UInt8]) throws {
        line = try #require(SerialAddress(path: "/dev/null", baud: 9600))
        let number = try #require(NumberForm(.hex, width: 6))
        let form = OSDPBadgeForm(.wiegand26, number)
        var keys: [ReaderID: KnownKeys] = [:]
        var peripherals: [OSDPPeripheral] = []
        for address in addresses {
            let id = ReaderID("\(address)")
            let peripheral = OSDPPeripheral(
                line: line,
                address: address,
                reader: (id, form),
                keypad: nil
            )
            peripherals.append(try #require(peripheral))
            keys[id] = KnownKeys(own: Self.key(of: address))
            ends[address] = End()
        }
        bus = BusConversation(line, peripherals, keys: keys, random: KnownWords([]))
        take(bus.opened(at: now))
    }

    private static func key(of address: UInt8) -> ReaderKey? {
        ReaderKey(own: [UInt8](repeating: address + 1, count: 16))
    }

    mutating func unplug() {
        coming = nil
        take(bus.closed("unplugged", at: now))
    }

    mutating func plug() { take(bus.opened(at: now)) }

    mutating func show(_ indication: Indication) {
        take(bus.show(indication, at: "0", now: now))
    }

    /// Bytes that no peripheral sent.
    mutating func hear(_ bytes: [UInt8]) { take(bus.received(bytes, at: now)) }

    /// Time passes.
    mutating func run(for milliseconds: Int) {
        let end = now + .milliseconds(milliseconds)
        while true {
            let next = [bus.deadline, coming?.at].compactMap { $0 }.min() ?? end
            guard next <= end else { break }
            now = max(now, next)
            if let reply = coming, reply.at <= now {
                coming = nil
                take(bus.received(reply.bytes, at: now))
            }
            take(bus.timePassed(to: now))
        }
        now = end
    }

    private mutating func take(_ moves: [LineMove]) {
        for move in moves {
            switch move {
            case .send(let bytes): answer(bytes)
            case .say(let read): said.append(("\(read.reader) \(Self.word(read.content))", now))
            case .keep, .settle, .discard, .note, .identified: continue
            }
        }
    }

    private static func word(_ content: Read.Content) -> String {
        switch content {
        case .badge: "badge"
        case .key: "key"
        case .back: "back"
        case .lost: "lost"
        case .tampered: "tampered"
        default: "else"
        }
    }

    private mutating func answer(_ bytes: [UInt8]) {
        guard let frame = OSDPFrame(Array(bytes.dropFirst())), !dead.contains(frame.address),
            var end = ends[frame.address], let key = Self.key(of: frame.address)
        else { return }
        var reply = reply(to: frame, end: &end, key)
        ends[frame.address] = end
        if let (payload, code) = impostor?(frame) { reply = clear(code, payload, frame) }
        let time = line.time(for: bytes.count + reply.count) + .milliseconds(3)
        coming = (reply, now + time)
    }

    private mutating func reply(to frame: OSDPFrame, end: inout End, _ key: ReaderKey) -> [UInt8] {
        let capabilities: [UInt8] = [4, 1, 1, 5, 1, 1, 9, 1, 1]
        switch frame.code {
        case 0x61:
            end = End()
            return clear(0x45, [UInt8](repeating: 1, count: 12), frame)
        case 0x62: return clear(0x46, capabilities, frame)
        case 0x76:
            let keys = SessionKeys(key, challenge: frame.payload)
            let random = [UInt8](repeating: 7, count: 8)
            let zeros = [UInt8](repeating: 0, count: 16)
            let proof = keys.encryption.chained(frame.payload + random, from: zeros)
            end.handshake = SecureHandshake(key, challenge: frame.payload)
            let payload = [UInt8](repeating: 0, count: 8) + random + proof
            return clear(0x76, payload, frame, OSDPFrame.SecurityBlock(type: 0x12, values: [1]))
        case 0x77:
            guard let handshake = end.handshake else { return [] }
            let keys = SessionKeys(key, challenge: handshake.challenge)
            let mac = keys.lastMAC.encrypted(keys.mac.encrypted(frame.payload))
            end.channel = MirroredChannel(keys, initialMAC: mac)
            end.opener = SecureOpener(keys, mac)
            return clear(0x78, mac, frame, OSDPFrame.SecurityBlock(type: 0x14, values: [1]))
        default: return sealedReply(to: frame, end: &end)
        }
    }

    private mutating func sealedReply(to frame: OSDPFrame, end: inout End) -> [UInt8] {
        guard var channel = end.channel, channel.take(frame), let opener = end.opener else {
            return clear(0x41, [6], frame)
        }
        let reply: [UInt8]
        if frame.code == 0x64 {
            reply = channel.reply(0x48, [0, 0], to: frame.address, sequence: frame.sequence)
        } else if frame.code == 0x60, let card = cards.removeValue(forKey: frame.address) {
            reply = channel.reply(0x50, card, to: frame.address, sequence: frame.sequence)
        } else {
            reply = channel.reply(0x40, [], to: frame.address, sequence: frame.sequence)
        }
        if frame.code == 0x60 { polled(frame.address) }
        if frame.code == 0x69 || frame.code == 0x6A, frame.address == 0 {
            commands.append(OSDPCommand(code: frame.code, payload: opener.payload(of: frame)))
        }
        end.opener?.lastMAC = channel.replyMAC
        end.channel = channel
        return reply
    }

    private mutating func polled(_ address: UInt8) {
        polls[address, default: 0] += 1
        if let last = polledAt[address] {
            worst[address] = max(worst[address] ?? .zero, now - last)
        }
        polledAt[address] = now
    }

    private func clear(
        _ code: UInt8,
        _ payload: [UInt8],
        _ frame: OSDPFrame,
        _ block: OSDPFrame.SecurityBlock? = nil
    ) -> [UInt8] {
        OSDPFrame.closed(
            OSDPFrame.opened(
                OSDPCommand(code: code, payload: payload),
                to: frame.address | 0x80,
                sequence: frame.sequence,
                security: block
            )
        )
    }
}

/// Decrypts what the board sends.
struct SecureOpener {
    private let keys: SessionKeys
    var lastMAC: [UInt8]

    init(_ keys: SessionKeys, _ mac: [UInt8]) {
        self.keys = keys
        lastMAC = mac
    }

    func payload(of frame: OSDPFrame) -> [UInt8] {
        BlockCipher.unpadded(keys.encryption.unchained(frame.payload, from: lastMAC.map(~))) ?? []
    }
}
