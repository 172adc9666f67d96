// SPDX-License-Identifier: Apache-2.0
internal import Access

extension BoardReader {
    func reader(_ field: Field) -> ReaderEntry? {
        guard
            let row = field.row([
                "id", "family", "port", "usb", "line", "baud", "address", "format", "number",
                "terminator", "systemCode", "technologies", "authentication",
            ])
        else { return nil }
        var entry = device(row)
        if let field = row["number"] {
            entry.number = number(field)
        } else if entry.family == .hidKeyboard && row["family"] != nil {
            row.field.reading.note(.content, at: row.field.path + ".number", .missingKey("number"))
        }
        entry.terminator = row["terminator"]?.choice() ?? .enter
        entry.polling = polling(row, of: entry.family)
        if entry.family == .osdp {
            (entry.format, entry.number) = serialNumber(row, entry.number)
        }
        return entry
    }

    func keypad(_ field: Field) -> ReaderEntry? {
        guard let row = field.row(["id", "family", "port", "usb"] + Self.lineKeys) else {
            return nil
        }
        let entry = device(row)
        keys(row, of: entry.family)
        return entry
    }

    private func device(_ row: Row) -> ReaderEntry {
        var entry = ReaderEntry(
            id: ReaderID(name(row.required("id"))),
            family: row.required("family")?.choice() ?? .hidKeyboard,
            port: row["port"].flatMap(port),
            usb: row["usb"].flatMap(usb)
        )
        if entry.family == .osdp {
            entry.serial = serialPlace(row)
            return entry
        }
        noLine(row)
        if row.present(["port", "usb"]).isEmpty {
            row.field.note(
                Wording(
                    "neither \"port\" nor \"usb\" is there; say where it is plugged in, or what it is",
                    "「port」も「usb」もありません。どこに挿すか、又はどの機器かを書いてください。"
                )
            )
        }
        return entry
    }

    private func port(_ field: Field) -> String? {
        guard let text = field.text else { return nil }
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        let ports = halves.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        let numbers = (halves.dropLast() + ports).map { UInt8($0) ?? 0 }
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ".") }
        guard isPlain, halves.count == 2, ports.count <= 7, numbers.allSatisfy({ $0 > 0 }) else {
            return field.fail(
                .unreadable(
                    text.prefixed,
                    expected: "a USB port: bus, hyphen and ports (1-1.2)",
                    "USBのポート（1-1.2）"
                )
            )
        }
        return text
    }

    private func usb(_ field: Field) -> ReaderEntry.Device? {
        guard let row = field.row(["vendor", "product", "serial"]) else { return nil }
        let vendor = row.required("vendor").flatMap(hexadecimal)
        let product = row.required("product").flatMap(hexadecimal)
        let serial = row["serial"]?.text
        guard let vendor, let product else { return nil }
        return ReaderEntry.Device(vendor: vendor, product: product, serial: serial)
    }

    func hexadecimal(_ field: Field) -> UInt16? {
        guard let text = field.text else { return nil }
        guard text.utf8.count == 4, text.allSatisfy(\.isHexDigit),
            let number = UInt16(text, radix: 16)
        else {
            return field.fail(
                .unreadable(text.prefixed, expected: "4 hexadecimal digits (054c)", "16進4桁（054c）")
            )
        }
        return number
    }

    private func number(_ field: Field) -> ReaderEntry.Number? {
        guard let row = field.row(["radix", "width", "byteOrder"]) else { return nil }
        let radix = row.required("radix")?.choice(ReaderEntry.Radix.self)
        let byteOrder = row["byteOrder"]?.choice(ReaderEntry.ByteOrder.self) ?? .asSent
        let isReversedDecimal = radix == .decimal && byteOrder == .reversed
        let widths = isReversedDecimal ? 3...20 : 1...BadgeNumber.longest
        let width = row.required("width")?.integer(in: widths)
        guard let radix, let width else { return nil }
        if radix == .hex, byteOrder == .reversed, width % 2 == 1 {
            return row["width"]?.fail(
                Wording(
                    "\(width) hexadecimal digits are no whole bytes; to be reversed, their number must be even",
                    "逆順にするには桁数が偶数でなければなりません（\(width)桁）。"
                )
            )
        }
        return ReaderEntry.Number(radix: radix, width: width, byteOrder: byteOrder)
    }
}
