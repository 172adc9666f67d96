// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

struct BoardDocumentTests {
    @Test func `the example of the design loads without a word`() throws {
        let reviewed = try BoardDocument.read(Source(file: "b", text: section9))
        let board = reviewed.document
        #expect(reviewed.warnings == [])
        #expect(board.listen.network == Board.Network(address: "0.0.0.0", port: 8443))
        #expect(board.readers[1].usb == .init(vendor: 0xFFFF, product: 0x35, serial: "A1"))
        #expect(board.readers[2].polling == .init(systemCodes: [0xFE00]))
        #expect(board.readers[0].number == .init(radix: .hex, width: 16))
        let door = try #require(board.doors.first)
        #expect(
            door.door
                == Door(
                    id: "server",
                    room: "server-4f",
                    entry: "server-in",
                    exit: "server-out",
                    keypad: "server-keys"
                )
        )
        #expect(door.lock.releases == .energised && door.lock.pulse == nil)
        #expect(door.exitButton?.bias == .pullUp && door.exitButton?.active == .low)
        #expect(board.tamper?.active == .low)
    }

    @Test(arguments: ["tachiai", "branch", "demo"])
    func `the boards that come with the project load without a word`(_ name: String) throws {
        let reviewed = try BoardDocument.read(repositoryFile("Config/\(name).yaml"))
        #expect(reviewed.warnings == [])
    }

    @Test func `what does not fit between board and policy is a warning`() throws {
        let board = try BoardDocument.read(Source(file: "b", text: section9)).document
        #expect(board.warnings(under: try policy(section8)) == [])
        #expect(board.warnings(under: Policy()).map(\.path) == ["doors[0].room"])
        let keyless = section9.replacing("    keypad: server-keys", with: "    # ")
        let bare = try BoardDocument.read(Source(file: "b", text: keyless)).document
        #expect(bare.warnings(under: try policy(section8)).map(\.path) == ["doors[0].keypad"])
        #expect(try bare.warnings(under: policy(section8)).map(\.isWarning) == [true])
    }

    @Test func `a line is known by number without quotes, and by name else`() throws {
        let text = section9.replacing("line: server-lock", with: "line: 17")
            .replacing("line: server-door", with: "line: \"17\"")
        let door = try #require(
            BoardDocument.read(Source(file: "b", text: text)).document.doors.first
        )
        #expect(door.lock.line.key == .number(17))
        #expect(door.contact?.line.key == .name("17"))
    }

    @Test func `a lock may be driven by a pulse`() throws {
        let text = section9.replacing("seconds: 5", with: "pulse: 500")
        let door = try #require(
            BoardDocument.read(Source(file: "b", text: text)).document.doors.first
        )
        #expect(door.lock.pulse == .milliseconds(500))
        #expect(door.door.releaseTime == .seconds(5))
    }
}
