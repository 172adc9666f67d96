// SPDX-License-Identifier: Apache-2.0
import Access
import Logging
import SQLiteLedger
import Synchronization

/// A ledger whose file may not be there yet: until it can be opened, entry is refused and people get out (L4, L5).
///
/// A board that starts on a full or damaged disk serves its exits all the same.
actor LateLedger {
    private let open: @Sendable () throws(LedgerFault) -> SQLiteLedger
    private let time: any TimeSource
    private let log: Logger
    private nonisolated let ledger = Mutex<SQLiteLedger?>(nil)
    private var said: LedgerFault?

    init(
        time: any TimeSource,
        log: Logger,
        open: @escaping @Sendable () throws(LedgerFault) -> SQLiteLedger
    ) {
        self.open = open
        self.time = time
        self.log = log
    }

    /// The ledger, opened now if it was not.
    @discardableResult
    func opened() async throws(LedgerFault) -> SQLiteLedger {
        if let ledger = ledger.withLock({ $0 }) { return ledger }
        do throws(LedgerFault) {
            let ledger = try open()
            try await ledger.start(at: time.now())
            if said != nil { log.notice("the database is open") }
            said = nil
            self.ledger.withLock { $0 = ledger }
            return ledger
        } catch {
            if said != error {
                log.error("the database cannot be opened", metadata: ["fault": "\(error)"])
            }
            said = error
            throw error
        }
    }

    /// Closes the ledger, if it was ever opened.
    nonisolated func close() throws(LedgerFault) {
        if let ledger = ledger.withLock({ $0 }) { try ledger.close() }
    }

    /// The open ledger's growth; a stream that ends at once where none is open, so that whoever follows asks again.
    nonisolated func growth() -> AsyncStream<RecordNumber> {
        ledger.withLock { $0 }?.journalGrowth() ?? AsyncStream { $0.finish() }
    }
}

extension LateLedger: Ledger {
    func settle(_ request: AccessRequest) async throws(LedgerFault) -> Settlement {
        try await opened().settle(request)
    }

    func append(_ events: [Event]) async throws(LedgerFault) -> Standing {
        try await opened().append(events)
    }

    func carryOut(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome {
        try await opened().carryOut(order, by: author, at: moment)
    }

    func attend(at moment: Moment) async throws(LedgerFault) -> Standing {
        try await opened().attend(at: moment)
    }
}
