// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import GPIODoors
import Glibc

extension HardwareListing {
    /// The listing as the installer reads it.
    func text(_ language: Language) -> String {
        var lines = ["USB"]
        lines +=
            usb.isEmpty ? ["  " + language("なし", "nothing")] : usb.map { "  " + $0.text(language) }
        if !serial.isEmpty {
            lines.append("RS-485")
            lines += serial.flatMap { $0.text(language) }.map { "  " + $0 }
        }
        lines.append("GPIO")
        lines += gpio.isEmpty ? ["  " + language("なし", "nothing")] : gpio.flatMap(\.text)
        if isServiceHolding {
            lines.append(
                language(
                    "読取り装置はサービスが使っています。状態は `tachiai status`。ここで試すには `systemctl stop tachiaid`。",
                    "the service has the readers: `tachiai status` tells how they stand; to try them here, `systemctl stop tachiaid`"
                )
            )
        }
        if !missing.isEmpty {
            lines.append(language("盤ファイルにあって見当たらないもの", "in the board file, not found"))
            lines += missing.map { "  " + $0 }
        }
        if !faults.isEmpty {
            lines.append(language("調べられなかったもの", "could not be looked at"))
            lines += faults.map { "  " + $0 }
        }
        return lines.joined(separator: "\n")
    }
}

extension HardwareListing.USBEntry {
    fileprivate func text(_ language: Language) -> String {
        var text = "\(port)  \(id)  \(name)"
        if let serial { text += "  [\(serial)]" }
        if !families.isEmpty { text += "  " + families.joined(separator: ", ") }
        if let reader { text += "  → \(reader)" }
        if let firmware { text += "  " + language("ファームウェア ", "firmware ") + firmware }
        if let state, state != "held" {
            text += "  " + (state == HardwareListing.served ? language("使えます", "answers") : state)
        }
        if !drivers.isEmpty { text += "  (\(Set(drivers).sorted().joined(separator: ", ")))" }
        if !heldBy.isEmpty {
            text += "  " + language("使用中：", "held by ") + heldBy.joined(separator: ", ")
        }
        return text
    }
}

extension HardwareListing.ChipEntry {
    fileprivate var text: [String] {
        // Most chips have many lines that nobody named or uses: they say nothing to the installer.
        let told = lines.filter { $0.name != nil || $0.use != nil || $0.consumer != nil }
        return ["  \(name) [\(label)] \(path)"]
            + told.map { line in
                let parts = [
                    line.name, line.direction, line.consumer.map { "(\($0))" },
                    line.use.map { "→ \($0)" },
                ]
                return "    \(line.number)  " + parts.compactMap { $0 }.joined(separator: "  ")
            }
    }
}

extension ReaderEntry {
    /// Whether its serial line is there; who is on it, only the running service can tell.
    var hasLine: Bool { serial.map { unsafe access($0.line, F_OK) == 0 } ?? false }

    /// Where the board file says that the reader is.
    var place: String {
        if let port { return "port \(port)" }
        if let serial { return "\(serial.line), address \(serial.address)" }
        guard let usb else { return family.rawValue }
        func hexadecimal(_ number: UInt16) -> String {
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }
        let serial = usb.serial.map { " [\($0)]" } ?? ""
        return "\(hexadecimal(usb.vendor)):\(hexadecimal(usb.product))\(serial)"
    }
}

extension Board {
    /// A line that the board file names, and what it is for.
    struct NamedLine {
        var use: String
        var line: Line

        func matches(_ chip: ChipDescription, _ number: Int, _ name: String?) -> Bool {
            guard [chip.name, chip.label, chip.path].contains(line.chip) else { return false }
            switch line.key {
            case .name(let wanted): return wanted == name
            case .number(let wanted): return Int(wanted) == number
            }
        }
    }

    /// All lines of the board file.
    var namedLines: [NamedLine] {
        let ofDoors = doors.flatMap { entry -> [NamedLine] in
            let lines: [(String, Line?)] = [
                ("lock", entry.lock.line), ("contact", entry.contact?.line),
                ("exitButton", entry.exitButton?.line), ("lamps.green", entry.green),
                ("lamps.red", entry.red), ("buzzer", entry.buzzer),
            ]
            return lines.compactMap { use, line in
                line.map { NamedLine(use: "\(entry.door.id).\(use)", line: $0) }
            }
        }
        let inputs = [("inputs.fire", fire?.line), ("inputs.tamper", tamper?.line)]
        return ofDoors
            + inputs.compactMap { use, line in line.map { NamedLine(use: use, line: $0) } }
    }
}

extension Line {
    /// The chip and the line.
    var text: String {
        switch key {
        case .name(let name): "\(chip) \(name)"
        case .number(let number): "\(chip) \(number)"
        }
    }
}
