// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// What differs from model to model, and what a descriptor must say.
struct CCIDTableTests {
    @Test(arguments: [
        (UInt16(0x2200), "FF00400E0401000101", "FF00400D0403000101", "FF00400F0400000000"),
        (0x221A, "E00000290102 E0000028010A", "E00000290101 E0000028011E", "E00000290103"),
        (0x223B, "E00000290102 E0000028010A", "E00000290101 E0000028011E", "E00000290103"),
        (0x223F, "E00000290101 E0000028010A", "E00000290102 E0000028011E", "E00000290103"),
        (0x2224, "E00000290102 E0000028010A", "E00000290101 E0000028011E", "E00000290103"),
    ])
    func `the lamps of each model are lit by its own bits`(
        product: UInt16,
        granted: String,
        denied: String,
        waiting: String
    ) throws {
        let model = try #require(
            ACSModel.model(of: CCIDBench.usb(vendor: 0x072F, product: product))
        )
        func text(_ indication: Indication) -> String {
            model.commands(showing: indication).map { $0.map(hex).joined() }.joined(separator: " ")
        }
        #expect(text(.granted) == granted)
        #expect(text(.denied) == denied)
        #expect(text(.waiting) == waiting)
        #expect(text(.key) == "")
        #expect(!text(.secured).isEmpty)
    }

    @Test func `what the door shows, the reader shows, and only the newest signs wait`() throws {
        var bench = try CCIDBench(SimulatedCCID(), product: 0x223B)
        bench.begin()
        let before = bench.device.shown.count
        bench.show(.granted)
        bench.show(.secured)
        #expect(
            bench.device.shown.dropFirst(before) == [
                [0xE0, 0, 0, 0x29, 1, 2], [0xE0, 0, 0, 0x28, 1, 10], [0xE0, 0, 0, 0x29, 1, 0],
            ]
        )
        var plain = try CCIDBench(SimulatedCCID(), product: 0x5790, vendor: 0x04E6)
        plain.begin()
        let messages = plain.device.messages.count
        plain.show(.granted)
        #expect(plain.device.messages.count == messages)
    }

    @Test func `an ACR122U that takes no Escape is told as if it were a card`() throws {
        var bench = try CCIDBench(SimulatedCCID(escapes: false))
        bench.begin()
        #expect(bench.moves.contains(.firmware("ACR122U214")))
        bench.show(.granted)
        #expect(bench.device.shown.last == [0xFF, 0, 0x40, 0x0E, 4, 1, 0, 1, 1])
    }

    @Test func `a later model's own signs are put out once, and its memory spared`() throws {
        var bench = try CCIDBench(SimulatedCCID(), product: 0x223B)
        bench.begin()
        #expect(
            bench.device.shown == [[0xE0, 0, 0, 0x21, 0], [0xE0, 0, 0, 0x21, 1, 0x00]]
        )
    }

    @Test func `a device is a reader by its class descriptor`() throws {
        let good = CCIDBench.descriptor
        let descriptor = try #require(CCIDDescriptor(good))
        #expect(descriptor.longest == 271)
        #expect(descriptor.choosesVoltage)
        #expect(CCIDDescriptor([0x02, 0x24] + good) == descriptor)
        #expect(CCIDDescriptor([]) == nil)
        #expect(CCIDDescriptor(Array(good.dropLast())) == nil)
        var characters = good
        characters[42] = 0
        #expect(CCIDDescriptor(characters) == nil)
        var small = good
        (small[44], small[45]) = (0x20, 0)
        #expect(CCIDDescriptor(small) == nil)
        let usb = CCIDBench.usb(vendor: 0x04E6, product: 0x5790, extra: [])
        #expect(ReaderFamily.ccid.seat(in: usb) == nil)
    }

    @Test(arguments: [UInt64](1...20))
    func `L14 no garbage is read as a descriptor, a notice or an answer to reset by accident`(
        seed: UInt64
    ) {
        var random = SeededBytes(seed: seed)
        for _ in 0..<2000 {
            let bytes = random.bytes(count: Int(random.number() % 64))
            if let descriptor = CCIDDescriptor(bytes) { #expect(descriptor.longest <= 1024) }
            _ = CCIDNotice(bytes, slots: 0...UInt8(random.number() % 16))
            _ = try? AnswerToReset(bytes)
            _ = FeliCaPassage.chip.outcome(of: bytes)
            _ = FeliCaPassage.plain.outcome(of: bytes)
        }
    }
}
