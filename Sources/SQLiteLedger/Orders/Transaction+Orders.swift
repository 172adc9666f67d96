// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Carries an order out, or puts on record that it was refused.
    func carryOut(
        _ order: Order,
        by author: PersonID,
        _ pins: DerivedPINs = DerivedPINs()
    ) throws -> OrderOutcome {
        do {
            return try carryOut(deed(of: order, by: author, pins), order, by: author)
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
        record.content = order.act.recordText
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
}
