// SPDX-License-Identifier: Apache-2.0
import Access

/// What a door shows, on its own lamps and on those of its entry reader and keypad.
struct JointIndicator: Indicator {
    let lamps: any Indicator
    let readers: any ReaderPort
    let outside: [ReaderID]

    init(lamps: any Indicator, readers: any ReaderPort, door: Door) {
        self.lamps = lamps
        self.readers = readers
        outside = [door.entry] + (door.keypad.map { [$0] } ?? [])
    }

    func show(_ indication: Indication) {
        lamps.show(indication)
        for reader in outside { readers.show(indication, at: reader) }
    }
}
