// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB

/// One claimed device and the conversation with it.
///
/// Its IN transfer is always posted. Nothing here blocks: requests go out one after the other, each
/// as a transfer of its own.
final class Session {
    /// The device, as it was when it was claimed.
    let device: USBDevice
    private let seat: Seat
    private var conversation: any Conversation
    private var claim: USBClaim?
    private let inbox: Inbox
    private let input: Transfer
    private var request: Transfer?
    private var waiting: [ControlRequest] = []
    private var failures = 0
    private var isClosing = false

    /// How many failed transfers in a row end a session.
    private static let patience = 3

    /// What came of an outcome or of time.
    struct Report {
        var says: [Read.Content] = []
        /// Why the session is over; `nil` while it goes on.
        var end: String?
    }

    /// Claims a device and begins the conversation.
    init(
        _ known: USBContext.Known,
        on seat: Seat,
        for specification: ReaderSpecification,
        inbox: Inbox
    ) throws(USBFault) {
        let claim = try USBClaim.make(known, interfaces: seat.claims)
        device = known.device
        self.seat = seat
        self.inbox = inbox
        conversation = specification.family.makeConversation(on: seat, for: specification.role)
        input = Transfer(reading: seat, of: claim, at: "port \(device.path)", to: inbox)
        self.claim = consume claim
        try input.submit()
        for case .request(let request) in conversation.begin() { waiting.append(request) }
        sendNext()
    }

    /// Whether a transfer is one of this session's.
    func owns(_ transfer: Transfer) -> Bool { transfer === input || transfer === request }

    /// When time must be told next.
    var deadline: Instant? { isClosing ? nil : conversation.deadline }

    /// Takes a transfer that came back.
    func take(_ outcome: Transfer.Outcome) -> Report {
        guard !isClosing else { return Report() }
        guard outcome.transfer === input else {
            // A device that stalls a request, or lets it time out, is served all the same.
            request = nil
            sendNext()
            return Report()
        }
        var report = Report()
        switch outcome.status {
        case LIBUSB_TRANSFER_COMPLETED:
            failures = 0
            report = carryOut(conversation.received(outcome.bytes, at: outcome.instant))
        case LIBUSB_TRANSFER_NO_DEVICE:
            return Report(end: "the device at port \(device.path) has gone")
        default:
            failures += 1
            if failures > Self.patience {
                return Report(end: "reading port \(device.path): \(Self.name(outcome.status))")
            }
            // What was lost with it, nobody knows: an empty transfer tells the conversation so.
            report = carryOut(conversation.received([], at: outcome.instant))
            if outcome.status == LIBUSB_TRANSFER_STALL { clearHalt() }
        }
        do throws(USBFault) {
            try input.submit()
        } catch {
            report.end = "\(error)"
        }
        return report
    }

    /// Tells the conversation that time has passed.
    func timePassed(to now: Instant) -> Report {
        isClosing ? Report() : carryOut(conversation.timePassed(to: now))
    }

    /// Begins to let go: calls back what is in flight.
    func close() {
        guard !isClosing else { return }
        isClosing = true
        input.cancel()
        request?.cancel()
    }

    /// Lets go of the device, once nothing is in flight any more.
    ///
    /// - Returns: whether it has let go.
    func hasClosed() -> Bool {
        guard isClosing, !input.isInFlight, request?.isInFlight != true else { return false }
        claim = nil
        return true
    }

    private func carryOut(_ moves: [Move]) -> Report {
        var report = Report()
        for move in moves {
            switch move {
            case .say(let content): report.says.append(content)
            case .request(let request):
                waiting.append(request)
                sendNext()
            }
        }
        return report
    }

    private func sendNext() {
        while request == nil, !waiting.isEmpty, claim != nil {
            let next = waiting.removeFirst()
            guard let transfer = makeTransfer(asking: next) else { return }
            do throws(USBFault) {
                try transfer.submit()
                request = transfer
            } catch {
                // A device that is going tells so by its IN transfer.
                continue
            }
        }
    }

    private func makeTransfer(asking request: ControlRequest) -> Transfer? {
        switch claim {
        case .some(let claim):
            Transfer(asking: request, of: claim, at: "port \(device.path)", to: inbox)
        case .none: nil
        }
    }

    private func clearHalt() {
        switch claim {
        case .some(let claim): unsafe libusb_clear_halt(claim.handle, seat.input)
        case .none: break
        }
    }

    private static func name(_ status: libusb_transfer_status) -> String {
        switch status {
        case LIBUSB_TRANSFER_ERROR: "transfer errors"
        case LIBUSB_TRANSFER_STALL: "the endpoint stalls"
        case LIBUSB_TRANSFER_OVERFLOW: "the device sends more than its endpoint allows"
        case LIBUSB_TRANSFER_CANCELLED: "the transfer was cancelled"
        case LIBUSB_TRANSFER_TIMED_OUT: "the transfer timed out"
        default: "transfer status \(status.rawValue)"
        }
    }
}
