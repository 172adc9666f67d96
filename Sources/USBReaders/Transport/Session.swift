// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB

/// One claimed device and the conversation with it.
///
/// Its IN transfers are always posted. Nothing here blocks: messages and requests go out one after
/// the other, each as a transfer of its own.
final class Session {
    /// The device, as it was when it was claimed.
    let device: USBDevice
    private var conversation: any Conversation
    private var claim: USBClaim?
    private let inbox: Inbox
    private var inlets: [Inlet] = []
    private let output: USBDevice.Endpoint?
    private var message: Transfer?
    private var messages: [[UInt8]] = []
    private var request: Transfer?
    private var requests: [ControlRequest] = []
    private var isClosing = false

    /// How many messages and requests may wait to be sent (L14).
    private static let most = 16

    /// What came of an outcome or of time.
    struct Report {
        var says: [Read.Content] = []
        /// Whether the device has answered as it should.
        var isReady = false
        /// What the device told of its firmware.
        var firmware: String?
        /// Why the session is over; `nil` while it goes on.
        var end: String?
    }

    /// Claims a device.
    init(
        _ known: USBContext.Known,
        on seat: Seat,
        for specification: ReaderSpecification,
        proving authenticator: (any CardAuthenticator)?,
        inbox: Inbox
    ) throws(USBFault) {
        let claim = try USBClaim.make(known, interfaces: seat.claims)
        device = known.device
        self.inbox = inbox
        output = seat.output
        conversation = specification.family.makeConversation(
            on: seat,
            of: device,
            for: specification,
            proving: authenticator
        )
        for (pipe, endpoint) in [(Pipe.bulk, seat.bulk), (.interrupt, seat.interrupt)] {
            guard let endpoint else { continue }
            inlets.append(
                Inlet(
                    pipe,
                    of: endpoint,
                    longest: pipe == .bulk || seat.bulk == nil ? seat.longest : 0,
                    on: claim,
                    at: "port \(device.path)",
                    to: inbox
                )
            )
        }
        self.claim = consume claim
    }

    /// Which cards rest in the reader's field.
    var presence: CardPresence? { conversation.presence }

    /// Posts the IN transfers and begins the conversation.
    ///
    /// - Parameters:
    ///   - presence: which cards rested in the reader's field at the end of its last session.
    ///   - instant: now.
    /// - Returns: what there is to say.
    func begin(remembering presence: CardPresence?, at instant: Instant) -> Report {
        if let presence { conversation.presence = presence }
        do throws(USBFault) {
            for inlet in inlets { try inlet.transfer.submit() }
        } catch {
            return Report(end: "\(error)")
        }
        return carryOut(conversation.begin(at: instant))
    }

    /// Whether a transfer is one of this session's.
    func owns(_ transfer: Transfer) -> Bool {
        transfer === request || transfer === message || inlet(of: transfer) != nil
    }

    /// When time must be told next.
    var deadline: Instant? { isClosing ? nil : conversation.deadline }

    /// Tells the conversation that time has passed.
    func timePassed(to now: Instant) -> Report {
        isClosing ? Report() : carryOut(conversation.timePassed(to: now))
    }

    /// Tells the conversation what the door shows.
    func show(_ indication: Indication, at now: Instant) -> Report {
        isClosing ? Report() : carryOut(conversation.show(indication, at: now))
    }

    /// Takes a transfer that came back.
    func take(_ outcome: Transfer.Outcome) -> Report {
        guard !isClosing else { return Report() }
        if outcome.status == LIBUSB_TRANSFER_NO_DEVICE {
            return Report(end: "the device at port \(device.path) has gone")
        }
        if let index = inlet(of: outcome.transfer) { return read(outcome, at: index) }
        return outcome.transfer === message ? sent(outcome) : answered(outcome)
    }

    private func inlet(of transfer: Transfer) -> Int? {
        inlets.firstIndex { $0.transfer === transfer }
    }

    private func read(_ outcome: Transfer.Outcome, at index: Int) -> Report {
        let inlet = inlets[index]
        if inlets[index].isSpent(after: outcome.status) {
            return Report(end: "reading port \(device.path): \(outcome.meaning)")
        }
        var report: Report
        if outcome.status == LIBUSB_TRANSFER_COMPLETED {
            report = carryOut(
                conversation.received(outcome.bytes, from: inlet.pipe, at: outcome.instant)
            )
        } else {
            report = carryOut(conversation.missed(on: inlet.pipe, at: outcome.instant))
            if outcome.status == LIBUSB_TRANSFER_STALL { clearHalt(of: inlet.endpoint) }
        }
        guard report.end == nil else { return report }
        do throws(USBFault) {
            try inlet.transfer.submit()
        } catch {
            report.end = "\(error)"
        }
        return report
    }

    private func sent(_ outcome: Transfer.Outcome) -> Report {
        message = nil
        guard outcome.status != LIBUSB_TRANSFER_COMPLETED else { return carryOut([]) }
        if outcome.status == LIBUSB_TRANSFER_STALL, let output { clearHalt(of: output) }
        return carryOut(conversation.missed(on: .output, at: outcome.instant))
    }

    private func answered(_ outcome: Transfer.Outcome) -> Report {
        request = nil
        switch outcome.status {
        // A device that stalls a request is served all the same.
        case LIBUSB_TRANSFER_COMPLETED, LIBUSB_TRANSFER_STALL:
            return carryOut(
                conversation.received(outcome.bytes, from: .control, at: outcome.instant)
            )
        default: return carryOut(conversation.missed(on: .control, at: outcome.instant))
        }
    }

    /// Begins to let go: calls back what is in flight.
    func close() {
        guard !isClosing else { return }
        isClosing = true
        for transfer in transfers { transfer.cancel() }
    }

    /// Lets go of the device, once nothing is in flight any more.
    ///
    /// - Returns: whether it has let go.
    func hasClosed() -> Bool {
        guard isClosing, !transfers.contains(where: \.isInFlight) else { return false }
        claim = nil
        return true
    }

    private var transfers: [Transfer] {
        inlets.map(\.transfer) + [message, request].compactMap { $0 }
    }

    private func carryOut(_ moves: [Move]) -> Report {
        var report = Report()
        for move in moves where report.end == nil {
            switch move {
            case .say(let content): report.says.append(content)
            case .ready: report.isReady = true
            case .firmware(let text): report.firmware = text
            case .request(let request): requests.append(request)
            case .send(let message): messages.append(message)
            case .fail(let text): report.end = text
            }
        }
        if max(requests.count, messages.count) > Self.most {
            report.end = report.end ?? "port \(device.path) takes no more requests"
        }
        do throws(USBFault) {
            if report.end == nil { try sendNext() }
        } catch {
            report.end = "\(error)"
        }
        return report
    }

    private func sendNext() throws(USBFault) {
        let place = "port \(device.path)"
        switch claim {
        case .none: return
        case .some(let claim):
            if request == nil, !requests.isEmpty {
                let next = Transfer(asking: requests.removeFirst(), of: claim, at: place, to: inbox)
                try next.submit()
                request = next
            }
            if message == nil, !messages.isEmpty, let output {
                let next = Transfer(
                    writing: messages.removeFirst(),
                    to: output,
                    of: claim,
                    at: place,
                    to: inbox
                )
                try next.submit()
                message = next
            }
        }
    }

    private func clearHalt(of endpoint: USBDevice.Endpoint) {
        switch claim {
        case .some(let claim): unsafe libusb_clear_halt(claim.handle, endpoint.address)
        case .none: break
        }
    }
}
