// SPDX-License-Identifier: Apache-2.0

/// Gives a badge to a person.
public struct BadgeIssueRequest: Codable, Sendable, Hashable {
    /// Whose it will be.
    public var person: String
    /// The number, or the fingerprint of a badge that was read before.
    public var number: String
    /// `staff` or `visitor`; `staff` unless said.
    public var kind: String?
    /// What is printed on it.
    public var label: String?
    /// `number`, `felica` or `type-a`, where the reading must match it.
    public var technology: String?
    /// The FeliCa system code, four hexadecimal digits.
    public var systemCode: String?
    /// What a reading of it must prove, `identifier` or `authenticated`; `identifier` unless said.
    public var assurance: String?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(
        person: String,
        number: String,
        kind: String? = nil,
        label: String? = nil,
        technology: String? = nil,
        systemCode: String? = nil,
        assurance: String? = nil,
        reason: String? = nil
    ) {
        self.person = person
        self.number = number
        self.kind = kind
        self.label = label
        self.technology = technology
        self.systemCode = systemCode
        self.assurance = assurance
        self.reason = reason
    }
}

/// A badge that is known.
public struct BadgeReply: Codable, Sendable, Hashable {
    /// Its fingerprint.
    public var fingerprint: String
    /// Whose it is.
    public var person: String
    /// `staff` or `visitor`.
    public var kind: String
    /// `active`, `suspended`, `lost` or `returned`.
    public var status: String
    /// What is printed on it.
    public var label: String?
    /// Its technology, where the reading must match it.
    public var technology: String?
    /// Its FeliCa system code.
    public var systemCode: String?
    /// What a reading of it must prove.
    public var assurance: String?
    /// When it was given out last.
    public var issued: String?
    /// When it was given back.
    public var returned: String?
    /// When it was presented last.
    public var lastUsed: String?
    /// The row's entity tag, for `If-Match`.
    public var tag: String

    /// Puts it together.
    public init(
        fingerprint: String,
        person: String,
        kind: String,
        status: String,
        label: String? = nil,
        technology: String? = nil,
        systemCode: String? = nil,
        assurance: String? = nil,
        issued: String? = nil,
        returned: String? = nil,
        lastUsed: String? = nil,
        tag: String
    ) {
        self.fingerprint = fingerprint
        self.person = person
        self.kind = kind
        self.status = status
        self.label = label
        self.technology = technology
        self.systemCode = systemCode
        self.assurance = assurance
        self.issued = issued
        self.returned = returned
        self.lastUsed = lastUsed
        self.tag = tag
    }
}

/// The facts for the report of a lost badge (R26, Article 22).
public struct IncidentReply: Codable, Sendable, Hashable {
    /// The badge.
    public var badge: BadgeReply
    /// The name of whose it is.
    public var name: String?
    /// The order by which it was reported.
    public var reported: RecordReply?
    /// When it was presented last before that, and where.
    public var lastUse: RecordReply?
    /// What became of it at the doors since it was reported.
    public var since: [RecordReply]
    /// The rooms that it opened, with its holder's rights.
    public var rooms: [String]
    /// The doors at which it was presented.
    public var doors: [String]

    /// Puts it together.
    public init(
        badge: BadgeReply,
        name: String? = nil,
        reported: RecordReply? = nil,
        lastUse: RecordReply? = nil,
        since: [RecordReply],
        rooms: [String],
        doors: [String]
    ) {
        self.badge = badge
        self.name = name
        self.reported = reported
        self.lastUse = lastUse
        self.since = since
        self.rooms = rooms
        self.doors = doors
    }
}

/// Writes and locks a new card at a reader.
public struct BadgeWriteRequest: Codable, Sendable, Hashable {
    /// The reader.
    public var reader: String
    /// Who will get it, where it is given out at once.
    public var person: String?
    /// `staff` or `visitor`; `staff` unless said.
    public var kind: String?
    /// What is printed on it.
    public var label: String?
    /// How long to wait for the card; 30 unless said, at most 120.
    public var seconds: Int?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(
        reader: String,
        person: String? = nil,
        kind: String? = nil,
        label: String? = nil,
        seconds: Int? = nil,
        reason: String? = nil
    ) {
        self.reader = reader
        self.person = person
        self.kind = kind
        self.label = label
        self.seconds = seconds
        self.reason = reason
    }
}

/// A card that was written; after a trial, that the order would be allowed.
public struct BadgeWriteReply: Codable, Sendable, Hashable {
    /// The fingerprint under which it is known; missing after a trial.
    public var fingerprint: String?
    /// The record of the order to write it.
    public var record: Int64?
    /// The record by which it was given to the person.
    public var badgeRecord: Int64?
    /// Its technology.
    public var technology: String?
    /// Its FeliCa system code.
    public var systemCode: String?
    /// What it proves from now on.
    public var assurance: String?
    /// The version of the key that was written.
    public var keyVersion: Int?
    /// Whether it was a trial.
    public var dryRun: Bool?

    /// Puts it together.
    public init(fingerprint: String? = nil, record: Int64? = nil, dryRun: Bool? = nil) {
        self.fingerprint = fingerprint
        self.record = record
        self.dryRun = dryRun
    }
}
