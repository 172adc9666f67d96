// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// Whole sessions, computed by somebody else, are in the transcripts; here stands each step.
struct SecureChannelTests {
    private let challenge: [UInt8] = [0xB0, 0xC1, 0xD2, 0xE3, 0xF4, 0x05, 0x16, 0x27]

    // FIPS 197, appendix C.1.
    @Test func `a block is encrypted as the standard's example is`() throws {
        let cipher = BlockCipher(Array(0...15))
        let plain = (0..<16).map { UInt8($0 * 0x11) }
        #expect(hex(cipher.encrypted(plain)) == "69c4e0d86a7b0430d8cdb78070b4c55a")
    }

    // SP 800-38A, F.2.1.
    @Test func `blocks are chained as the standard's example is, and back`() throws {
        let cipher = BlockCipher(try LineTranscript.bytes(["2b7e151628aed2a6abf7158809cf4f3c"]))
        let vector = (0..<16).map { UInt8($0) }
        let plain = try LineTranscript.bytes([
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
        ])
        let sealed = cipher.chained(plain, from: vector)
        #expect(
            hex(sealed) == "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
        )
        #expect(cipher.unchained(sealed, from: vector) == plain)
    }

    @Test(arguments: 0...40)
    func `what is filled up is emptied again`(count: Int) {
        let bytes = [UInt8](repeating: 0x80, count: count)
        let padded = BlockCipher.padded(bytes)
        #expect(padded.count % 16 == 0 && padded.count > count)
        #expect(BlockCipher.unpadded(padded) == bytes)
    }

    @Test func `what was never filled up is not taken`() {
        #expect(BlockCipher.unpadded([UInt8](repeating: 0, count: 16)) == nil)
        #expect(BlockCipher.unpadded([UInt8](repeating: 7, count: 16)) == nil)
        let zeros = [UInt8](repeating: 0, count: 16)
        #expect(BlockCipher.unpadded([0x80] + zeros.dropLast() + zeros) == nil)
    }

    @Test func `secrets are equal only where every byte is`() {
        #expect(areEqualInConstantTime([1, 2, 3], [1, 2, 3]))
        #expect(!areEqualInConstantTime([1, 2, 3], [1, 2, 4]))
        #expect(!areEqualInConstantTime([1, 2, 3], [1, 2]))
        #expect(areEqualInConstantTime([], []))
    }

    @Test func `the key that everybody has is nobody's own`() {
        #expect(ReaderKey(own: Array(0x30...0x3F)) == nil)
        #expect(ReaderKey(own: Array(0x30...0x3E)) == nil)
        #expect(ReaderKey(own: Array(0x31...0x40)) != nil)
    }

    @Test func `L10 a key is masked wherever it is printed`() throws {
        let key = try #require(ReaderKey(own: Array(0x41...0x50)))
        var dumped = ""
        dump(LineMove.keep(key, "in"), to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\(KnownKeys(own: key))"] {
            #expect(!text.contains("65") && !text.contains("66, 67"))
        }
    }

    @Test func `a reply is opened once, in its turn, and not with any bit turned`() throws {
        var (board, peripheral) = try pair()
        var sequence: UInt8 = 1
        for text in ["", "a badge of some length that fills more than one block"] {
            let command = board.sealed(.poll, to: 0, sequence: sequence)
            #expect(peripheral.take(try #require(OSDPFrame(command))))
            let reply = peripheral.reply(0x50, Array(text.utf8), sequence: sequence)
            for bit in 0..<(8 * (reply.count - 2)) {
                var wrong = Array(reply.dropLast(2))
                wrong[bit / 8] ^= 1 << UInt8(bit % 8)
                // What is no frame any more is not even looked at.
                guard let frame = OSDPFrame(OSDPFrame.closed(wrong)) else { continue }
                var listener = board
                #expect(throws: SecureChannel.Flaw.self) { try listener.opened(frame) }
            }
            let frame = try #require(OSDPFrame(reply))
            #expect(try board.opened(frame) == Array(text.utf8))
            var late = board
            _ = late.sealed(.poll, to: 0, sequence: sequence)
            #expect(throws: SecureChannel.Flaw.mac) { try late.opened(frame) }
            sequence += 1
        }
    }

    @Test func `a proof under another key is none`() throws {
        let own = try #require(ReaderKey(own: [UInt8](repeating: 1, count: 16)))
        let other = try #require(ReaderKey(own: [UInt8](repeating: 2, count: 16)))
        let random = [UInt8](repeating: 9, count: 8)
        let theirs = SessionKeys(other, challenge: challenge).encryption
            .chained(challenge + random, from: [UInt8](repeating: 0, count: 16))
        #expect(SecureHandshake(own, challenge: challenge).proof(for: random, theirs) == nil)
        #expect(SecureHandshake(other, challenge: challenge).proof(for: random, theirs) != nil)
        #expect(SecureHandshake(other, challenge: challenge).proof(for: [], theirs) == nil)
    }

    private func pair() throws -> (SecureChannel, MirroredChannel) {
        let key = try #require(ReaderKey(own: [UInt8](repeating: 1, count: 16)))
        let keys = SessionKeys(key, challenge: challenge)
        let mac = [UInt8](repeating: 5, count: 16)
        return (SecureChannel(keys, initialMAC: mac), MirroredChannel(keys, initialMAC: mac))
    }
}

/// The peripheral's end of a channel.
struct MirroredChannel {
    private let keys: SessionKeys
    private var commandMAC: [UInt8]
    private(set) var replyMAC: [UInt8]

    init(_ keys: SessionKeys, initialMAC: [UInt8]) {
        self.keys = keys
        commandMAC = initialMAC
        replyMAC = initialMAC
    }

    /// Takes a command; whether it is genuine.
    mutating func take(_ frame: OSDPFrame) -> Bool {
        commandMAC = mac(frame.covered, replyMAC)
        return Array(commandMAC.prefix(4)) == frame.mac
    }

    /// The reply to it.
    mutating func reply(_ code: UInt8, _ payload: [UInt8], to address: UInt8 = 0, sequence: UInt8)
        -> [UInt8]
    {
        let sealed =
            payload.isEmpty
            ? []
            : keys.encryption.chained(BlockCipher.padded(payload), from: commandMAC.map(~))
        let bytes = OSDPFrame.opened(
            OSDPCommand(code: code, payload: sealed),
            to: address | 0x80,
            sequence: sequence,
            security: OSDPFrame.SecurityBlock(type: payload.isEmpty ? 0x16 : 0x18)
        )
        replyMAC = mac(bytes, commandMAC)
        return OSDPFrame.closed(bytes + replyMAC.prefix(4))
    }

    private func mac(_ bytes: [UInt8], _ vector: [UInt8]) -> [UInt8] {
        let padded = BlockCipher.padded(bytes)
        let body = keys.mac.chained(Array(padded.dropLast(16)), from: vector)
        let last = body.isEmpty ? vector : Array(body.suffix(16))
        return keys.lastMAC.chained(Array(padded.suffix(16)), from: last)
    }
}
