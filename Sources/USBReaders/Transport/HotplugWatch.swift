// SPDX-License-Identifier: Apache-2.0
import CLibUSB

/// Puts into an inbox that something was plugged in or out; where libusb can't tell, does nothing.
@safe final class HotplugWatch {
    private let context: USBContext
    private let inbox: Inbox
    private var callback: libusb_hotplug_callback_handle?

    init(_ context: USBContext, to inbox: Inbox) {
        self.context = context
        self.inbox = inbox
        guard libusb_has_capability(LIBUSB_CAP_HAS_HOTPLUG.rawValue) != 0 else { return }
        var callback: libusb_hotplug_callback_handle = 0
        let code = unsafe libusb_hotplug_register_callback(
            context.pointer,
            Int32(
                LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED.rawValue
                    | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT.rawValue
            ),
            0,
            LIBUSB_HOTPLUG_MATCH_ANY,
            LIBUSB_HOTPLUG_MATCH_ANY,
            LIBUSB_HOTPLUG_MATCH_ANY,
            { _, _, _, owner in
                if let owner = unsafe owner {
                    unsafe Unmanaged<Inbox>.fromOpaque(owner).takeUnretainedValue().hasNews = true
                }
                return 0
            },
            Unmanaged.passUnretained(inbox).toOpaque(),
            &callback
        )
        if code == 0 { self.callback = callback }
    }

    /// Ends the watch, before the context ends.
    func end() {
        if let callback { unsafe libusb_hotplug_deregister_callback(context.pointer, callback) }
        callback = nil
    }
}
