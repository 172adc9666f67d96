// SPDX-License-Identifier: Apache-2.0
import Access
import Glibc
import Synchronization

/// What the tests put behind the admin API: a registry, a token keeper and a desk that remember what they were told.
final class Counter: Registry, TokenKeeper, Desk {
    struct State {
        var policy = Policy()
        var revision: Int64 = 1
        var appointments: [Appointment] = []
        var journal: [JournalLine] = []
        var presences: [Presence] = []
        var status = BoardStatus(doors: [], readers: [:], isJournalAvailable: true, alarms: [])
        var tokens: [Secret: PersonID] = [:]
        var claim: Secret? = Secret("claim-once")
        var tokensLookedUp = 0
        var orders: [(order: Order, author: PersonID)] = []
        var outcome: OrderOutcome?
        var nextBadge: BadgeReading?
        var rows = Rows()
        /// How far the thread that asked last stands back.
        var niceness: Int32?
        var fault: LedgerFault?
        /// What happens when somebody begins to follow the journal.
        var whenFollowed: (@Sendable (AsyncStream<RecordNumber>.Continuation) -> Void)?
    }

    private let state = Mutex(State())

    func with<Value: Sendable>(_ body: (inout sending State) -> sending Value) -> Value {
        state.withLock(body)
    }

    func read<Value: Sendable>(
        _ value: (State) -> Value
    ) throws(LedgerFault) -> Value {
        let niceness = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
        let (fault, result) = state.withLock { state in
            state.niceness = niceness
            return (state.fault, value(state))
        }
        if let fault { throw fault }
        return result
    }

    func policy() async throws(LedgerFault) -> (policy: Policy, revision: Int64) {
        try read { ($0.policy, $0.revision) }
    }

    func journal(_ query: JournalQuery) async throws(LedgerFault) -> [JournalLine] {
        let found = try read(\.journal).filter { line in
            line.number > query.after && (query.door.map { $0 == line.record.door } ?? true)
                && (query.person.map { line.record.people.contains($0) } ?? true)
                && (query.kinds.isEmpty || query.kinds.contains(line.record.kind))
                && (query.from.map { $0 <= line.wall } ?? true)
                && (query.until.map { line.wall < $0 } ?? true)
        }
        return query.last.map { Array(found.suffix($0)) } ?? Array(found.prefix(query.limit))
    }

    func journalGrowth() -> AsyncStream<RecordNumber> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: RecordNumber.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        state.withLock(\.whenFollowed)?(continuation)
        return stream
    }

    func presences() async throws(LedgerFault) -> [Presence] { try read(\.presences) }

    func alarms() async throws(LedgerFault) -> [ActiveAlarm] { try read(\.status.alarms) }

    func appointments(of person: PersonID) async throws(LedgerFault) -> [Appointment] {
        try read(\.appointments).filter { $0.person == person }
    }

    func recognise(
        _ badge: BadgeNumber
    ) async throws(LedgerFault) -> (fingerprint: Fingerprint, person: PersonID?) {
        guard let fingerprint = Fingerprint(String(repeating: "ab", count: 16)) else {
            throw LedgerFault("no fingerprint")
        }
        return (fingerprint, "100123")
    }

    func issueToken(
        to person: PersonID,
        label: String,
        until: Timestamp?,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret {
        state.withLock { state in
            let token = Secret("token-\(state.tokens.count)-of-\(person)")
            state.tokens[token] = person
            return token
        }
    }

    func bearer(of token: Secret, at moment: Moment) async throws(LedgerFault) -> PersonID? {
        state.withLock { $0.tokensLookedUp += 1 }
        return try read { $0.tokens[token] }
    }

    func claim(
        _ claim: Secret,
        for person: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret? {
        let isRight = state.withLock { state in
            guard state.claim == claim else { return false }
            state.claim = nil
            return true
        }
        guard isRight else { return nil }
        return try await issueToken(to: person, label: "claim", until: nil, at: moment)
    }

    func status() async -> BoardStatus { state.withLock(\.status) }

    func carryOut(_ order: Order, by author: PersonID) async throws(LedgerFault) -> OrderOutcome {
        if let outcome = try read(\.outcome) { return outcome }
        return state.withLock { state in
            state.orders.append((order, author))
            if case .applyPolicy(let policy) = order.act {
                state.policy = policy
                state.revision += 1
            }
            return .accepted(RecordNumber(state.orders.count), nil)
        }
    }

    func nextBadge(at reader: ReaderID, within: Duration) async -> BadgeReading? {
        state.withLock(\.nextBadge)
    }
}
