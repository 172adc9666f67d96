// SPDX-License-Identifier: Apache-2.0

/// A device that is plugged in, as far as it can be known without speaking to it.
public struct USBDevice: Sendable, Hashable {
    /// Where it is plugged in.
    public let path: PortPath
    /// Its address on the bus, new at each plug-in.
    public let address: UInt8
    /// Its vendor.
    public let vendor: UInt16
    /// Its product.
    public let product: UInt16
    /// The device's own release number, binary-coded decimal.
    public let release: UInt16
    /// What it calls its maker.
    public let manufacturer: String?
    /// What it calls itself.
    public let name: String?
    /// Its serial number; many have none.
    public let serial: String?
    /// Its interfaces in the configuration that is active.
    public let interfaces: [Interface]

    /// Its vendor, product and serial number.
    public var model: USBModel { USBModel(vendor: vendor, product: product, serial: serial) }

    /// The families whose protocol it speaks.
    public var families: [ReaderFamily] {
        ReaderFamily.allCases.filter { $0.seat(in: self) != nil }
    }

    /// One function of a device.
    public struct Interface: Sendable, Hashable {
        /// Its number.
        public let number: UInt8
        /// Its class; 03 is HID, 0B a smart-card reader, FF the vendor's own.
        public let `class`: UInt8
        /// Its subclass.
        public let subclass: UInt8
        /// Its protocol.
        public let `protocol`: UInt8
        /// The kernel driver that holds it; `usbfs` stands for a program.
        public let driver: String?
        /// Its endpoints besides the control endpoint.
        public let endpoints: [Endpoint]

        /// What its class says of it besides, as descriptors: a smart-card reader's abilities.
        public let extra: [UInt8]

        /// Its interrupt IN endpoint.
        var interruptInput: Endpoint? { endpoints.first { $0.isInterrupt && $0.isInput } }
        /// Its bulk IN endpoint.
        var bulkInput: Endpoint? { endpoints.first { $0.isBulk && $0.isInput } }
        /// Its bulk OUT endpoint.
        var bulkOutput: Endpoint? { endpoints.first { $0.isBulk && !$0.isInput } }
    }

    /// One pipe of an interface.
    public struct Endpoint: Sendable, Hashable {
        /// Its address; bit 7 is set for IN.
        public let address: UInt8
        /// Its attributes; the low two bits are 2 for bulk, 3 for interrupt.
        public let attributes: UInt8
        /// Its packet size in bytes.
        public let packetSize: Int

        var isInput: Bool { address & 0x80 != 0 }
        var isBulk: Bool { attributes & 0x03 == 0x02 }
        var isInterrupt: Bool { attributes & 0x03 == 0x03 }
    }
}
