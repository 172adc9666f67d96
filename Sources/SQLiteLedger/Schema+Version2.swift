// SPDX-License-Identifier: Apache-2.0

/// What version 2 adds: Article 28 in full, typed badges, orders on terms.
extension Schema {
    static let version2 = """
        ALTER TABLE room ADD COLUMN escortAuthentication TEXT NOT NULL DEFAULT 'badge+pin';
        ALTER TABLE room ADD COLUMN withinGrants INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE room ADD COLUMN onlyThroughWithin INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE room ADD COLUMN approvalScope TEXT NOT NULL DEFAULT 'single';
        ALTER TABLE room ADD COLUMN reviewMonths INTEGER NOT NULL DEFAULT 12;
        ALTER TABLE room ADD COLUMN badgeAloneFrom TEXT NOT NULL DEFAULT 'identifier';
        ALTER TABLE badge ADD COLUMN label TEXT;
        ALTER TABLE badge ADD COLUMN technology TEXT;
        ALTER TABLE badge ADD COLUMN systemCode INTEGER;
        ALTER TABLE badge ADD COLUMN assurance TEXT;
        ALTER TABLE badge ADD COLUMN issuedMs INTEGER;
        ALTER TABLE badge ADD COLUMN returnedMs INTEGER;
        CREATE INDEX badgeByStatus ON badge (status, digest);
        -- Where somebody goes next: it holds from that instant on, without anybody's doing.
        ALTER TABLE person ADD COLUMN nextDepartment TEXT;
        ALTER TABLE person ADD COLUMN nextWritten TEXT;
        ALTER TABLE person ADD COLUMN nextMs INTEGER;
        -- A transfer ends a designation at that instant.
        ALTER TABLE designation ADD COLUMN endsMs INTEGER;
        ALTER TABLE designation ADD COLUMN confirmedMs INTEGER;
        ALTER TABLE designation ADD COLUMN confirmedBy TEXT;
        CREATE INDEX designationByPersonAll ON designation (person, id);
        CREATE INDEX designationByEnd ON designation (untilMs) WHERE revokedMs IS NULL;
        CREATE INDEX designationRoomByRoom ON designationRoom (room, designation);
        ALTER TABLE visit ADD COLUMN closedMs INTEGER;
        CREATE INDEX visitByEnd ON visit (untilMs);
        CREATE INDEX visitRoomByRoom ON visitRoom (room, visit);
        CREATE INDEX visitEscortByPerson ON visitEscort (person, visit);
        -- What was asked for; its visitors, rooms and escorts stand beside those of visits, under the same id.
        CREATE TABLE visitRequest (
          id TEXT PRIMARY KEY, requestedBy TEXT NOT NULL, requestedMs INTEGER NOT NULL,
          necessity TEXT NOT NULL, fromWritten TEXT, fromMs INTEGER, untilWritten TEXT,
          untilMs INTEGER, entries INTEGER, hasEscorts INTEGER NOT NULL, refusedMs INTEGER
        ) WITHOUT ROWID;
        -- Lists of texts are kept as JSON.
        CREATE TABLE itemNote (
          record INTEGER PRIMARY KEY, visit TEXT, person TEXT, room TEXT, carriedIn TEXT NOT NULL,
          carriedOut TEXT NOT NULL, approval TEXT, atMs INTEGER NOT NULL, author TEXT NOT NULL,
          isUnapproved INTEGER NOT NULL
        );
        CREATE INDEX itemNoteByVisit ON itemNote (visit, record) WHERE visit IS NOT NULL;
        CREATE INDEX itemNoteByPerson ON itemNote (person, record) WHERE person IS NOT NULL;
        CREATE INDEX itemNoteUnapproved ON itemNote (record) WHERE isUnapproved = 1;
        -- Orders that are remembered for a day, so that none is carried out twice.
        CREATE TABLE orderKey (
          author TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL, outcome TEXT NOT NULL,
          atMs INTEGER NOT NULL, PRIMARY KEY (author, key)
        ) WITHOUT ROWID;
        CREATE INDEX orderKeyByTime ON orderKey (atMs);
        """
}
