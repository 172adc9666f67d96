// SPDX-License-Identifier: Apache-2.0
import Access

@testable import USBReaders

extension PlayedFamily {
    static var hidReader: Self {
        get throws(Flaw) {
            guard let form = NumberForm(.hex, width: 16) else { throw Flaw("no such form") }
            return Self(
                specification: try specification(.hidKeyboard, .badges(form, end: .enter)),
                device: try keyboard
            )
        }
    }

    static var hidKeypad: Self {
        get throws(Flaw) {
            Self(specification: try specification(.hidKeyboard, .keys), device: try keyboard)
        }
    }

    private static var keyboard: USBDevice {
        get throws(Flaw) {
            try device(
                0xFFFF,
                0x0035,
                [
                    interface(0, class: 0x03, 0x01, 0x01, [endpoint(0x81, 0x03, 8)])
                ]
            )
        }
    }

    /// What a board file would say.
    static func specification(
        _ family: ReaderFamily,
        _ role: ReaderSpecification.Role
    ) throws(Flaw) -> ReaderSpecification {
        ReaderSpecification(
            id: "fuzzed",
            family: family,
            place: .port(try port, expecting: nil),
            role: role
        )
    }

    static func device(_ vendor: UInt16, _ product: UInt16, _ interfaces: [USBDevice.Interface])
        throws(Flaw) -> USBDevice
    {
        USBDevice(
            path: try port,
            address: 2,
            vendor: vendor,
            product: product,
            release: 0x0100,
            manufacturer: nil,
            name: nil,
            serial: nil,
            interfaces: interfaces
        )
    }

    static func interface(
        _ number: UInt8,
        class: UInt8,
        _ subclass: UInt8,
        _ protocol: UInt8,
        _ endpoints: [USBDevice.Endpoint],
        extra: [UInt8] = []
    ) -> USBDevice.Interface {
        USBDevice.Interface(
            number: number,
            class: `class`,
            subclass: subclass,
            protocol: `protocol`,
            driver: nil,
            endpoints: endpoints,
            extra: extra
        )
    }

    static func endpoint(_ address: UInt8, _ attributes: UInt8, _ size: Int) -> USBDevice.Endpoint {
        USBDevice.Endpoint(address: address, attributes: attributes, packetSize: size)
    }

    private static var port: PortPath {
        get throws(Flaw) {
            guard let path = PortPath("1-1") else { throw Flaw("no such port") }
            return path
        }
    }
}
