// SPDX-License-Identifier: Apache-2.0

/// By what right somebody enters alone.
enum OwnRight: Hashable {
    case designation(DesignationID)
    case officerExOfficio
    /// An eligible escort who need not be designated, coming to visitors without one.
    case attendance
}

/// How somebody stands towards the room at the judged time; the parts of the rule that more than one step needs.
extension Facts {
    /// By what right the person enters alone, or why not.
    func ownRight(_ person: PersonFacts) -> Result<OwnRight, Refusal> {
        guard let room else { return .failure(Refusal(.notDesignated)) }
        let judged = person.designations.map { ($0, reason(against: $0, for: room)) }
        if let serving = judged.first(where: { $0.1 == nil })?.0 {
            return .success(.designation(serving.id))
        }
        if room.officerExOfficio, holds(.informationOfficer, person.person.id) {
            return .success(.officerExOfficio)
        }
        return .failure(Refusal(judged.compactMap(\.1).min() ?? .notDesignated))
    }

    private func reason(against designation: Designation, for room: Room) -> Reason? {
        guard isComplete(designation, for: room) else { return .designationIncomplete }
        guard designation.validity.contains(time.now) else { return .outsideValidity }
        let isOpen = designation.hours?.admit(at: time.local, holidays: holidays) ?? true
        return isOpen ? nil : .outsideHours
    }

    /// Whether a designation is complete for the room, or for the one around it where that counts here.
    ///
    /// Each by the rule and the competent sections of the room that it names.
    func isComplete(_ designation: Designation, for room: Room) -> Bool {
        [room, outer].compactMap { $0 }.contains { room in
            designation.rooms.contains(room.id)
                && designation.isComplete(for: room, at: time.now, appointments: appointments)
        }
    }

    /// By what right the person enters without being a visitor, or why not.
    func entryRight(_ person: PersonFacts) -> Result<OwnRight, Refusal> {
        let own = ownRight(person)
        guard case .failure = own, !isVisitor(person), !unattended(by: person).isEmpty else {
            return own
        }
        return .success(.attendance)
    }

    /// Whether the person enters only as a visitor, and so attends nobody.
    func isVisitor(_ person: PersonFacts) -> Bool {
        guard case .failure = ownRight(person), case .success = servingVisit(person) else {
            return false
        }
        return true
    }

    /// On which approval the person visits, or why not: of several that serve, the one that ends first.
    func servingVisit(_ person: PersonFacts) -> Result<VisitFacts, Refusal> {
        let judged = person.visits.map { ($0, reason(against: $0)) }
        let serving = judged.filter { $0.1 == nil }.map(\.0)
        if let visit = serving.min(by: { endsBefore($0, $1) }) { return .success(visit) }
        let reasons = Set(judged.compactMap(\.1))
        let answered: [Reason] = [
            .visitUnattended, .approvalUsedUp, .approvalOutsideWindow, .approvalWithdrawn,
        ]
        return .failure(Refusal(answered.first(where: reasons.contains) ?? .noApproval))
    }

    private func endsBefore(_ left: VisitFacts, _ right: VisitFacts) -> Bool {
        let ends = (left.visit.validity.until?.instant, right.visit.validity.until?.instant)
        switch ends {
        case (let left?, let right?) where left != right: return left < right
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.visit.id < right.visit.id
        }
    }

    private func reason(against visit: VisitFacts) -> Reason? {
        // Closing a visit ends its window.
        if visit.isClosed || !visit.visit.validity.contains(time.now) {
            return .approvalOutsideWindow
        }
        if let limit = visit.visit.entries, visit.used >= limit { return .approvalUsedUp }
        if visit.isWithdrawn { return .approvalWithdrawn }
        return visit.hasUnattended ? .visitUnattended : nil
    }

    /// Why the person enters neither alone nor as a visitor: the first reason of the table that applies.
    func refusal(_ person: PersonFacts) -> Reason {
        var reasons: [Reason] = []
        if case .failure(let refusal) = ownRight(person) { reasons.append(refusal.reason) }
        if case .failure(let refusal) = servingVisit(person) { reasons.append(refusal.reason) }
        // Who has no approval at all is told of the designation, an outsider of the approval.
        let isOutsider = person.person.department == nil
        reasons.removeAll { reason in
            switch reason {
            case .noApproval: !(isOutsider && person.designations.isEmpty)
            case .notDesignated: isOutsider || !person.visits.isEmpty
            default: false
            }
        }
        return reasons.min() ?? .noApproval
    }

    /// Whether an office is held at the judged time.
    func holds(_ office: Office, _ person: PersonID) -> Bool {
        (appointments[person] ?? []).contains { $0.office == office && $0.isHeld(at: time.now) }
    }

    /// Whether the person works here now.
    func isActive(_ person: PersonFacts) -> Bool {
        !person.person.isSuspended && person.person.validity.contains(time.now)
    }

    /// Why the person may not escort these visits into the room, if so (28(3) proviso; R07).
    func escortRefusal(_ person: PersonFacts, of visits: [VisitApproval]) -> Reason? {
        guard let room else { return .escortNotEligible }
        guard person.person.department != nil, !person.kinds.isDisjoint(with: room.escorts),
            visits.allSatisfy({ admits($0, as: person.person.id, in: room) })
        else { return .escortNotEligible }
        guard room.escortMustBeDesignated else { return nil }
        if room.officerExOfficio, holds(.informationOfficer, person.person.id) { return nil }
        guard case .success = ownRight(person) else { return .escortNotDesignated }
        return nil
    }

    private func admits(_ visit: VisitApproval, as escort: PersonID, in room: Room) -> Bool {
        !visit.visitors.contains(escort) && (visit.escorts?.contains(escort) ?? true)
            && (room.approverMayEscort || visit.by != escort)
    }

    /// The visitors inside whom this person could take over from an escort who has left.
    func unattended(by person: PersonFacts) -> [Presence] {
        guard isActive(person) else { return [] }
        return inside.filter { presence in
            guard presence.unattendedSince != nil, presence.person != person.person.id,
                let visit = presence.visit.flatMap({ visitsInside[$0] })
            else { return false }
            return escortRefusal(person, of: [visit]) == nil
        }
    }
}

/// A reason as a failure.
struct Refusal: Error, Hashable {
    let reason: Reason

    init(_ reason: Reason) {
        self.reason = reason
    }
}
