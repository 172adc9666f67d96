// SPDX-License-Identifier: Apache-2.0
internal import CLibUSB

/// A libusb call that failed: which one, on what, and what to do about it.
public struct USBFault: Error, Sendable, Hashable {
    /// The call.
    public let call: String
    /// What it was about, as `port 1-1.2`.
    public let place: String
    /// libusb's name for the error.
    public let name: String
    /// What to do.
    public let remedy: String?
    let code: Int32

    init(_ call: String, on place: String, _ code: Int32) {
        self.call = call
        self.place = place
        self.code = code
        name = unsafe String(cString: libusb_error_name(code))
        remedy =
            switch libusb_error(code) {
            case LIBUSB_ERROR_BUSY: "somebody else holds it"
            case LIBUSB_ERROR_ACCESS: "install Hardware/udev/70-tachiai.rules"
            case LIBUSB_ERROR_NO_DEVICE: "plug it in again"
            default: nil
            }
    }

    /// Throws unless a call returned 0 or more.
    static func check(_ call: String, on place: String, _ code: Int32) throws(USBFault) {
        if code < 0 { throw USBFault(call, on: place, code) }
    }
}

extension USBFault: CustomStringConvertible {
    /// Call, place, error and remedy in one line.
    public var description: String {
        "\(call) on \(place): \(name)" + (remedy.map { "; \($0)" } ?? "")
    }
}
