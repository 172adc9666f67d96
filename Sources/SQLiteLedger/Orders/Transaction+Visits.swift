// SPDX-License-Identifier: Apache-2.0
internal import Access

extension Transaction {
    func approval(_ row: VisitApproval, by author: PersonID) throws -> Deed {
        if try stored.visit(row.id) != nil {
            throw OrderRefused.unfit("there is or was a visit \(row.id); give this one another id")
        }
        let faults = try PolicyRules(stored).faults(in: row, at: "approveVisit")
            .filter { !$0.isWarning }
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        // Nobody finds it necessary that they themselves be let in, in another's name either.
        if row.visitors.contains(author) {
            throw OrderRefused.unfit("\(author) orders this approval and can't be its visitor")
        }
        return Deed(about: row.visitors) { _ in try self.write(row) }
    }

    func withdrawal(of id: VisitID) throws -> Deed {
        guard let found = try stored.visit(id) else {
            throw OrderRefused.unfit("there is no visit \(id)")
        }
        if found.isWithdrawn { throw OrderRefused.unfit("visit \(id) is withdrawn already") }
        return Deed(about: found.visit.visitors) { _ in try self.withdraw(id) }
    }
}
