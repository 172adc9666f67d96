// SPDX-License-Identifier: Apache-2.0

/// The Port-100's commands, by their codes.
enum Port100 {
    /// InSetRF: technology and speed, for sending and for receiving.
    static func radio(_ settings: UInt8...) -> [UInt8] { [0x00] + settings }
    /// InSetProtocol: pairs of key and value.
    static func settings(_ pairs: UInt8...) -> [UInt8] { [0x02] + pairs }
    /// InSetProtocol: what every technology begins with.
    static let defaults: [UInt8] = [
        0x02, 0x00, 0x18, 0x01, 0x01, 0x02, 0x01, 0x03, 0x00, 0x04, 0x00, 0x05, 0x00, 0x06, 0x00,
        0x07, 0x08, 0x08, 0x00, 0x09, 0x00, 0x0A, 0x00, 0x0B, 0x00, 0x0C, 0x00, 0x0E, 0x04, 0x0F,
        0x00, 0x10, 0x00, 0x11, 0x00, 0x12, 0x00, 0x13, 0x06,
    ]
    /// InCommRF: a frame for the field, and how long to listen, in tenths of a millisecond.
    static func exchange(_ frame: [UInt8], milliseconds: Int) -> [UInt8] {
        let tenths = UInt16(clamping: (milliseconds + 1) * 10)
        return [0x04, UInt8(tenths & 0xFF), UInt8(tenths >> 8)] + frame
    }
    /// SwitchRF: the field goes off.
    static let fieldOff: [UInt8] = [0x06, 0x00]

    /// What InCommRF's answer says.
    static func answer(_ body: [UInt8]) -> AirAnswer? {
        guard body.count >= 4 else { return nil }
        let status = body[0..<4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard status == 0 else {
            return status == 0x80 ? .silence : .disturbance(meaning(of: status))
        }
        guard body.count >= 5 else { return nil }
        // How many bits of the last byte count; some tell of none where all do.
        guard [0, 8].contains(body[4]) else { return .disturbance("a card sent half a byte") }
        return .frame(Array(body.dropFirst(5)))
    }

    private static func meaning(of status: UInt32) -> String {
        let names: [(UInt32, String)] = [
            (0x0000_0001, "protocol error"), (0x0000_0002, "parity error"),
            (0x0000_0004, "checksum error"), (0x0000_0008, "collision of two cards"),
            (0x0000_0010, "overflow"), (0x0000_0040, "the reader is too hot"),
            (0x0000_0100, "encryption error"), (0x0000_0200, "another field is near"),
            (0x0000_0400, "the field is off"), (0x0000_0800, "sending took too long"),
            (0x8000_0000, "a card sent too much"),
        ]
        let known = names.filter { status & $0.0 != 0 }.map(\.1)
        return known.isEmpty ? "unknown radio status" : known.joined(separator: ", ")
    }
}

extension CardPolling {
    /// The stages of one cycle, with what the Port-100 needs to be told before each.
    var port100Stages: [any AirStage] {
        var stages: [any AirStage] = systemCodes.enumerated().map { index, code in
            let radio = [
                Port100.radio(0x01, 0x01, 0x0F, 0x01), Port100.defaults,
                Port100.settings(0x00, 0x18),
            ]
            return FeliCaStage(systemCode: code, preparations: index == 0 ? radio : [])
        }
        if typeA {
            stages.append(
                TypeAStage(preparations: [
                    Port100.radio(0x02, 0x03, 0x0F, 0x03), Port100.defaults,
                    Port100.settings(0x00, 0x06, 0x01, 0x00, 0x02, 0x00, 0x05, 0x01, 0x07, 0x07),
                ])
            )
        }
        if typeB {
            stages.append(
                TypeBStage(
                    preparations: [
                        Port100.radio(0x03, 0x07, 0x0F, 0x07), Port100.defaults,
                        Port100.settings(
                            0x0B,
                            0x01,
                            0x09,
                            0x01,
                            0x0C,
                            0x01,
                            0x0A,
                            0x01,
                            0x00,
                            0x14
                        ),
                    ],
                    milliseconds: 30
                )
            )
        }
        return stages
    }
}
