// SPDX-License-Identifier: Apache-2.0

/// A department, as a row of the policy document.
public struct DepartmentRow: Codable, Sendable, Hashable {
    /// Its name in the policy.
    public var id: String
    /// What people call it.
    public var name: String
    /// What it is for the Article: `information-department`, `branch-office`.
    public var kinds: [String]?

    /// Puts it together.
    public init(id: String, name: String, kinds: [String]? = nil) {
        self.id = id
        self.name = name
        self.kinds = kinds
    }
}

/// A department, with what stands beside the row.
public struct DepartmentReply: Codable, Sendable, Hashable {
    /// The row.
    public var row: DepartmentRow
    /// The row's entity tag, for `If-Match`.
    public var tag: String

    /// Puts it together.
    public init(row: DepartmentRow, tag: String) {
        self.row = row
        self.tag = tag
    }
}

/// A room, with its parameters.
public struct RoomReply: Codable, Sendable, Hashable {
    /// Its name in the policy.
    public var id: String
    /// What people call it.
    public var name: String
    /// The building.
    public var site: String
    /// The sections whose head counts for it.
    public var competentSections: [String]
    /// The room through which it is reached.
    public var within: String?
    /// Every parameter (R29).
    public var parameters: [ParameterReply]

    /// Puts it together.
    public init(
        id: String,
        name: String,
        site: String,
        competentSections: [String],
        within: String? = nil,
        parameters: [ParameterReply]
    ) {
        self.id = id
        self.name = name
        self.site = site
        self.competentSections = competentSections
        self.within = within
        self.parameters = parameters
    }
}

/// A parameter of a room (R29).
public struct ParameterReply: Codable, Sendable, Hashable {
    /// Its key in the policy document.
    public var key: String
    /// Its value.
    public var value: String
    /// The value that it has unless the policy says otherwise; missing where it must be said.
    public var standard: String?
    /// Whether the value is another one.
    public var deviates: Bool
    /// Whether the policy cannot change it.
    public var isFixed: Bool
    /// The article or rule that it rests on.
    public var article: String
    /// What it decides, in English.
    public var english: String
    /// The same in Japanese.
    public var japanese: String

    /// Puts it together.
    public init(
        key: String,
        value: String,
        standard: String? = nil,
        deviates: Bool,
        isFixed: Bool,
        article: String,
        english: String,
        japanese: String
    ) {
        self.key = key
        self.value = value
        self.standard = standard
        self.deviates = deviates
        self.isFixed = isFixed
        self.article = article
        self.english = english
        self.japanese = japanese
    }
}

/// Locks rooms down.
public struct LockdownsRequest: Codable, Sendable, Hashable {
    /// Which rooms.
    public var rooms: [String]
    /// Who may enter all the same.
    public var allow: [String]?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(rooms: [String], allow: [String]? = nil, reason: String? = nil) {
        self.rooms = rooms
        self.allow = allow
        self.reason = reason
    }
}

/// Locks one room down.
public struct RoomLockdownRequest: Codable, Sendable, Hashable {
    /// Who may enter all the same.
    public var allow: [String]?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(allow: [String]? = nil, reason: String? = nil) {
        self.allow = allow
        self.reason = reason
    }
}

/// Names rooms.
public struct RoomsRequest: Codable, Sendable, Hashable {
    /// Which rooms.
    public var rooms: [String]
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(rooms: [String], reason: String? = nil) {
        self.rooms = rooms
        self.reason = reason
    }
}

/// A lockdown that stands.
public struct LockdownReply: Codable, Sendable, Hashable {
    /// The room.
    public var room: String
    /// Who may enter all the same.
    public var allow: [String]
    /// Since when.
    public var since: String?

    /// Puts it together.
    public init(room: String, allow: [String], since: String? = nil) {
        self.room = room
        self.allow = allow
        self.since = since
    }
}

/// Passes the visitors in a room to another escort.
public struct HandoverRequest: Codable, Sendable, Hashable {
    /// The new escort.
    public var to: String
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(to: String, reason: String? = nil) {
        self.to = to
        self.reason = reason
    }
}

/// Holds a door open under somebody's eyes.
public struct HoldOpenRequest: Codable, Sendable, Hashable {
    /// How long, up to 60.
    public var minutes: Int
    /// Who watches it.
    public var watcher: String
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(minutes: Int, watcher: String, reason: String? = nil) {
        self.minutes = minutes
        self.watcher = watcher
        self.reason = reason
    }
}

/// Lets a reader be paired for a while.
public struct PairRequest: Codable, Sendable, Hashable {
    /// For how long, up to 60.
    public var minutes: Int
    /// Whether a reader that is paired already gets another key; otherwise it keeps its own.
    public var replace: Bool?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(minutes: Int, replace: Bool? = nil, reason: String? = nil) {
        self.minutes = minutes
        self.replace = replace
        self.reason = reason
    }
}
