// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

struct OSDPCardTests {
    @Test(arguments: [
        ("raw", "hex", 16, 64, "012e3d4c5b6a7988", "012E3D4C5B6A7988"),
        ("raw", "hex", 7, 26, "050978c0", "01425E3"),
        ("raw", "hex", 1, 1, "80", "1"),
        ("raw", "hex", 4, 16, "0a12", "0A12"),
        ("raw", "decimal", 10, 32, "ffffffff", "4294967295"),
        ("raw", "decimal", 10, 32, "00000001", "0000000001"),
        ("raw", "decimal", 20, 64, "ffffffffffffffff", "18446744073709551615"),
        ("wiegand26", "hex", 6, 26, "85097800", "0A12F0"),
        ("wiegand26", "decimal", 8, 26, "85097800", "00660208"),
        ("wiegand34", "hex", 8, 34, "0000000040", "00000000"),
    ])
    func `bits become the number that the board file's form says`(
        format: String,
        radix: String,
        width: Int,
        count: Int,
        data: String,
        number: String
    ) throws {
        let payload = [0, 1, UInt8(count & 0xFF), UInt8(count >> 8)]
        let card = try #require(OSDPCard(payload + (try LineTranscript.bytes([data]))))
        let form = try form(format, radix, width)
        do throws(OSDPBadgeForm.Flaw) {
            #expect(try form.number(card).exposed == number)
        } catch {
            Issue.record("\(format) \(data): \(error.text)")
        }
    }

    @Test(arguments: [
        ("raw", "hex", 4, [Bool](repeating: true, count: 17), "longer"),
        ("raw", "hex", 4, [Bool](repeating: true, count: 12), "shorter"),
        ("raw", "decimal", 3, [Bool](repeating: true, count: 10), "longer"),
        ("wiegand26", "hex", 6, [Bool](repeating: true, count: 25), "not as many"),
        ("wiegand26", "hex", 6, [Bool](repeating: false, count: 26), "parity"),
        ("wiegand34", "hex", 8, [Bool](repeating: true, count: 26), "not as many"),
        ("wiegand34", "hex", 8, [Bool](repeating: false, count: 34), "parity"),
    ])
    func `bits of another form are no badge, and the flaw names no digit`(
        format: String,
        radix: String,
        width: Int,
        bits: [Bool],
        flaw: String
    ) throws {
        let form = try form(format, radix, width)
        do throws(OSDPBadgeForm.Flaw) {
            _ = try form.number(OSDPCard(bits: bits))
            Issue.record("taken")
        } catch {
            #expect(error.text.contains(flaw))
        }
    }

    @Test(arguments: [
        [], [0, 1], [0, 1, 0, 0, 1], [0, 1, 26, 0, 1, 2, 3], [0, 1, 26, 0, 1, 2, 3, 4, 5],
        [0, 1, 1, 1] + [UInt8](repeating: 0, count: 33), [0, 1, 255, 255, 1],
    ])
    func `L14 a count that its bytes do not bear out is no card`(payload: [UInt8]) {
        #expect(OSDPCard(payload) == nil)
    }

    @Test func `one bit of parity turned is seen, whichever bit it is`() throws {
        let form = try form("wiegand26", "hex", 6)
        let card = try #require(OSDPCard([0, 1, 26, 0, 0x85, 0x09, 0x78, 0x00]))
        for bit in 0..<26 {
            var bits = card.bits
            bits[bit].toggle()
            #expect(throws: OSDPBadgeForm.Flaw.self) { try form.number(OSDPCard(bits: bits)) }
        }
    }

    @Test func `keys are what they are on every keypad`() {
        #expect(Key(osdp: 0x30) == .digit(0) && Key(osdp: 0x39) == .digit(9))
        #expect(Key(osdp: 0x0D) == .enter && Key(osdp: 0x23) == .enter)
        #expect(Key(osdp: 0x7F) == .cancel && Key(osdp: 0x2A) == .cancel)
        #expect(Key(osdp: 0x41) == nil && Key(osdp: 0x00) == nil)
    }

    private func form(_ format: String, _ radix: String, _ width: Int) throws -> OSDPBadgeForm {
        let radix = try #require(NumberForm.Radix(rawValue: radix))
        return OSDPBadgeForm(
            try #require(OSDPBadgeForm.Format(rawValue: format)),
            try #require(NumberForm(radix, width: width))
        )
    }
}
