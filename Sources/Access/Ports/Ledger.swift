// SPDX-License-Identifier: Apache-2.0

/// The facts and the record, kept together (L1, L7, L9).
public protocol Ledger: Sendable {
    /// Reads the facts, judges the request by ``ruling(on:given:)``, appends the record and commits, all in one transaction.
    ///
    /// - Throws: when it could not be committed; then nothing has changed.
    func settle(_ request: AccessRequest) async throws(LedgerFault) -> Settlement

    /// Appends records of what has happened, in order, in one transaction, and brings presence and alarms up to date.
    ///
    /// - Throws: when it could not be committed; then nothing has changed.
    func append(_ events: [Event]) async throws(LedgerFault) -> Standing

    /// Carries an order out in one transaction with its record, if its author's offices allow it (L8).
    ///
    /// - Throws: when it could not be committed; then nothing has changed.
    func carryOut(
        _ order: Order,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> OrderOutcome

    /// Brings what depends on time up to date: attendance, overstays, PIN locks, the clock.
    ///
    /// - Throws: when a change could not be committed.
    func attend(at moment: Moment) async throws(LedgerFault) -> Standing
}

/// What a settled request gives back.
public struct Settlement: Sendable, Hashable {
    /// The answer.
    public let decision: Decision
    /// Where the entry procedure stands now.
    public let session: Session?
    /// The record, where one was made.
    public let record: RecordNumber?

    /// Puts a settlement together.
    public init(decision: Decision, session: Session?, record: RecordNumber?) {
        self.decision = decision
        self.session = session
        self.record = record
    }
}

/// Something that has happened and is to be recorded.
public struct Event: Sendable, Hashable {
    /// What.
    public var record: Record
    /// When.
    public var moment: Moment
    /// The badge that was presented, where the ledger is to find out whose it is.
    public var badge: BadgeNumber?

    /// Puts an event together.
    public init(_ record: Record, at moment: Moment, badge: BadgeNumber? = nil) {
        self.record = record
        self.moment = moment
        self.badge = badge
    }
}

/// The alarms that stand, and when time may change them.
public struct Standing: Sendable, Hashable {
    /// The alarms that stand.
    public var alarms: [ActiveAlarm]
    /// When to look again, where something hangs on time.
    public var nextCheck: Instant?
    /// The doors that an order holds open and nobody may watch any longer (R13).
    public var unwatched: [DoorID]

    /// Puts a standing together.
    public init(
        alarms: [ActiveAlarm] = [],
        nextCheck: Instant? = nil,
        unwatched: [DoorID] = []
    ) {
        self.alarms = alarms
        self.nextCheck = nextCheck
        self.unwatched = unwatched
    }
}

/// The ledger could not do what it was asked; nothing has changed.
public struct LedgerFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operation, the file and the database's own words; no secret.
    public let description: String

    /// Describes a fault.
    public init(_ description: String) {
        self.description = description
    }
}
