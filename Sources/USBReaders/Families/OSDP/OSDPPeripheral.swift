// SPDX-License-Identifier: Apache-2.0
public import Access

/// What the board file says of one peripheral on an RS-485 line: a reader, a keypad, or both in one housing.
public struct OSDPPeripheral: Sendable, Hashable {
    /// Its line.
    public let line: SerialAddress
    /// Its address on the line, 0 to 126.
    public let address: UInt8
    /// The name of its reader; `nil` where it has none that is used.
    public let reader: ReaderID?
    /// How its badges become numbers.
    public let form: OSDPBadgeForm?
    /// The name of its keypad; `nil` where it has none that is used.
    public let keypad: ReaderID?

    /// The addresses that a peripheral can have; 127 is whoever is there.
    public static let addresses: ClosedRange<UInt8> = 0...126

    /// Describes a peripheral; it has a reader with a form, or a keypad, or both.
    public init?(
        line: SerialAddress,
        address: UInt8,
        reader: (id: ReaderID, form: OSDPBadgeForm)?,
        keypad: ReaderID?
    ) {
        guard Self.addresses.contains(address), reader != nil || keypad != nil else { return nil }
        self.line = line
        self.address = address
        self.reader = reader?.id
        form = reader?.form
        self.keypad = keypad
    }

    /// Its names: the first one is that of its key.
    var ids: [ReaderID] { [reader, keypad].compactMap { $0 } }
    /// The name under which its key is kept.
    var id: ReaderID { ids[0] }
}

/// A serial line, as the board file names it.
public struct SerialAddress: Sendable, Hashable {
    /// The device's path; best one of `/dev/serial/by-path`, which names the socket.
    public let path: String
    /// Bits per second.
    public let baud: Int

    /// The speeds that OSDP knows.
    public static let bauds = [9600, 19_200, 38_400, 57_600, 115_200, 230_400]

    /// Describes a line; `nil` for a speed that OSDP does not know.
    public init?(path: String, baud: Int) {
        guard Self.bauds.contains(baud) else { return nil }
        self.path = path
        self.baud = baud
    }

    /// How long so many bytes take, ten bits each.
    func time(for bytes: Int) -> Duration { .microseconds(bytes * 10_000_000 / baud) }
}
