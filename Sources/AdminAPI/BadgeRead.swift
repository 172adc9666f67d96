// SPDX-License-Identifier: Apache-2.0

/// Asks which badge it is: the next one at a reader of the board, which then opens nothing, or one
/// that the caller has read.
public struct BadgeReadRequest: Codable, Sendable, Hashable {
    /// The reader of the board.
    public var reader: String?
    /// How long to wait at the reader, in seconds; 30 unless said, at most 120.
    public var seconds: Int?
    /// What a reader of the caller's own has read.
    public var reading: BadgeReadingRow?

    /// Asks for the next badge at a reader of the board.
    public init(reader: String, seconds: Int? = nil) {
        self.reader = reader
        self.seconds = seconds
    }

    /// Asks about a card that the caller has read.
    public init(reading: BadgeReadingRow) {
        self.reading = reading
    }
}

/// What a reader read of a card.
public struct BadgeReadingRow: Codable, Sendable, Hashable {
    /// The number, all its zeros included; it goes no further than to be recognised (L10).
    public var number: String
    /// `number`, `felica`, `type-a` or `type-b`.
    public var technology: String
    /// The FeliCa system code, four hexadecimal digits; with `felica`, and with nothing else.
    public var systemCode: String?
    /// `lasting`, `random`, `emulated` or `disproved`.
    public var permanence: String
    /// What the reading proves: `identifier` or `authenticated`.
    public var assurance: String

    /// Puts a reading together.
    public init(
        number: String,
        technology: String,
        systemCode: String? = nil,
        permanence: String,
        assurance: String
    ) {
        self.number = number
        self.technology = technology
        self.systemCode = systemCode
        self.permanence = permanence
        self.assurance = assurance
    }
}

/// The badge that was presented.
public struct BadgeReadReply: Codable, Sendable, Hashable {
    /// Whether it may be given to somebody.
    public var mayBeIssued: Bool
    /// Why not: `random` (a new number each time), `emulated` (a telephone plays a card) or
    /// `disproved` (it failed to prove itself).
    public var obstacle: String?
    /// The fingerprint, as the policy document writes it; missing for a card that can be nobody's.
    public var fingerprint: String?
    /// Whose it is, if anybody's.
    public var person: String?
    /// `active`, `suspended`, `lost` or `returned`, where it is on record.
    public var status: String?
    /// `number`, `felica`, `type-a` or `type-b`, as the reader knows it.
    public var technology: String?
    /// The FeliCa system code, four hexadecimal digits.
    public var systemCode: String?
    /// What the reading proves: `identifier` or `authenticated`.
    public var assurance: String?

    /// Puts a reply together.
    public init(
        mayBeIssued: Bool,
        obstacle: String? = nil,
        fingerprint: String? = nil,
        person: String? = nil,
        status: String? = nil,
        technology: String? = nil,
        systemCode: String? = nil,
        assurance: String? = nil
    ) {
        self.mayBeIssued = mayBeIssued
        self.obstacle = obstacle
        self.fingerprint = fingerprint
        self.person = person
        self.status = status
        self.technology = technology
        self.systemCode = systemCode
        self.assurance = assurance
    }
}
