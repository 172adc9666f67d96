// SPDX-License-Identifier: Apache-2.0

/// A person known to the policy: staff where there is a department, an outsider where there is none.
public struct Person: Sendable, Hashable {
    /// The person's number.
    public var id: PersonID
    /// The person's name.
    public var name: String
    /// The name's reading.
    public var kana: String?
    /// The department of a member of staff.
    public var department: DepartmentID?
    /// From when until when the person works here or is known.
    public var validity = Validity()
    /// Whether all of the person's rights rest.
    public var isSuspended = false
    /// An outsider's company.
    public var company: String?
    /// The kind of document by which an outsider's identity was checked (Article 26(3)).
    public var identityChecked: String?
    /// When an outsider was briefed on the security rules (Article 26(3)).
    public var briefed: CivilDate?
    /// The contract under which an outsider works.
    public var contract: String?
    /// The department responsible for an outsider (Article 26(2)).
    public var responsible: DepartmentID?

    /// Describes a person.
    public init(id: PersonID, name: String, department: DepartmentID? = nil) {
        self.id = id
        self.name = name
        self.department = department
    }

    /// What an outsider's record lacks before a visit may be approved (R24), by the document's keys.
    public var missingForVisit: [String] {
        guard department == nil else { return [] }
        return [
            ("company", company == nil), ("identityChecked", identityChecked == nil),
            ("briefed", briefed == nil), ("responsible", responsible == nil),
        ].filter(\.1).map(\.0)
    }
}

/// How a document gives a PIN.
public enum PINToken: Sendable, Hashable {
    /// By its digits.
    case digits(Secret)
    /// By the fingerprint of one that is already known.
    case fingerprint(Fingerprint)
}

/// A person's row in the policy: the person, with badges and PINs.
public struct PersonEntry: Sendable, Hashable {
    /// The person.
    public var person: Person
    /// The person's badges.
    public var badges: [Badge]
    /// The PIN.
    public var pin: PINToken?
    /// The PIN that opens and raises the silent alarm `duress`.
    public var duressPIN: PINToken?

    /// Puts a row together.
    public init(
        person: Person,
        badges: [Badge] = [],
        pin: PINToken? = nil,
        duressPIN: PINToken? = nil
    ) {
        self.person = person
        self.badges = badges
        self.pin = pin
        self.duressPIN = duressPIN
    }
}

/// An office (職) that the rule or this product knows; rights follow it, not the person (L8).
public enum Office: String, Sendable, CaseIterable {
    /// The information officer (情報責任者, Article 2(8)).
    case informationOfficer = "information-officer"
    /// Who acts for the information officer (代決), with a basis and for a time.
    case actingInformationOfficer = "acting-information-officer"
    /// The head of a section (課等の長, Article 6).
    case sectionHead = "section-head"
    /// Reads all, changes nothing.
    case auditor
    /// Watches in the monitor room.
    case `operator`
    /// Sees to the hardware, and to no people.
    case installer
    /// A program that reads figures, and nothing else.
    case metrics
}

/// Somebody's holding of an office for a time.
public struct Appointment: Sendable, Hashable {
    /// The office.
    public var office: Office
    /// Who holds it.
    public var person: PersonID
    /// The section, for its head.
    public var department: DepartmentID?
    /// From when until when.
    public var validity: Validity
    /// What an acting officer acts on.
    public var basis: String?

    /// Describes an appointment.
    public init(
        office: Office,
        person: PersonID,
        department: DepartmentID? = nil,
        validity: Validity,
        basis: String? = nil
    ) {
        self.office = office
        self.person = person
        self.department = department
        self.validity = validity
        self.basis = basis
    }
}
