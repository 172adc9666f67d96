// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

/// A database file that has passed every check of the start.
struct OpenedFile {
    let pool: DatabasePool
    let keys: DeviceKeys
    let clock: ClockKeeper
    let identity: FileIdentity

    /// "TCAI": says whose file it is.
    private static let applicationID: Int32 = 0x5443_4149

    init(path: String, boot: String) throws(LedgerFault) {
        do {
            try KeyFile.makePrivate(path)
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            try pool.write { database in try Self.claim(database, path) }
            try Schema.migrator.migrate(pool)
            try Self.makeDurable(pool)
            try pool.read { database in try FileCheck.checkAtStart(database, path) }
            self.pool = pool
            let isNew = try pool.read { database in try !Self.needsKey(database) }
            keys = try KeyFile.keys(beside: path, isNew: isNew)
            try Self.check(keys, in: pool, path)
            clock = try pool.read { database in try ClockKeeper(of: database, boot: boot) }
            identity = try FileIdentity(of: path)
        } catch {
            throw LedgerFault("open the ledger", path, error)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .timeout(2)
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { database in
            // In KiB: the board has little memory, and what the rule asks for is found by few pages.
            try database.execute(sql: "PRAGMA cache_size = -1024")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// Refuses another program's file, and a newer version's.
    private static func claim(_ database: Database, _ path: String) throws {
        let id = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if id == 0, tables == 0 {
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        } else if id != applicationID {
            throw LedgerFault("\(path) belongs to another program: name another file")
        }
        if try Schema.migrator.hasBeenSuperseded(database) {
            throw LedgerFault("\(path) was written by a newer version: install that version")
        }
    }

    /// GRDB sets NORMAL after its own preparation; a decision must survive the power (L1).
    private static func makeDurable(_ pool: DatabasePool) throws {
        let level = try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        guard level == 2 else {
            throw LedgerFault("the database does not keep commits: synchronous is not FULL")
        }
    }

    /// Refuses a key that is not the one under which the file was written: every badge would be unknown.
    private static func check(_ keys: DeviceKeys, in pool: DatabasePool, _ path: String) throws {
        let kept = try pool.read { database in
            try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'keyCheck'")
        }
        guard let kept else {
            return try pool.write { database in
                try database.execute(
                    sql: "INSERT INTO meta (key, value) VALUES ('keyCheck', ?)",
                    arguments: [keys.check]
                )
            }
        }
        guard kept == keys.check else {
            throw LedgerFault(
                "the device.key beside \(path) is not the one under which it was written, and "
                    + "under another no badge is known: put the right key back"
            )
        }
    }

    /// Whether there is anything that only the device key makes readable.
    private static func needsKey(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM badge) OR EXISTS (SELECT 1 FROM pin)
                  OR EXISTS (SELECT 1 FROM token) OR EXISTS (SELECT 1 FROM badgeRead)
                """
        ) ?? true
    }
}
