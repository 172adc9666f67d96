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
