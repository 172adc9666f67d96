// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What is known of the USB adapter behind a serial line.
enum SerialAdapter {
    /// Makes an FTDI adapter hand over what came in after 1 ms instead of 16.
    ///
    /// Where it cannot be set nothing is lost but speed: the udev rule of `Hardware/udev` sets it too.
    static func shortenLatency(of path: String) {
        let name = URL(fileURLWithPath: path).resolvingSymlinksInPath().lastPathComponent
        let timer = "/sys/bus/usb-serial/devices/\(name)/latency_timer"
        guard let file = FileHandle(forWritingAtPath: timer) else { return }
        try? file.write(contentsOf: Data("1".utf8))
        try? file.close()
    }
}
