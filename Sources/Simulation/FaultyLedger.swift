// SPDX-License-Identifier: Apache-2.0
public import Access
import Synchronization

/// A real ledger behind a disk that can be full.
public final class FaultyLedger: Ledger {
    private let ledger: any Ledger
    private let isFull = Mutex(false)

    /// Puts a disk before a ledger.
    public init(_ ledger: any Ledger) {
        self.ledger = ledger
    }

    /// Fills the disk, or makes room.
    public func fill(_ isFull: Bool) {
        self.isFull.withLock { $0 = isFull }
    }

    /// Settles, unless the disk is full.
    public func settle(_ request: AccessRequest) async throws(LedgerFault) -> Settlement {
        try check("settle")
        return try await ledger.settle(request)
    }

    /// Appends, unless the disk is full.
    public func append(_ events: [Event]) async throws(LedgerFault) -> Standing {
        try check("append")
        return try await ledger.append(events)
    }

    /// Carries out, unless the disk is full.
    public func carryOut(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome {
        try check("carryOut")
        return try await ledger.carryOut(order, by: author, at: moment)
    }

    /// Brings up to date, unless the disk is full.
    public func attend(at moment: Moment) async throws(LedgerFault) -> Standing {
        try check("attend")
        return try await ledger.attend(at: moment)
    }

    private func check(_ operation: String) throws(LedgerFault) {
        guard isFull.withLock({ $0 }) else { return }
        throw LedgerFault("\(operation): simulated disk is full (SQLITE_FULL)")
    }
}
