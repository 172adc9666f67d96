// SPDX-License-Identifier: Apache-2.0
import Access
import Synchronization

/// What was seen of one run, in the order in which it happened.
final class Witness: Sendable {
    enum Sight: Sendable, Hashable {
        /// A grant was on disk.
        case granted(DoorID, RecordNumber)
        /// An order to hold a door open was on disk.
        case heldOpen(DoorID)
        /// A lock let go, or took hold.
        case lock(DoorID, isReleased: Bool)
    }

    private let seen = Mutex<[Sight]>([])

    func see(_ sight: Sight) { seen.withLock { $0.append(sight) } }

    /// Everything since the last time.
    func take() -> [Sight] {
        seen.withLock { seen in
            defer { seen = [] }
            return seen
        }
    }
}

/// A ledger that tells a witness of each right, once it is on disk.
struct WitnessedLedger: Ledger {
    let ledger: any Ledger
    let witness: Witness

    func settle(_ request: AccessRequest) async throws(LedgerFault) -> Settlement {
        let settlement = try await ledger.settle(request)
        if case .granted(let grant) = settlement.decision, let record = settlement.record {
            witness.see(.granted(grant.door, record))
        }
        return settlement
    }

    func append(_ events: [Event]) async throws(LedgerFault) -> Standing {
        try await ledger.append(events)
    }

    func carryOut(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome {
        let outcome = try await ledger.carryOut(order, by: author, at: moment)
        if case .accepted(_, .holdOpen(let effect)?) = outcome {
            witness.see(.heldOpen(effect.door))
        }
        return outcome
    }

    func attend(at moment: Moment) async throws(LedgerFault) -> Standing {
        try await ledger.attend(at: moment)
    }
}
