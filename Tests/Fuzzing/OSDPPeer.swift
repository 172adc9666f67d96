// SPDX-License-Identifier: Apache-2.0

@testable import USBReaders

/// A peripheral that knows the key: without one, no fuzzer gets past the first MAC.
struct OSDPPeer {
    let key: ReaderKey
    let address: UInt8
    private var session: SessionKeys?
    private var challenge: [UInt8] = []
    private var commandMAC = [UInt8](repeating: 0, count: 16)
    private var replyMAC = [UInt8](repeating: 0, count: 16)

    init(_ key: ReaderKey, address: UInt8) {
        self.key = key
        self.address = address
    }

    /// The frame with which it answers a command, as a fuzzer draws what it has to say.
    mutating func answer(to message: [UInt8], code: UInt8, text: [UInt8]) -> [UInt8]? {
        guard let start = message.firstIndex(of: OSDPFrame.start),
            let command = OSDPFrame(Array(message[start...]))
        else { return nil }
        switch (command.code, command.security?.type) {
        case (0x61, nil): return frame(command, 0x45, Array(1...12))
        case (0x62, nil): return frame(command, 0x46, [9, 1, 1, 4, 1, 1, 5, 1, 1, 10, 128, 0])
        case (0x76, 0x11): return proof(command)
        case (0x77, 0x13): return initialMAC(command)
        case (_, 0x15), (_, 0x17): return sealed(command, code, text)
        default: return frame(command, code, text)
        }
    }

    private mutating func proof(_ command: OSDPFrame) -> [UInt8]? {
        guard command.payload.count == 8 else { return nil }
        challenge = command.payload
        let session = SessionKeys(key, challenge: challenge)
        self.session = session
        let random = [UInt8](repeating: 7, count: 8)
        let zeros = [UInt8](repeating: 0, count: 16)
        let cryptogram = session.encryption.chained(challenge + random, from: zeros)
        let text = [UInt8](repeating: 1, count: 8) + random + cryptogram
        return frame(command, 0x76, text, [0x03, 0x12, 0x01])
    }

    private mutating func initialMAC(_ command: OSDPFrame) -> [UInt8]? {
        guard let session, command.payload.count == 16 else { return nil }
        replyMAC = session.lastMAC.encrypted(session.mac.encrypted(command.payload))
        commandMAC = replyMAC
        return frame(command, 0x78, replyMAC, [0x03, 0x14, 0x01])
    }

    private mutating func sealed(_ command: OSDPFrame, _ code: UInt8, _ text: [UInt8]) -> [UInt8]? {
        guard let session else { return nil }
        let heard = mac(of: command.covered, from: replyMAC, session)
        // The same command said again hangs on the same MAC as before.
        guard Array(heard.prefix(4)) == command.mac else { return nil }
        commandMAC = heard
        var payload = text
        if !text.isEmpty {
            payload = session.encryption.chained(BlockCipher.padded(text), from: commandMAC.map(~))
        }
        let block: [UInt8] = [0x02, text.isEmpty ? 0x16 : 0x18]
        let bytes = opened(command, code, payload, block, further: 4)
        replyMAC = mac(of: bytes, from: commandMAC, session)
        return OSDPFrame.closed(bytes + replyMAC.prefix(4))
    }

    private func mac(of bytes: [UInt8], from vector: [UInt8], _ session: SessionKeys) -> [UInt8] {
        let padded = BlockCipher.padded(bytes)
        let body = session.mac.chained(Array(padded.dropLast(16)), from: vector)
        let last = body.isEmpty ? vector : Array(body.suffix(16))
        return session.lastMAC.chained(Array(padded.suffix(16)), from: last)
    }

    private func frame(
        _ command: OSDPFrame,
        _ code: UInt8,
        _ text: [UInt8],
        _ block: [UInt8] = []
    ) -> [UInt8] {
        OSDPFrame.closed(opened(command, code, text, block))
    }

    private func opened(
        _ command: OSDPFrame,
        _ code: UInt8,
        _ text: [UInt8],
        _ block: [UInt8],
        further: Int = 0
    ) -> [UInt8] {
        let length = 5 + block.count + 1 + text.count + further + 2
        let control = command.sequence | 0x04 | (block.isEmpty ? 0 : 0x08)
        let head = [
            OSDPFrame.start, address | 0x80, UInt8(length & 0xFF), UInt8(length >> 8 & 0xFF),
            control,
        ]
        return head + block + [code] + text
    }
}
