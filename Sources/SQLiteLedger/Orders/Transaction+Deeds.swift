// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Looks at everything that could speak against an order.
    func deed(of order: Order, by author: PersonID, _ pins: DerivedPINs) throws -> Deed {
        let authority = try stored.authority(of: author, at: time.now)
        let isAllowed = try authority.allows(
            order.act,
            rooms: rooms(concernedBy: order.act),
            isConcerned: isConcerned(author, by: order.act)
        )
        guard isAllowed else {
            // A head's right follows from the rooms of what is named; nobody has one to what is not there.
            if authority.holds(.sectionHead) { try designationIsThere(order.act) }
            throw OrderRefused.notAllowed
        }
        if let reason = order.reason, reason.count > PolicyLimits.text {
            throw OrderRefused.unfit(
                "the reason is longer than \(PolicyLimits.text) characters",
                "理由が \(PolicyLimits.text) 文字を超えています。"
            )
        }
        guard try order.terms.expectedTags == nil || order.terms.admit(tag(of: order.act)) else {
            throw OrderRefused.changedMeanwhile
        }
        if let deed = try aboutRights(order.act, by: author) { return deed }
        if let deed = try aboutPeople(order.act, by: author, pins) { return deed }
        return try aboutBoard(order.act, by: author, order.reason)
    }

    private func aboutRights(_ act: Order.Act, by author: PersonID) throws -> Deed? {
        switch act {
        case .revokeDesignation(let id): try revocation(of: id)
        case .sign(let id): try signing(of: id, by: author)
        case .designate(let row): try designating(row, by: author)
        case .confirmDesignation(let id): try confirmation(of: id, by: author)
        case .requestVisit(let row): try requesting(row, by: author)
        case .approveVisit(let row): try approval(row, by: author)
        case .refuseVisit(let id): try refusal(of: id)
        case .withdrawVisit(let id): try withdrawal(of: id)
        case .closeVisit(let id): try closing(of: id)
        case .noteItems(let note): try noting(note, by: author)
        default: nil
        }
    }

    private func aboutPeople(
        _ act: Order.Act,
        by author: PersonID,
        _ pins: DerivedPINs
    ) throws -> Deed? {
        switch act {
        case .issueBadge(let badge, let person): try issuing(badge, to: person)
        case .badgeLost(let token): try loss(of: token)
        case .suspendBadge(let token): try suspension(of: token)
        case .resumeBadge(let token): try resumption(of: token)
        case .returnBadge(let token): try returning(of: token)
        case .registerPerson(let row): try registering(row, pins)
        case .suspendPerson(let id): try suspension(of: id)
        case .resumePerson(let id): try resumption(of: id)
        case .setPIN(let id, let pin, let duress):
            try setting(pin: pin, duressPIN: duress, of: id, pins)
        case .clearPINLock(let id): try clearing(lockOf: id)
        case .transfer(let id, let department): try transfer(of: id, to: department)
        case .transferPeople(let transfer): try transferring(transfer)
        case .registerDepartment(let row): try registering(row)
        case .appoint(let row): try appointing(row)
        case .issueToken(let id, let label, let until):
            try issuing(tokenTo: id, label: label, until: until)
        case .revokeToken(let number): try revoking(token: number)
        default: nil
        }
    }

    private func aboutBoard(
        _ act: Order.Act,
        by author: PersonID,
        _ reason: String?
    ) throws -> Deed {
        switch act {
        case .lockdown(let rooms, let allowed):
            return try lockdown(rooms, allowing: allowed, by: author)
        case .endLockdown(let rooms): return try endOfLockdown(rooms)
        case .handover(let room, let person):
            return try handover(in: room, to: person, by: author)
        case .holdOpen(let door, let room, let minutes, let watcher):
            return try holding(open: door, to: room, for: minutes, watcher, reason)
        case .noteExit(let person): return try exit(of: person, by: author, reason)
        case .endHoldOpen(let door): return try endOfHolding(door)
        case .acknowledge(let alarm, let door):
            return try acknowledgement(of: alarm, at: door, by: author)
        case .pairReader(let reader, let minutes, let replaces):
            return try pairing(reader, for: minutes, replacing: replaces)
        case .writeCard(let reader, let person): return try writing(at: reader, for: person)
        case .explain(let question): return try questioning(question)
        default: throw LedgerFault("\(act.verb) is carried out by a plan that was made for it")
        }
    }

    private func designationIsThere(_ act: Order.Act) throws {
        switch act {
        case .revokeDesignation(let id), .sign(let id), .confirmDesignation(let id):
            guard try stored.designation(id) == nil else { return }
            throw OrderRefused.unfit("there is no designation \(id)", "指定 \(id) はありません。")
        default: return
        }
    }

    /// The rooms of the designation or the question that an order is about.
    private func rooms(concernedBy act: Order.Act) throws -> [Room] {
        let rooms: [RoomID] =
            switch act {
            case .revokeDesignation(let id), .sign(let id), .confirmDesignation(let id):
                try stored.designation(id)?.designation.rooms ?? []
            case .designate(let row): row.rooms
            case .explain(.entry(_, let place, _, _)): [place.room]
            case .explain(.record(let number)): try room(ofRecord: number)
            default: []
            }
        return try rooms.compactMap(stored.room)
    }

    private func room(ofRecord number: RecordNumber) throws -> [RoomID] {
        try stored.rows(
            "SELECT json_extract(body, '$.room') FROM journal WHERE number = ?",
            [number]
        ) { try $0.identifierIfAny(0) as RoomID? }.compactMap { $0 }
    }

    /// Whether an order is about the author's own token, or a visit on which the author, a member of staff, escorts.
    private func isConcerned(_ author: PersonID, by act: Order.Act) throws -> Bool {
        let visit: VisitID?
        switch act {
        case .revokeToken(let number): return try holder(ofToken: number) == author
        case .closeVisit(let id): visit = id
        case .noteExit(let person):
            visit = try stored.presences("person = ?", [person.text]).first?.visit
        case .noteItems(let note): visit = note.visit
        default: visit = nil
        }
        guard let visit, let person = try stored.person(author), person.department != nil,
            !person.isSuspended, person.validity.contains(time.now)
        else { return false }
        return try hasEscorted(author, on: visit)
    }

    private func writing(at reader: ReaderID, for person: PersonID?) throws -> Deed {
        if let person, try stored.person(person) == nil {
            throw OrderRefused.unfit("there is no person \(person)", "\(person) という人はいません。")
        }
        var deed = Deed(about: person.map { [$0] } ?? []) { _ in }
        deed.record.reader = reader
        deed.revisesPolicy = false
        deed.effect = .writeCard(reader)
        return deed
    }
}
