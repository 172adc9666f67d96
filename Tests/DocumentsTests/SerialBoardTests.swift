// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

/// Readers and keypads on serial lines in the board file.
struct SerialBoardTests {
    private static let board = """
        board: b
        site: main
        timeZone: Asia/Tokyo
        database: /var/lib/tachiai/tachiai.sqlite
        readers:
          - {id: in, family: osdp, line: /dev/serial/by-path/a-port0, address: 0, format: wiegand26}
          - {id: out, family: osdp, line: /dev/serial/by-path/a-port0, address: 1, number: {radix: hex, width: 16}}
        keypads:
          - {id: keys, family: osdp, line: /dev/serial/by-path/a-port0, baud: 9600, address: 0}
        doors:
          - {id: d, room: r, entry: in, exit: out, keypad: keys, lock: {chip: c, line: 1, releases: energised}}
        """

    @Test func `a line, its speed and an address name a peripheral`() throws {
        let reviewed = try BoardDocument.read(Source(file: "b", text: Self.board))
        let board = reviewed.document
        #expect(reviewed.warnings == [])
        let place = ReaderEntry.SerialPlace(
            line: "/dev/serial/by-path/a-port0",
            baud: 9600,
            address: 0
        )
        #expect(board.readers[0].serial == place && board.keypads[0].serial == place)
        #expect(board.readers[0].format == .wiegand26)
        #expect(board.readers[0].number == ReaderEntry.Number(radix: .hex, width: 6))
        #expect(board.readers[1].format == .raw && board.readers[1].serial?.address == 1)
    }

    @Test(arguments: wrongLines)
    func `each mistake about a line is named with its place`(_ wrong: Wrong) throws {
        wrong.expect(try lines(ofBoard: wrong.applied(to: Self.board)))
    }
}

private let wrongLines = Wrong.table(
    """
    baud: 9600
    ⇒ baud: 19200
    ⇒ 9:71: keypads[0].baud: the line has 9600 bits per second in readers[0]; all on it have the same
    baud: 9600
    ⇒ baud: 9601
    ⇒ 9:71: keypads[0].baud: OSDP knows no speed of 9601; it is one of: 9600, 19200, 38400, 57600, 115200, 230400
    address: 1
    ⇒ address: 0
    ⇒ 7:73: readers[1].address: address 0 on this line belongs to readers[0].address already
    address: 1
    ⇒ address: 127
    ⇒ 7:73: readers[1].address: 127 is out of bounds; expected 0 to 126
    line: /dev/serial/by-path/a-port0, address: 1
    ⇒ line: COM3, address: 1
    ⇒ 7:35: readers[1].line: "COM3" is not a serial line (/dev/serial/by-path/…)
    line: /dev/serial/by-path/a-port0, address: 1
    ⇒ line: /dev/../etc/passwd, address: 1
    ⇒ 7:35: readers[1].line: "/dev/../etc/passwd" is not a serial line (/dev/serial/by-path/…)
    line: /dev/serial/by-path/a-port0, address: 1
    ⇒ address: 1
    ⇒ 7:5: readers[1].line: "line" is missing; it must be said here
    address: 0, format: wiegand26
    ⇒ format: wiegand26
    ⇒ 6:5: readers[0].address: "address" is missing; it must be said here
    line: /dev/serial/by-path/a-port0, address: 1
    ⇒ port: "1-1", line: /dev/serial/by-path/a-port0, address: 1
    ⇒ 7:35: readers[1].port: an osdp device is on a serial line; "port" is for devices on USB
    , number: {radix: hex, width: 16}
    ⇒ ∅
    ⇒ 7:5: readers[1].number: "number" is missing; it must be said here
    format: wiegand26
    ⇒ format: wiegand37
    ⇒ 6:83: readers[0].format: "wiegand37" is not known here (did you mean "wiegand34"?); expected one of: raw, …
    format: wiegand26
    ⇒ format: wiegand26, number: {radix: hex, width: 8}
    ⇒ 6:102: readers[0].number: wiegand26 has numbers of 6 hex digits
    format: wiegand26
    ⇒ format: wiegand34, number: {radix: decimal, width: 8}
    ⇒ 6:102: readers[0].number: wiegand34 has numbers of 10 or more decimal digits
    family: osdp, line: /dev/serial/by-path/a-port0, address: 1
    ⇒ family: hid-keyboard, port: "1-1", address: 1
    ⇒ 7:59: readers[1].address: only an osdp device is on a serial line; "address" says nothing here
    """
)
