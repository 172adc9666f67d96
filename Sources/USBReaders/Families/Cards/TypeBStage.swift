// SPDX-License-Identifier: Apache-2.0

/// Looks for a type B card.
struct TypeBStage: AirStage {
    var preparations: [[UInt8]] = []
    let milliseconds: Int

    mutating func next(after answer: AirAnswer?) -> AirStep {
        switch answer {
        case nil:
            return .exchange(
                AirExchange(
                    preparations: preparations,
                    frame: [0x05, 0x00, 0x10],
                    milliseconds: milliseconds
                )
            )
        case .silence: return .nobody
        case .disturbance(let text): return .disturbed(text)
        case .frame(let bytes):
            // ATQB: 50, PUPI, application data, protocol information of 3 bytes, or of 4.
            guard (12...13).contains(bytes.count), bytes[0] == 0x50 else {
                return .disturbed("a type B answer has a wrong form")
            }
            return .found(.typeB(pupi: Array(bytes[1...4])))
        }
    }
}
