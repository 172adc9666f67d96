// SPDX-License-Identifier: Apache-2.0

/// What kind of device something is: vendor, product, and where it matters the serial number.
public struct USBModel: Sendable, Hashable {
    /// The vendor.
    public let vendor: UInt16
    /// The product.
    public let product: UInt16
    /// The serial number; `nil` where any will do.
    public let serial: String?

    /// Describes a kind of device.
    public init(vendor: UInt16, product: UInt16, serial: String? = nil) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
    }

    /// Whether a device is of this kind.
    func matches(_ device: USBDevice) -> Bool {
        vendor == device.vendor && product == device.product
            && (serial == nil || serial == device.serial)
    }
}

extension USBModel: CustomStringConvertible {
    /// `vvvv:pppp` in hexadecimal, and the serial number if it matters.
    public var description: String {
        let pair = hexadecimal(vendor) + ":" + hexadecimal(product)
        return serial.map { "\(pair) serial \($0)" } ?? pair
    }
}

/// Four hexadecimal digits, as the kernel writes vendors and products.
func hexadecimal(_ number: UInt16) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
}
