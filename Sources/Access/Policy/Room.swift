// SPDX-License-Identifier: Apache-2.0

/// A controlled area (室, Article 28(1)(2)); entry to one gives nothing in another.
public struct Room: Sendable, Hashable {
    /// The room's name in the policy.
    public var id: RoomID
    /// What people call it.
    public var name: String
    /// Which building it is in: `main`, `branch`, or another.
    public var site: String
    /// Whose signatures make a designation (28(3); rule.md A.4).
    public var designation: DesignationRule = .both
    /// Sections whose head counts for this room; empty: nobody can be designated.
    public var competentSections: [DepartmentID] = []
    /// Whose staff may escort here (28(3) proviso); by default the information department's, and at the branch,
    /// where it does not sit, the branch's own as well (rule.md A.4).
    public var escorts: Set<DepartmentKind>
    /// Whether an escort must be designated for the room as well.
    public var escortMustBeDesignated = true
    /// What a person must show.
    public var authentication: Authentication
    /// The most visitors that one escort attends.
    public var visitorsPerEscort = 3
    /// What becomes of a badge that is recorded inside and presented outside.
    public var antiPassback = AntiPassback.soft
    /// The most people inside, where there is a limit.
    public var capacity: Int?
    /// The room through which this one is reached.
    public var within: RoomID?
    /// Wrong PINs in a row that lock a PIN.
    public var pinAttempts = 5
    /// Whether the information officer is admitted by office.
    public var officerExOfficio = true
    /// Whether the officer who approved a visit may escort it.
    public var approverMayEscort = true
    /// Seconds that visitors may be without their escort before the alarm.
    public var unattendedGap = 0
    /// What is refused while the wall clock is not to be believed.
    public var onUntrustedClock = UntrustedClockRule.refuseVisits
    /// What an escort must show to confirm a party.
    public var escortAuthentication = Authentication.badgeAndPIN
    /// Whether a designation for the room around this one counts here as well.
    public var withinGrants = false
    /// Whether only those enter who are recorded in the room around this one.
    public var onlyThroughWithin = false
    /// For how long one approval may stand.
    public var approvalScope = ApprovalScope.single
    /// After how many months a designation is to be confirmed (R18).
    public var reviewMonths = 12
    /// What a reading must prove for the badge alone to do.
    public var badgeAloneFrom = Assurance.identifier

    /// A room with the safest parameters; see the properties.
    public init(id: RoomID, name: String, site: String, authentication: Authentication) {
        self.id = id
        self.name = name
        self.site = site
        self.authentication = authentication
        escorts =
            site == Self.branch
            ? [.informationDepartment, .branchOffice] : [.informationDepartment]
    }

    /// The site of the branch office (支所, Article 28(2)).
    static let branch = "branch"
}

/// Whose signatures make a designation, as Article 28(3) may be read (rule.md A.1, R1a, R1b, R2).
public enum DesignationRule: String, Sendable, CaseIterable {
    /// The information officer and the head of a competent section, jointly.
    case both
    /// Either of them.
    case either
    /// The head of a competent section.
    case sectionHead = "section-head"
}

/// What a person must show at a door.
public enum Authentication: String, Sendable, CaseIterable {
    /// A badge.
    case badge
    /// A badge and the person's PIN.
    case badgeAndPIN = "badge+pin"
}

/// What becomes of a badge that is recorded inside and presented outside.
public enum AntiPassback: String, Sendable, CaseIterable {
    /// Nothing.
    case off
    /// The record says so.
    case soft
    /// It is refused as `already-inside`.
    case hard
}

/// What is refused while the wall clock is not to be believed (DESIGN §6).
public enum UntrustedClockRule: String, Sendable, CaseIterable {
    /// Visits.
    case refuseVisits = "refuse-visits"
    /// Everybody.
    case refuseAll = "refuse-all"
    /// Nobody: the clock is believed all the same.
    case trust
}

/// For how long one visit approval may stand (rule.md A.4).
public enum ApprovalScope: String, Sendable, CaseIterable {
    /// One visit, of at most 7 days.
    case single
    /// Visits of named people, for at most 31 days.
    case standing

    /// The longest window of an approval, in days.
    public var days: Int { self == .single ? PolicyLimits.visitDays : PolicyLimits.standingDays }
}

/// A department (課等).
public struct Department: Sendable, Hashable {
    /// The department's name in the policy.
    public var id: DepartmentID
    /// What people call it.
    public var name: String
    /// What it is for the Article.
    public var kinds: Set<DepartmentKind>

    /// Describes a department.
    public init(id: DepartmentID, name: String, kinds: Set<DepartmentKind> = []) {
        self.id = id
        self.name = name
        self.kinds = kinds
    }
}

/// What a department is for Article 28(3): the staff of which may escort.
public enum DepartmentKind: String, Sendable, CaseIterable {
    /// The information department (情報担当部署, Article 2(7)).
    case informationDepartment = "information-department"
    /// The branch office (支所, Article 28(2)).
    case branchOffice = "branch-office"
}
