// SPDX-License-Identifier: Apache-2.0

/// Somebody's holding of an office, as a row of the policy document.
public struct AppointmentRow: Codable, Sendable, Hashable {
    /// The office.
    public var office: String
    /// Who holds it.
    public var person: String
    /// The section, for its head.
    public var department: String?
    /// From when.
    public var from: String?
    /// Until when; a date is inside.
    public var until: String?
    /// What an acting officer acts on.
    public var basis: String?

    /// Puts it together.
    public init(
        office: String,
        person: String,
        department: String? = nil,
        from: String? = nil,
        until: String? = nil,
        basis: String? = nil
    ) {
        self.office = office
        self.person = person
        self.department = department
        self.from = from
        self.until = until
        self.basis = basis
    }
}

/// Appoints somebody.
public struct AppointmentRequest: Codable, Sendable, Hashable {
    /// The office.
    public var office: String
    /// Who will hold it.
    public var person: String
    /// The section, for its head.
    public var department: String?
    /// From when.
    public var from: String?
    /// Until when; a date is inside.
    public var until: String?
    /// What an acting officer acts on.
    public var basis: String?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(
        office: String,
        person: String,
        department: String? = nil,
        from: String? = nil,
        until: String? = nil,
        basis: String? = nil,
        reason: String? = nil
    ) {
        self.office = office
        self.person = person
        self.department = department
        self.from = from
        self.until = until
        self.basis = basis
        self.reason = reason
    }
}

/// An appointment, and whether it is held now or still to come; one that is neither is over.
public struct AppointmentReply: Codable, Sendable, Hashable {
    /// The row.
    public var row: AppointmentRow
    /// Whether it is held at this moment.
    public var isHeld: Bool
    /// Whether it will be held later; one that was taken back before it began will not.
    public var isComing: Bool

    /// Puts it together.
    public init(row: AppointmentRow, isHeld: Bool, isComing: Bool) {
        self.row = row
        self.isHeld = isHeld
        self.isComing = isComing
    }
}
