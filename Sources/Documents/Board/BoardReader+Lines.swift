// SPDX-License-Identifier: Apache-2.0

/// What readers and keypads on serial lines have of their own.
extension BoardReader {
    /// The keys that only peripherals on a line have.
    static let lineKeys = ["line", "baud", "address"]
    /// The keys that only devices on USB have.
    private static let usbKeys = ["port", "usb", "terminator", "systemCode", "technologies"]

    /// Where a peripheral is: its line, the line's speed, and its address on it.
    func serialPlace(_ row: Row) -> ReaderEntry.SerialPlace? {
        for key in row.present(Self.usbKeys) {
            row[key]?.note(
                Wording(
                    "an osdp device is on a serial line; \"\(key)\" is for devices on USB",
                    "osdp の機器は RS-485 の線にあります。\(key) は USB の機器のものです。"
                )
            )
        }
        let path = row.required("line").flatMap(line)
        let baud = row["baud"].map(baud) ?? BoardLimits.bauds[0]
        let address = row.required("address")?.integer(in: BoardLimits.addresses)
        guard let path, let baud, let address else { return nil }
        return ReaderEntry.SerialPlace(line: path, baud: baud, address: address)
    }

    /// Notes what only a peripheral on a line may have.
    func noLine(_ row: Row) {
        for key in row.present(Self.lineKeys + ["format"]) {
            row[key]?.note(
                Wording(
                    "only an osdp device is on a serial line; \"\(key)\" says nothing here",
                    "\(key) は osdp の機器だけのものです。"
                )
            )
        }
    }

    /// What the bits of a badge are, and how they are written as a number.
    func serialNumber(_ row: Row, _ number: ReaderEntry.Number?) -> (
        format: ReaderEntry.Format, number: ReaderEntry.Number?
    ) {
        let written: ReaderEntry.Format? = row["format"]?.choice()
        guard row["format"] == nil || written != nil else { return (.raw, number) }
        let format = written ?? .raw
        guard let usual = format.usualNumber else {
            if row["number"] == nil {
                let path = row.field.path + ".number"
                row.field.reading.note(.content, at: path, .missingKey("number"))
            }
            return (format, number)
        }
        guard let number else { return (format, row["number"] == nil ? usual : nil) }
        let least = number.radix == .hex ? usual.width : format.decimals
        guard number.radix == .hex ? number.width == least : number.width >= least else {
            let count = number.radix == .hex ? "\(least)" : "\(least) or more"
            row["number"]?.note(
                Wording(
                    "\(format.rawValue) has numbers of \(count) \(number.radix.rawValue) digits",
                    "\(format.rawValue) の番号は\(number.radix == .hex ? "16進" : "10進")"
                        + "\(least)桁\(number.radix == .hex ? "" : "以上")です。"
                )
            )
            return (format, nil)
        }
        return (format, number)
    }

    private func line(_ field: Field) -> String? {
        guard let path = field.text else { return nil }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.count > 2 && parts.dropFirst().allSatisfy { !$0.isEmpty && $0 != ".." }
        guard path.hasPrefix("/dev/"), isPlain, path.utf8.count <= 4096 else {
            return field.fail(
                .unreadable(
                    path.prefixed,
                    expected: "a serial line (/dev/serial/by-path/…)",
                    "RS-485 の線（/dev/serial/by-path/…）"
                )
            )
        }
        return path
    }

    private func baud(_ field: Field) -> Int? {
        guard let baud = field.integer() else { return nil }
        guard BoardLimits.bauds.contains(baud) else {
            let list = BoardLimits.bauds.map(String.init).joined(separator: ", ")
            return field.fail(
                Wording(
                    "OSDP knows no speed of \(baud); it is one of: \(list)",
                    "OSDP に \(baud) bps はありません。\(list) のどれかです。"
                )
            )
        }
        return baud
    }
}

extension ReaderEntry.Format {
    /// The form that the numbers have where the board file gives none; `nil` where it must.
    fileprivate var usualNumber: ReaderEntry.Number? {
        switch self {
        case .raw: nil
        case .wiegand26: ReaderEntry.Number(radix: .hex, width: 6)
        case .wiegand34: ReaderEntry.Number(radix: .hex, width: 8)
        }
    }

    /// How many decimal digits every number of the form fits in.
    fileprivate var decimals: Int { self == .wiegand26 ? 8 : 10 }
}
