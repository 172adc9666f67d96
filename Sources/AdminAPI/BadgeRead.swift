// SPDX-License-Identifier: Apache-2.0

/// Asks for the next badge at a reader, which then opens nothing.
public struct BadgeReadRequest: Codable, Sendable, Hashable {
    /// The reader.
    public var reader: String
    /// How long to wait, in seconds; 30 unless said, at most 120.
    public var seconds: Int?

    /// Puts a request together.
    public init(reader: String, seconds: Int? = nil) {
        self.reader = reader
        self.seconds = seconds
    }
}

/// The badge that was presented.
public struct BadgeReadReply: Codable, Sendable, Hashable {
    /// The fingerprint, as the policy document writes it.
    public var fingerprint: String
    /// Whose it is, if anybody's.
    public var person: String?
    /// `number`, `felica`, `type-a` or `type-b`, as the reader knows it.
    public var technology: String?
    /// The FeliCa system code, four hexadecimal digits.
    public var systemCode: String?
    /// What the reading proves: `identifier` or `authenticated`.
    public var assurance: String?

    /// Puts a reply together.
    public init(
        fingerprint: String,
        person: String? = nil,
        technology: String? = nil,
        systemCode: String? = nil,
        assurance: String? = nil
    ) {
        self.fingerprint = fingerprint
        self.person = person
        self.technology = technology
        self.systemCode = systemCode
        self.assurance = assurance
    }
}
