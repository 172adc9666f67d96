// SPDX-License-Identifier: Apache-2.0
import CLibUSB

/// An IN endpoint whose transfer is always posted, and how often it has failed in a row.
struct Inlet {
    let pipe: Pipe
    let endpoint: USBDevice.Endpoint
    let transfer: Transfer
    private var failures = 0

    /// How many failed transfers in a row end a session.
    private static let patience = 3

    /// A read of an endpoint, whole packets at a time.
    init(
        _ pipe: Pipe,
        of endpoint: USBDevice.Endpoint,
        longest: Int,
        on claim: borrowing USBClaim,
        at place: String,
        to inbox: Inbox
    ) {
        self.pipe = pipe
        self.endpoint = endpoint
        let size = max(endpoint.packetSize, 1)
        let capacity = max(1, (longest + size - 1) / size) * size
        transfer = Transfer(
            reading: endpoint,
            capacity: capacity,
            of: claim,
            at: place,
            to: inbox
        )
    }

    /// A transfer came back; whether the endpoint is past bearing.
    mutating func isSpent(after status: libusb_transfer_status) -> Bool {
        failures = status == LIBUSB_TRANSFER_COMPLETED ? 0 : failures + 1
        return failures > Self.patience
    }
}
