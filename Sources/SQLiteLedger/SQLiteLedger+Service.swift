// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// Records that the service has started, and ends what an earlier run left open.
    ///
    /// Whether somebody went in on a grant that was outstanding then, nobody knows: it counts as not entered.
    @discardableResult
    public func start(at moment: Moment) async throws(LedgerFault) -> Standing {
        let standing = try await transact("start the journal", at: moment) { transaction in
            var started = Record(.system)
            started.state = "started"
            try transaction.append(started)
            for left in try transaction.grantsLeft() { try transaction.record(left) }
            return try transaction.settleStanding()
        }
        await settleClaim(at: moment)
        return standing
    }

    /// Records that the service stops.
    public func stop(at moment: Moment) async throws(LedgerFault) {
        try await transact("end the journal", at: moment) { transaction in
            var stopped = Record(.system)
            stopped.state = "stopped"
            try transaction.append(stopped)
        }
    }
}

extension Transaction {
    /// A record `not-entered` for each grant of an earlier run.
    fileprivate func grantsLeft() throws -> [Record] {
        let rows = try stored.rows(
            "SELECT entry, person, door, room, escort FROM outstanding ORDER BY entry, person"
        ) { row in
            var record = Record(.notEntered)
            record.of = try row.decode(atIndex: 0)
            record.people = [try row.identifier(1)]
            record.door = try row.identifier(2)
            record.room = try row.identifier(3)
            record.escort = try row.identifierIfAny(4)
            record.state = "restart"
            return record
        }
        let records: [Record] = rows.reduce(into: []) { records, row in
            guard let last = records.indices.last, records[last].of == row.of else {
                return records.append(row)
            }
            records[last].people += row.people
            records[last].escort = records[last].escort ?? row.escort
        }
        return records.map { record in
            var record = record
            record.people.removeAll { $0 == record.escort }
            return record
        }
    }
}
