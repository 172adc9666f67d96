// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB

/// One libusb transfer with its buffer.
///
/// While it is in flight libusb owns it: it is kept alive until its callback has run, and is never
/// freed before. The callback does no more than put the outcome into the ``Inbox``.
@safe final class Transfer {
    private let raw: UnsafeMutablePointer<libusb_transfer>
    private let buffer: UnsafeMutablePointer<UInt8>
    private let place: String
    private let inbox: Inbox
    /// How many bytes of the buffer come before the answer: a control request's own.
    private var head = 0
    /// Whether its callback is still to come.
    private(set) var isInFlight = false

    /// What became of a transfer.
    struct Outcome {
        let transfer: Transfer
        let status: libusb_transfer_status
        let bytes: [UInt8]
        let instant: Instant

        /// What its status means, where it failed.
        var meaning: String {
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

    private init(_ capacity: Int, on place: String, to inbox: Inbox) {
        guard let raw = unsafe libusb_alloc_transfer(0) else {
            preconditionFailure("libusb_alloc_transfer: out of memory")
        }
        unsafe self.raw = raw
        unsafe buffer = .allocate(capacity: capacity)
        unsafe buffer.initialize(repeating: 0, count: capacity)
        self.place = place
        self.inbox = inbox
    }

    /// A read of an endpoint, which waits for as long as it takes.
    convenience init(
        reading endpoint: USBDevice.Endpoint,
        capacity: Int,
        of claim: borrowing USBClaim,
        at place: String,
        to inbox: Inbox
    ) {
        self.init(capacity, on: place, to: inbox)
        unsafe fill(endpoint, claim.handle, capacity, milliseconds: 0)
    }

    /// A message for an endpoint, which gives up after a second.
    ///
    /// After whole packets comes an empty one, or the device would wait for more.
    convenience init(
        writing message: [UInt8],
        to endpoint: USBDevice.Endpoint,
        of claim: borrowing USBClaim,
        at place: String,
        to inbox: Inbox
    ) {
        self.init(max(message.count, 1), on: place, to: inbox)
        for (offset, byte) in message.enumerated() { unsafe buffer[offset] = byte }
        unsafe fill(endpoint, claim.handle, message.count, milliseconds: 1000)
        unsafe raw.pointee.flags = UInt8(LIBUSB_TRANSFER_ADD_ZERO_PACKET.rawValue)
    }

    private func fill(
        _ endpoint: USBDevice.Endpoint,
        _ handle: OpaquePointer,
        _ count: Int,
        milliseconds: UInt32
    ) {
        unsafe libusb_fill_bulk_transfer(
            raw,
            handle,
            endpoint.address,
            buffer,
            Int32(count),
            { unsafe Transfer.completed($0) },
            nil,
            milliseconds
        )
        guard endpoint.isInterrupt else { return }
        unsafe raw.pointee.type = UInt8(LIBUSB_TRANSFER_TYPE_INTERRUPT.rawValue)
    }

    /// A control request, which gives up after a second.
    convenience init(
        asking request: ControlRequest,
        of claim: borrowing USBClaim,
        at place: String,
        to inbox: Inbox
    ) {
        let packet = request.packet
        self.init(packet.count + Int(request.length), on: place, to: inbox)
        head = packet.count
        for (offset, byte) in packet.enumerated() { unsafe buffer[offset] = byte }
        unsafe libusb_fill_control_transfer(
            raw,
            claim.handle,
            buffer,
            { unsafe Transfer.completed($0) },
            nil,
            1000
        )
    }

    deinit {
        unsafe libusb_free_transfer(raw)
        unsafe buffer.deallocate()
    }

    /// Hands it to libusb.
    func submit() throws(USBFault) {
        precondition(!isInFlight, "a transfer was submitted twice")
        let retained = unsafe Unmanaged.passRetained(self)
        unsafe raw.pointee.user_data = retained.toOpaque()
        isInFlight = true
        let code = unsafe libusb_submit_transfer(raw)
        guard code < 0 else { return }
        isInFlight = false
        unsafe retained.release()
        throw USBFault("libusb_submit_transfer", on: place, code)
    }

    /// Asks for it back; its callback still comes.
    func cancel() {
        if isInFlight { unsafe libusb_cancel_transfer(raw) }
    }

    private static func completed(_ raw: UnsafeMutablePointer<libusb_transfer>?) {
        let instant = Instant.now
        guard let owner = unsafe raw?.pointee.user_data else { return }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(owner).takeRetainedValue()
        transfer.isInFlight = false
        let count = unsafe max(0, Int(transfer.raw.pointee.actual_length))
        let bytes = unsafe UnsafeBufferPointer(start: transfer.buffer + transfer.head, count: count)
        transfer.inbox.outcomes.append(
            Outcome(
                transfer: transfer,
                status: unsafe transfer.raw.pointee.status,
                bytes: unsafe Array(bytes),
                instant: instant
            )
        )
    }
}
