// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import USBReaders

extension Board {
    /// Readers and keypads whose family this program cannot drive.
    var undriven: [ReaderEntry] {
        (readers + keypads).filter {
            $0.family != .osdp && ReaderFamily(rawValue: $0.family.rawValue) == nil
        }
    }

    /// The readers and keypads, as the USB adapter takes them.
    var readerSpecifications: [ReaderSpecification] {
        readers.compactMap { entry in
            entry.role.flatMap(entry.specification)
        } + keypads.compactMap { $0.specification(.keys) }
    }
}

extension ReaderEntry {
    fileprivate func specification(_ role: ReaderSpecification.Role) -> ReaderSpecification? {
        guard let family = ReaderFamily(rawValue: family.rawValue), family.takes(role),
            let place = usbPlace
        else {
            return nil
        }
        return ReaderSpecification(
            id: id,
            family: family,
            place: place,
            role: role,
            requiresProof: polling?.authentication == .required
        )
    }

    private var usbPlace: USBPlace? {
        let model = usb.map {
            USBModel(vendor: $0.vendor, product: $0.product, serial: $0.serial)
        }
        if let port = port.flatMap({ PortPath($0) }) { return .port(port, expecting: model) }
        return model.map { .device($0) }
    }

    fileprivate var role: ReaderSpecification.Role? {
        guard let polling else { return form.map { .badges($0, end: end) } }
        let looksForFeliCa = polling.technologies.contains(.feliCa)
        return CardPolling(
            systemCodes: looksForFeliCa ? polling.systemCodes : [],
            typeA: polling.technologies.contains(.typeA),
            typeB: polling.technologies.contains(.typeB)
        ).map { .cards($0) }
    }

    var form: NumberForm? {
        guard let number else { return nil }
        return NumberForm(
            number.radix == .hex ? .hex : .decimal,
            width: number.width,
            byteOrder: number.byteOrder == .asSent ? .asSent : .reversed
        )
    }

    private var end: LineEnd {
        switch terminator {
        case .enter: .enter
        case .tab: .tab
        case .none: .none
        }
    }
}
