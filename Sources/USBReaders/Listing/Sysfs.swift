// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What the kernel tells of a USB device in its files, without a word over the bus.
enum Sysfs {
    private static let devices = "/sys/bus/usb/devices/"
    /// The longest text that is taken over; USB strings are shorter (L14).
    private static let longest = 126

    /// A text attribute of a device, as `serial` or `product`; `nil` where it has none.
    static func text(_ attribute: String, of path: PortPath) -> String? {
        guard let file = FileHandle(forReadingAtPath: devices + "\(path)/\(attribute)"),
            let bytes = try? file.read(upToCount: 4 * longest)
        else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }.prefix(longest)
        return text.isEmpty ? nil : String(text)
    }

    /// Where the kernel shows a device; root hubs left out.
    static func paths() -> Set<PortPath> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: devices)) ?? []
        return Set(names.compactMap { PortPath($0) })
    }

    /// The driver that holds an interface; `nil` if none does.
    static func driver(ofInterface number: UInt8, configuration: UInt8, at path: PortPath)
        -> String?
    {
        let link = devices + "\(path):\(configuration).\(number)/driver"
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
        return target?.split(separator: "/").last.map(String.init)
    }
}
