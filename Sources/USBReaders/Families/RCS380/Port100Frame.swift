// SPDX-License-Identifier: Apache-2.0

/// A frame of Sony's NFC Port-100, as it goes over the bulk endpoints.
enum Port100Frame: Equatable {
    /// A command was taken; from the host: whatever runs is to be broken off.
    case acknowledgement
    /// The device can't make anything of what it got.
    case error
    /// A command or an answer.
    case payload([UInt8])

    /// What is wrong with a frame.
    enum Flaw: String, Error {
        case short = "a frame is cut off"
        case long = "a frame is longer than it says"
        case start = "a frame begins wrongly"
        case lengthSum = "a frame's length does not match its checksum"
        case sum = "a frame's content does not match its checksum"
        case end = "a frame ends wrongly"
    }

    private static let start: [UInt8] = [0x00, 0x00, 0xFF]
    private static let acknowledgementBytes = start + [0x00, 0xFF, 0x00]
    private static let errorBytes = start + [0xFF, 0xFF]

    /// The longest frame that a device sends, in bytes.
    static let longest = 300

    /// The frame's bytes.
    var bytes: [UInt8] {
        switch self {
        case .acknowledgement: return Self.acknowledgementBytes
        case .error: return Self.errorBytes
        case .payload(let payload):
            let length = [UInt8(payload.count & 0xFF), UInt8(payload.count >> 8)]
            return Self.errorBytes + length + [Self.complement(length)] + payload
                + [Self.complement(payload), 0x00]
        }
    }

    /// Reads the first frame of a transfer.
    ///
    /// - Returns: the frame, and the bytes after it.
    static func first(in bytes: [UInt8]) throws(Flaw) -> (frame: Port100Frame, rest: [UInt8]) {
        guard bytes.count >= start.count + 2 else { throw .short }
        guard bytes.starts(with: start) else { throw .start }
        if bytes.starts(with: acknowledgementBytes) {
            return (.acknowledgement, Array(bytes.dropFirst(acknowledgementBytes.count)))
        }
        guard bytes.starts(with: errorBytes) else { throw .start }
        guard bytes.count > errorBytes.count else { return (.error, []) }
        guard bytes.count >= 10 else { throw .short }
        guard bytes[7] == complement(Array(bytes[5...6])) else { throw .lengthSum }
        let end = 8 + Int(bytes[5]) + Int(bytes[6]) << 8
        guard bytes.count >= end + 2 else { throw .short }
        guard bytes.count == end + 2 else { throw .long }
        let payload = Array(bytes[8..<end])
        guard bytes[end] == complement(payload) else { throw .sum }
        guard bytes[end + 1] == 0x00 else { throw .end }
        return (.payload(payload), [])
    }

    /// What makes a sum of bytes zero.
    private static func complement(_ bytes: [UInt8]) -> UInt8 {
        0 &- bytes.reduce(0, &+)
    }
}
