// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB
internal import Synchronization

extension SQLiteLedger {
    /// Carries something out in one transaction, durably, or not at all.
    ///
    /// The task's cancellation does not reach it: a decision is never half made. Of a trial all is undone again, so that
    /// only its outcome is known.
    func transact<Value: Sendable>(
        _ operation: String,
        at moment: Moment,
        isTrial: Bool = false,
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws(LedgerFault) -> Value {
        let result: Result<Value, LedgerFault> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    returning: isTrial
                        ? self.attempt(operation, at: moment, in: database, body)
                        : self.commit(operation, at: moment, in: database, body)
                )
            }
        }
        return try result.get()
    }

    /// Reads from one snapshot.
    func read<Value: Sendable>(
        _ operation: String,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerFault) -> Value {
        let result: Result<Value, LedgerFault> = await withCheckedContinuation { continuation in
            pool.asyncRead { database in
                do {
                    continuation.resume(returning: .success(try body(database.get())))
                } catch {
                    continuation.resume(
                        returning: .failure(LedgerFault(operation, self.pool.path, error))
                    )
                }
            }
        }
        return try result.get()
    }

    /// Carries something out and undoes it.
    private func attempt<Value: Sendable>(
        _ operation: String,
        at moment: Moment,
        in database: Database,
        _ body: (Transaction) throws -> Value
    ) -> Result<Value, LedgerFault> {
        do {
            var outcome: Value?
            try database.inTransaction(.immediate) {
                outcome = try body(try Transaction(database, self, at: moment))
                return .rollback
            }
            guard let outcome else {
                throw LedgerFault("could not \(operation): nothing came of it")
            }
            return .success(outcome)
        } catch {
            return .failure(LedgerFault(operation, pool.path, error))
        }
    }

    private func commit<Value: Sendable>(
        _ operation: String,
        at moment: Moment,
        in database: Database,
        _ body: (Transaction) throws -> Value
    ) -> Result<Value, LedgerFault> {
        do {
            var outcome: (value: Value, clock: ClockKeeper, grownTo: RecordNumber?)?
            try database.inTransaction(.immediate) {
                let transaction = try Transaction(database, self, at: moment)
                let value = try body(transaction)
                try transaction.keepClock(since: clock.withLock { $0 })
                try file.check()
                outcome = (value, transaction.clock, transaction.grownTo)
                return .commit
            }
            guard let outcome else {
                throw LedgerFault("could not \(operation): nothing came of it")
            }
            clock.withLock { $0 = outcome.clock }
            meet(moment)
            if let number = outcome.grownTo { growth.grown(to: number) }
            return .success(outcome.value)
        } catch {
            return .failure(LedgerFault(operation, pool.path, error))
        }
    }
}
