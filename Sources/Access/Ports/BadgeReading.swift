// SPDX-License-Identifier: Apache-2.0

/// What a reader read of a badge (証): its number, and what is known of the card that gave it.
///
/// Fixed-width and typed: 0A12 is not A102, and the number of a FeliCa card is no chip number.
public struct BadgeReading: Sendable, Hashable {
    /// The number, all its zeros included.
    public let number: BadgeNumber
    /// How the reader came by it.
    public let technology: BadgeTechnology
    /// What the reading proves.
    public let assurance: Assurance
    /// Whether the number is the card's own and lasts.
    public let permanence: Permanence

    /// Puts a reading together; a bare number is one that a reader typed.
    public init(
        _ number: BadgeNumber,
        technology: BadgeTechnology = .number,
        assurance: Assurance = .identifier,
        permanence: Permanence = .lasting
    ) {
        self.number = number
        self.technology = technology
        self.assurance = assurance
        self.permanence = permanence
    }

    /// Whether a card's number is its own and lasts; others are refused at the door and at enrolment.
    ///
    /// The raw values are stable.
    public enum Permanence: String, Sendable, CaseIterable {
        /// The number is the card's own.
        case lasting
        /// The card makes a new number each time (type A 08…, type B PUPI).
        case random
        /// A telephone or another device plays a card (IDm 01FE…, 02FE…).
        case emulated
        /// It was asked to prove itself by the key that its number must have, and failed.
        case disproved
    }
}

extension BadgeReading {
    /// What keeps it from being anybody's badge, at enrolment and at the door; `nil`: nothing.
    ///
    /// A number that is known not to last is none, whatever else is said of the reading.
    public var obstacle: Permanence? {
        guard permanence == .lasting else { return permanence }
        return switch technology {
        case .number: nil
        case .feliCa: number.isEmulatedIDm ? .emulated : nil
        case .typeA: number.isRandomUID ? .random : nil
        case .typeB: .random
        }
    }
}

extension BadgeNumber {
    /// Whether it is the IDm of a card that a telephone plays.
    var isEmulatedIDm: Bool { exposed.hasPrefix("01FE") || exposed.hasPrefix("02FE") }

    /// Whether it is a type A number that the card makes anew each time.
    var isRandomUID: Bool { exposed.utf8.count == 8 && exposed.hasPrefix("08") }
}

/// By which technology a reader came by a badge's number.
public enum BadgeTechnology: Sendable, Hashable {
    /// The reader gave a number and says nothing of the card: a keyboard wedge, an OSDP reader.
    case number
    /// FeliCa (ISO/IEC 18092): the IDm under this system code.
    case feliCa(systemCode: UInt16)
    /// ISO/IEC 14443 type A: the UID of 4, 7 or 10 bytes.
    case typeA
    /// ISO/IEC 14443 type B: the PUPI, which is no identifier.
    case typeB
}

/// What a reading proves of a badge, from least to most.
///
/// The raw values are stable.
public enum Assurance: String, Sendable, CaseIterable, Comparable {
    /// An identifier was read, which anybody can copy.
    case identifier
    /// The card proved that it knows a key of its own.
    case authenticated

    /// Orders from least to most.
    public static func < (left: Self, right: Self) -> Bool {
        left == .identifier && right == .authenticated
    }
}
