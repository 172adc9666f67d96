// SPDX-License-Identifier: Apache-2.0

/// Makes a token for a person.
public struct TokenRequest: Codable, Sendable, Hashable {
    /// Who will hold it.
    public var person: String
    /// What it is for.
    public var label: String
    /// Until when.
    public var until: String?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(person: String, label: String, until: String? = nil, reason: String? = nil) {
        self.person = person
        self.label = label
        self.until = until
        self.reason = reason
    }
}

/// A token, shown this once.
public struct TokenReply: Codable, Sendable, Hashable {
    /// The token.
    public var token: String
    /// Whose it is.
    public var person: String
    /// Its number, by which it is revoked.
    public var number: Int64?
    /// The record of the order.
    public var record: Int64?

    /// Puts it together.
    public init(token: String, person: String, number: Int64? = nil, record: Int64? = nil) {
        self.token = token
        self.person = person
        self.number = number
        self.record = record
    }
}

/// What came of the order to make a token: a `TokenReply`, unless it was a trial.
public struct IssuedTokenReply: Codable, Sendable, Hashable {
    /// The token, shown this once; missing after a trial.
    public var token: String?
    /// Whose it is.
    public var person: String
    /// Its number, by which it is revoked.
    public var number: Int64?
    /// The record of the order.
    public var record: Int64?
    /// Whether it was a trial.
    public var dryRun: Bool?

    /// Puts it together.
    public init(
        token: String? = nil,
        person: String,
        number: Int64? = nil,
        record: Int64? = nil,
        dryRun: Bool? = nil
    ) {
        self.token = token
        self.person = person
        self.number = number
        self.record = record
        self.dryRun = dryRun
    }
}

/// A token that was made; nobody can show it again.
public struct TokenRow: Codable, Sendable, Hashable {
    /// Its number.
    public var number: Int64
    /// Whose it is.
    public var person: String
    /// The person's name.
    public var name: String?
    /// What it is for.
    public var label: String
    /// When it was made.
    public var issued: String?
    /// Until when.
    public var until: String?
    /// When it was shown last.
    public var lastUsed: String?
    /// Whether it was revoked.
    public var isRevoked: Bool

    /// Puts it together.
    public init(
        number: Int64,
        person: String,
        name: String? = nil,
        label: String,
        issued: String? = nil,
        until: String? = nil,
        lastUsed: String? = nil,
        isRevoked: Bool
    ) {
        self.number = number
        self.person = person
        self.name = name
        self.label = label
        self.issued = issued
        self.until = until
        self.lastUsed = lastUsed
        self.isRevoked = isRevoked
    }
}
