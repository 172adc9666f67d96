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
    /// Whether it gives only badges that have proved themselves.
    public let requiresProof: Bool

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
    public init(
        id: ReaderID,
        family: ReaderFamily,
        place: USBPlace,
        role: Role,
        requiresProof: Bool = false
    ) {
        precondition(family.takes(role), "no \(family.rawValue) device serves as \(role)")
        self.id = id
        self.family = family
        self.place = place
        self.role = role
        self.requiresProof = requiresProof
    }
}

extension ReaderSpecification {
    /// Whether FeliCa cards can be found here, and so be proved and written.
    var pollsForFeliCa: Bool {
        if case .cards(let polling) = role { !polling.systemCodes.isEmpty } else { false }
    }

    /// What of a device's sayings counts.
    ///
    /// At a reader that requires proof, a badge that gave none is not read, whichever way it was
    /// found; a card that failed is passed on, for the rule to refuse it by its number.
    func proved(_ content: Read.Content) -> Read.Content {
        guard requiresProof, case .badge(let reading) = content,
            reading.assurance < .authenticated, reading.permanence != .disproved
        else { return content }
        return .unreadable("a card that cannot prove itself, where the board file requires it")
    }
}
