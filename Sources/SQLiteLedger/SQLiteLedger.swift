// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB
internal import Synchronization

/// The ledger of one board: the only opener of its SQLite file.
///
/// What it keeps is in ``Schema``; each verb of the ports is in a file of its own beside this one.
public final class SQLiteLedger: Ledger {
    let pool: DatabasePool
    let keys: DeviceKeys
    let calendar: BoardCalendar
    /// The board's name, which stands in every record.
    let board: String
    /// The machine's boot id: instants of one boot can be compared.
    let boot: String
    let pinCost: PINCost
    /// What is known about the wall clock; changed only with a transaction that commits.
    let clock: Mutex<ClockKeeper>
    /// When anything was last asked of the ledger: it reads no clock itself (L15).
    let asked: Mutex<Asked>
    /// Which file was opened.
    let file: FileIdentity
    let growth = JournalGrowth()
    private let lock: LockFile

    /// Opens the file, or makes it at the first start, with the device key beside it.
    ///
    /// - Parameters:
    ///   - path: the database file; `device.key`, the lock file and at first the `claim` lie beside it.
    ///   - board: the board's name.
    ///   - calendar: the board's time zone.
    ///   - boot: the machine's boot id.
    ///   - pinCost: what one guess at a PIN costs.
    /// - Throws: where the file is open already, damaged, of another program, or not durable (L1).
    public init(
        path: String,
        board: String,
        calendar: BoardCalendar,
        boot: String,
        pinCost: PINCost = .standard
    ) throws(LedgerFault) {
        lock = try LockFile(beside: path)
        let opened = try OpenedFile(path: path, boot: boot)
        pool = opened.pool
        keys = opened.keys
        clock = Mutex(opened.clock)
        asked = Mutex(Asked(opened.clock.latest ?? Timestamp(milliseconds: 0)))
        file = opened.identity
        self.board = board
        self.calendar = calendar
        self.boot = boot
        self.pinCost = pinCost
        try layClaim()
    }

    /// The time by which questions without one are answered.
    var present: Timestamp { asked.withLock { $0.now } }

    /// Something was asked at a moment.
    ///
    /// - Returns: the time by which rights are judged then.
    @discardableResult
    func meet(_ moment: Moment) -> Timestamp {
        let now = clock.withLock { $0.judged(moment) }
        asked.withLock { $0 = Asked(now, moment) }
        return now
    }

    /// Closes the file, so that another may open it.
    ///
    /// - Throws: when a statement is still running.
    public func close() throws(LedgerFault) {
        do {
            try pool.close()
        } catch {
            throw LedgerFault("close the ledger", pool.path, error)
        }
        growth.finish()
        lock.unlock()
    }
}

/// When anything was last asked of the ledger.
struct Asked: Sendable {
    /// The time by which rights were judged then.
    let now: Timestamp
    /// Both clocks then.
    let moment: Moment

    init(_ now: Timestamp, _ moment: Moment? = nil) {
        self.now = now
        self.moment =
            moment ?? Moment(instant: Instant(sinceBoot: .zero), wall: now, isSynchronised: false)
    }
}
