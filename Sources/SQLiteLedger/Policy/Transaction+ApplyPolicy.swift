// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Puts a planned policy into force.
    ///
    /// - Returns: `nil` where the policy is not the one any more for which the plan was made.
    func apply(_ draft: PolicyDraft, _ order: Order, by author: PersonID) throws -> OrderOutcome? {
        // Offices are read once more, in the transaction that counts.
        guard try stored.mayApplyPolicy(author, at: time.now) else {
            return try refuse(order, by: author, .notAllowed)
        }
        if let reason = order.reason, reason.count > PolicyLimits.text {
            let refused = OrderRefused.unfit(
                "the reason is longer than \(PolicyLimits.text) characters",
                "理由が \(PolicyLimits.text) 文字を超えています。"
            )
            return try refuse(order, by: author, refused.refusal)
        }
        guard order.terms.admit(RowTag("\(try stored.revision())")) else {
            return try refuse(order, by: author, .changedMeanwhile)
        }
        switch draft {
        case .refused(let refusal): return try refuse(order, by: author, refusal)
        case .planned(let plan):
            guard try stored.revision() == plan.revision else { return nil }
            var deed = Deed { number in
                try self.write(plan)
                try self.record(plan, of: number, by: author)
            }
            deed.record.subject = "policy revision \(plan.revision + 1)"
            return try carryOut(safely: deed, order, by: author)
        }
    }

    /// Carries it out, unless nobody could change anything any more by it: then it is undone, and refused.
    private func carryOut(
        safely deed: Deed,
        _ order: Order,
        by author: PersonID
    ) throws -> OrderOutcome {
        let before = head
        var outcome = OrderOutcome.refused(.notAllowed)
        var locksOut = false
        try database.inSavepoint {
            outcome = try carryOut(deed, order, by: author)
            locksOut = try hasTokens() && !officerHoldsToken()
            return locksOut ? .rollback : .commit
        }
        guard locksOut else { return outcome }
        head = before
        let refused = OrderRefused.unfit(
            "under this policy nobody who holds a token would be information officer or act for "
                + "the office, so nobody could change anything any more; name one who does, or issue "
                + "a token to the new officer first",
            "この方針では、トークンを持つ情報責任者もその代行者もいなくなり、以後だれも変更できません。"
                + "トークンを持つ者を任じるか、先に新しい情報責任者にトークンを発行してください。"
        )
        return try refuse(order, by: author, refused.refusal)
    }

    private func write(_ plan: PolicyPlan) throws {
        if let rooms = plan.rooms { try replace(rooms: rooms) }
        if let departments = plan.departments { try replace(departments: departments) }
        try apply(plan.people, plan)
        if let appointments = plan.appointments { try replace(appointments: appointments) }
        if let holidays = plan.holidays { try replace(holidays: holidays) }
        for designation in plan.designations.removed { try revoke(designation) }
        for designation in plan.designations.written { try write(designation) }
        for visit in plan.visits.removed { try withdraw(visit) }
        for visit in plan.visits.written { try write(visit) }
    }

    /// Puts each change on record, or how many there were and the digest of the whole.
    private func record(_ plan: PolicyPlan, of order: RecordNumber, by author: PersonID) throws {
        var record = Record(.order)
        record.verb = "applyPolicy"
        record.author = author
        record.of = order
        guard let differences = plan.differences else {
            record.subject = "policy"
            record.state = "summary"
            record.text = "\(plan.summary); sha256 \(try stored.digest())"
            try append(record)
            return
        }
        for difference in differences {
            record.subject = "\(difference.kind.rawValue) \(difference.id)"
            record.people = difference.kind == .person ? [PersonID(difference.id)] : []
            switch difference.change {
            case .added: (record.state, record.text) = ("added", nil)
            case .removed: (record.state, record.text) = ("removed", nil)
            case .changed: (record.state, record.text) = ("changed", difference.english)
            }
            record.content = plan.recordText(of: difference)
            try append(record)
        }
    }
}
