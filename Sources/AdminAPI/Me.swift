// SPDX-License-Identifier: Apache-2.0

/// Who the bearer of the token is, and what that allows now.
public struct MeReply: Codable, Sendable, Hashable {
    /// The person.
    public var person: String
    /// The person's name, where the policy has it.
    public var name: String?
    /// The offices held at this moment.
    public var offices: [OfficeReply]
    /// What the offices allow to be read and done here, by the names of the interface's rights.
    public var rights: [String]
    /// The number of the token that was shown.
    public var token: Int64?
    /// Until when that token is valid.
    public var until: String?

    /// Puts it together.
    public init(
        person: String,
        name: String? = nil,
        offices: [OfficeReply],
        rights: [String],
        token: Int64? = nil,
        until: String? = nil
    ) {
        self.person = person
        self.name = name
        self.offices = offices
        self.rights = rights
        self.token = token
        self.until = until
    }
}

/// An office that is held.
public struct OfficeReply: Codable, Sendable, Hashable {
    /// The office, as the policy document writes it.
    public var office: String
    /// The section, for its head.
    public var department: String?
    /// Until when, where that is known.
    public var until: String?
    /// What an acting officer acts on.
    public var basis: String?

    /// Puts it together.
    public init(
        office: String,
        department: String? = nil,
        until: String? = nil,
        basis: String? = nil
    ) {
        self.office = office
        self.department = department
        self.until = until
        self.basis = basis
    }
}
