// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Puts on record what the clocks showed.
    func note(_ change: ClockKeeper.Change) throws {
        var record = Record(.clock)
        switch change {
        case .stepped(let step):
            record.state = step < .zero ? "stepped-back" : "stepped-forward"
            record.text = "\(step.milliseconds) ms"
            try append(record)
        case .believed(let isTrusted):
            record.state = isTrusted ? "trusted" : "untrusted"
            try append(record)
            try isTrusted ? endAlarm(.clockUntrusted) : beginAlarm(.clockUntrusted)
        }
    }

    /// Keeps what the journal's last record alone would not tell after a restart.
    func keepClock(since before: ClockKeeper) throws {
        guard !(before.isTrusted && clock.isTrusted), before != clock else { return }
        let parts: [String] = [
            clock.isTrusted ? "trusted" : "untrusted",
            clock.latest.map { String($0.milliseconds) } ?? "",
            clock.lag.rawValue,
            clock.anchor.map { String($0.wall.milliseconds) } ?? "",
            clock.anchor.map { String($0.instant.nanoseconds) } ?? "",
            ledger.boot,
        ]
        try setMeta("clock", parts.joined(separator: " "))
    }

    /// Sets a value that is not in the journal.
    func setMeta(_ key: String, _ value: String) throws {
        try execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) "
                + "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value]
        )
    }
}

extension ClockKeeper {
    /// What a file's last record and its own note tell of the clock.
    init(of database: Database, boot: String) throws {
        let note = try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'clock'")
        let parts = (note ?? "").split(separator: " ", omittingEmptySubsequences: false)
        let last = try Row.fetchOne(
            database,
            sql: """
                SELECT json_extract(body, '$.ms'), json_extract(body, '$.mono'),
                  json_extract(body, '$.boot'), json_extract(body, '$.trusted')
                FROM journal WHERE number = (SELECT max(number) FROM journal)
                """
        )
        var latest = parts.count == 6 ? Int64(parts[1]) : nil
        var anchor: Moment?
        if parts.count == 6, parts[5] == boot, let wall = Int64(parts[3]),
            let instant = Int64(parts[4])
        {
            anchor = Moment(
                instant: Instant(nanoseconds: instant),
                wall: Timestamp(milliseconds: wall),
                isSynchronised: true
            )
        }
        var reading: Moment?
        if let last {
            let (wall, isTrusted) = (last[0] as Int64, last[3] as Bool)
            if last[2] as String == boot {
                reading = Moment(
                    instant: Instant(nanoseconds: last[1]),
                    wall: Timestamp(milliseconds: wall),
                    isSynchronised: isTrusted
                )
            }
            if isTrusted {
                latest = max(latest ?? wall, wall)
                anchor = reading
            }
        }
        self.init(
            isTrusted: parts.first != "untrusted",
            latest: latest.map { Timestamp(milliseconds: $0) },
            anchor: anchor,
            lag: parts.count == 6 ? Lag(rawValue: String(parts[2])) ?? .none : .none,
            last: reading
        )
    }
}
