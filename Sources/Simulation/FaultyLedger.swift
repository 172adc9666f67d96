// SPDX-License-Identifier: Apache-2.0
public import Access
import Synchronization

/// A real ledger behind a disk that can be full, or stall.
public final class FaultyLedger: Ledger {
    private struct State {
        var isFull = false
        var isStalled = false
        var stalled: [CheckedContinuation<Void, Never>] = []
    }

    private let ledger: any Ledger
    private let state = Mutex(State())

    /// Puts a disk before a ledger.
    public init(_ ledger: any Ledger) {
        self.ledger = ledger
    }

    /// Fills the disk, or makes room.
    public func fill(_ isFull: Bool) {
        state.withLock { $0.isFull = isFull }
    }

    /// Lets nothing through from now on, or everything that waits and comes.
    public func stall(_ isStalled: Bool) {
        let resumed = state.withLock { state in
            state.isStalled = isStalled
            defer { if !isStalled { state.stalled = [] } }
            return isStalled ? [] : state.stalled
        }
        for continuation in resumed { continuation.resume() }
    }

    /// How many operations wait.
    public var stalledCount: Int { state.withLock { $0.stalled.count } }

    /// Settles, unless the disk is full.
    public func settle(_ request: AccessRequest) async throws(LedgerFault) -> Settlement {
        try await check("settle")
        return try await ledger.settle(request)
    }

    /// Appends, unless the disk is full.
    public func append(_ events: [Event]) async throws(LedgerFault) -> Standing {
        try await check("append")
        return try await ledger.append(events)
    }

    /// Carries out, unless the disk is full.
    public func carryOut(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome {
        try await check("carryOut")
        return try await ledger.carryOut(order, by: author, at: moment)
    }

    /// Brings up to date, unless the disk is full.
    public func attend(at moment: Moment) async throws(LedgerFault) -> Standing {
        try await check("attend")
        return try await ledger.attend(at: moment)
    }

    private func check(_ operation: String) async throws(LedgerFault) {
        await withCheckedContinuation { continuation in
            let passes = state.withLock { state in
                if state.isStalled { state.stalled.append(continuation) }
                return !state.isStalled
            }
            if passes { continuation.resume() }
        }
        guard state.withLock({ $0.isFull }) else { return }
        throw LedgerFault("\(operation): simulated disk is full (SQLITE_FULL)")
    }
}
