// SPDX-License-Identifier: Apache-2.0
import Access
import USBReaders

extension SerialLines {
    /// Reads `keys=FOLDER` and one `osdp LINE BAUD ADDRESS READER|- KEYPAD|- FORMAT RADIX WIDTH` for each peripheral.
    init?(arguments: some Sequence<String>) {
        let folder = arguments.first { $0.hasPrefix("keys=") }?.dropFirst(5)
        let peripherals = arguments.compactMap(OSDPPeripheral.init(argument:))
        guard let folder, !peripherals.isEmpty else { return nil }
        self.init(peripherals, keyFolder: String(folder))
    }
}

extension OSDPPeripheral {
    fileprivate init?(argument: String) {
        let words = argument.split(separator: " ").map(String.init)
        guard words.count == 9, words[0] == "osdp", let baud = Int(words[2]),
            let line = SerialAddress(path: words[1], baud: baud), let address = UInt8(words[3]),
            let format = OSDPBadgeForm.Format(rawValue: words[6]),
            let radix = NumberForm.Radix(rawValue: words[7]), let width = Int(words[8]),
            let number = NumberForm(radix, width: width)
        else { return nil }
        self.init(
            line: line,
            address: address,
            reader: words[4] == "-"
                ? nil : (ReaderID(words[4]), OSDPBadgeForm(format, number)),
            keypad: words[5] == "-" ? nil : ReaderID(words[5])
        )
    }
}
