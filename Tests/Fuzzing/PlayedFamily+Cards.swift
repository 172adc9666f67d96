// SPDX-License-Identifier: Apache-2.0
import Access

@testable import USBReaders

extension PlayedFamily {
    static var rcS380: Self {
        get throws(Flaw) {
            try cards(
                "rc-s380",
                device(
                    0x054C,
                    0x06C3,
                    [
                        interface(
                            0,
                            class: 0xFF,
                            0,
                            0,
                            [endpoint(0x81, 2, 64), endpoint(0x02, 2, 64)]
                        )
                    ]
                ),
                RCS380Peer()
            )
        }
    }

    static var rcS300: Self {
        get throws(Flaw) {
            try cards(
                "rc-s300",
                device(
                    0x054C,
                    0x0DC9,
                    [
                        interface(
                            1,
                            class: 0xFF,
                            0,
                            0,
                            [endpoint(0x82, 2, 64), endpoint(0x02, 2, 64)]
                        )
                    ]
                ),
                CCIDPeer()
            )
        }
    }

    /// ACR122U, whose lamps are told by commands of its own.
    static var ccid: Self {
        get throws(Flaw) {
            let pipes = [endpoint(0x81, 3, 8), endpoint(0x82, 2, 64), endpoint(0x02, 2, 64)]
            let reader = interface(0, class: 0x0B, 0, 0, pipes, extra: classDescriptor)
            return try cards("ccid", device(0x072F, 0x2200, [reader]), CCIDPeer())
        }
    }

    /// One slot, short APDUs, messages of 271 bytes.
    private static let classDescriptor: [UInt8] =
        [0x36, 0x21, 0x10, 0x01, 0x00, 0x07, 0x03, 0, 0, 0, 0xA0, 0x0F, 0, 0, 0xA0, 0x0F, 0, 0, 0]
        + [0x80, 0x25, 0, 0, 0x80, 0x25, 0, 0, 0, 0xFE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        + [0xBA, 0x04, 0x02, 0, 0x0F, 0x01, 0, 0, 0, 0, 0, 0, 0, 1]

    /// A reader that polls for all there is, and whose FeliCa cards must prove themselves.
    private static func cards(
        _ family: String,
        _ device: USBDevice,
        _ peer: any FuzzedPeer
    ) throws(Flaw) -> Self {
        guard let family = ReaderFamily(rawValue: family),
            let polling = CardPolling(systemCodes: [CardPolling.commonArea, 0x88B4]),
            let keys = CardKeys([1: [UInt8](0x10..<0x20)])
        else { throw Flaw("no such family") }
        return Self(
            specification: try specification(family, .cards(polling)),
            device: device,
            peer: peer,
            authenticator: CardDesk(
                keys,
                firstKeys: { () throws(CardKeyFault) in keys },
                challenge: { [UInt8](repeating: 0x33, count: CardSession.challengeLength) }
            )
        )
    }
}
