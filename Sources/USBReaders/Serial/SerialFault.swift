// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A serial line, or a key that belongs to a reader on one, did not do what it was told.
struct SerialFault: Error, Equatable, CustomStringConvertible {
    /// The C call, the path and the error's text, and what helps against it; no key.
    let description: String

    /// Tells which call failed.
    init(_ call: String, _ path: String, _ code: Int32) {
        let text = unsafe String(cString: strerror(code))
        description = "\(call) \(path): \(text)\(Self.remedy(for: code))"
    }

    /// Tells what is wrong.
    init(_ text: String) { description = text }

    /// The line is in use by another program.
    init(taken path: String) {
        let holders = SerialPort(path: path).holders.joined(separator: ", ")
        let whose = holders.isEmpty ? "another program" : holders
        description = "\(path) is taken: \(whose) has it; end that program, or keep it off the line"
    }

    private static func remedy(for code: Int32) -> String {
        switch code {
        case ENOENT, ENXIO, ENODEV: " (is the adapter plugged in there?)"
        case EACCES, EPERM: " (the service's user may not open it: Hardware/udev)"
        default: ""
        }
    }
}
