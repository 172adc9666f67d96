// SPDX-License-Identifier: Apache-2.0
import Access
import CLibUSB
import Logging

/// What it takes to notice a device whose plugging in nobody announced.
struct Rescan {
    /// The addresses that were plugged in at the last look.
    var seen: Set<UInt16> = []
    /// Devices that the kernel shows and libusb does not, and for how many looks in a row.
    var unseen: Set<PortPath> = []
    var looks = 0
    /// Those that a new context did not show either.
    var hopeless: Set<PortPath> = []
}

extension ReaderLoop {
    /// Whether the context still shows what is plugged in.
    enum Look {
        case useful, useless
    }

    /// Looks at what is plugged in, where there is reason to.
    func look(in context: USBContext, at now: Instant) throws(USBFault) -> Look {
        let isDue = rescanAt.map { $0 <= now } ?? false
        let isRetry = slots.contains { $0.isMissing && $0.retryAt.map { $0 <= now } ?? false }
        guard inbox.hasNews || isRetry || isDue else { return .useful }
        let addresses = try context.addresses()
        if inbox.hasNews || isRetry || addresses != rescan.seen {
            if addresses != rescan.seen { for slot in slots { slot.forgetBackOff() } }
            rescan.seen = addresses
            inbox.hasNews = false
            try seat(context.devices(), at: now)
        }
        let isMissing = slots.contains(where: \.isMissing)
        defer { rescanAt = isMissing ? now + .seconds(1) : nil }
        return isDue && isMissing ? try lookBehind(context) : .useful
    }

    /// Looks past libusb: without udev's announcements it shows only what it found at its start.
    private func lookBehind(_ context: USBContext) throws(USBFault) -> Look {
        let present = Sysfs.paths()
        rescan.hopeless.formIntersection(present)
        let unseen = present.subtracting(try context.paths()).subtracting(rescan.hopeless)
        guard !unseen.isEmpty else {
            rescan.looks = 0
            return .useful
        }
        rescan.looks = unseen == rescan.unseen ? rescan.looks + 1 : 1
        rescan.unseen = unseen
        guard rescan.looks >= 3 else { return .useful }
        rescan.hopeless.formUnion(unseen)
        rescan.looks = 0
        log.notice("a device came unannounced; starting libusb anew")
        return .useless
    }

    private func seat(_ known: [USBContext.Known], at now: Instant) {
        let devices = known.map(\.device)
        let reserved = Set(slots.compactMap(\.specification.place.port))
        for slot in slots {
            let occupant = slot.specification.place.occupant(
                among: devices,
                speaking: slot.specification.family,
                reserved: reserved
            )
            switch occupant {
            case .nobody(let text):
                slot.forgetBackOff()
                lose(slot, text, at: now)
            case .stranger(let text):
                slot.forgetBackOff()
                endSession(of: slot)
                tell(slot, slot.tampered(text), at: now)
            case .reader(let device, let seat):
                guard let known = known.first(where: { $0.device.path == device.path }) else {
                    continue
                }
                settle(slot, known, on: seat, at: now)
            }
        }
    }

    private func settle(
        _ slot: Slot,
        _ known: USBContext.Known,
        on seat: Seat,
        at now: Instant
    ) {
        if let session = slot.session {
            guard
                session.device.path != known.device.path
                    || session.device.address != known.device.address
            else { return }
            lose(slot, "the device was unplugged and another plugged in", at: now)
        }
        guard slot.mayTry(at: now) else { return }
        guard !slot.needsReset else { return reset(known.device, of: slot, at: now) }
        do throws(USBFault) {
            let session = try Session(
                known,
                on: seat,
                for: slot.specification,
                proving: authenticator,
                inbox: inbox
            )
            slot.session = session
            act(on: session.begin(remembering: slot.presence, at: now), of: slot, at: now)
        } catch {
            slot.backOff(at: now)
            tell(slot, slot.lost(explained(error, of: known.device)), at: now)
        }
    }

    private func explained(_ fault: USBFault, of device: USBDevice) -> String {
        guard fault.code == LIBUSB_ERROR_BUSY.rawValue else { return "\(fault)" }
        return "\(fault) (\(device.hold))"
    }
}
