// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import USBReaders

/// Values computed by programs that were not written here: nfcpy 1.0.4 and PyCryptodome 3.
struct LiteSVectorTests {
    private let idm: [UInt8] = [0x01, 0x2E, 0x3D, 0x4C, 0x5B, 0x6A, 0x79, 0x88]
    private var id: [UInt8] { idm + [0x00, 0x00, 0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC] }
    private let challenge = [UInt8](0xA0..<0xB0)

    private func key() throws -> CardKey {
        let keys = try TestKeys.one()
        return try #require(keys.cardKey(version: 1, idm: idm, id: id))
    }

    @Test func `a card's key is the AES-CMAC of its identifiers under the master`() throws {
        #expect(hex(try key().bytes) == "c82a40c5ae6d25ef62126e4a50ca5a61")
        #expect(hex(try key().block) == "ef256daec5402ac8615aca504a6e1262")
        #expect(try TestKeys.one().cardKey(version: 2, idm: idm, id: id) == nil)
    }

    @Test func `the MAC of what is read, and of what is written, are as elsewhere`() throws {
        let session = try CardSession(try key(), challenge: challenge)
        let version: [UInt8] = [1] + [UInt8](repeating: 0, count: 15)
        #expect(hex(try session.mac(over: id + version)) == "9e5914c10bd522cd")
        let written = try session.mac(
            writing: [UInt8](0..<16),
            to: 0x86,
            after: [0x00, 0xFE, 0xFF]
        )
        #expect(hex(written) == "bdd0980a441d5efc")
    }

    @Test func `a comparison is of all bytes, and of the length`() {
        #expect(isSame([1, 2, 3], [1, 2, 3]))
        #expect(!isSame([1, 2, 3], [1, 2, 4]))
        #expect(!isSame([1, 2, 3], [1, 2]))
        #expect(isSame([], []))
    }

    @Test func `commands are those of the card's manual`() {
        #expect(
            hex(BlockCommand.reading([0x82, 0x81], from: idm))
                == "1206012e3d4c5b6a7988010b000280828081"
        )
        let writing = BlockCommand.writing([(0x80, [UInt8](0..<16))], to: idm)
        #expect(
            hex(writing)
                == "2008012e3d4c5b6a79880109000180"
                + "80000102030405060708090a0b0c0d0e0f"
        )
    }

    @Test func `L10 keys show themselves nowhere`() throws {
        let keys = try TestKeys.one()
        #expect("\(keys)" == "card keys [1]")
        #expect(String(reflecting: keys) == "card keys [1]")
        var dumped = ""
        dump(keys, to: &dumped)
        dump(try key(), to: &dumped)
        #expect(!dumped.contains("16") && !dumped.contains("200"))
        #expect("\(try key())" == "••••")
    }
}
