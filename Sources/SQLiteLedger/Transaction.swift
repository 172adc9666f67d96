// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB
internal import Synchronization

/// One write transaction: the file, the moment, and the place in the chain.
///
/// It lives on the writer's queue, between BEGIN and COMMIT; nothing of it outlives a rollback.
final class Transaction {
    let database: Database
    let ledger: SQLiteLedger
    /// When the transaction takes place.
    private(set) var moment: Moment
    /// The time by which rights are judged.
    private(set) var time: JudgedTime
    var clock: ClockKeeper
    var head: JournalHead
    private let before: RecordNumber

    var keys: DeviceKeys { ledger.keys }
    var calendar: BoardCalendar { ledger.calendar }

    init(_ database: Database, _ ledger: SQLiteLedger, at moment: Moment) throws {
        self.database = database
        self.ledger = ledger
        self.moment = moment
        clock = ledger.clock.withLock { $0 }
        head = try JournalHead(of: database)
        before = head.number
        time = ledger.judgedTime(clock.judged(moment), isTrusted: clock.isTrusted)
        try enter(moment)
    }

    /// The last record's number, if the transaction has made any.
    var grownTo: RecordNumber? { head.number > before ? head.number : nil }

    /// Goes on at another moment, and notes what the clocks show there.
    func enter(_ moment: Moment) throws {
        let changes = clock.observe(moment)
        self.moment = moment
        time = ledger.judgedTime(clock.judged(moment), isTrusted: clock.isTrusted)
        for change in changes { try note(change) }
    }
}

extension SQLiteLedger {
    /// A wall time with what the board's wall shows.
    func judgedTime(_ now: Timestamp, isTrusted: Bool) -> JudgedTime {
        JudgedTime(now: now, local: calendar.local(now), isTrusted: isTrusted)
    }
}
