// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// A smart-card reader of the tests, with a card on it, and whatever is to go wrong with its answers.
struct SimulatedCCID {
    /// How it lets FeliCa commands through.
    var passage: FeliCaPassage?
    /// A FeliCa Lite-S card.
    var liteS: SimulatedLiteS?
    /// Another card: its answer to reset, and what the reader says of its number.
    var other: (reset: [UInt8], number: [UInt8])?
    /// The system for which the Lite-S card answers.
    var systemCode: UInt16 = 0x88B4
    /// The slot of those cards, and one in which a card with contacts is for ever.
    var slot: UInt8 = 0
    var contactSlot: UInt8?
    /// Whether it takes commands for itself as Escape.
    var escapes = true
    /// What becomes of an answer; nothing: it is lost.
    var damage: (([UInt8]) -> [UInt8]?)?
    private(set) var messages: [[UInt8]] = []
    private(set) var shown: [[UInt8]] = []
    private var isActive = false

    static let feliCaReset: [UInt8] = [
        0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06, 0x11, 0x00, 0x3B,
        0x00, 0x00, 0x00, 0x00, 0x42,
    ]
    static let classicReset: [UInt8] = [
        0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06, 0x03, 0x00, 0x01,
        0x00, 0x00, 0x00, 0x00, 0x6A,
    ]

    init(passage: FeliCaPassage? = nil, escapes: Bool = true) {
        self.passage = passage
        self.escapes = escapes
    }

    private var state: UInt8 { liteS == nil && other == nil ? 2 : isActive ? 0 : 1 }

    /// What the reader answers to a message; nothing, where it is none.
    mutating func answers(to message: [UInt8]) -> [[UInt8]] {
        messages.append(message)
        guard message.count >= 10 else { return [] }
        guard message[5] == slot else { return [otherSlot(message)] }
        let content = Array(message.dropFirst(10))
        var answer: [UInt8]
        switch message[0] {
        case 0x62 where state == 2: answer = failed(0x80, 0xFE, message)
        case 0x62:
            isActive = true
            answer = said(0x80, liteS == nil ? other?.reset ?? [] : Self.feliCaReset, message)
        case 0x63, 0x65, 0x72:
            if message[0] == 0x63 { isActive = false }
            answer = said(0x81, [], message)
        case 0x6F where content.starts(with: [0xFF, 0x00]) && content.count > 2 && content[2] != 0:
            answer = said(0x80, own(content), message)
        case 0x6F where state != 0: answer = failed(0x80, 0xFE, message)
        case 0x6F: answer = said(0x80, card(content), message)
        case 0x6B where escapes: answer = said(0x83, own(content), message)
        default: answer = failed(0x83, 0x00, message)
        }
        guard let damage else { return [answer] }
        return damage(answer).map { [$0] } ?? []
    }

    /// What a slot answers where nothing lies, or a card with contacts.
    private func otherSlot(_ message: [UInt8]) -> [UInt8] {
        let isThere = message[5] == contactSlot
        let reset: [UInt8] = message[0] == 0x62 && isThere ? [0x3B, 0x00] : []
        let type: UInt8 = message[0] == 0x62 ? 0x80 : 0x81
        let status: UInt8 = isThere ? 1 : message[0] == 0x62 ? 0x42 : 2
        return [type, UInt8(reset.count), 0, 0, 0, message[5], message[6], status, 0xFE, 0] + reset
    }

    /// The commands that it got for itself, apart from its firmware's.
    private mutating func own(_ content: [UInt8]) -> [UInt8] {
        if content.starts(with: [0xFF, 0x00, 0x48]) { return Array("ACR122U214".utf8) }
        if content.starts(with: [0xE0, 0x00, 0x00, 0x18]) {
            return [0xE1, 0x00, 0x00, 0x00, 0x0A] + Array("ACR1252U_1".utf8)
        }
        shown.append(content)
        if content.first == 0xE0 {
            return [0xE1, 0x00, 0x00, 0x00, 0x01, content.count > 5 ? content[5] : 0x8F]
        }
        return [0x90, 0x00]
    }

    private mutating func card(_ apdu: [UInt8]) -> [UInt8] {
        if apdu == [0xFF, 0xCA, 0x00, 0x00, 0x00] {
            return liteS.map { $0.idm + [0x90, 0x00] } ?? other?.number ?? [0x63, 0x00]
        }
        guard let passage, apdu.starts(with: [0xFF, 0x00, 0x00, 0x00]), liteS != nil else {
            return [0x6A, 0x81]
        }
        let head = passage == .chip ? 8 : 5
        let frame = Array(apdu.dropFirst(head))
        let reply = frame[1] == 0 ? polled(frame) : liteS?.answer(frame) ?? []
        switch (passage, reply.isEmpty) {
        case (.plain, true): return [0x63, 0x00]
        case (.plain, false): return reply + [0x90, 0x00]
        case (.chip, true): return [0xD5, 0x41, 0x01, 0x90, 0x00]
        case (.chip, false): return [0xD5, 0x41, 0x00] + reply + [0x90, 0x00]
        }
    }

    private func polled(_ frame: [UInt8]) -> [UInt8] {
        let code = UInt16(frame[2]) << 8 | UInt16(frame[3])
        guard let liteS, code == systemCode else { return [] }
        return [0x14, 0x01] + liteS.idm + liteS.pmm + frame[2...3]
    }

    private func said(_ type: UInt8, _ content: [UInt8], _ message: [UInt8]) -> [UInt8] {
        [type, UInt8(content.count), 0, 0, 0, message[5], message[6], state, 0, 0] + content
    }

    private func failed(_ type: UInt8, _ code: UInt8, _ message: [UInt8]) -> [UInt8] {
        [type, 0, 0, 0, 0, message[5], message[6], 0x40 | state, code, 0]
    }
}

/// A reader of the tests and the program's side of it, with time of their own.
struct CCIDBench {
    var device: SimulatedCCID
    var conversation: any Conversation
    private(set) var now = Instant(sinceBoot: .seconds(1))
    private(set) var says: [Read.Content] = []
    private(set) var moves: [Move] = []

    init(
        _ device: SimulatedCCID,
        product: UInt16 = 0x2200,
        vendor: UInt16 = 0x072F,
        systemCodes: [UInt16] = [0xFE00, 0x88B4],
        lastSlot: UInt8 = 0,
        level: UInt8 = 0x02,
        proving authenticator: (any CardAuthenticator)? = nil
    ) throws {
        self.device = device
        var descriptor = Self.descriptor
        (descriptor[4], descriptor[42]) = (lastSlot, level)
        let usb = Self.usb(vendor: vendor, product: product, extra: descriptor)
        let polling = try #require(CardPolling(systemCodes: systemCodes))
        let specification = ReaderSpecification(
            id: "in",
            family: .ccid,
            place: .device(USBModel(vendor: vendor, product: product)),
            role: .cards(polling)
        )
        let seat = try #require(ReaderFamily.ccid.seat(in: usb))
        conversation = ReaderFamily.ccid.makeConversation(
            on: seat,
            of: usb,
            for: specification,
            proving: authenticator
        )
    }

    /// A device of the class, with one slot.
    static func usb(vendor: UInt16, product: UInt16, extra: [UInt8] = descriptor) -> USBDevice {
        Bench.device(
            at: PortPath(bus: 1, ports: [1, 2]),
            USBModel(vendor: vendor, product: product),
            interfaces: [
                USBDevice.Interface(
                    number: 0,
                    class: 0x0B,
                    subclass: 0,
                    protocol: 0,
                    driver: nil,
                    endpoints: [
                        USBDevice.Endpoint(address: 0x81, attributes: 3, packetSize: 8),
                        USBDevice.Endpoint(address: 0x02, attributes: 2, packetSize: 64),
                        USBDevice.Endpoint(address: 0x82, attributes: 2, packetSize: 64),
                    ],
                    extra: extra
                )
            ]
        )
    }

    /// The class descriptor of a reader that exchanges short commands.
    static var descriptor: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 54)
        (bytes[0], bytes[1], bytes[3]) = (54, 0x21, 0x01)
        (bytes[40], bytes[41], bytes[42]) = (0xBA, 0x04, 0x02)
        (bytes[44], bytes[45]) = (0x0F, 0x01)
        return bytes
    }

    /// Whether the device was given up.
    var hasFailed: Bool { moves.contains { if case .fail = $0 { true } else { false } } }

    /// Begins, and carries on until the reader rests.
    mutating func begin() { run(conversation.begin(at: now)) }

    /// Lets time pass, a look at a time.
    mutating func pass(_ time: Duration) {
        let end = now + time
        while !hasFailed, let deadline = conversation.deadline, deadline <= end {
            now = max(now, deadline)
            run(conversation.timePassed(to: now))
        }
        now = end
    }

    mutating func interrupt(_ bytes: [UInt8]) {
        run(conversation.received(bytes, from: .interrupt, at: now))
    }

    mutating func show(_ indication: Indication) { run(conversation.show(indication, at: now)) }

    /// Takes what was said.
    mutating func takeSays() -> [Read.Content] {
        defer { says = [] }
        return says
    }

    /// Carries out moves, each answer a packet at a time, until nothing is left to do.
    private mutating func run(_ first: [Move]) {
        var waiting = first
        var count = 0
        while !waiting.isEmpty, count < 2000 {
            count += 1
            let move = waiting.removeFirst()
            moves.append(move)
            switch move {
            case .say(let content): says.append(content)
            case .send(let message):
                now = now + .milliseconds(1)
                for answer in device.answers(to: message) {
                    for start in stride(from: 0, to: answer.count, by: 64) {
                        let packet = Array(answer.dropFirst(start).prefix(64))
                        waiting += conversation.received(packet, from: .bulk, at: now)
                    }
                }
            case .ready, .firmware, .request, .fail: continue
            }
        }
        if count >= 2000 { Issue.record("it goes on for ever") }
    }
}
