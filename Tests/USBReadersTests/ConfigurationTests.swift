// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

struct ConfigurationTests {
    @Test(arguments: ["1-1", "1-1.2", "2-1.2.3.4.5.6.7", "12-10.11"])
    func `a port is read as the kernel writes it`(_ written: String) throws {
        let path = try #require(PortPath(written))
        #expect(path.description == written)
    }

    @Test(arguments: [
        "", "1", "1-", "-1", "usb1", "1-0", "0-1", "1-1.", "1-.1", "1-00", "1-256", "1-+1", "1-1-1",
        "1-1.2.3.4.5.6.7.8", "1-1:1.0", " 1-1",
    ])
    func `anything else is no port`(_ written: String) {
        #expect(PortPath(written) == nil)
    }

    @Test func `a form has a width that its numbers can have`() {
        #expect(NumberForm(.hex, width: 0) == nil)
        #expect(NumberForm(.hex, width: 64) != nil)
        #expect(NumberForm(.hex, width: 65) == nil)
        #expect(NumberForm(.hex, width: 7, byteOrder: .reversed) == nil)
        #expect(NumberForm(.decimal, width: 21, byteOrder: .reversed) == nil)
        #expect(NumberForm(.decimal, width: 20, byteOrder: .reversed) != nil)
    }

    @Test(arguments: [
        ("hex", 4, NumberForm.ByteOrder.asSent, "0a12", "0A12"),
        ("hex", 4, .reversed, "0a12", "120A"),
        ("hex", 14, .reversed, "04a1b2c3d4e5f6", "F6E5D4C3B2A104"),
        ("decimal", 10, .asSent, "0012345678", "0012345678"),
        ("decimal", 10, .reversed, "0012345678", "1315027968"),
        ("decimal", 10, .reversed, "4294967295", "4294967295"),
        ("decimal", 5, .reversed, "00001", "00256"),
        ("decimal", 3, .reversed, "255", "255"),
        ("decimal", 20, .reversed, "00000000000000000001", "00072057594037927936"),
    ])
    func `a number is normalised as its form says`(
        radix: String,
        width: Int,
        order: NumberForm.ByteOrder,
        line: String,
        number: String
    ) throws {
        let radix = try #require(NumberForm.Radix(rawValue: radix))
        let form = try #require(NumberForm(radix, width: width, byteOrder: order))
        let read = try form.number(digits(line))
        #expect(read == BadgeNumber(number))
    }

    @Test(arguments: [
        ("hex", 4, NumberForm.ByteOrder.asSent, "a12", NumberForm.Flaw.short),
        ("hex", 4, .asSent, "00a12", .long),
        ("decimal", 4, .asSent, "001a", .letter),
        ("decimal", 10, .reversed, "4294967296", .large),
        ("decimal", 20, .reversed, "99999999999999999999", .large),
        ("decimal", 3, .reversed, "256", .large),
    ])
    func `a line of another form is no number`(
        radix: String,
        width: Int,
        order: NumberForm.ByteOrder,
        line: String,
        flaw: NumberForm.Flaw
    ) throws {
        let radix = try #require(NumberForm.Radix(rawValue: radix))
        let form = try #require(NumberForm(radix, width: width, byteOrder: order))
        #expect(throws: flaw) { try form.number(digits(line)) }
    }

    @Test func `L10 a read number is masked wherever it is printed`() throws {
        let form = try #require(NumberForm(.hex, width: 8))
        let number = try form.number(digits("0a12f00d"))
        let read = Read(
            reader: "in",
            content: .badge(BadgeReading(number)),
            instant: Instant(sinceBoot: .seconds(1))
        )
        var dumped = ""
        dump(read, to: &dumped)
        for text in ["\(read)", String(reflecting: read), dumped] {
            #expect(!text.contains("0A12F00D"))
        }
    }

    private func digits(_ line: String) -> [UInt8] {
        line.compactMap { $0.hexDigitValue.map(UInt8.init) }
    }
}
