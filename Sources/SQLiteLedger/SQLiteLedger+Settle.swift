// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// How often digits are compared anew because the PIN was changed under them.
    private static let comparisons = 3

    /// Reads the facts, judges the request, appends the record and commits, all in one transaction.
    public func settle(_ request: AccessRequest) async throws(LedgerFault) -> Settlement {
        let door = request.door.id
        for _ in 0..<Self.comparisons {
            let guess = try await guess(in: request)
            let settlement = try await transact(
                "record a decision at door \(door)",
                at: request.moment
            ) {
                transaction in
                guard try guess?.isCurrent(in: transaction.stored) ?? true else {
                    return Settlement?.none
                }
                return try transaction.settle(request, pin: guess?.outcome)
            }
            if let settlement { return settlement }
        }
        throw LedgerFault(
            "could not compare a PIN at door \(door): it changes all the time; try again"
        )
    }

    /// Compares typed digits, outside the transaction: it takes a while by design.
    private func guess(in request: AccessRequest) async throws(LedgerFault) -> PINGuess? {
        guard case .confirm(let digits) = request.act,
            let person = request.session?.confirmer?.person
        else { return nil }
        let calendar = calendar
        let now = present
        let rows = try await read("read a PIN") { database in
            try PINGuess.rows(
                of: person,
                in: StoredPolicy(database: database, calendar: calendar, now: now)
            )
        }
        return try await PINGuess(digits, of: person, rows: rows, keys: keys)
    }
}

extension Transaction {
    /// What the policy's tables say now.
    var stored: StoredPolicy {
        StoredPolicy(database: database, calendar: calendar, now: time.now)
    }

    /// Judges a request on the facts of this moment, and puts the answer on record.
    func settle(_ request: AccessRequest, pin: PINOutcome?) throws -> Settlement {
        var presented: BadgeDigest?
        if case .badge(let read) = request.act { presented = keys.digest(of: read.number) }
        var facts = try FactsReader.facts(
            about: request.door.room,
            presented: presented,
            members: request.session?.members ?? [],
            in: self
        )
        facts.pin = pin
        let ruling = Access.ruling(on: request, given: facts)
        if let change = ruling.pinChange { try keep(change) }
        var answer: RecordNumber?
        for (place, record) in ruling.records.enumerated() {
            let number = try self.record(record)
            if place == 0 { answer = number }
        }
        return Settlement(decision: ruling.decision, session: ruling.session, record: answer)
    }
}
