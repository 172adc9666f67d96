// SPDX-License-Identifier: Apache-2.0

extension Judge {
    /// Judges a badge at the entry side.
    func badge() -> Ruling {
        let (person, held) = holder(of: facts.presented)
        let reasons = doorReasons + held
        guard let person, let member = member(person) else {
            return denied(reasons.min() ?? .unknownBadge, people: [], session: request.session)
        }
        if case .party(let visitors)? = request.session?.stage {
            return party(visitors, joinedBy: person, member, reasons)
        }
        switch facts.entryRight(person) {
        case .success(let right):
            return own(person, member, by: right, reasons)
        case .failure:
            return visitor(person, member, joining: [], reasons)
        }
    }

    /// Somebody enters in their own right.
    private func own(
        _ person: PersonFacts,
        _ member: Session.Member,
        by right: OwnRight,
        _ found: [Reason]
    ) -> Ruling {
        let needsPIN = needsPIN(person, by: right)
        var reasons = found + ownReasons(person)
        if needsPIN, let reason = pinReason(person) { reasons.append(reason) }
        if let reason = reasons.min() {
            return denied(reason, people: [member.person], session: request.session)
        }
        guard needsPIN else { return ownEntry(person, by: right) }
        return Ruling(.pinNeeded, session: session(.ownPIN(member)))
    }

    /// Whether the badge alone does not do.
    func needsPIN(_ person: PersonFacts, by right: OwnRight) -> Bool {
        right == .officerExOfficio || right == .attendance
            || facts.room?.authentication == .badgeAndPIN || isReadingTooWeak
            || !facts.unattended(by: person).isEmpty
    }

    /// What stands against somebody who enters in their own right, the PIN apart.
    func ownReasons(_ person: PersonFacts) -> [Reason] {
        [
            clockForbids(visit: false) ? .clockUntrusted : nil,
            passbackReason(person), passageReason(person),
            isFull(for: [person.person.id]) ? .roomFull : nil,
        ].compactMap { $0 }
    }

    /// The grant to somebody who enters in their own right.
    func ownEntry(_ person: PersonFacts, by right: OwnRight) -> Ruling {
        let people = [person.person.id]
        var ruling = Ruling(.grant(request, to: people), session: nil)
        var entry = record(.entry, people: people)
        // Who got as far as digits has shown both, whatever would do now.
        entry.authentication = request.isConfirmation ? .badgeAndPIN : .badge
        switch right {
        case .designation(let designation): entry.designation = designation
        case .officerExOfficio: entry.remarks.append(.officerExOfficio)
        case .attendance: entry.state = "takeover"
        }
        noteInside([person], in: &entry)
        ruling.records = [entry]
        return ruling
    }

    /// Somebody who has no designation that serves: a visitor, or nobody.
    func visitor(
        _ person: PersonFacts,
        _ member: Session.Member,
        joining visitors: [Session.Member],
        _ found: [Reason]
    ) -> Ruling {
        var reasons = found + visitorReasons(person)
        if let limit = facts.room?.visitorsPerEscort, visitors.count >= limit {
            reasons.append(.escortLimit)
        }
        if let reason = reasons.min() {
            return denied(reason, people: [member.person], session: request.session)
        }
        var ruling = Ruling(.escortNeeded, session: session(.party(visitors + [member])))
        var step = record(.escortSession, people: [member.person])
        step.state = "visitor"
        if case .success(let visit) = facts.servingVisit(person) {
            step.approvals = [visit.visit.id]
        }
        ruling.records = [step]
        return ruling
    }

    /// What stands against a visitor, the escort apart.
    func visitorReasons(_ person: PersonFacts) -> [Reason] {
        var reasons: [Reason] = []
        if clockForbids(visit: !person.visits.isEmpty) { reasons.append(.clockUntrusted) }
        if case .failure = facts.servingVisit(person) {
            reasons.append(facts.refusal(person))
        } else if !request.hasKeypad, facts.room?.escortAuthentication != .badge {
            // Only who might be attended misses the keypad on which an escort confirms.
            reasons.append(.doorOutOfService)
        }
        reasons += [passbackReason(person), passageReason(person)].compactMap { $0 }
        return reasons
    }

    /// Says in an entry's record that somebody was recorded inside already (soft anti-passback).
    func noteInside(_ people: [PersonFacts], in entry: inout Record) {
        if facts.room?.antiPassback != .off, people.contains(where: isInside) {
            entry.remarks.append(.alreadyInside)
        }
    }
}
