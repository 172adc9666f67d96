// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The programs that have a file open, as far as this process may see them.
///
/// Reads `/proc`; root sees all of it.
enum Holders {
    /// Those that have a device's node open: each by name and process.
    static func of(node: String) -> [String] {
        let files = FileManager.default
        let own = ProcessInfo.processInfo.processIdentifier
        let processes = (try? files.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { Int32($0).map { $0 != own } ?? false }.compactMap { process in
            let folder = "/proc/\(process)/fd"
            let open = (try? files.contentsOfDirectory(atPath: folder)) ?? []
            let holds = open.contains {
                (try? files.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == node
            }
            guard holds else { return nil }
            let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            let program = name?.trimmingCharacters(in: .newlines) ?? "a program"
            return "\(program) (process \(process))"
        }
    }
}

extension USBDevice {
    /// The programs that have this device open, as far as this process may see them.
    public var holders: [String] { Holders.of(node: node) }

    /// Its node, by which programs open it.
    var node: String { "/dev/bus/usb/" + padded(path.bus) + "/" + padded(address) }

    private func padded(_ number: UInt8) -> String {
        String(repeating: "0", count: 3 - String(number).count) + String(number)
    }
}
