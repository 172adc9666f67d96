// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB
internal import Synchronization

extension SQLiteLedger {
    /// How often a plan is made anew because the policy was changed under it.
    private static let plans = 3

    /// Puts another policy into force: planned on a snapshot, written in one transaction.
    @concurrent
    func apply(
        _ policy: Policy,
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome {
        for _ in 0..<Self.plans {
            let draft = try await plan(for: policy, by: author, at: moment)
            let outcome = try await transact(
                "apply a policy",
                at: moment,
                isTrial: order.terms.isTrial
            ) { transaction in
                try transaction.onceOnly(order, by: author) {
                    try transaction.apply(draft, order, by: author)
                }
            }
            if let outcome { return outcome }
        }
        throw LedgerFault("could not apply a policy: others change it all the time; try again")
    }

    /// What there is to do, as far as it can be told before the transaction.
    private func plan(
        for policy: Policy,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> PolicyDraft {
        let now = meet(moment)
        let calendar = calendar
        let keys = keys
        let draft: PolicyDraft = try await read("compare a policy") { database in
            let stored = StoredPolicy(database: database, calendar: calendar, now: now)
            guard try stored.mayApplyPolicy(author, at: now) else { return .refused(.notAllowed) }
            var faults = policy.faults()
            let old = try stored.policy()
            var resolved = ResolvedPolicy(
                policy,
                badges: try stored.badges().map(\.digest) + stored.badgesRead(),
                pins: try stored.pins(),
                keys: keys
            )
            resolved.keepLost(of: old)
            faults = (faults + resolved.faults).filter { !$0.isWarning }
            guard faults.isEmpty else { return .refused(.faults(faults)) }
            guard policy.hasInformationOfficer(at: now) else { return .refused(.nobodyInOffice) }
            return .planned(
                PolicyPlan(
                    from: old,
                    revision: try stored.revision(),
                    to: resolved
                )
            )
        }
        guard case .planned(let plan) = draft else { return draft }
        let cost = pinCost
        return try await aside { () throws(LedgerFault) in
            var plan = plan
            try plan.derivePINs(keys: keys, cost: cost)
            return .planned(plan)
        }
    }
}

/// A policy before its transaction: a plan, or already refused.
enum PolicyDraft: Sendable {
    case planned(PolicyPlan)
    case refused(OrderRefusal)
}

extension StoredPolicy {
    /// Whether somebody may put a policy into force; before the first one, anybody whom a token lets in may.
    func mayApplyPolicy(_ author: PersonID, at now: Timestamp) throws -> Bool {
        if try revision() == 0 { return true }
        return try authority(of: author, at: now).allows(.applyPolicy(Policy()))
    }

    /// What somebody may order; nothing at all, for who isn't here or is suspended (L8).
    func authority(of author: PersonID, at now: Timestamp) throws -> Authority {
        guard let person = try person(author), !person.isSuspended, person.validity.contains(now)
        else { return Authority(of: author, holding: [], at: now) }
        return Authority(of: author, holding: try appointments(of: author), at: now)
    }
}

extension Policy {
    /// Whether somebody who is here holds the office of information officer.
    fileprivate func hasInformationOfficer(at now: Timestamp) -> Bool {
        let officers = appointments.filter {
            $0.office == .informationOfficer && $0.validity.contains(now)
        }.map(\.person)
        return people.map(\.person).contains { person in
            officers.contains(person.id) && !person.isSuspended && person.validity.contains(now)
        }
    }
}

extension OrderRefusal {
    /// Nobody could change anything any more.
    fileprivate static let nobodyInOffice = OrderRefusal.unfit(
        english: "nobody would hold the office of information officer: nobody could change "
            + "anything any more",
        japanese: "情報責任者がいなくなり、誰も何も変えられなくなります。"
    )
}
