// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// A reader of the tests and the program's side of it, from plugging in, with time of their own.
struct CardPlay {
    /// A family, and a device of it.
    struct Kind: Sendable, CustomTestStringConvertible {
        let family: ReaderFamily
        let model: USBModel
        let device: @Sendable () -> any CardDevice

        var testDescription: String { family.rawValue }

        static let all = [
            Kind(family: .rcS380, model: USBModel(vendor: 0x054C, product: 0x06C3)) {
                SimulatedRCS380()
            },
            Kind(family: .rcS300, model: USBModel(vendor: 0x054C, product: 0x0DC9)) {
                SimulatedRCS300()
            },
            Kind(family: .ccid, model: USBModel(vendor: 0x072F, product: 0x223B)) {
                SimulatedCCID(passage: .plain)
            },
        ]
    }

    var device: any CardDevice
    /// What becomes of a transfer, by its place among all; none: it is lost.
    var damage: ((Int, [UInt8]) -> [[UInt8]])?
    /// The transfers as the device meant them.
    private(set) var transfers: [[UInt8]] = []
    private(set) var badges: [BadgeReading] = []
    /// What was said to the device, and when.
    private(set) var messages: [(instant: Instant, bytes: [UInt8])] = []
    /// What was told as unreadable.
    private(set) var complaints: [String] = []
    /// How often the device was given up.
    private(set) var failures = 0
    private(set) var now = Instant(sinceBoot: .seconds(1))
    /// How long the device takes to answer.
    var latency = Duration.milliseconds(1)
    private let authenticator: (any CardAuthenticator)?
    private var conversation: any Conversation
    private let usb: USBDevice
    private let seat: Seat
    private let specification: ReaderSpecification

    init(
        _ kind: Kind,
        with card: SimulatedCard?,
        proving authenticator: (any CardAuthenticator)? = nil
    ) throws {
        self.authenticator = authenticator
        device = kind.device()
        device.put(card)
        usb = Self.usb(kind)
        seat = try #require(kind.family.seat(in: usb))
        specification = ReaderSpecification(
            id: "in",
            family: kind.family,
            place: .device(kind.model),
            role: .cards(try #require(CardPolling(systemCodes: [SimulatedCard.systemCode])))
        )
        conversation = kind.family.makeConversation(
            on: seat,
            of: usb,
            for: specification,
            proving: authenticator
        )
    }

    private static func usb(_ kind: Kind) -> USBDevice {
        guard kind.family != .ccid else {
            return CCIDBench.usb(vendor: kind.model.vendor, product: kind.model.product)
        }
        return Bench.device(
            at: PortPath(bus: 1, ports: [1, 2]),
            kind.model,
            interfaces: [
                USBDevice.Interface(
                    number: 0,
                    class: 0xFF,
                    subclass: 0,
                    protocol: 0,
                    driver: nil,
                    endpoints: [
                        USBDevice.Endpoint(address: 0x81, attributes: 2, packetSize: 64),
                        USBDevice.Endpoint(address: 0x02, attributes: 2, packetSize: 64),
                    ],
                    extra: []
                )
            ]
        )
    }

    mutating func begin() { run(conversation.begin(at: now)) }

    /// Goes on until something has come about, or so much time has passed.
    ///
    /// - Returns: whether it has come about.
    mutating func goOn(for time: Duration, until isDone: (CardPlay) -> Bool) -> Bool {
        let end = now + time
        while !isDone(self) {
            guard let deadline = conversation.deadline, deadline <= end else { return false }
            now = max(now, deadline)
            run(conversation.timePassed(to: now))
        }
        return true
    }

    /// Carries out moves; a device that is given up is tried anew, as the loop does.
    private mutating func run(_ first: [Move]) {
        var waiting = first[...]
        var steps = 0
        while let move = waiting.popFirst() {
            steps += 1
            guard steps < 4000 else {
                Issue.record("it goes on for ever")
                return
            }
            switch move {
            case .say(.badge(let reading)): badges.append(reading)
            case .say(.unreadable(let text)): complaints.append(text)
            case .fail:
                failures += 1
                now = now + .milliseconds(100)
                waiting = []
                let resting = conversation.presence
                conversation = specification.family.makeConversation(
                    on: seat,
                    of: usb,
                    for: specification,
                    proving: authenticator
                )
                conversation.presence = resting
                waiting += conversation.begin(at: now)
            case .send(let message):
                messages.append((now, message))
                now = now + latency
                for transfer in device.answers(to: message) { waiting += take(transfer) }
            case .say, .ready, .firmware, .request: continue
            }
        }
    }

    /// Hands a transfer over, in the pieces in which the endpoint gives it.
    private mutating func take(_ transfer: [UInt8]) -> [Move] {
        defer { transfers.append(transfer) }
        var moves: [Move] = []
        for bytes in damage?(transfers.count, transfer) ?? [transfer] {
            let size = max(1, seat.longest)
            for start in stride(from: 0, to: max(1, bytes.count), by: size) {
                let piece = Array(bytes.dropFirst(start).prefix(size))
                moves += conversation.received(piece, from: .bulk, at: now)
            }
        }
        return moves
    }
}
