// SPDX-License-Identifier: Apache-2.0
@testable import USBReaders

/// The device that conversations are tried on where no USB is.
enum Bench {
    /// An interrupt IN endpoint, as keyboards have it.
    static let interrupt = USBDevice.Endpoint(address: 0x81, attributes: 3, packetSize: 8)

    /// The place of a boot keyboard.
    static let seat = Seat(interface: 0, claims: [0], interrupt: interrupt, longest: 8)

    /// A device at port 1-1.2, of no kind in particular.
    static let device = device(at: PortPath(bus: 1, ports: [1, 2]))

    /// A device.
    static func device(
        at path: PortPath,
        _ model: USBModel = USBModel(vendor: 0xFFFF, product: 0x0035),
        interfaces: [USBDevice.Interface] = []
    ) -> USBDevice {
        USBDevice(
            path: path,
            address: 5,
            vendor: model.vendor,
            product: model.product,
            release: 0x0100,
            manufacturer: nil,
            name: nil,
            serial: model.serial,
            interfaces: interfaces
        )
    }
}
