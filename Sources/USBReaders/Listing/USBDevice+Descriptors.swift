// SPDX-License-Identifier: Apache-2.0
import CLibUSB

extension PortPath {
    /// Where a device is plugged in; `nil` if libusb can't tell.
    init?(of pointer: OpaquePointer) {
        var ports = [UInt8](repeating: 0, count: Self.deepest)
        let depth = unsafe libusb_get_port_numbers(pointer, &ports, Int32(ports.count))
        guard depth >= 0 else { return nil }
        let bus = unsafe libusb_get_bus_number(pointer)
        self.init(bus: bus, ports: Array(ports.prefix(Int(depth))))
    }
}

extension USBDevice {
    /// Reads what libusb and the kernel have in memory of a device.
    ///
    /// - Returns: `nil` for a device whose descriptor can't be had.
    init?(reading pointer: OpaquePointer) {
        var descriptor = libusb_device_descriptor()
        guard unsafe libusb_get_device_descriptor(pointer, &descriptor) == 0 else { return nil }
        guard let path = unsafe PortPath(of: pointer) else { return nil }
        self.init(
            path: path,
            address: unsafe libusb_get_device_address(pointer),
            vendor: descriptor.idVendor,
            product: descriptor.idProduct,
            release: descriptor.bcdDevice,
            manufacturer: Sysfs.text("manufacturer", of: path),
            name: Sysfs.text("product", of: path),
            serial: Sysfs.text("serial", of: path),
            interfaces: unsafe Self.interfaces(of: pointer, at: path)
        )
    }

    private static func interfaces(of pointer: OpaquePointer, at path: PortPath) -> [Interface] {
        var configuration: UnsafeMutablePointer<libusb_config_descriptor>?
        var code = unsafe libusb_get_active_config_descriptor(pointer, &configuration)
        if code != 0 { code = unsafe libusb_get_config_descriptor(pointer, 0, &configuration) }
        guard code == 0, let configuration = unsafe configuration else { return [] }
        defer { unsafe libusb_free_config_descriptor(configuration) }
        let number = unsafe configuration.pointee.bConfigurationValue
        let all = unsafe Told(
            configuration.pointee.interface,
            Int(configuration.pointee.bNumInterfaces)
        ).buffer
        var interfaces: [Interface] = []
        for index in all.indices where unsafe all[index].num_altsetting > 0 {
            guard let setting = unsafe all[index].altsetting?.pointee else { continue }
            interfaces.append(unsafe Interface(setting, configuration: number, at: path))
        }
        return interfaces
    }
}

extension USBDevice.Interface {
    /// The most that is taken over of a class's descriptors (L14).
    private static let longestExtra = 256

    /// Takes over what libusb made of an interface's descriptors.
    init(
        _ setting: libusb_interface_descriptor,
        configuration: UInt8,
        at path: PortPath
    ) {
        let endpoints = unsafe Told(setting.endpoint, Int(setting.bNumEndpoints)).buffer
        let extra = unsafe Told(setting.extra, min(Int(setting.extra_length), Self.longestExtra))
        self.init(
            number: unsafe setting.bInterfaceNumber,
            class: unsafe setting.bInterfaceClass,
            subclass: unsafe setting.bInterfaceSubClass,
            protocol: unsafe setting.bInterfaceProtocol,
            driver: Sysfs.driver(
                ofInterface: unsafe setting.bInterfaceNumber,
                configuration: configuration,
                at: path
            ),
            endpoints: unsafe endpoints.map {
                USBDevice.Endpoint(
                    address: unsafe $0.bEndpointAddress,
                    attributes: unsafe $0.bmAttributes,
                    packetSize: Int(unsafe $0.wMaxPacketSize & 0x07FF)
                )
            },
            extra: unsafe Array(extra.buffer)
        )
    }
}

/// What a device tells of by number: of descriptors that are cut short libusb keeps the number, and has none of them.
@unsafe private struct Told<Element> {
    let buffer: UnsafeBufferPointer<Element>

    init(_ start: UnsafePointer<Element>?, _ count: Int) {
        unsafe buffer = UnsafeBufferPointer(start: start, count: unsafe start == nil ? 0 : count)
    }
}
