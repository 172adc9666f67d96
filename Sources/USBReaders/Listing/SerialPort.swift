// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A serial line that the kernel has, by the name that its place gives it.
public struct SerialPort: Sendable, Hashable {
    /// The path that stays the same as long as the adapter stays in its socket.
    public let path: String
    /// The kernel's own name for it now: `ttyUSB0`.
    public let name: String
    /// The driver that serves it; `nil` where nothing tells.
    public let driver: String?

    /// The programs that have it open, as far as this process may see them.
    public var holders: [String] {
        Holders.of(node: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    }

    private static let folder = "/dev/serial/by-path"

    /// The adapters that are plugged in, by path.
    public static func all() -> [SerialPort] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { SerialPort(path: folder + "/" + $0) }
    }

    /// The line at a path, whether it is there or not.
    public init(path: String) {
        self.path = path
        name = URL(fileURLWithPath: path).resolvingSymlinksInPath().lastPathComponent
        let driver = "/sys/class/tty/\(name)/device/driver"
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: driver)
        self.driver = target?.split(separator: "/").last.map(String.init)
    }
}
