// SPDX-License-Identifier: Apache-2.0

/// What somebody may order, by the offices held at that moment and nothing else (L8, DESIGN §10).
public struct Authority: Sendable, Hashable {
    private let author: PersonID
    private let offices: [Appointment]

    /// The authority that a person's appointments give at a timestamp.
    public init(of author: PersonID, holding appointments: [Appointment], at now: Timestamp) {
        self.author = author
        offices = appointments.filter { $0.person == author && $0.isHeld(at: now) }
    }

    /// Whether an order is allowed.
    ///
    /// - Parameters:
    ///   - act: what is ordered.
    ///   - rooms: the rooms that it is about, if it is a designation's or a question's.
    ///   - isConcerned: whether it is the author's own token, or a visit, or a visitor on a visit, on which the author escorts.
    /// - Returns: whether one of the offices held allows it.
    public func allows(
        _ act: Order.Act,
        rooms: [Room] = [],
        isConcerned: Bool = false
    ) -> Bool {
        switch act {
        case .handover(_, to: author): return true
        case .revokeToken, .closeVisit, .noteItems, .noteExit:
            if isConcerned { return true }
        default: break
        }
        return offices.contains { allows(act, rooms: rooms, to: $0) }
    }

    /// The offices that may give such an order; the heads of sections, about rooms of their own.
    public static func offices(for act: Order.Act) -> [Office] {
        Office.allCases.filter { office in
            guard office != .sectionHead else { return isOfHeads(act) }
            let nobody = Self(of: "", holding: [], at: Timestamp(milliseconds: 0))
            let appointment = Appointment(office: office, person: "", validity: Validity())
            return nobody.allows(act, rooms: [], to: appointment)
        }
    }

    private static func isOfHeads(_ act: Order.Act) -> Bool {
        switch act {
        case .requestVisit, .sign, .revokeDesignation, .confirmDesignation, .explain, .designate:
            true
        default: false
        }
    }

    /// Whether what is ordered is done by somebody acting for the information officer (代決; R16).
    public var isActing: Bool {
        holds(.actingInformationOfficer) && !holds(.informationOfficer)
    }

    /// Whether an office is held.
    public func holds(_ office: Office) -> Bool { offices.contains { $0.office == office } }

    private func allows(_ act: Order.Act, rooms: [Room], to office: Appointment) -> Bool {
        switch office.office {
        case .informationOfficer: return true
        case .actingInformationOfficer:
            switch act {
            case .appoint, .applyPolicy, .pairReader: return false
            default: return true
            }
        case .sectionHead: return allows(act, rooms: rooms, toHeadOf: office.department)
        case .operator:
            switch act {
            case .acknowledge, .lockdown, .handover, .badgeLost, .returnBadge, .requestVisit,
                .noteItems, .noteExit:
                return true
            default: return false
            }
        case .installer:
            switch act {
            case .pairReader: return true
            default: return false
            }
        case .auditor:
            switch act {
            case .explain: return true
            default: return false
            }
        case .metrics: return false
        }
    }

    private func allows(
        _ act: Order.Act,
        rooms: [Room],
        toHeadOf section: DepartmentID?
    ) -> Bool {
        if case .requestVisit = act { return true }
        guard let section, !rooms.isEmpty else { return false }
        let competent = rooms.filter { $0.competentSections.contains(section) }
        switch act {
        case .sign: return !competent.isEmpty
        case .revokeDesignation, .confirmDesignation, .explain:
            return competent.count == rooms.count
        case .designate(let designation):
            return competent.count == rooms.count
                && designation.signatures.allSatisfy { $0.by == author }
        default: return false
        }
    }
}
