// SPDX-License-Identifier: Apache-2.0
import Testing

/// What readers of the CCID class have of their own, by the real libusb: a pipe that tells of cards,
/// or none, and lamps.
@Suite(.enabled(if: EmulatedUSB.isAvailable), .serialized, .timeLimit(.minutes(1)))
struct CCIDLibusbTests {
    private func plug(_ kind: String = "ccid", product: String = "223b") -> String {
        "1-1.4 5 072f \(product) - \(kind)"
    }

    private let serve = "in 1-1.4 ccid FE00"

    @Test func `a reader without an interrupt endpoint is polled`() async throws {
        let usb = try EmulatedUSB([plug("ccid-silent")], serving: [serve])
        await usb.line("usb 1-1.4 taken 0")
        await usb.line("in back")
        for number in 1...3 {
            usb.send("card 1-1.4 felica 01140a120000000\(number) fe00")
            await usb.line("in badge 01140A120000000\(number)")
        }
        usb.send("card 1-1.4 none - -")
        await usb.end()
    }

    @Test func `a FeliCa card is read through an ACR122U's chip`() async throws {
        let usb = try EmulatedUSB([plug(product: "2200")], serving: [serve])
        await usb.line("in back")
        usb.send("card 1-1.4 felica 01140a1200000001 fe00")
        await usb.line("in badge 01140A1200000001")
        await usb.end()
    }

    @Test func `no notice of a reader does harm, and each is answered by a look`() async throws {
        let usb = try EmulatedUSB([plug()], serving: [serve])
        await usb.line("in back")
        // Another slot's, an empty one, none at all, one of an unknown kind, a hardware error.
        for notice in ["5000", "5003", "50", "-", "ff03", "50ff", "51000001", "5100"] {
            usb.send("report 1-1.4 \(notice)")
        }
        usb.send("card 1-1.4 type-a 04a1b2c3d4e580 -")
        await usb.line("in badge 04A1B2C3D4E580")
        await usb.end()
        #expect(!usb.transcript.contains { $0.hasPrefix("in lost") })
    }

    @Test func `L14 a reader that floods its notices is served, and so is its neighbour`()
        async throws
    {
        let usb = try EmulatedUSB(
            [plug(), "1-1.3 6 ffff 0035 - keyboard"],
            serving: [serve, "good 1-1.3 hex 4 enter"]
        )
        await usb.line("in back")
        await usb.line("good back")
        for _ in 0..<300 { usb.send("report 1-1.4 5003") }
        usb.type("0a12\n", at: "1-1.3")
        await usb.line("good badge 0A12")
        usb.send("card 1-1.4 type-a 04a1b2c3d4e580 -")
        await usb.line("in badge 04A1B2C3D4E580")
        await usb.end()
    }

    @Test func `what the door shows, the lamps and the buzzer of each model show`() async throws {
        for (product, granted) in [
            ("223b", ["e00000290102", "e0000028010a"]), ("223f", ["e00000290101", "e0000028010a"]),
            ("2200", ["ff00400e0401000101"]),
        ] {
            let usb = try EmulatedUSB([plug(product: product)], serving: [serve])
            await usb.line("in back")
            usb.send("tell show granted in")
            for command in granted { await usb.line("usb 1-1.4 escape \(command)") }
            await usb.end()
        }
    }
}
