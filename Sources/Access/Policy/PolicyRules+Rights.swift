// SPDX-License-Identifier: Apache-2.0

extension PolicyRules {
    /// What is wrong with a designation; a signature that does not count is a warning.
    public func faults(in designation: Designation, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        var faults = name(designation.id.text, at: path + ".id")
        faults += try existence(of: designation.person, at: path + ".person")
        faults += try rooms(designation.rooms, at: path + ".rooms")
        faults += validity(designation.validity, at: path)
        faults += text(designation.reason, most: PolicyLimits.text, at: path + ".reason")
        if let hours = designation.hours {
            if hours.days.isEmpty { faults.append(.emptyList(at: path + ".hours.days")) }
            if hours.from == hours.until {
                faults.append(.noHours(hours.from, at: path + ".hours.until"))
            }
        }
        return try faults + signatures(of: designation, at: path + ".signatures")
    }

    /// What is wrong with a signature under a designation; that it does not count is a warning.
    public func faults(in signature: Signature, under designation: Designation, at path: String)
        throws(Index.Fault) -> [PolicyFault]
    {
        let missing = try existence(of: signature.by, at: path + ".by")
        guard missing.isEmpty, !designation.rooms.isEmpty else { return missing }
        let appointments = try index.appointments(of: signature.by)
        for id in designation.rooms {
            // Unknown rooms and rooms where nobody is competent have faults of their own.
            guard let room = try index.room(id), !room.competentSections.isEmpty else { return [] }
            let counts = SignatureCount.of(signature, for: room, appointments: appointments)
            let serving =
                room.designation == .sectionHead ? counts.intersection([.sectionHead]) : counts
            if !serving.isEmpty { return [] }
        }
        return [.signatureDoesNotCount(signature, at: path)]
    }

    private func signatures(of designation: Designation, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        var faults: [PolicyFault] = []
        if designation.signatures.count > PolicyLimits.list {
            faults.append(
                .tooMany(designation.signatures.count, most: PolicyLimits.list, at: path)
            )
        }
        var signers: Set<PersonID> = []
        for (position, signature) in designation.signatures.enumerated() {
            let place = "\(path)[\(position)]"
            if signers.insert(signature.by).inserted {
                faults += try self.faults(in: signature, under: designation, at: place)
            } else {
                faults.append(.signedTwice(signature, at: place))
            }
        }
        return faults
    }

    /// What is wrong with a visit approval.
    public func faults(in visit: VisitApproval, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        var faults = name(visit.id.text, at: path + ".id")
        faults += try rooms(visit.rooms, at: path + ".rooms")
        faults += try visitors(of: visit, at: path + ".visitors")
        faults += try approver(of: visit, at: path + ".by")
        faults += text(visit.necessity, most: PolicyLimits.text, at: path + ".necessity")
        faults += number(visit.entries, in: PolicyLimits.entries, at: path + ".entries")
        if let escorts = visit.escorts {
            faults += list(escorts, at: path + ".escorts")
            for (position, escort) in escorts.enumerated() {
                faults += try existence(of: escort, at: "\(path).escorts[\(position)]")
            }
        }
        return try faults + window(of: visit, at: path)
    }

    /// What is wrong with a request for a visit: all that would be wrong with its approval but the approver.
    public func faults(
        in request: VisitRequest,
        on day: SigningDay,
        at path: String
    ) throws(Index.Fault) -> [PolicyFault] {
        let nobody = PersonID("")
        return try faults(in: request.approved(by: nobody, on: day), at: path)
            .filter { $0.path != path + ".by" }
    }

    private func rooms(_ rooms: [RoomID], at path: String) throws(Index.Fault) -> [PolicyFault] {
        var faults = list(rooms, at: path)
        for (position, room) in rooms.enumerated() {
            faults += try existence(of: room, at: "\(path)[\(position)]")
        }
        return faults
    }

    private func visitors(of visit: VisitApproval, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        var faults = list(visit.visitors, at: path)
        for (position, id) in visit.visitors.enumerated() {
            let place = "\(path)[\(position)]"
            guard let visitor = try index.person(id) else {
                faults += try existence(of: id, at: place)
                continue
            }
            if id == visit.by { faults.append(.approvesOneself(id, at: place)) }
            let missing = visitor.missingForVisit
            if !missing.isEmpty { faults.append(.incompleteVisitor(id, missing, at: place)) }
        }
        return faults
    }

    private func approver(of visit: VisitApproval, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        let missing = try existence(of: visit.by, at: path)
        guard missing.isEmpty else { return missing }
        for appointment in try index.appointments(of: visit.by)
        where appointment.actsAsInformationOfficer && appointment.isHeld(on: visit.on) {
            return []
        }
        return [.noOffice(visit.by, on: visit.on.date, at: path)]
    }

    private func window(of visit: VisitApproval, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        guard let from = visit.validity.from else {
            return [.lacks("from", "立入承認には始まりが要る", at: path + ".from")]
        }
        guard let until = visit.validity.until else {
            return [.lacks("until", "立入承認には終わりが要る", at: path + ".until")]
        }
        let longest = Duration.seconds(PolicyLimits.standingDays * 86_400)
        if visit.entries == nil && until.instant - from.instant > longest {
            return [.standsTooLong(at: path + ".entries")]
        }
        return try validity(visit.validity, at: path)
            + scope(of: visit, from: from, until: until, at: path + ".until")
    }

    /// An approval stands for as long as the strictest of its rooms lets it (rule.md A.4).
    private func scope(
        of visit: VisitApproval,
        from: Bound,
        until: Bound,
        at path: String
    ) throws(Index.Fault) -> [PolicyFault] {
        for id in visit.rooms {
            guard let room = try index.room(id) else { continue }
            let longest = Duration.seconds(room.approvalScope.days * 86_400)
            if until.instant - from.instant > longest {
                return [.approvedForTooLong(room, at: path)]
            }
        }
        return []
    }
}
