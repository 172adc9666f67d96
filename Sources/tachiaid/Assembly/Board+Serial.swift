// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Foundation
import USBReaders

extension Board {
    /// What is on the board's serial lines; a reader and a keypad at one address are one peripheral.
    var serialLines: SerialLines? {
        let places = (readers + keypads).compactMap(\.serial)
        var seen: Set<ReaderEntry.SerialPlace> = []
        let peripherals = places.filter { seen.insert($0).inserted }.compactMap(peripheral)
        guard !peripherals.isEmpty else { return nil }
        let folder = URL(fileURLWithPath: database).deletingLastPathComponent().path
        return SerialLines(peripherals, keyFolder: folder)
    }

    private func peripheral(at place: ReaderEntry.SerialPlace) -> OSDPPeripheral? {
        guard let line = SerialAddress(path: place.line, baud: place.baud),
            let address = UInt8(exactly: place.address)
        else { return nil }
        let reader = readers.first { $0.serial == place }
        return OSDPPeripheral(
            line: line,
            address: address,
            reader: reader.flatMap { entry in entry.badgeForm.map { (entry.id, $0) } },
            keypad: keypads.first { $0.serial == place }?.id
        )
    }
}

extension ReaderEntry {
    fileprivate var badgeForm: OSDPBadgeForm? {
        guard let form, let format = OSDPBadgeForm.Format(rawValue: format.rawValue) else {
            return nil
        }
        return OSDPBadgeForm(format, form)
    }
}
