// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import USBReaders

struct OSDPFrameTests {
    @Test(arguments: [
        ("53 7F 0D 00 04 6E 00 80 25 00 00", "6E 38"), ("53 00 08 00 04 60", "EB AA"),
    ])
    func `a frame ends with the check that the norm's examples have`(
        frame: String,
        check: String
    ) throws {
        let bytes = try LineTranscript.bytes(frame.split(separator: " ").map(String.init))
        let crc = try LineTranscript.bytes(check.split(separator: " ").map(String.init))
        #expect(OSDPFrame.closed(bytes) == bytes + crc)
        #expect(OSDPFrame(bytes + crc) != nil)
    }

    @Test func `what is written is read again`() throws {
        let command = OSDPCommand(code: 0x69, payload: Array(1...14))
        for sequence in UInt8(0)...3 {
            let block = OSDPFrame.SecurityBlock(type: 0x11, values: [1])
            let bytes = OSDPFrame.opened(command, to: 5, sequence: sequence, security: block)
            let frame = try #require(OSDPFrame(OSDPFrame.closed(bytes)))
            #expect(frame.address == 5 && !frame.isReply && frame.sequence == sequence)
            #expect(frame.code == 0x69 && frame.payload == command.payload)
            #expect(frame.security == block && frame.mac == [])
        }
    }

    @Test func `a frame with any one bit turned is no frame, or not the same one`() throws {
        let bytes = OSDPFrame.closed(OSDPFrame.opened(.poll, to: 5, sequence: 2))
        for bit in 0..<(8 * bytes.count) {
            var wrong = bytes
            wrong[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(OSDPFrame(wrong) == nil, "bit \(bit)")
        }
    }

    @Test(arguments: [UInt64](1...20))
    func `L14 a frame is found in any noise, and what is kept stays small`(seed: UInt64) throws {
        var random = SeededBytes(seed: seed)
        var scanner = OSDPScanner()
        for _ in 0..<500 {
            let count = Int(random.number() % 40)
            // Noise that begins many frames, of every length.
            let noise = random.bytes(count: count).map { $0 % 5 == 0 ? OSDPFrame.start : $0 }
            _ = scanner.take(noise)
            #expect((scanner.missing ?? 0) <= OSDPFrame.lengths.upperBound)
        }
        scanner.forget()
        let frame = OSDPFrame.closed(OSDPFrame.opened(.poll, to: 5, sequence: 2))
        let noise = random.bytes(count: 30).map { $0 == OSDPFrame.start ? 0 : $0 }
        #expect(scanner.take(noise + frame + frame).count == 2, "seed \(seed)")
    }

    @Test func `a frame that comes byte by byte is whole with its last`() {
        var scanner = OSDPScanner()
        let frame = OSDPFrame.closed(OSDPFrame.opened(.poll, to: 5, sequence: 2))
        for byte in frame.dropLast() { #expect(scanner.take([byte]).isEmpty) }
        #expect(scanner.missing == 1)
        #expect(scanner.take([frame[frame.count - 1]]).count == 1)
        #expect(scanner.missing == nil)
    }

    @Test func `a beginning that was noise hides no frame inside it`() {
        var scanner = OSDPScanner()
        let frame = OSDPFrame.closed(OSDPFrame.opened(.poll, to: 5, sequence: 2))
        // It claims 16 bytes, and the real frame lies within them.
        let noise: [UInt8] = [0x53, 0x80, 16, 0, 0x04]
        let frames = scanner.take(noise + frame + frame)
        #expect(frames.count == 2)
    }
}
