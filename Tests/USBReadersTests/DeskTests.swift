// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `tachiaid hardware` itself, by the real libusb on a mock of the kernel's side.
@Suite(.enabled(if: EmulatedUSB.isAvailable), .serialized, .timeLimit(.minutes(1)))
struct DeskTests {
    private let rcS380 = "1-1.2 5 054c 06c1 - rc-s380"
    private let next = ["tachiaid", "hardware", "--next", "--json", "--with-number"]

    /// The line of JSON that a desk's reader gives for a card.
    private func reading(of card: String, _ words: [String] = []) async throws -> String {
        let usb = try EmulatedUSB([rcS380], running: next + words)
        usb.send("card 1-1.2 \(card)")
        let line = await usb.line("{")
        usb.send("end")
        await usb.line("usb ended 0")
        return try #require(line)
    }

    @Test func `the next badge is one line, with its number for another program`() async throws {
        let line = try await reading(of: "felica 012e3d4c5b6a7988 fe00")
        #expect(
            line.contains(
                #""number":"012E3D4C5B6A7988","permanence":"lasting","reader":"1-1.2","#
                    + #""systemCode":"FE00","technology":"felica"}"#
            ),
            "\(line)"
        )
        #expect(line.contains(#""assurance":"identifier""#))
    }

    @Test func `a desk looks for the building's own cards, and for what it is told`() async throws {
        let own = try await reading(of: "felica 012e3d4c5b6a7988 88b4")
        #expect(own.contains(#""systemCode":"88B4""#))
        let told = try await reading(
            of: "felica 012e3d4c5b6a7988 8b5d",
            ["--system-code", "8B5D"]
        )
        #expect(told.contains(#""systemCode":"8B5D""#))
    }

    @Test func `a number that changes, or that a telephone plays, is marked so`() async throws {
        let random = try await reading(of: "type-a 08a1b2c3 -")
        #expect(random.contains(#""permanence":"random""#))
        let played = try await reading(of: "felica 02fe000000000001 fe00")
        #expect(played.contains(#""permanence":"emulated""#))
    }

    @Test func `without a reader, and without a badge, nothing is shown and the exit says so`()
        async throws
    {
        let none = try EmulatedUSB([], running: next)
        none.send("end")
        await none.line("usb ended 1")
        let silent = try EmulatedUSB([rcS380], running: next + ["--within", "2"])
        silent.send("end")
        await silent.line("usb ended 1")
    }

    @Test(arguments: [true, false])
    func `a copy of a card is found out where the board's card keys may be read`(hasKeys: Bool)
        async throws
    {
        let board = try BoardFolder(
            """
            readers:
              - {id: in, family: rc-s380, port: "1-1.2"}
            """
        )
        if hasKeys {
            try board.keep(Data("1 00112233445566778899aabbccddeeff\n".utf8), as: "card.key")
        }
        let words = ["tachiaid", "hardware", board.file, "--next", "--json"]
        let usb = try EmulatedUSB([rcS380], running: words)
        usb.send("card 1-1.2 lite-s 012e3d4c5b6a7988 88b4")
        let line = try #require(await usb.line("{"))
        usb.send("end")
        await usb.line("usb ended 0")
        #expect(line.contains(#""permanence":"\#(hasKeys ? "disproved" : "lasting")""#), "\(line)")
        #expect(!line.contains("012E3D4C5B6A7988"))
    }
}
