// SPDX-License-Identifier: Apache-2.0

/// A person's designation (指定) for rooms (Article 28(3)), signed by those whom the rule names.
public struct Designation: Sendable, Hashable {
    /// The designation's number.
    public var id: DesignationID
    /// Who is designated.
    public var person: PersonID
    /// For which rooms.
    public var rooms: [RoomID]
    /// From when until when; by default until the end of the fiscal year.
    public var validity: Validity
    /// At which hours, where they are limited.
    public var hours: Hours?
    /// What for.
    public var reason: String
    /// Who signed, and on which day.
    public var signatures: [Signature]

    /// Describes a designation.
    public init(
        id: DesignationID,
        person: PersonID,
        rooms: [RoomID],
        validity: Validity,
        hours: Hours? = nil,
        reason: String,
        signatures: [Signature] = []
    ) {
        self.id = id
        self.person = person
        self.rooms = rooms
        self.validity = validity
        self.hours = hours
        self.reason = reason
        self.signatures = signatures
    }
}

/// Somebody's signature under a designation.
public struct Signature: Sendable, Hashable {
    /// Who signed.
    public var by: PersonID
    /// On which day.
    public var on: SigningDay

    /// Describes a signature.
    public init(by: PersonID, on: SigningDay) {
        self.by = by
        self.on = on
    }
}

/// Weekly hours of a designation; an end before the beginning runs past midnight.
public struct Hours: Sendable, Hashable {
    /// The days on which they begin.
    public var days: Set<Weekday>
    /// When they begin, inside.
    public var from: TimeOfDay
    /// When they end, outside.
    public var until: TimeOfDay

    /// Describes hours.
    public init(days: Set<Weekday>, from: TimeOfDay, until: TimeOfDay) {
        self.days = days
        self.from = from
        self.until = until
    }

    /// Whether they admit at a time.
    ///
    /// Hours past midnight belong to the day on which they begin, and so does the holiday that stops them.
    public func admit(at time: LocalTime, holidays: Set<CivilDate>) -> Bool {
        let begin = from.minutes * 60
        let end = until.minutes * 60
        func begins(_ date: CivilDate) -> Bool {
            days.contains(date.weekday) && !holidays.contains(date)
        }
        guard end <= begin else {
            return begins(time.date) && begin <= time.second && time.second < end
        }
        return (begins(time.date) && begin <= time.second)
            || (begins(time.date.advanced(by: -1)) && time.second < end)
    }
}

/// The information officer's finding of necessity (立入承認, 28(3) proviso): who, where, when, why, how often.
public struct VisitApproval: Sendable, Hashable {
    /// The approval's number.
    public var id: VisitID
    /// Who may visit.
    public var visitors: [PersonID]
    /// Which rooms.
    public var rooms: [RoomID]
    /// Who approved: the officer, or the acting officer, on that day.
    public var by: PersonID
    /// On which day.
    public var on: SigningDay
    /// Why it is necessary.
    public var necessity: String
    /// From when until when.
    public var validity: Validity
    /// How many entries each visitor has to each room; `nil`: no limit.
    public var entries: Int?
    /// Who alone may escort, where the approval says so.
    public var escorts: [PersonID]?

    /// Describes an approval.
    public init(
        id: VisitID,
        visitors: [PersonID],
        rooms: [RoomID],
        by: PersonID,
        on: SigningDay,
        necessity: String,
        validity: Validity,
        entries: Int? = 1,
        escorts: [PersonID]? = nil
    ) {
        self.id = id
        self.visitors = visitors
        self.rooms = rooms
        self.by = by
        self.on = on
        self.necessity = necessity
        self.validity = validity
        self.entries = entries
        self.escorts = escorts
    }
}

/// All that the officer decides (DESIGN §8).
public struct Policy: Sendable, Hashable {
    /// The rooms.
    public var rooms: [Room] = []
    /// The departments.
    public var departments: [Department] = []
    /// The people, with badges and PINs.
    public var people: [PersonEntry] = []
    /// Who holds which office.
    public var appointments: [Appointment] = []
    /// Days on which hours admit nobody.
    public var holidays: Set<CivilDate> = []
    /// The designations in force or to come.
    public var designations: [Designation] = []
    /// The visit approvals.
    public var visits: [VisitApproval] = []

    /// An empty policy, under which nobody enters.
    public init() {}
}
