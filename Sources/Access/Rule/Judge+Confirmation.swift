// SPDX-License-Identifier: Apache-2.0

extension Judge {
    /// Judges the digits that somebody confirmed, on facts that are read anew (L7).
    func confirmation() -> Ruling {
        switch request.session?.stage {
        case .ownPIN(let member)?: return ownConfirmation(member)
        case .escortPIN(let visitors, let escort)?: return partyConfirmation(visitors, escort)
        case .party?, nil: return Ruling(.ignored, session: request.session)
        }
    }

    private func ownConfirmation(_ member: Session.Member) -> Ruling {
        let (person, held) = holder(of: member.badge)
        var reasons = doorReasons + held
        guard let person, person.person.id == member.person else {
            return denied(reasons.min() ?? .unknownBadge, people: [member.person], session: nil)
        }
        let right = facts.entryRight(person)
        if case .failure = right { reasons.append(facts.refusal(person)) }
        reasons += ownReasons(person)
        if let reason = pinReason(person) { reasons.append(reason) }
        guard case .success(let right) = right, reasons.isEmpty else {
            let reason = reasons.min() ?? .notDesignated
            return denied(reason, people: [member.person], session: nil)
        }
        return digits(of: person, people: [member.person]) { ownEntry(person, by: right) }
    }

    /// The escort's badge alone confirms, where the room says so: everything is judged as at the PIN.
    func confirmedByBadge(_ visitors: [Session.Member], _ escort: Session.Member) -> Ruling {
        partyConfirmation(visitors, escort, byBadge: true)
    }

    private func partyConfirmation(
        _ visitors: [Session.Member],
        _ escort: Session.Member,
        byBadge: Bool = false
    ) -> Ruling {
        var reasons = doorReasons
        var people: [PersonFacts] = []
        for visitor in visitors {
            let (person, held) = holder(of: visitor.badge)
            reasons += held
            guard let person, person.person.id == visitor.person else {
                reasons.append(.unknownBadge)
                continue
            }
            reasons += visitorReasons(person)
            people.append(person)
        }
        let (attendant, held) = holder(of: escort.badge)
        reasons += held
        if let attendant {
            reasons += escortReasons(attendant, visitors)
            if !byBadge, let reason = pinReason(attendant) { reasons.append(reason) }
        }
        guard let attendant, attendant.person.id == escort.person, reasons.isEmpty else {
            var ruling = denied(
                reasons.min() ?? .unknownBadge,
                people: visitors.map(\.person),
                session: nil
            )
            ruling.records[0].escort = escort.person
            return ruling
        }
        guard !byBadge else { return escortedEntry(people, attendedBy: attendant) }
        return digits(of: attendant, people: visitors.map(\.person), escort: escort.person) {
            escortedEntry(people, attendedBy: attendant)
        }
    }

    /// Nothing else stands against it: the digits decide.
    private func digits(
        of person: PersonFacts,
        people: [PersonID],
        escort: PersonID? = nil,
        grant: () -> Ruling
    ) -> Ruling {
        guard let outcome = facts.pin, outcome != .wrong else {
            return wrongPIN(of: person, people: people, escort: escort)
        }
        var ruling = grant()
        ruling.pinChange = PINChange(person: person.person.id, wrong: 0, locks: 0, lockedFor: nil)
        if outcome == .duress {
            ruling.records.append(alarm(.duress, of: person.person.id))
        }
        return ruling
    }

    private func wrongPIN(
        of person: PersonFacts,
        people: [PersonID],
        escort: PersonID?
    ) -> Ruling {
        let wrong = person.pin.wrong + 1
        let isLocked = wrong >= facts.room?.pinAttempts ?? 1
        let again = request.session.map { session($0.stage) }
        var ruling = denied(.wrongPIN, people: people, session: isLocked ? nil : again)
        ruling.records[0].escort = escort
        let locks = person.pin.locks + (isLocked ? 1 : 0)
        ruling.pinChange = PINChange(
            person: person.person.id,
            wrong: isLocked ? 0 : wrong,
            locks: locks,
            lockedFor: isLocked ? PINChange.lockTime(locks) : nil
        )
        if isLocked { ruling.records.append(alarm(.pinLocked, of: person.person.id)) }
        return ruling
    }

    /// The grant to a party: one record with visitors, escort and approvals.
    private func escortedEntry(_ visitors: [PersonFacts], attendedBy escort: PersonFacts) -> Ruling
    {
        let serving = visitors.compactMap { servingFacts($0.person.id) }
        let people = visitors.map(\.person.id)
        let decision = Decision.grant(request, to: people, attendedBy: escort.person.id)
        var ruling = Ruling(decision, session: nil)
        var entry = record(.entry, people: people)
        entry.escort = escort.person.id
        entry.approvals = serving.map(\.visit.id)
        entry.grounds = serving.map { facts in
            VisitGround(
                approver: facts.visit.by,
                basis: facts.basis,
                purpose: facts.visit.necessity
            )
        }
        entry.authentication = request.isConfirmation ? .badgeAndPIN : .badge
        if case .success(.officerExOfficio) = facts.ownRight(escort) {
            entry.remarks.append(.officerExOfficio)
        }
        if serving.contains(where: { $0.visit.by == escort.person.id }) {
            entry.remarks.append(.approverEscorts)
        }
        noteInside(visitors + [escort], in: &entry)
        ruling.records = [entry]
        return ruling
    }

    private func alarm(_ alarm: Alarm, of person: PersonID) -> Record {
        var record = record(.alarm, people: [person])
        record.alarm = alarm
        record.state = "began"
        return record
    }
}
