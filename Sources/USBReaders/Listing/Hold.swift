// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Who holds a device that another wants, and what to do about it.
extension USBDevice {
    /// Drivers of the kernel's NFC subsystem, which bind card readers.
    private static let nfcDrivers: Set = ["port100", "pn533_usb", "pn533", "nfc"]

    /// Who holds the device, as far as can be seen, with the remedy for each.
    var hold: String {
        let drivers = Set(interfaces.compactMap(\.driver)).subtracting(["usbfs"]).sorted()
        var causes = drivers.map(Self.remedy(forDriver:)) + holders.map(Self.remedy(forProgram:))
        if causes.isEmpty, Self.runsCardDaemon {
            causes = ["perhaps pcscd, which runs: " + Self.daemonRemedy]
        }
        return causes.isEmpty
            ? "a program that is not to be seen from here; `tachiaid hardware` as root names it"
            : causes.joined(separator: "; ")
    }

    private static let daemonRemedy =
        "systemctl mask --now pcscd.socket pcscd.service"

    private static func remedy(forDriver name: String) -> String {
        switch name {
        case _ where nfcDrivers.contains(name):
            "kernel driver \(name): modprobe -r \(name), and install Hardware/udev/tachiai-modprobe.conf"
        case "usbhid":
            "kernel driver usbhid: install Hardware/udev/70-tachiai.rules"
        default:
            "kernel driver \(name): modprobe -r \(name), and blacklist it"
        }
    }

    private static func remedy(forProgram name: String) -> String {
        if name.hasPrefix("pcscd ") { return "\(name): \(daemonRemedy)" }
        if name.hasPrefix("tachiaid ") { return "\(name): systemctl stop tachiaid" }
        return "\(name): end it"
    }

    /// Whether pcscd runs, as its process or the file that it leaves shows.
    ///
    /// The service is shown its own processes only (`ProtectProc=`), and nobody else's open files
    /// in any case: the file is what it has to go by.
    private static var runsCardDaemon: Bool {
        let files = FileManager.default
        if files.fileExists(atPath: "/run/pcscd/pcscd.pid") { return true }
        let processes = (try? files.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.contains { process in
            Int32(process) != nil
                && (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8))
                    == "pcscd\n"
        }
    }
}
