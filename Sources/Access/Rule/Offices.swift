// SPDX-License-Identifier: Apache-2.0

extension Appointment {
    /// Whether the office is held at a timestamp (L8).
    public func isHeld(at timestamp: Timestamp) -> Bool { validity.contains(timestamp) }

    /// Whether the office was held on a day, were it for an hour.
    public func isHeld(on day: SigningDay) -> Bool { validity.overlaps(day) }

    /// Whether what is done under it is done as the information officer, in person or acting.
    public var actsAsInformationOfficer: Bool {
        office == .informationOfficer || office == .actingInformationOfficer
    }
}

/// As what somebody's signature under a designation counts for one room (28(3); R02, R03, R15).
///
/// It is judged by the offices held on the day of signing: an office that ends later leaves the act in force.
public enum SignatureCount: Sendable, Hashable, CaseIterable {
    /// As the information officer's.
    case informationOfficer
    /// As that of the head of a section competent for the room.
    case sectionHead

    /// The office in which it is given; somebody may act for the information officer.
    public var office: Office {
        switch self {
        case .informationOfficer: .informationOfficer
        case .sectionHead: .sectionHead
        }
    }

    /// As what a signature counts, by its author's appointments.
    public static func of(
        _ signature: Signature,
        for room: Room,
        appointments: [Appointment]
    ) -> Set<SignatureCount> {
        var counts: Set<SignatureCount> = []
        for appointment in appointments
        where appointment.person == signature.by && appointment.isHeld(on: signature.on) {
            if appointment.actsAsInformationOfficer {
                counts.insert(.informationOfficer)
            } else if appointment.office == .sectionHead, let section = appointment.department,
                room.competentSections.contains(section)
            {
                counts.insert(.sectionHead)
            }
        }
        return counts
    }
}

extension Designation {
    /// Whether the signatures that the room's rule names are there, by `now`, from as many people (R02).
    ///
    /// A room without competent sections has nobody who could be designated (rule.md A.4).
    public func isComplete(
        for room: Room,
        at now: Timestamp,
        appointments: [PersonID: [Appointment]]
    ) -> Bool {
        guard !room.competentSections.isEmpty else { return false }
        let (officers, heads) = signers(for: room, at: now, appointments)
        switch room.designation {
        case .both: return officers.contains { officer in heads.contains { $0 != officer } }
        case .either: return !officers.isEmpty || !heads.isEmpty
        case .sectionHead: return !heads.isEmpty
        }
    }

    /// As what a further signature would count that the room's rule still asks for; empty where none is missing.
    ///
    /// By a rule that takes either, it is one of them. A room without competent sections awaits nobody.
    public func awaitedSignatures(
        for room: Room,
        at now: Timestamp,
        appointments: [PersonID: [Appointment]]
    ) -> Set<SignatureCount> {
        guard !room.competentSections.isEmpty,
            !isComplete(for: room, at: now, appointments: appointments)
        else { return [] }
        let (officers, heads) = signers(for: room, at: now, appointments)
        switch room.designation {
        case .both where officers.isEmpty && !heads.isEmpty: return [.informationOfficer]
        case .both where heads.isEmpty && !officers.isEmpty: return [.sectionHead]
        case .both, .either: return [.informationOfficer, .sectionHead]
        case .sectionHead: return [.sectionHead]
        }
    }

    /// Who has signed by `now` as the information officer, and who as the head of a competent section.
    private func signers(
        for room: Room,
        at now: Timestamp,
        _ appointments: [PersonID: [Appointment]]
    ) -> (officers: [PersonID], heads: [PersonID]) {
        var signers: (officers: [PersonID], heads: [PersonID]) = ([], [])
        for signature in signatures where signature.on.start <= now {
            let held = appointments[signature.by] ?? []
            let counts = SignatureCount.of(signature, for: room, appointments: held)
            if counts.contains(.informationOfficer) { signers.officers.append(signature.by) }
            if counts.contains(.sectionHead) { signers.heads.append(signature.by) }
        }
        return signers
    }
}
