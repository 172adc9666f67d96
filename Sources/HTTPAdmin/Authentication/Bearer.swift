// SPDX-License-Identifier: Apache-2.0
import Access

/// Who holds a token, and what the offices held at this moment allow (L8).
struct Bearer: Sendable {
    let person: PersonID
    /// The offices held at this moment.
    let offices: [Appointment]
    /// Whether no policy has been in force yet: then nobody can hold an office.
    private let isFirst: Bool

    init(person: PersonID, appointments: [Appointment], at now: Timestamp, isFirst: Bool) {
        self.person = person
        offices = appointments.filter { $0.person == person && $0.isHeld(at: now) }
        self.isFirst = isFirst
    }

    /// Whether a right is given.
    func has(_ right: Right) -> Bool {
        switch right {
        case .claim, .beSomebody, .order: true
        case .readMetrics: isFirst || holdsAny(of: Self.watchers + [.installer, .metrics])
        case .seeHardware: isFirst || holdsAny(of: Self.watchers + [.sectionHead, .installer])
        case .seePeople: isFirst || holdsAny(of: Self.watchers + [.sectionHead])
        case .readAll: isFirst || holdsAny(of: Self.watchers)
        case .readPolicy: isFirst || holdsAny(of: Self.officers + [.auditor])
        case .review, .explain: isFirst || holdsAny(of: Self.officers + [.auditor, .sectionHead])
        case .applyPolicy: isFirst || holdsAny(of: [.informationOfficer])
        case .enrol: isFirst || holdsAny(of: Self.officers)
        }
    }

    /// The sections of which the bearer is the head.
    var sections: Set<DepartmentID> {
        Set(offices.filter { $0.office == .sectionHead }.compactMap(\.department))
    }

    private func holdsAny(of wanted: [Office]) -> Bool {
        offices.contains { wanted.contains($0.office) }
    }

    private static let officers: [Office] = [.informationOfficer, .actingInformationOfficer]
    private static let watchers = officers + [.operator, .auditor]
}
