// SPDX-License-Identifier: Apache-2.0
import CLibUSB

/// An open device whose interfaces are taken from the kernel.
///
/// They are not given back: when the claim ends, the kernel's keyboard driver must not have the
/// reader again, or the next badge would be typed into a console.
@safe struct USBClaim: ~Copyable {
    let handle: OpaquePointer

    private init(_ handle: OpaquePointer) {
        unsafe self.handle = handle
    }

    /// Opens a device and takes interfaces of it; on failure, the device is closed again.
    static func make(
        _ known: USBContext.Known,
        interfaces: [UInt8]
    ) throws(USBFault) -> USBClaim {
        let place = "port \(known.device.path)"
        var handle: OpaquePointer?
        try unsafe USBFault.check("libusb_open", on: place, libusb_open(known.pointer, &handle))
        guard let handle = unsafe handle else {
            throw USBFault("libusb_open", on: place, LIBUSB_ERROR_OTHER.rawValue)
        }
        let claim = unsafe USBClaim(handle)
        let detach = unsafe libusb_set_auto_detach_kernel_driver(handle, 1)
        if detach != LIBUSB_ERROR_NOT_SUPPORTED.rawValue {
            try USBFault.check("libusb_set_auto_detach_kernel_driver", on: place, detach)
        }
        for interface in interfaces {
            let code = unsafe libusb_claim_interface(handle, Int32(interface))
            try USBFault.check("libusb_claim_interface", on: place, code)
        }
        return claim
    }

    deinit {
        unsafe libusb_set_auto_detach_kernel_driver(handle, 0)
        unsafe libusb_close(handle)
    }
}
