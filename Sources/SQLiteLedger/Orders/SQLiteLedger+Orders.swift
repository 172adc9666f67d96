// SPDX-License-Identifier: Apache-2.0
public import Access

extension SQLiteLedger {
    /// Carries an order out in one transaction with its record, if its author's offices allow it (L8).
    public func carryOut(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome {
        if case .applyPolicy(let policy) = order.act {
            return try await apply(policy, order, by: author, at: moment)
        }
        let pins = try await pins(in: order, by: author, at: moment)
        let operation = "carry out \(order.act.verb)"
        let outcome = try await transact(operation, at: moment, isTrial: order.terms.isTrial) {
            transaction in
            try transaction.onceOnly(order, by: author) {
                try transaction.carryOut(order, by: author, pins)
            }
        }
        guard let outcome else { throw LedgerFault("could not \(operation): nothing came of it") }
        return order.terms.isTrial ? outcome.withoutEffect : outcome
    }

    /// Derives an order's PINs, unless its author may not give it: then nobody waits for them.
    private func pins(
        in order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> DerivedPINs {
        switch order.act {
        case .setPIN, .registerPerson: break
        default: return DerivedPINs()
        }
        let now = meet(moment)
        let isAllowed = try await readPolicy("look at an order") { stored in
            try stored.authority(of: author, at: now).allows(order.act)
        }
        return isAllowed
            ? try await DerivedPINs(order.act, keys: keys, cost: pinCost) : DerivedPINs()
    }
}
