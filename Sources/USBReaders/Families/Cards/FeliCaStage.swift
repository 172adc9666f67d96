// SPDX-License-Identifier: Apache-2.0

/// Looks for a FeliCa card of one system.
struct FeliCaStage: AirStage {
    let systemCode: UInt16
    var preparations: [[UInt8]] = []

    mutating func next(after answer: AirAnswer?) -> AirStep {
        switch answer {
        case nil:
            return .exchange(
                AirExchange(
                    preparations: preparations,
                    frame: FeliCaPolling.command(systemCode),
                    milliseconds: 10
                )
            )
        case .silence: return .nobody
        case .disturbance(let text): return .disturbed(text)
        case .frame(let bytes):
            do throws(CardFlaw) {
                return .found(.feliCa(try FeliCaPolling.card(in: bytes, polledFor: systemCode)))
            } catch {
                return .disturbed(error.text)
            }
        }
    }
}
