// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Glibc
import USBReaders

extension HardwareListing {
    /// A serial line, and who the board file says is on it.
    struct SerialEntry: Encodable {
        var path: String
        var name: String?
        var driver: String?
        var readers: [String]
    }

    /// Lists the lines that are plugged in, and those that the board file names by another path.
    mutating func listSerial(_ board: Board?) {
        let entries = (board?.readers ?? []) + (board?.keypads ?? [])
        let ports = SerialPort.all()
        serial = ports.map { port in
            SerialEntry(
                path: port.path,
                name: port.name,
                driver: port.driver,
                readers: Self.readers(on: port.path, among: entries)
            )
        }
        let known = Set(ports.map(\.path))
        let others = entries.compactMap(\.serial?.line).filter { !known.contains($0) }
        for path in Set(others).sorted() where unsafe access(path, F_OK) == 0 {
            let readers = Self.readers(on: path, among: entries)
            serial.append(SerialEntry(path: path, readers: readers))
        }
    }

    private static func readers(on path: String, among entries: [ReaderEntry]) -> [String] {
        entries.compactMap { entry in
            guard let serial = entry.serial, serial.line == path else { return nil }
            return "\(entry.id) (\(serial.address))"
        }
    }
}

extension HardwareListing.SerialEntry {
    var text: String {
        var text = path
        if let name { text += "  \(name)" }
        if let driver { text += "  (\(driver))" }
        if !readers.isEmpty { text += "  → " + readers.joined(separator: ", ") }
        return text
    }
}
