// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The tables, version by version.
///
/// A version that has shipped is never edited.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: policy)
            try database.execute(sql: state)
            try database.execute(sql: journal)
        }
        migrator.registerMigration("2") { database in try database.execute(sql: version2) }
        migrator.registerMigration("3") { database in try database.execute(sql: version3) }
        migrator.registerMigration("4") { database in try database.execute(sql: version4) }
        return migrator
    }

    /// What the officer decides.
    ///
    /// Bounds are kept as written and as the milliseconds that they mean.
    private static let policy = """
        CREATE TABLE room (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, site TEXT NOT NULL, designation TEXT NOT NULL,
          escortMustBeDesignated INTEGER NOT NULL, authentication TEXT NOT NULL,
          visitorsPerEscort INTEGER NOT NULL, antiPassback TEXT NOT NULL, capacity INTEGER,
          within TEXT, pinAttempts INTEGER NOT NULL, officerExOfficio INTEGER NOT NULL,
          approverMayEscort INTEGER NOT NULL, unattendedGap INTEGER NOT NULL,
          onUntrustedClock TEXT NOT NULL, place INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE roomSection (
          room TEXT NOT NULL, place INTEGER NOT NULL, department TEXT NOT NULL,
          PRIMARY KEY (room, place)
        ) WITHOUT ROWID;
        CREATE TABLE roomEscort (
          room TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (room, kind)
        ) WITHOUT ROWID;
        CREATE TABLE department (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, place INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE departmentKind (
          department TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (department, kind)
        ) WITHOUT ROWID;
        CREATE TABLE person (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, kana TEXT, department TEXT,
          fromWritten TEXT, fromMs INTEGER, untilWritten TEXT, untilMs INTEGER,
          isSuspended INTEGER NOT NULL DEFAULT 0, company TEXT, identityChecked TEXT,
          briefed TEXT, contract TEXT, responsible TEXT
        ) WITHOUT ROWID;
        CREATE INDEX personByDepartment ON person (department);
        CREATE TABLE badge (
          digest BLOB PRIMARY KEY CHECK (length(digest) = 32), person TEXT NOT NULL,
          kind TEXT NOT NULL, status TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX badgeByPerson ON badge (person);
        CREATE UNIQUE INDEX badgeByFingerprint ON badge (substr(digest, 1, 16));
        -- derived: salt and scrypt output with their parameters; fingerprint: keyed digest of the digits.
        CREATE TABLE pin (
          person TEXT NOT NULL, isDuress INTEGER NOT NULL, derived TEXT NOT NULL,
          fingerprint TEXT NOT NULL, PRIMARY KEY (person, isDuress)
        ) WITHOUT ROWID;
        CREATE TABLE appointment (
          number INTEGER PRIMARY KEY, office TEXT NOT NULL, person TEXT NOT NULL, department TEXT,
          fromWritten TEXT, fromMs INTEGER, untilWritten TEXT, untilMs INTEGER, basis TEXT
        );
        CREATE INDEX appointmentByPerson ON appointment (person);
        CREATE INDEX appointmentByOffice ON appointment (office);
        CREATE TABLE holiday (day TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE designation (
          id TEXT PRIMARY KEY, person TEXT NOT NULL,
          fromWritten TEXT, fromMs INTEGER, untilWritten TEXT, untilMs INTEGER,
          hoursDays TEXT, hoursFrom TEXT, hoursUntil TEXT, reason TEXT NOT NULL,
          revokedMs INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX designationByPerson ON designation (person) WHERE revokedMs IS NULL;
        CREATE TABLE designationRoom (
          designation TEXT NOT NULL, place INTEGER NOT NULL, room TEXT NOT NULL,
          PRIMARY KEY (designation, place)
        ) WITHOUT ROWID;
        CREATE TABLE signature (
          designation TEXT NOT NULL, place INTEGER NOT NULL, person TEXT NOT NULL,
          signedOn TEXT NOT NULL, PRIMARY KEY (designation, place)
        ) WITHOUT ROWID;
        CREATE TABLE visit (
          id TEXT PRIMARY KEY, approvedBy TEXT NOT NULL, approvedOn TEXT NOT NULL,
          necessity TEXT NOT NULL, fromWritten TEXT, fromMs INTEGER, untilWritten TEXT,
          untilMs INTEGER, entries INTEGER, hasEscorts INTEGER NOT NULL, withdrawnMs INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE visitVisitor (
          visit TEXT NOT NULL, place INTEGER NOT NULL, person TEXT NOT NULL,
          PRIMARY KEY (visit, place)
        ) WITHOUT ROWID;
        CREATE INDEX visitByVisitor ON visitVisitor (person);
        CREATE TABLE visitRoom (
          visit TEXT NOT NULL, place INTEGER NOT NULL, room TEXT NOT NULL,
          PRIMARY KEY (visit, place)
        ) WITHOUT ROWID;
        CREATE TABLE visitEscort (
          visit TEXT NOT NULL, place INTEGER NOT NULL, person TEXT NOT NULL,
          PRIMARY KEY (visit, place)
        ) WITHOUT ROWID;
        """

    /// What follows from the journal: kept so that the rule need not read it.
    private static let state = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        -- Badges that were read to be given to somebody: their fingerprints may stand in a policy.
        CREATE TABLE badgeRead (
          digest BLOB PRIMARY KEY CHECK (length(digest) = 32), readMs INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX badgeReadByTime ON badgeRead (readMs);
        CREATE TABLE presence (
          person TEXT PRIMARY KEY, room TEXT NOT NULL, sinceMs INTEGER NOT NULL, escort TEXT,
          visit TEXT, unattendedMs INTEGER,
          -- On which approval a visitor was in the outer room, where recorded there on the way in.
          outerVisit TEXT
        ) WITHOUT ROWID;
        CREATE INDEX presenceByRoom ON presence (room);
        CREATE INDEX presenceByEscort ON presence (escort) WHERE escort IS NOT NULL;
        CREATE INDEX presenceByVisit ON presence (visit) WHERE visit IS NOT NULL;
        -- A grant between its entry record and entered or not-entered.
        CREATE TABLE outstanding (
          entry INTEGER NOT NULL, person TEXT NOT NULL, door TEXT NOT NULL, room TEXT NOT NULL,
          visit TEXT, escort TEXT, PRIMARY KEY (entry, person)
        ) WITHOUT ROWID;
        CREATE INDEX outstandingByRoom ON outstanding (room);
        CREATE INDEX outstandingByPerson ON outstanding (person);
        CREATE TABLE visitUse (
          visit TEXT NOT NULL, person TEXT NOT NULL, room TEXT NOT NULL, entries INTEGER NOT NULL,
          PRIMARY KEY (visit, person, room)
        ) WITHOUT ROWID;
        CREATE TABLE pinState (
          person TEXT PRIMARY KEY, wrong INTEGER NOT NULL, locks INTEGER NOT NULL,
          lockedBoot TEXT, lockedUntilInstant INTEGER, lockedUntilMs INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX pinStateLocked ON pinState (lockedUntilMs) WHERE lockedUntilMs IS NOT NULL;
        CREATE TABLE lockdown (room TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE lockdownAllowed (
          room TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (room, person)
        ) WITHOUT ROWID;
        CREATE TABLE alarm (
          alarm TEXT NOT NULL, door TEXT NOT NULL, room TEXT NOT NULL, person TEXT NOT NULL,
          reader TEXT NOT NULL, sinceMs INTEGER NOT NULL, isAcknowledged INTEGER NOT NULL,
          isOver INTEGER NOT NULL, PRIMARY KEY (alarm, door, room, person, reader)
        ) WITHOUT ROWID;
        CREATE TABLE token (
          digest BLOB PRIMARY KEY CHECK (length(digest) = 32), number INTEGER NOT NULL UNIQUE,
          person TEXT NOT NULL, label TEXT NOT NULL, issuedMs INTEGER NOT NULL,
          expiresMs INTEGER, usedMs INTEGER, revokedMs INTEGER
        ) WITHOUT ROWID;
        """

    /// The chain.
    ///
    /// `body` is the record's text, exactly as digested; the other columns are read out of it.
    private static let journal = """
        CREATE TABLE journal (
          number INTEGER PRIMARY KEY CHECK (number > 0),
          body TEXT NOT NULL,
          digest TEXT NOT NULL CHECK (length(digest) = 64),
          atMs INTEGER GENERATED ALWAYS AS (json_extract(body, '$.ms')) VIRTUAL,
          kind TEXT GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL,
          door TEXT GENERATED ALWAYS AS (json_extract(body, '$.door')) VIRTUAL
        );
        CREATE INDEX journalByTime ON journal (atMs);
        CREATE INDEX journalByKind ON journal (kind, number);
        CREATE INDEX journalByDoor ON journal (door, number) WHERE door IS NOT NULL;
        CREATE TABLE journalPerson (
          person TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (person, number)
        ) WITHOUT ROWID;
        CREATE TRIGGER journalCounts BEFORE INSERT ON journal
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM journal)
        BEGIN SELECT RAISE(ABORT, 'the journal counts without gaps'); END;
        CREATE TRIGGER journalKeeps BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journalStays BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """
}
