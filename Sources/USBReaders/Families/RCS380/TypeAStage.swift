// SPDX-License-Identifier: Apache-2.0

/// Looks for a type A card, by anticollision through all cascade levels (ISO/IEC 14443-3).
struct TypeAStage: AirStage {
    private enum State {
        case beginning, requested, colliding, selecting(part: [UInt8])
    }

    let preparations: [[UInt8]]
    private var state = State.beginning
    private var level = 0
    private var uid: [UInt8] = []

    private static let levels: [UInt8] = [0x93, 0x95, 0x97]
    private static let cascadeTag: UInt8 = 0x88
    private static let milliseconds = 30

    init(preparations: [[UInt8]]) {
        self.preparations = preparations
    }

    mutating func next(after answer: AirAnswer?) -> AirStep {
        switch (state, answer) {
        case (.beginning, _):
            state = .requested
            return exchange([0x26], preparations)
        case (.requested, .silence), (.requested, nil): return .nobody
        case (_, .silence), (_, nil): return .disturbed("a type A card fell silent")
        case (_, .disturbance(let text)): return .disturbed(text)
        case (.requested, .frame(let bytes)):
            guard bytes.count == 2 else { return .disturbed("a type A answer has a wrong length") }
            return collide([Port100.settings(0x04, 0x01, 0x07, 0x08)])
        case (.colliding, .frame(let bytes)): return select(bytes)
        case (.selecting(let part), .frame(let bytes)): return selected(part, bytes)
        }
    }

    private mutating func collide(_ preparations: [[UInt8]]) -> AirStep {
        state = .colliding
        return exchange(
            [Self.levels[level], 0x20],
            preparations + [Port100.settings(0x01, 0x00, 0x02, 0x00)]
        )
    }

    private mutating func select(_ bytes: [UInt8]) -> AirStep {
        guard bytes.count == 5 else { return .disturbed("a type A answer has a wrong length") }
        guard bytes.reduce(0, ^) == 0 else {
            return .disturbed("a type A number does not match its check byte")
        }
        state = .selecting(part: Array(bytes.prefix(4)))
        return exchange(
            [Self.levels[level], 0x70] + bytes,
            [Port100.settings(0x01, 0x01, 0x02, 0x01)]
        )
    }

    private mutating func selected(_ part: [UInt8], _ bytes: [UInt8]) -> AirStep {
        guard bytes.count == 1 else { return .disturbed("a type A answer has a wrong length") }
        let goesOn = bytes[0] & 0x04 != 0
        let isLast = level == Self.levels.count - 1
        // Only in the last part may the tag be a number's own byte.
        guard isLast ? !goesOn : goesOn == (part[0] == Self.cascadeTag) else {
            return .disturbed("a type A number is said to be both whole and in part")
        }
        guard goesOn else { return .found(.typeA(uid: uid + part)) }
        uid += part.dropFirst()
        level += 1
        return collide([])
    }

    private func exchange(_ frame: [UInt8], _ preparations: [[UInt8]]) -> AirStep {
        .exchange(
            AirExchange(
                preparations: preparations,
                frame: frame,
                milliseconds: Self.milliseconds
            )
        )
    }
}
