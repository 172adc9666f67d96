// SPDX-License-Identifier: Apache-2.0
import Access
import USBReaders

extension ReaderSpecification {
    /// Reads `ID PLACE keys`, `ID PLACE RADIX WIDTH END` or `ID PLACE FAMILY SYSTEM-CODE…`.
    init?(argument: String) {
        let words = argument.split(separator: " ").map(String.init)
        guard words.count >= 3, let place = USBPlace(argument: words[1]) else { return nil }
        let role: Role
        var family = ReaderFamily.hidKeyboard
        if let cards = ReaderFamily(rawValue: words[2]) {
            let codes = words.dropFirst(3).compactMap { UInt16($0, radix: 16) }
            let polling = codes.isEmpty ? CardPolling() : CardPolling(systemCodes: codes)
            guard let polling else { return nil }
            family = cards
            role = .cards(polling)
        } else if words[2] == "keys" {
            role = .keys
        } else {
            guard words.count == 5, let radix = NumberForm.Radix(rawValue: words[2]),
                let width = Int(words[3]), let form = NumberForm(radix, width: width),
                let end = LineEnd(rawValue: words[4])
            else { return nil }
            role = .badges(form, end: end)
        }
        self.init(id: ReaderID(words[0]), family: family, place: place, role: role)
    }
}

extension USBPlace {
    /// Reads `PORT`, `PORT=VVVV:PPPP` or `VVVV:PPPP[/SERIAL]`.
    fileprivate init?(argument: String) {
        let halves = argument.split(separator: "=").map(String.init)
        if let path = PortPath(halves[0]) {
            self = .port(path, expecting: halves.count > 1 ? USBModel(argument: halves[1]) : nil)
        } else if let model = USBModel(argument: argument) {
            self = .device(model)
        } else {
            return nil
        }
    }
}

extension USBModel {
    /// Reads `VVVV:PPPP[/SERIAL]`.
    fileprivate init?(argument: String) {
        let halves = argument.split(separator: "/").map(String.init)
        let numbers = halves[0].split(separator: ":").compactMap { UInt16($0, radix: 16) }
        guard numbers.count == 2 else { return nil }
        self.init(
            vendor: numbers[0],
            product: numbers[1],
            serial: halves.count > 1 ? halves[1] : nil
        )
    }
}
