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
        guard let offices = Self.offices(giving: right) else { return true }
        return isFirst || holdsAny(of: offices)
    }

    /// The offices each of which gives a right; `nil`: none is needed.
    static func offices(giving right: Right) -> [Office]? {
        switch right {
        case .claim, .beSomebody, .order: nil
        case .readMetrics: watchers + [.installer, .metrics]
        case .seeHardware: watchers + [.sectionHead, .installer]
        case .seePeople: watchers + [.sectionHead]
        case .readAll: watchers
        case .readPolicy: officers + [.auditor]
        case .review, .explain: officers + [.auditor, .sectionHead]
        case .applyPolicy: [.informationOfficer]
        case .enrol: officers
        }
    }

    /// The sections of which the bearer is the head.
    var sections: Set<DepartmentID> {
        Set(offices.filter { $0.office == .sectionHead }.compactMap(\.department))
    }

    private func holdsAny(of wanted: [Office]) -> Bool {
        offices.contains { wanted.contains($0.office) }
    }

    static let officers: [Office] = [.informationOfficer, .actingInformationOfficer]
    private static let watchers = officers + [.operator, .auditor]
}
