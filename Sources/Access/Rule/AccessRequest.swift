// SPDX-License-Identifier: Apache-2.0

/// The number of a request; unique while the controller runs.
public struct RequestID: Sendable, Hashable {
    /// The number.
    public let number: UInt64

    /// Wraps a number.
    public init(_ number: UInt64) {
        self.number = number
    }
}

/// One badge or PIN at the entry side of a door, with all that the door knows about it.
public struct AccessRequest: Sendable, Hashable {
    /// The longest time between a read and its answer, and between the answer and the release (L3).
    public static let patience = Duration.seconds(3)

    /// The request's number.
    public let id: RequestID
    /// The door.
    public let door: Door
    /// What was done there.
    public let act: Act
    /// When the read was complete.
    public let readAt: Instant
    /// When it is judged.
    public let moment: Moment
    /// Where the entry procedure at the door stands.
    public let session: Session?
    /// Whether the door has a grant that is not used yet.
    public let hasOutstandingGrant: Bool
    /// Whether the lock does what it is told.
    public let isInService: Bool
    /// Whether the door's keypad, where it has one, is served.
    public let isKeypadServed: Bool

    /// What was done at a door.
    public enum Act: Sendable, Hashable {
        /// A badge was presented.
        case badge(BadgeReading)
        /// Digits were confirmed with `#` by the one whose PIN the session waits for.
        case confirm(Secret)
    }

    /// Puts a request together.
    public init(
        id: RequestID,
        door: Door,
        act: Act,
        readAt: Instant,
        moment: Moment,
        session: Session?,
        hasOutstandingGrant: Bool = false,
        isInService: Bool = true,
        isKeypadServed: Bool = true
    ) {
        self.id = id
        self.door = door
        self.act = act
        self.readAt = readAt
        self.moment = moment
        self.session = session
        self.hasOutstandingGrant = hasOutstandingGrant
        self.isInService = isInService
        self.isKeypadServed = isKeypadServed
    }

    /// Whether digits can be typed at the door, or were just now.
    var hasKeypad: Bool { door.keypad != nil && (isKeypadServed || isConfirmation) }

    /// Whether it is about digits.
    var isConfirmation: Bool { if case .confirm = act { true } else { false } }
}

/// Where the entry procedure at a door stands between two steps (DESIGN §6).
public struct Session: Sendable, Hashable {
    /// What is awaited.
    public var stage: Stage
    /// When the last step was made.
    public var lastStep: Instant

    /// What a session awaits.
    public enum Stage: Sendable, Hashable {
        /// The PIN of somebody who enters in their own right.
        case ownPIN(Member)
        /// More visitors, or the escort's badge.
        case party([Member])
        /// The escort's PIN, for exactly these visitors.
        case escortPIN(visitors: [Member], escort: Member)
    }

    /// Somebody in a session, and the badge presented.
    public struct Member: Sendable, Hashable {
        /// The person.
        public let person: PersonID
        /// The badge, which is looked up again at the confirmation (L7).
        public let badge: BadgeDigest

        /// Puts both together.
        public init(person: PersonID, badge: BadgeDigest) {
            self.person = person
            self.badge = badge
        }
    }

    /// Describes a session.
    public init(stage: Stage, lastStep: Instant) {
        self.stage = stage
        self.lastStep = lastStep
    }

    /// Whether a PIN is awaited.
    public var awaitsPIN: Bool {
        if case .party = stage { false } else { true }
    }

    /// Everybody in it.
    public var members: [Member] {
        switch stage {
        case .ownPIN(let member): [member]
        case .party(let visitors): visitors
        case .escortPIN(let visitors, let escort): visitors + [escort]
        }
    }

    /// The visitors in it.
    public var visitors: [Member] {
        switch stage {
        case .ownPIN: []
        case .party(let visitors), .escortPIN(let visitors, _): visitors
        }
    }

    /// The escort, once the badge was taken.
    public var escort: Member? {
        if case .escortPIN(_, let escort) = stage { escort } else { nil }
    }

    /// Whose PIN is awaited.
    public var confirmer: Member? {
        switch stage {
        case .ownPIN(let member), .escortPIN(_, let member): member
        case .party: nil
        }
    }
}

/// The keyed digest of a badge's number: what the ledger keeps instead of it (L10).
public struct BadgeDigest: Sendable, Hashable {
    /// HMAC-SHA-256 under the device key.
    public let bytes: [UInt8]

    /// Wraps a digest.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What documents and records show of it.
    public var fingerprint: Fingerprint? {
        let digits = bytes.prefix(16).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return Fingerprint(digits.joined())
    }
}
