// SPDX-License-Identifier: Apache-2.0

/// What a reader makes up as the answer to reset of a card without contacts (PC/SC part 3).
enum AnswerToReset: Equatable {
    /// FeliCa.
    case feliCa
    /// ISO/IEC 14443 type A.
    case typeA
    /// ISO/IEC 14443 type B.
    case typeB
    /// A card that speaks commands: by its length alone, it may be of either type.
    case either
    /// Of type A in all likelihood.
    case speaking
    /// Something else; the text says what.
    case other(String)

    /// The bytes of the longest answer to reset.
    static let longest = 33

    /// Reads an answer to reset, and checks its sum.
    init(_ bytes: [UInt8]) throws(CCIDFlaw) {
        guard (2...Self.longest).contains(bytes.count) else {
            throw CCIDFlaw("to reset that is too short or too long")
        }
        guard bytes[0] == 0x3B else {
            self = .other("a card with contacts")
            return
        }
        guard bytes.count > 4, bytes[1] & 0xF0 == 0x80, bytes[2] == 0x80, bytes[3] == 0x01 else {
            self = .other("a card with contacts")
            return
        }
        guard bytes.count == 5 + Int(bytes[1] & 0x0F) else {
            throw CCIDFlaw("to reset that is shorter or longer than it says")
        }
        guard bytes.dropFirst().reduce(0, ^) == 0 else {
            throw CCIDFlaw("to reset with a wrong sum")
        }
        self = Self.card(Array(bytes.dropFirst(4).dropLast()))
    }

    private static func card(_ history: [UInt8]) -> AnswerToReset {
        let pcsc: [UInt8] = [0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06]
        guard history.count == 15, history.starts(with: pcsc) else {
            // Of type B, the historical bytes are always 8; of type A they may be.
            return history.count == 8 ? .either : .speaking
        }
        switch (history[8], history[9], history[10]) {
        case (0x11, _, _), (_, 0xF0, 0x11), (_, 0xF0, 0x12), (_, 0x00, 0x3B): return .feliCa
        case (0x01...0x03, _, _): return .typeA
        case (0x05...0x07, _, _): return .typeB
        default: return .other("a card of a technology that is no badge's")
        }
    }
}
