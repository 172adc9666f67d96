// SPDX-License-Identifier: Apache-2.0

extension Judge {
    /// A badge while visitors wait: another visitor's, an escort's, or one that is refused and changes nothing.
    func party(
        _ visitors: [Session.Member],
        joinedBy person: PersonFacts,
        _ member: Session.Member,
        _ found: [Reason]
    ) -> Ruling {
        if visitors.contains(where: { $0.person == member.person }) {
            return Ruling(.ignored, session: request.session)
        }
        let isDesignated = if case .success = facts.ownRight(person) { true } else { false }
        if facts.isVisitor(person) || (person.person.department == nil && !isDesignated) {
            return visitor(person, member, joining: visitors, found)
        }
        var reasons = found + escortReasons(person, visitors)
        let needsPIN = facts.room?.escortAuthentication != .badge || isReadingTooWeak
        if needsPIN, let reason = pinReason(person) { reasons.append(reason) }
        if let reason = reasons.min() {
            return denied(reason, people: [member.person], session: request.session)
        }
        guard needsPIN else { return confirmedByBadge(visitors, member) }
        var ruling = Ruling(
            .pinNeeded,
            session: session(.escortPIN(visitors: visitors, escort: member))
        )
        var step = record(.escortSession, people: visitors.map(\.person))
        step.state = "escort"
        step.escort = member.person
        ruling.records = [step]
        return ruling
    }

    /// What stands against an escort of these visitors, the PIN apart.
    func escortReasons(_ person: PersonFacts, _ visitors: [Session.Member]) -> [Reason] {
        let serving = visitors.compactMap { servingVisit($0.person) }
        var reasons: [Reason] = []
        if clockForbids(visit: true) { reasons.append(.clockUntrusted) }
        if facts.isVisitor(person) || visitors.contains(where: { $0.person == person.person.id }) {
            reasons.append(.escortNotEligible)
        }
        if let reason = facts.escortRefusal(person, of: serving) { reasons.append(reason) }
        if let limit = facts.room?.visitorsPerEscort {
            // Whoever is unattended is taken over with the entry.
            let all = Set(person.attends.keys).union(visitors.map(\.person))
                .union(facts.unattended(by: person).map(\.person))
            if all.count > limit || attendsElsewhere(person, beside: visitors) {
                reasons.append(.escortLimit)
            }
        }
        reasons += [passbackReason(person), passageReason(person)].compactMap { $0 }
        if isFull(for: visitors.map(\.person) + [person.person.id]) { reasons.append(.roomFull) }
        return reasons
    }

    /// The approval on which a visitor of the session would enter.
    func servingVisit(_ visitor: PersonID) -> VisitApproval? { servingFacts(visitor)?.visit }

    /// The same with what is known of it.
    func servingFacts(_ visitor: PersonID) -> VisitFacts? {
        guard let facts = facts.people[visitor],
            case .success(let visit) = self.facts.servingVisit(facts)
        else { return nil }
        return visit
    }

    /// Whether the escort would leave visitors behind in another room (R11: one room at a time).
    private func attendsElsewhere(_ escort: PersonFacts, beside visitors: [Session.Member]) -> Bool
    {
        escort.attends.contains { visitor, room in
            room != request.door.room && !visitors.contains { $0.person == visitor }
        }
    }
}
