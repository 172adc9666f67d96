// SPDX-License-Identifier: Apache-2.0

/// Who the bearer of the token is, and what that allows now.
public struct MeReply: Codable, Sendable, Hashable {
    /// The person.
    public var person: String
    /// The person's name, where the policy has it.
    public var name: String?
    /// The offices held at this moment.
    public var offices: [OfficeReply]
    /// What the offices allow to be read and done here.
    public var rights: [String]
    /// The token that was shown.
    public var token: ShownTokenReply?
    /// The board that answers.
    public var board: String
    /// The time on the board.
    public var at: String
    /// The board's time zone, a name of the tz database.
    public var timeZone: String

    /// Puts it together.
    public init(
        person: String,
        name: String? = nil,
        offices: [OfficeReply],
        rights: [String],
        token: ShownTokenReply? = nil,
        board: String,
        at: String,
        timeZone: String
    ) {
        self.person = person
        self.name = name
        self.offices = offices
        self.rights = rights
        self.token = token
        self.board = board
        self.at = at
        self.timeZone = timeZone
    }
}

/// The token that was shown, apart from itself.
public struct ShownTokenReply: Codable, Sendable, Hashable {
    /// Its number.
    public var number: Int64
    /// What it is for.
    public var label: String
    /// Until when it is valid.
    public var until: String?

    /// Puts it together.
    public init(number: Int64, label: String, until: String? = nil) {
        self.number = number
        self.label = label
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
