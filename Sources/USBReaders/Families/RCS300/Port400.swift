// SPDX-License-Identifier: Apache-2.0

/// The Port-400's commands, and what its answers say (PC/SC part 3, supplement 2).
enum Port400 {
    static let endSession: [UInt8] = [0xFF, 0x50, 0x00, 0x00, 0x02, 0x82, 0x00, 0x00]
    static let startSession: [UInt8] = [0xFF, 0x50, 0x00, 0x00, 0x02, 0x81, 0x00, 0x00]
    static let fieldOff: [UInt8] = [0xFF, 0x50, 0x00, 0x00, 0x02, 0x83, 0x00, 0x00]
    static let fieldOn: [UInt8] = [0xFF, 0x50, 0x00, 0x00, 0x02, 0x84, 0x00, 0x00]
    /// Also what keeps the session alive.
    static let firmware: [UInt8] = [0xFF, 0x56, 0x00, 0x00, 0x00]
    /// The number of the card that the reader has selected.
    static let number: [UInt8] = [0xFF, 0xCA, 0x00, 0x00, 0x00]

    /// Switches to a technology and a layer of it.
    static func protocolSwitch(_ technology: UInt8, _ layer: UInt8) -> [UInt8] {
        [0xFF, 0x50, 0x00, 0x02, 0x04, 0x8F, 0x02, technology, layer, 0x00]
    }

    /// A frame for the field; with neither parity nor prologue, where said.
    static func exchange(_ frame: [UInt8], milliseconds: Int, isPlain: Bool) -> [UInt8] {
        let time = UInt32(clamping: milliseconds * 1000)
        let fields =
            (isPlain ? [0x90, 0x02, 0x00, 0x1C] : []) + [0x5F, 0x46, 0x04]
            + (0..<4).map { UInt8(truncatingIfNeeded: time >> (8 * $0)) }
            + [0x95, 0x82] + twoBytes(frame.count) + frame
        return [0xFF, 0x50, 0x00, 0x01, 0x00] + twoBytes(fields.count) + fields
            + [0x00, 0x00, 0x00]
    }

    private static func twoBytes(_ count: Int) -> [UInt8] {
        [UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
    }

    /// What an answer says in its fields.
    struct Reply: Equatable {
        /// The status word of the whole; `nil` where none is there.
        var status: UInt16?
        /// What the card sent.
        var frame: [UInt8]?
        /// How many bits of its last byte count.
        var lastBits: UInt8 = 8
        /// Whether it says something besides that nobody knows the meaning of.
        var isStrange = false
        /// What went wrong in the field: checksum, collision, parity, framing.
        var radio: UInt8 = 0
    }

    /// Reads the fields of an answer; `nil` where one does not fit.
    static func reply(_ content: [UInt8]) -> Reply? {
        var rest = content[...]
        var reply = Reply()
        while let tag = takeTag(&rest) {
            guard let count = takeLength(&rest), count <= rest.count else { return nil }
            let value = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            switch tag {
            case 0xC0:
                guard value.count == 3, reply.status == nil else { return nil }
                reply.status = UInt16(value[1]) << 8 | UInt16(value[2])
                // The first byte names the field that was refused; where all is well, there is none.
                if reply.status == 0x9000, value[0] != 0 { return nil }
            case 0x92:
                guard value.count == 1, value[0] <= 8 else { return nil }
                reply.lastBits = value[0] == 0 ? 8 : value[0]
            case 0x96:
                guard value.count == 2 else { return nil }
                reply.radio = value[0]
            case 0x97:
                guard reply.frame == nil else { return nil }
                reply.frame = value
            case 0x8F, 0x80, 0x5F51, 0xFF6D: continue
            default: reply.isStrange = true
            }
        }
        return rest.isEmpty ? reply : nil
    }

    private static func takeTag(_ bytes: inout ArraySlice<UInt8>) -> UInt16? {
        guard let first = bytes.popFirst() else { return nil }
        guard first & 0x1F == 0x1F else { return UInt16(first) }
        guard let second = bytes.popFirst() else { return 0 }
        return UInt16(first) << 8 | UInt16(second)
    }

    private static func takeLength(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.popFirst() else { return nil }
        guard first >= 0x80 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...4).contains(count), bytes.count >= count else { return nil }
        let length = bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
        bytes = bytes.dropFirst(count)
        return length
    }
}

/// Which type A card is there; the reader itself has gone through the anticollision.
struct SelectedCardStage: AirStage {
    let preparations: [[UInt8]]

    mutating func next(after answer: AirAnswer?) -> AirStep {
        switch answer {
        // An empty frame asks the reader for the number of the card that it has selected.
        case nil:
            return .exchange(
                AirExchange(preparations: preparations, frame: [], milliseconds: 30)
            )
        case .silence: return .nobody
        case .disturbance(let text): return .disturbed(text)
        case .frame(let uid):
            guard FoundCard.uidLengths.contains(uid.count) else {
                return .disturbed("a type A number has a wrong length")
            }
            return .found(.typeA(uid: uid))
        }
    }
}

extension CardPolling {
    /// The stages of one cycle, with what the Port-400 needs to be told before each.
    func port400Stages(withTypeB: Bool) -> [any AirStage] {
        var stages: [any AirStage] = systemCodes.enumerated().map { index, code in
            FeliCaStage(
                systemCode: code,
                preparations: index == 0 ? [Port400.protocolSwitch(0x03, 0x00)] : []
            )
        }
        if typeA {
            stages.append(
                SelectedCardStage(preparations: [Port400.protocolSwitch(0x00, 0x03)])
            )
        }
        if typeB, withTypeB {
            stages.append(
                TypeBStage(
                    preparations: [Port400.protocolSwitch(0x01, 0x03)],
                    milliseconds: 30
                )
            )
        }
        return stages
    }
}
