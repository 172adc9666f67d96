// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The service in the guest: installed from the files that are shipped, as Hardware/README.md says.
extension Board {
    /// Puts every file of the installation where it belongs, and plugs the readers in.
    func install() async throws {
        try await put(
            Self.text("Config/systemd/tachiai.sysusers.conf"),
            at: "/usr/lib/sysusers.d/tachiai.conf"
        )
        try await put(
            Self.text("Config/systemd/tachiaid.service"),
            at: "/etc/systemd/system/tachiaid.service"
        )
        try await put(
            Self.text("Config/systemd/99-tachiai-gpio.rules"),
            at: "/etc/udev/rules.d/99-tachiai-gpio.rules"
        )
        try await put(Self.readerRules(), at: "/etc/udev/rules.d/70-tachiai.rules")
        try await put(
            Self.text("Hardware/udev/tachiai-modprobe.conf"),
            at: "/etc/modprobe.d/tachiai.conf"
        )
        try await put(
            Self.text("Tests/BoardTests/Guest/tachiai.yaml"),
            at: "/etc/tachiai/tachiai.yaml"
        )
        try await put(Self.text("Tests/BoardTests/Guest/policy.yaml"), at: "/root/policy.yaml")
        // Nothing but the processor's slowness is made up for: an emulated one needs longer than a board's.
        try await put(
            "[Service]\nWatchdogSec=60\nTimeoutStopSec=60\n",
            at: "/etc/systemd/system/tachiaid.service.d/emulated.conf"
        )
        try await shell(
            """
            ln -s /opt/tachiai/tachiaid /opt/tachiai/tachiai /usr/bin/
            chmod 755 /etc/tachiai
            chmod 644 /etc/tachiai/tachiai.yaml
            systemd-sysusers
            udevadm control --reload
            udevadm trigger --subsystem-match=gpio --settle
            systemctl daemon-reload
            """
        )
        for port in Port.allCases { try await plug(port) }
    }

    /// Plugs in what the board file expects at a port.
    func plug(_ port: Port) async throws {
        switch port {
        case .serverIn, .monitorIn: try await plug(port, "reader")
        case .serverKeys: try await plug(port, "keypad-numlock")
        case .archiveKeys: try await plug(port, "keypad")
        case .archiveIn: try await plug(port, "rcs380")
        case .stackIn: try await plug(port, "acr1252u")
        case .vaultIn: try await plug(port, "rcs300")
        case .serverOut:
            try await plug(
                port,
                "reader",
                #"vendor="08ff""#,
                #"product="0009""#,
                #"serial="A1""#,
                #"terminator="tab""#,
                #"releases="overlap""#
            )
        }
    }

    /// Starts the service, and waits until it serves the doors, every reader that a kernel's driver would have, and
    /// the command line, which comes after them.
    func startService() async throws {
        try await systemctl("start", "tachiaid")
        try await shell(
            "timeout \(Self.patience) sh -c 'until [ -S /run/tachiai/admin.sock ]; do sleep 0.2; done'"
        )
        for port in Port.keyboards { try await served(port) }
    }

    /// The officer's first day: takes the claim, and puts the policy into force.
    func applyPolicy() async throws {
        try await shell(
            "tachiai claim 100001; tachiai policy apply --yes /root/policy.yaml",
            within: 120
        )
    }

    /// The rules of Hardware/udev, for the ports of this board instead of the examples'.
    private static func readerRules() throws -> String {
        try text("Hardware/udev/70-tachiai.rules").split(separator: "\n").flatMap { line in
            guard !line.contains("1-1.3") else { return [String]() }
            guard line.contains("1-1.2") else { return [String(line)] }
            // The reader at port 4 is named by its make in the board file: nothing takes it from the kernel but the service.
            return Port.allCases.filter { $0 != .serverOut || !line.contains("unbind") }.map {
                line.replacingOccurrences(of: "1-1.2", with: "1-\($0.text)")
            }
        }.joined(separator: "\n") + "\n"
    }
}
