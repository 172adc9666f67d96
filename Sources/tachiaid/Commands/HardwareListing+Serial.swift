// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Glibc
import USBReaders

extension HardwareListing {
    /// A serial line, and what the board file says is on it.
    struct SerialEntry: Encodable {
        var path: String
        var name: String?
        var driver: String?
        var heldBy: [String]
        var peripherals: [PeripheralEntry]
    }

    /// A reader, a keypad or both at one address of a line.
    struct PeripheralEntry: Encodable {
        var address: Int
        var reader: String?
        var keypad: String?
        /// What it says that it is.
        var identity: String?
        var firmware: String?
        /// How it stands: served in the secure channel, or why it is not.
        var state: String?
    }

    /// Lists the lines that are plugged in, and those that the board file names by another path.
    mutating func listSerial(_ board: Board?) {
        let peripherals = board?.serialLines?.peripherals ?? []
        let ports = SerialPort.all()
        let known = Set(ports.map(\.path))
        let others = Set(peripherals.map(\.line.path)).subtracting(known).sorted()
            .filter { unsafe access($0, F_OK) == 0 }.map(SerialPort.init)
        serial = (ports + others).map { port in
            SerialEntry(
                path: port.path,
                name: known.contains(port.path) ? port.name : nil,
                driver: port.driver,
                heldBy: port.holders,
                peripherals: peripherals.filter { $0.line.path == port.path }
                    .map(PeripheralEntry.init)
            )
        }
    }

    /// Whether a peripheral can be asked: its line is there, and no program is seen to have it.
    ///
    /// One that is not to be seen keeps the line by its lock, and is told as the cause.
    func isFree(_ peripheral: OSDPPeripheral) -> Bool {
        serial.first { $0.path == peripheral.line.path }?.heldBy.isEmpty ?? false
    }

    /// Notes how the peripherals stand that were asked.
    mutating func note(
        _ asked: [OSDPPeripheral],
        _ standings: [ReaderID: ReaderStanding]
    ) {
        for peripheral in asked {
            guard let name = peripheral.names.first,
                let line = serial.firstIndex(where: { $0.path == peripheral.line.path }),
                let index = serial[line].peripherals.firstIndex(where: {
                    $0.address == Int(peripheral.address)
                })
            else { continue }
            let standing = standings[name]
            serial[line].peripherals[index].identity = standing?.identity
            serial[line].peripherals[index].firmware = standing?.firmware
            serial[line].peripherals[index].state = Self.state(of: standing)
        }
    }
}

extension HardwareListing.PeripheralEntry {
    init(_ peripheral: OSDPPeripheral) {
        address = Int(peripheral.address)
        reader = peripheral.reader?.text
        keypad = peripheral.keypad?.text
    }

    fileprivate func text(_ language: Language) -> String {
        let names = [reader, keypad].compactMap { $0 }.joined(separator: ", ")
        var text = language("番地 ", "address ") + "\(address)  → \(names)"
        if let identity { text += "  \(identity)" }
        if let firmware { text += "  " + language("ファームウェア ", "firmware ") + firmware }
        if let state {
            text +=
                "  "
                + (state == HardwareListing.served
                    ? language("使えます（安全な通信路）", "answers in the secure channel") : state)
        }
        return text
    }
}

extension HardwareListing.SerialEntry {
    func text(_ language: Language) -> [String] {
        var text = path
        if let name { text += "  \(name)" }
        if let driver { text += "  (\(driver))" }
        if !heldBy.isEmpty {
            text += "  " + language("使用中：", "held by ") + heldBy.joined(separator: ", ")
        }
        return [text] + peripherals.map { "  " + $0.text(language) }
    }
}
