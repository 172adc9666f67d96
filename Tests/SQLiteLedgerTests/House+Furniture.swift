// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Testing

@testable import SQLiteLedger

extension House {
    /// Writes rooms, people, badges, PINs and rights straight into the tables.
    static func furnish(_ ledger: SQLiteLedger, _ authentication: Authentication) throws {
        let from: StatementArguments = ["2026-04-01", (start + .seconds(-800_000)).milliseconds]
        try ledger.pool.write { database in
            for (id, within) in [(server, monitor.text), (monitor, nil)] {
                try database.execute(
                    sql: """
                        INSERT INTO room (id, name, site, designation, escortMustBeDesignated,
                          authentication, visitorsPerEscort, antiPassback, within, pinAttempts,
                          officerExOfficio, approverMayEscort, unattendedGap, onUntrustedClock,
                          place)
                        VALUES (?, '室', 'main', 'both', 1, ?, 3, 'soft', ?, 5, 1, 1, 0,
                          'refuse-visits', 0)
                        """,
                    arguments: [id.text, authentication.rawValue, within]
                )
                try database.execute(
                    sql: """
                        INSERT INTO roomSection VALUES (?1, 0, 'zeimu');
                        INSERT INTO roomEscort VALUES (?1, 'information-department')
                        """,
                    arguments: [id.text, id.text]
                )
            }
            try database.execute(
                sql: """
                    INSERT INTO department VALUES ('joho', '企画広報課', 0), ('zeimu', '税務課', 1);
                    INSERT INTO departmentKind VALUES ('joho', 'information-department')
                    """
            )
            for (id, department) in [
                (officer, "joho"), (head, "zeimu"), (yamamoto, "joho"), (sato, "joho"),
                (visitor, nil), (guest, nil),
            ] {
                try database.execute(
                    sql: "INSERT INTO person (id, name, department) VALUES (?, '山本', ?)",
                    arguments: [id.text, department]
                )
            }
            for (person, number) in badges {
                let number = try #require(BadgeNumber(number))
                let digest = ledger.keys.digest(of: number)
                try database.execute(
                    sql: """
                        INSERT INTO badge (digest, person, kind, status)
                        VALUES (?, ?, 'staff', 'active')
                        """,
                    arguments: [Data(digest.bytes), person.text]
                )
            }
            for (person, digits) in pins { try pin(digits, of: person, ledger, database) }
            try pin(duress, of: yamamoto, isDuress: true, ledger, database)
            for (office, person, department) in [
                ("information-officer", officer, nil), ("section-head", head, "zeimu"),
            ] {
                try database.execute(
                    sql: """
                        INSERT INTO appointment (office, person, department, fromWritten, fromMs)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [office, person.text, department] + from
                )
            }
            for (id, person) in [("D-1", yamamoto), ("D-2", sato)] {
                try designate(id, person, from, database)
            }
            try approve(from, database)
        }
    }

    private static func pin(
        _ digits: String,
        of person: PersonID,
        isDuress: Bool = false,
        _ ledger: SQLiteLedger,
        _ database: Database
    ) throws {
        let derived = try DerivedPIN(Secret(digits), keys: ledger.keys, cost: .light)
        try database.execute(
            sql: "INSERT INTO pin VALUES (?, ?, ?, '')",
            arguments: [person.text, isDuress, derived.text]
        )
    }

    private static func designate(
        _ id: String,
        _ person: PersonID,
        _ from: StatementArguments,
        _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO designation (id, person, fromWritten, fromMs, reason)
                VALUES (?, ?, ?, ?, 'サーバ運用')
                """,
            arguments: [id, person.text] + from
        )
        for (place, room) in [server, monitor].enumerated() {
            try database.execute(
                sql: "INSERT INTO designationRoom VALUES (?, ?, ?)",
                arguments: [id, place, room.text]
            )
        }
        for (place, signer) in [officer, head].enumerated() {
            try database.execute(
                sql: "INSERT INTO signature VALUES (?, ?, ?, '2026-04-02')",
                arguments: [id, place, signer.text]
            )
        }
    }

    /// One approval for both visitors, until noon, once.
    private static func approve(_ from: StatementArguments, _ database: Database) throws {
        let until: StatementArguments = ["noon", (start + .seconds(9000)).milliseconds]
        try database.execute(
            sql: """
                INSERT INTO visit (id, approvedBy, approvedOn, necessity, hasEscorts, entries,
                  fromWritten, fromMs, untilWritten, untilMs)
                VALUES ('A-1', ?, '2026-04-08', 'ディスク交換', 0, 1, ?, ?, ?, ?)
                """,
            arguments: [officer.text] + from + until
        )
        for (place, person) in [visitor, guest].enumerated() {
            try database.execute(
                sql: "INSERT INTO visitVisitor VALUES ('A-1', ?, ?)",
                arguments: [place, person.text]
            )
        }
        try database.execute(
            sql: "INSERT INTO visitRoom VALUES ('A-1', 0, 'server-4f'), ('A-1', 1, 'monitor-4f')"
        )
    }
}
