// SPDX-License-Identifier: Apache-2.0
import CLibUSB
import Glibc

/// An open libusb; every device, claim and transfer of it lives on one thread.
@safe final class USBContext {
    let pointer: OpaquePointer

    /// A device that libusb knows, kept alive while this value is.
    @safe final class Known {
        let pointer: OpaquePointer
        let device: USBDevice

        init(_ pointer: OpaquePointer, _ device: USBDevice) {
            unsafe self.pointer = libusb_ref_device(pointer)
            self.device = device
        }

        deinit { unsafe libusb_unref_device(pointer) }
    }

    init() throws(USBFault) {
        var context: OpaquePointer?
        try unsafe USBFault.check("libusb_init", on: "this machine", libusb_init(&context))
        guard let context = unsafe context else {
            throw USBFault("libusb_init", on: "this machine", LIBUSB_ERROR_OTHER.rawValue)
        }
        unsafe pointer = context
    }

    deinit { unsafe libusb_exit(pointer) }

    /// What is plugged in now.
    func devices() throws(USBFault) -> [Known] {
        var known: [Known] = []
        try unsafe forEachDevice { pointer in
            if let device = unsafe USBDevice(reading: pointer) {
                unsafe known.append(Known(pointer, device))
            }
        }
        return known
    }

    /// Bus and address of what is plugged in now: cheap, and different after each change.
    func addresses() throws(USBFault) -> Set<UInt16> {
        var addresses: Set<UInt16> = []
        try unsafe forEachDevice { pointer in
            let bus = unsafe UInt16(libusb_get_bus_number(pointer))
            addresses.insert(unsafe bus << 8 | UInt16(libusb_get_device_address(pointer)))
        }
        return addresses
    }

    /// Where something is plugged in now.
    func paths() throws(USBFault) -> Set<PortPath> {
        var paths: Set<PortPath> = []
        try unsafe forEachDevice { pointer in
            if let path = unsafe PortPath(of: pointer) { paths.insert(path) }
        }
        return paths
    }

    private func forEachDevice(_ body: (OpaquePointer) -> Void) throws(USBFault) {
        var list: UnsafeMutablePointer<OpaquePointer?>?
        let count = unsafe libusb_get_device_list(pointer, &list)
        try USBFault.check("libusb_get_device_list", on: "this machine", Int32(clamping: count))
        guard let list = unsafe list else { return }
        defer { unsafe libusb_free_device_list(list, 1) }
        for index in 0..<count {
            if let pointer = unsafe list[index] { unsafe body(pointer) }
        }
    }

    /// Serves whatever happens, for so long at most.
    func handleEvents(for time: Duration) throws(USBFault) {
        let parts = max(time, .zero).components
        var limit = timeval(
            tv_sec: Int(parts.seconds),
            tv_usec: Int(parts.attoseconds / 1_000_000_000_000)
        )
        let code = unsafe libusb_handle_events_timeout_completed(pointer, &limit, nil)
        guard code != LIBUSB_ERROR_INTERRUPTED.rawValue else { return }
        try USBFault.check("libusb_handle_events", on: "this machine", code)
    }
}
