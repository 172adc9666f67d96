// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Carries an order out, or puts on record that it was refused.
    func carryOut(_ order: Order, by author: PersonID) throws -> OrderOutcome {
        do {
            return try carryOut(deed(of: order, by: author), order, by: author)
        } catch let refused as OrderRefused {
            return try refuse(order, by: author, refused.refusal)
        }
    }

    /// Records an order that was found fit, changes what it changes, and settles what follows.
    func carryOut(
        _ deed: Deed,
        _ order: Order,
        by author: PersonID
    ) throws -> OrderOutcome {
        var record = try recorded(order, by: author, like: deed.record)
        record.state = "accepted"
        record.text = order.reason
        let number = try append(record)
        try deed.change(number)
        if deed.revisesPolicy { try revise() }
        _ = try settleStanding()
        return .accepted(number, deed.effect)
    }

    /// Puts on record that an order was refused; nothing else changes.
    func refuse(
        _ order: Order,
        by author: PersonID,
        _ refusal: OrderRefusal
    ) throws -> OrderOutcome {
        var record = try recorded(order, by: author, like: Record(.order))
        record.state = "refused"
        record.text = refusal.text
        try append(record)
        return .refused(refusal)
    }

    private func recorded(
        _ order: Order,
        by author: PersonID,
        like template: Record
    ) throws -> Record {
        var record = template
        record.verb = order.act.verb
        record.author = author
        if record.subject == nil { record.subject = order.act.subject(keys: keys) }
        record.subject = record.subject.map { String($0.prefix(PolicyLimits.text)) }
        if try stored.authority(of: author, at: time.now).isActing {
            record.remarks.append(.acting)
        }
        if !clock.isTrusted { record.remarks.append(.clockUntrusted) }
        return record
    }

    /// Counts the policy's revision on.
    func revise() throws {
        try setMeta(StoredPolicy.revisionKey, String(stored.revision() + 1))
    }

    /// Looks at everything that could speak against an order.
    private func deed(of order: Order, by author: PersonID) throws -> Deed {
        let rooms = try rooms(concernedBy: order.act)
        guard try stored.authority(of: author, at: time.now).allows(order.act, rooms: rooms) else {
            throw OrderRefused.notAllowed
        }
        if let reason = order.reason, reason.count > PolicyLimits.text {
            throw OrderRefused.unfit("the reason is longer than \(PolicyLimits.text) characters")
        }
        return switch order.act {
        case .revokeDesignation(let id): try revocation(of: id)
        case .sign(let id): try signing(of: id, by: author)
        case .designate(let row): try designating(row, by: author)
        case .approveVisit(let row): try approval(row, by: author)
        case .withdrawVisit(let id): try withdrawal(of: id)
        case .badgeLost(let token): try loss(of: token)
        case .suspendBadge(let token): try suspension(of: token)
        case .suspendPerson(let id): try suspension(of: id)
        case .transfer(let id, let department): try transfer(of: id, to: department)
        case .appoint(let row): try appointing(row)
        case .lockdown(let rooms, let allowed): try lockdown(rooms, allowing: allowed)
        case .endLockdown(let rooms): try endOfLockdown(rooms)
        case .handover(let room, let person): try handover(in: room, to: person, by: author)
        case .holdOpen(let door, let room, let minutes, let watcher):
            try holding(open: door, to: room, for: minutes, watcher, order.reason)
        case .endHoldOpen(let door): endOfHolding(door)
        case .acknowledge(let alarm, let door):
            try acknowledgement(of: alarm, at: door, by: author)
        case .clearPINLock(let id): try clearing(lockOf: id)
        case .pairReader(let reader, let minutes, let isAnew):
            try pairing(reader, for: minutes, replacing: isAnew)
        case .applyPolicy:
            throw LedgerFault("a policy is applied by a plan that was made for it")
        default: throw LedgerFault("\(order.act.verb) is not kept yet")
        }
    }

    /// The rooms of the designation that an order is about.
    private func rooms(concernedBy act: Order.Act) throws -> [Room] {
        let rooms =
            switch act {
            case .revokeDesignation(let id), .sign(let id):
                try stored.designation(id)?.designation.rooms ?? []
            case .designate(let row): row.rooms
            default: [RoomID]()
            }
        return try rooms.compactMap(stored.room)
    }
}
