// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import Foundation
internal import GRDB

extension StoredPolicy {
    /// What `sqlite3` is asked, in this order, to print a policy in its list mode; no secret among it (L10).
    ///
    /// `sha256sum` over what it prints gives ``digest()``.
    static let digested = [
        "SELECT * FROM room ORDER BY id", "SELECT * FROM roomSection ORDER BY room, place",
        "SELECT * FROM roomEscort ORDER BY room, kind", "SELECT * FROM department ORDER BY id",
        "SELECT * FROM departmentKind ORDER BY department, kind",
        "SELECT * FROM person ORDER BY id",
        """
        SELECT lower(hex(digest)), person, kind, status, label, technology, systemCode,
          assurance FROM badge ORDER BY digest
        """,
        "SELECT person, isDuress, fingerprint FROM pin ORDER BY person, isDuress",
        "SELECT * FROM appointment ORDER BY number", "SELECT * FROM holiday ORDER BY day",
        "SELECT * FROM designation ORDER BY id",
        "SELECT * FROM designationRoom ORDER BY designation, place",
        "SELECT * FROM signature ORDER BY designation, place", "SELECT * FROM visit ORDER BY id",
        "SELECT * FROM visitVisitor ORDER BY visit, place",
        "SELECT * FROM visitRoom ORDER BY visit, place",
        "SELECT * FROM visitEscort ORDER BY visit, place",
    ]

    /// The digest of the policy's tables, revoked and withdrawn rows among them.
    func digest() throws -> String {
        var hash = SHA256()
        for statement in Self.digested {
            let cursor = try Row.fetchCursor(try database.cachedStatement(sql: statement))
            while let row = try cursor.next() {
                let line = row.databaseValues.map { value in
                    value.isNull ? "" : String.fromDatabaseValue(value) ?? Self.number(value)
                }
                hash.update(data: Data((line.joined(separator: "|") + "\n").utf8))
            }
        }
        return hash.finalize().hexadecimal
    }

    private static func number(_ value: DatabaseValue) -> String {
        Int64.fromDatabaseValue(value).map(String.init) ?? ""
    }
}
