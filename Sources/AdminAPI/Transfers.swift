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
    /// The designations that end.
    public var designations: [DesignationRow]
    /// The visits, to come or current, that lose somebody named as escort.
    public var visits: [VisitRow]
    /// Who can attend no visit any more.
    public var escorts: [String]
    /// The offices that stay with who moves or leaves, and must be looked at.
    public var appointments: [AppointmentRow]

    /// Puts it together.
    public init(
        record: Int64? = nil,
        dryRun: Bool? = nil,
        designations: [DesignationRow],
        visits: [VisitRow],
        escorts: [String],
        appointments: [AppointmentRow]
    ) {
        self.record = record
        self.dryRun = dryRun
        self.designations = designations
        self.visits = visits
        self.escorts = escorts
        self.appointments = appointments
    }
}
