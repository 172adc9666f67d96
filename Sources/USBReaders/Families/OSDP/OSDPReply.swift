// SPDX-License-Identifier: Apache-2.0

/// What a peripheral says, once its frame has been opened.
enum OSDPReply: Equatable {
    case acknowledged
    /// It does not do what it was told; the number says why.
    case refused(UInt8)
    case identity(Identity)
    case capabilities([Capability])
    case localStatus(isTampered: Bool, hasPowerFault: Bool)
    /// A badge, as bits.
    case card(OSDPCard)
    /// A badge as characters, or anything else that a reader says of a card.
    case otherCard
    /// Keys, in order, as it codes them.
    case keys([UInt8])
    case clientCryptogram(random: [UInt8], cryptogram: [UInt8])
    case initialMAC([UInt8])
    /// Ask again.
    case busy
    /// Nothing that we ask for.
    case other

    /// What a peripheral says it is; nothing proves it.
    struct Identity: Equatable, CustomStringConvertible {
        let vendor: [UInt8]
        let product: UInt8
        let version: UInt8
        let serial: UInt32
        let firmware: [UInt8]

        /// Its maker, model and serial number.
        var model: String {
            let maker = vendor.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            return "vendor \(maker.joined()), model \(product).\(version), serial \(serial)"
        }

        /// Its firmware's number.
        var firmwareText: String { firmware.map(String.init).joined(separator: ".") }

        var description: String { "\(model), firmware \(firmwareText)" }
    }

    /// One thing that a peripheral can do.
    struct Capability: Equatable {
        let function: UInt8
        let compliance: UInt8
        let count: UInt8

        /// The functions that matter here.
        static let lamps: UInt8 = 4
        static let buzzer: UInt8 = 5
        static let security: UInt8 = 9
    }

    /// The codes of what a card or a key brings: never believed in the clear.
    static let events: ClosedRange<UInt8> = 0x50...0x53

    /// Reads a reply; `nil` where what comes with it does not fit its code.
    init?(_ code: UInt8, _ payload: [UInt8]) {
        switch code {
        case 0x40: self = .acknowledged
        case 0x41:
            guard let reason = payload.first else { return nil }
            self = .refused(reason)
        case 0x45:
            guard payload.count == 12 else { return nil }
            self = .identity(Self.identity(payload))
        case 0x46:
            guard payload.count % 3 == 0 else { return nil }
            self = .capabilities(
                stride(from: 0, to: payload.count, by: 3).map {
                    Capability(
                        function: payload[$0],
                        compliance: payload[$0 + 1],
                        count: payload[$0 + 2]
                    )
                }
            )
        case 0x48:
            guard payload.count == 2 else { return nil }
            self = .localStatus(isTampered: payload[0] != 0, hasPowerFault: payload[1] != 0)
        case 0x50:
            guard let card = OSDPCard(payload) else { return nil }
            self = .card(card)
        case 0x51, 0x52: self = .otherCard
        case 0x53:
            guard payload.count >= 2, Int(payload[1]) == payload.count - 2 else { return nil }
            self = .keys(Array(payload[2...]))
        case 0x76:
            guard payload.count == 32 else { return nil }
            self = .clientCryptogram(
                random: Array(payload[8..<16]),
                cryptogram: Array(payload[16...])
            )
        case 0x78:
            guard payload.count == 16 else { return nil }
            self = .initialMAC(payload)
        case 0x79: self = .busy
        default: self = .other
        }
    }

    private static func identity(_ bytes: [UInt8]) -> Identity {
        Identity(
            vendor: Array(bytes[0..<3]),
            product: bytes[3],
            version: bytes[4],
            serial: bytes[5..<9].reversed().reduce(0) { $0 << 8 | UInt32($1) },
            firmware: Array(bytes[9...])
        )
    }
}
