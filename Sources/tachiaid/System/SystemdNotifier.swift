// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// Tells systemd how the service stands (sd_notify): nothing happens where no systemd asked.
struct SystemdNotifier: Sendable {
    private let socketPath: String?
    /// How often systemd wants to hear that the service lives; `nil` where it does not ask.
    let watchdogPeriod: Duration?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        watchdogPeriod = environment["WATCHDOG_USEC"].flatMap { Int64($0) }
            .map { .microseconds($0) }
    }

    func ready() { send("READY=1\nSTATUS=serving the doors") }
    func stopping() { send("STOPPING=1") }
    func alive() { send("WATCHDOG=1") }

    private func send(_ text: String) {
        guard let socketPath else { return }
        let handle = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard handle >= 0 else { return }
        defer { close(handle) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(socketPath.utf8)
        // A leading @ stands for the abstract namespace's NUL.
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < room else { return }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let message = Array(text.utf8)
        _ = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe sendto(handle, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
