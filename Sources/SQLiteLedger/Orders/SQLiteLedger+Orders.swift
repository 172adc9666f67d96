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
        return try await transact("carry out \(order.act.verb)", at: moment) { transaction in
            try transaction.carryOut(order, by: author)
        }
    }
}
