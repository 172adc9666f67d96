// SPDX-License-Identifier: Apache-2.0

/// One frame of OSDP (IEC 60839-11-5), without the marking byte that may stand before it.
///
/// `53 address length control [security block] code payload [MAC] check`; the length counts all of
/// it. What the payload means, and whether it is encrypted, the security block says.
struct OSDPFrame: Equatable {
    /// Which peripheral is spoken to, or speaks: 0–126, or 127 for whoever is there.
    let address: UInt8
    /// Whether a peripheral speaks.
    let isReply: Bool
    /// 0 begins anew, then 1, 2, 3, 1 …; a reply repeats its command's.
    let sequence: UInt8
    /// The security block; `nil` in a frame that is in the clear.
    let security: SecurityBlock?
    /// Which command or reply it is.
    let code: UInt8
    /// What comes with it, as it lies on the line.
    let payload: [UInt8]
    /// The four bytes of the MAC that are sent; none where the security block asks for none.
    let mac: [UInt8]
    /// All that the MAC covers: from the first byte to the payload's last.
    let covered: [UInt8]

    /// What a frame is secured by.
    struct SecurityBlock: Equatable {
        let type: UInt8
        var values: [UInt8] = []

        /// Whether the frame ends with a MAC.
        var hasMAC: Bool { (0x15...0x18).contains(type) }
        /// Whether the payload is encrypted.
        var isEncrypted: Bool { type == 0x17 || type == 0x18 }
        fileprivate var bytes: [UInt8] { [UInt8(values.count + 2), type] + values }
    }

    /// The byte with which every frame begins.
    static let start: UInt8 = 0x53
    /// The byte that may stand before it, to wake the line.
    static let mark: UInt8 = 0xFF
    /// The lengths that are taken (L14); no reply that we ask for comes near the upper one.
    static let lengths = 7...512
    /// The header: what must be there before the length is known.
    static let header = 5

    /// Reads a frame of exactly so many bytes; `nil` where its length, check or blocks do not agree.
    init?(_ bytes: [UInt8]) {
        guard Self.lengths.contains(bytes.count), bytes[0] == Self.start,
            Self.length(bytes[2], bytes[3]) == bytes.count
        else { return nil }
        let control = bytes[4]
        let checkLength = control & 0x04 == 0 ? 1 : 2
        var end = bytes.count - checkLength
        guard Array(bytes[end...]) == Self.check(bytes[..<end], isCRC: checkLength == 2) else {
            return nil
        }
        var next = Self.header
        var security: SecurityBlock?
        if control & 0x08 != 0 {
            let length = Int(bytes[next])
            guard length >= 2, next + length < end else { return nil }
            let values = Array(bytes[(next + 2)..<(next + length)])
            security = SecurityBlock(type: bytes[next + 1], values: values)
            next += length
        }
        if security?.hasMAC ?? false { end -= 4 }
        guard next < end else { return nil }
        address = bytes[1] & 0x7F
        isReply = bytes[1] & 0x80 != 0
        sequence = control & 0x03
        self.security = security
        code = bytes[next]
        payload = Array(bytes[(next + 1)..<end])
        covered = Array(bytes[..<end])
        mac = Array(bytes[end..<(bytes.count - checkLength)])
    }

    /// The length that two bytes of a header tell.
    static func length(_ low: UInt8, _ high: UInt8) -> Int { Int(low) | Int(high) << 8 }

    /// A command's bytes, from the first to the payload's last; the length counts a MAC and the CRC.
    static func opened(
        _ command: OSDPCommand,
        to address: UInt8,
        sequence: UInt8,
        security: SecurityBlock? = nil
    ) -> [UInt8] {
        let block = security?.bytes ?? []
        let mac = security?.hasMAC ?? false ? 4 : 0
        let length = header + block.count + 1 + command.payload.count + mac + 2
        let control = sequence | 0x04 | (security == nil ? 0 : 0x08)
        return [start, address, UInt8(length & 0xFF), UInt8(length >> 8), control]
            + block + [command.code] + command.payload
    }

    /// The same with its CRC, as it goes over the line.
    static func closed(_ bytes: [UInt8]) -> [UInt8] { bytes + check(bytes[...], isCRC: true) }

    private static func check(_ bytes: ArraySlice<UInt8>, isCRC: Bool) -> [UInt8] {
        guard isCRC else { return [0 &- bytes.reduce(0, &+)] }
        let crc = crc(bytes)
        return [UInt8(crc & 0xFF), UInt8(crc >> 8)]
    }

    /// CRC-16, polynomial 1021, beginning with 1D0F.
    private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt16 {
        bytes.reduce(0x1D0F) { crc, byte in
            (0..<8).reduce(crc ^ UInt16(byte) << 8) { crc, _ in
                crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021
            }
        }
    }
}
