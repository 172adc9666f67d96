// SPDX-License-Identifier: Apache-2.0
public import Access

/// What the board file says of one reader or keypad: name, family, place, and what it sends.
public struct ReaderSpecification: Sendable, Hashable {
    /// The name by which its reads are known.
    public let id: ReaderID
    /// Which protocol it speaks.
    public let family: ReaderFamily
    /// Where it is plugged in, or what it is.
    public let place: USBPlace
    /// Whether it reads badges or keys.
    public let role: Role

    /// What a device is there for.
    public enum Role: Sendable, Hashable {
        /// It types badge numbers, which have this form and end so.
        case badges(NumberForm, end: LineEnd)
        /// It is a keypad: every key counts by itself.
        case keys
        /// It polls its field for cards.
        case cards(CardPolling)
    }

    /// Describes a reader or keypad; its family must be one for its role.
    public init(id: ReaderID, family: ReaderFamily, place: USBPlace, role: Role) {
        precondition(family.takes(role), "no \(family.rawValue) device serves as \(role)")
        self.id = id
        self.family = family
        self.place = place
        self.role = role
    }
}

extension ReaderSpecification {
    /// Whether FeliCa cards can be found here, and so be proved and written.
    var pollsForFeliCa: Bool {
        if case .cards(let polling) = role { !polling.systemCodes.isEmpty } else { false }
    }
}
