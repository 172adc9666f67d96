// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB
import Logging

/// The stronger remedy: a device that keeps failing is set back, as if it were plugged in anew.
extension ReaderLoop {
    /// Sets a device back, on a thread of its own: the kernel may take seconds over a dead one.
    func reset(_ device: USBDevice, of slot: Slot, at now: Instant) {
        let reader = slot.specification.id
        slot.isReset(at: now)
        log.notice(
            "device is set back",
            metadata: ["reader": "\(reader)", "port": "\(device.path)"]
        )
        let (node, signal) = (device.node, signal)
        ThreadEnd().start {
            signal.ask(.wasReset(reader, error: unsafe tachiai_usb_reset(node)))
        }
    }

    /// Does what another thread asked for.
    func run(_ errand: LoopSignal.Errand, at now: Instant) {
        switch errand {
        case .show(let indication, let reader):
            guard let slot = slot(of: reader),
                let report = slot.session?.show(indication, at: now)
            else { return }
            act(on: report, of: slot, at: now)
        case .wasReset(let reader, let error):
            if error != 0 {
                log.warning(
                    "device could not be set back",
                    metadata: ["reader": "\(reader)", "errno": "\(error)"]
                )
            }
            slot(of: reader)?.retry(at: now)
        }
    }

    private func slot(of reader: ReaderID) -> Slot? {
        slots.first { $0.specification.id == reader }
    }
}
