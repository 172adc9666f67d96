// SPDX-License-Identifier: Apache-2.0

/// The answer "yes" to one request; worthless until it is on record.
public struct Grant: Sendable, Hashable {
    /// The request that it answers.
    public let request: RequestID
    /// The door whose lock may be released.
    public let door: DoorID
    /// The room that the people enter.
    public let room: RoomID
    /// Who enters: somebody in their own right, or the visitors.
    public let people: [PersonID]
    /// Who enters with them as their escort.
    public let escort: PersonID?
    /// How long the lock stays released if the door does not open.
    public let hold: Duration
    /// After this instant it opens nothing (L3).
    public let notAfter: Instant

    fileprivate init(_ request: AccessRequest, people: [PersonID], escort: PersonID?) {
        self.request = request.id
        self.door = request.door.id
        self.room = request.door.room
        self.people = people
        self.escort = escort
        self.hold = request.door.releaseTime
        self.notAfter = request.moment.instant + AccessRequest.patience
    }
}

/// What the rule answers to one request (判定).
public enum Decision: Sendable, Hashable {
    /// Come in.
    case granted(Grant)
    /// The visitor waits for the escort.
    case escortNeeded
    /// The badge would do; the PIN is missing.
    case pinNeeded
    /// No, and why.
    case denied(Reason)
    /// Nothing has changed: a visitor who is in the session already.
    case ignored

    /// Grants a request; only the rule calls this, after it found no reason against it.
    static func grant(
        _ request: AccessRequest,
        to people: [PersonID],
        attendedBy escort: PersonID? = nil
    ) -> Decision {
        .granted(Grant(request, people: people, escort: escort))
    }
}

/// The right to release one lock once, soon (解錠許可).
///
/// Moved, never copied or stored.
///
/// It exists only after its decision is on disk (L1): ``Ledger/adjudicate(_:)`` alone makes it.
public struct Permit: ~Copyable, Sendable {
    /// The grant that is on record.
    public let grant: Grant
    /// The journal's number of that record.
    public let entry: RecordNumber

    fileprivate init(_ grant: Grant, entry: RecordNumber) {
        self.grant = grant
        self.entry = entry
    }
}

/// The right to release a lock under the officer's order, until it expires (DESIGN §6).
public struct HoldOpen: ~Copyable, Sendable {
    /// The door.
    public let door: DoorID
    /// When the lock must hold again.
    public let until: Instant
    /// Who watches the door.
    public let watcher: PersonID
    /// The journal's number of the order.
    public let order: RecordNumber

    fileprivate init(_ effect: OrderEffect.HoldOpen, order: RecordNumber) {
        door = effect.door
        until = effect.until
        watcher = effect.watcher
        self.order = order
    }
}

/// What the controller may do, now that the decision is on disk.
public enum Verdict: ~Copyable, Sendable {
    /// Release the lock.
    case open(Permit)
    /// Answer only; where the entry procedure at the door stands now.
    case answer(Decision, Session?)
}

/// What came of an order that is on disk.
public struct Fulfilment: ~Copyable, Sendable {
    /// What whoever asked is told.
    public let outcome: OrderOutcome
    /// The right to hold a door open, where the order was to do that.
    public var holdOpen: HoldOpen?
}

extension Ledger {
    /// Judges a request, records the answer, and only then hands out the right to release.
    ///
    /// - Throws: when the answer could not be recorded; then there is no right.
    /// - Returns: the right to release, or the answer.
    public func adjudicate(_ request: AccessRequest) async throws(LedgerFault) -> Verdict {
        let settlement = try await settle(request)
        guard case .granted(let grant) = settlement.decision, let entry = settlement.record else {
            return .answer(settlement.decision, settlement.session)
        }
        precondition(
            grant.request == request.id && grant.door == request.door.id,
            "the decision answers another request"
        )
        return .open(Permit(grant, entry: entry))
    }

    /// Carries an order out, and hands out the right to hold a door open where it says so.
    ///
    /// - Throws: when the order could not be recorded; then nothing has changed.
    public func fulfil(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Fulfilment {
        let outcome = try await carryOut(order, by: author, at: moment)
        guard case .accepted(let record, .holdOpen(let effect)?) = outcome else {
            return Fulfilment(outcome: outcome, holdOpen: nil)
        }
        return Fulfilment(outcome: outcome, holdOpen: HoldOpen(effect, order: record))
    }
}
