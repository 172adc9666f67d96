// SPDX-License-Identifier: Apache-2.0

/// Transfers of many people at once (人事異動), in force at one instant.
public struct TransfersRequest: Codable, Sendable, Hashable {
    /// From when: a date, or a time with its offset.
    public var effective: String
    /// Who goes where.
    public var moves: [MoveRow]
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(effective: String, moves: [MoveRow], reason: String? = nil) {
        self.effective = effective
        self.moves = moves
        self.reason = reason
    }
}

/// One person's transfer.
public struct MoveRow: Codable, Sendable, Hashable {
    /// Who.
    public var person: String
    /// Where to.
    public var department: String?
    /// Whether the person leaves altogether.
    public var leaves: Bool?

    /// Puts it together.
    public init(person: String, department: String? = nil, leaves: Bool? = nil) {
        self.person = person
        self.department = department
        self.leaves = leaves
    }
}

/// What transfers change, or would change.
public struct TransfersReply: Codable, Sendable, Hashable {
    /// The number of the order's record; missing after a trial.
    public var record: Int64?
    /// Whether it was a trial.
    public var dryRun: Bool?
    /// What changes, person by person.
    public var changes: [TransferChangeReply]
    /// Visits that lose their escort.
    public var visits: [TransferVisitReply]

    /// Puts it together.
    public init(
        record: Int64? = nil,
        dryRun: Bool? = nil,
        changes: [TransferChangeReply],
        visits: [TransferVisitReply]
    ) {
        self.record = record
        self.dryRun = dryRun
        self.changes = changes
        self.visits = visits
    }
}

/// What one person's transfer changes.
public struct TransferChangeReply: Codable, Sendable, Hashable {
    /// Who.
    public var person: String
    /// The name.
    public var name: String?
    /// The department now.
    public var from: String?
    /// The department then; missing for who leaves.
    public var to: String?
    /// The designations that end.
    public var losesDesignations: [String]
    /// The offices that need to be looked at: held by who moves.
    public var losesOffices: [String]

    /// Puts it together.
    public init(
        person: String,
        name: String? = nil,
        from: String? = nil,
        to: String? = nil,
        losesDesignations: [String],
        losesOffices: [String]
    ) {
        self.person = person
        self.name = name
        self.from = from
        self.to = to
        self.losesDesignations = losesDesignations
        self.losesOffices = losesOffices
    }
}

/// A visit that loses its escort.
public struct TransferVisitReply: Codable, Sendable, Hashable {
    /// The visit.
    public var visit: String
    /// Who can no longer escort on it.
    public var person: String
    /// Who of those named can still.
    public var remaining: [String]?

    /// Puts it together.
    public init(visit: String, person: String, remaining: [String]? = nil) {
        self.visit = visit
        self.person = person
        self.remaining = remaining
    }
}
