// SPDX-License-Identifier: Apache-2.0
public import Access
internal import Foundation
internal import GRDB
internal import Synchronization

extension SQLiteLedger: TokenKeeper {
    /// Makes a token for a person; it is shown this once.
    public func issueToken(
        to person: PersonID,
        label: String,
        until: Timestamp?,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret {
        let token = Secret.random(mark: Secret.tokenMark)
        try await transact("issue a token", at: moment) { transaction in
            let number = try transaction.keep(token, of: person, label: label, until: until)
            var record = Record(.order)
            record.verb = "issueToken"
            record.people = [person]
            record.subject = "token \(number)"
            record.state = "accepted"
            record.text = label
            try transaction.append(record)
        }
        removeClaimFile()
        return token
    }

    /// Whose token it is, unless it has expired or was revoked.
    public func bearer(
        of token: Secret,
        at moment: Moment
    ) async throws(LedgerFault) -> PersonID? {
        guard token.exposed.utf8.count <= Secret.longestToken else { return nil }
        let digest = Data(keys.digest(ofToken: token))
        let now = meet(moment)
        let found = try await read("look a token up") { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT person, coalesce(usedMs, 0) < ?2 FROM token
                        WHERE digest = ?1 AND revokedMs IS NULL AND coalesce(expiresMs > ?3, TRUE)
                        """
                ),
                arguments: [digest, now.milliseconds - 60_000, now.milliseconds]
            ).map {
                (
                    person: try $0.identifier(0) as PersonID,
                    isStale: try $0.decode(Bool.self, atIndex: 1)
                )
            }
        }
        guard let found else { return nil }
        if found.isStale {
            // A full disk must not shut out whoever comes to clear it.
            try? await transact("note a token's use", at: moment) { transaction in
                try transaction.execute(
                    "UPDATE token SET usedMs = ? WHERE digest = ?",
                    [now.milliseconds, digest]
                )
            }
        }
        return found.person
    }

    /// Which token it is, unless it has expired or was revoked.
    public func issued(
        _ token: Secret,
        at moment: Moment
    ) async throws(LedgerFault) -> IssuedToken? {
        guard token.exposed.utf8.count <= Secret.longestToken else { return nil }
        let digest = Data(keys.digest(ofToken: token))
        let now = meet(moment)
        return try await readPolicy("look a token up") { stored in
            try stored.tokens(
                "digest = ? AND revokedMs IS NULL AND coalesce(expiresMs > ?, TRUE)",
                [digest, now.milliseconds]
            ).first
        }
    }

    /// All tokens that were ever issued, by number.
    ///
    /// - Throws: when they could not be read.
    public func tokens() async throws(LedgerFault) -> [IssuedToken] {
        try await readPolicy("read the tokens") { try $0.tokens("TRUE ORDER BY number", []) }
    }

    /// Ends a token at once.
    ///
    /// - Parameters:
    ///   - number: the token's number.
    ///   - author: who ends it.
    ///   - moment: when.
    /// - Returns: whether there was such a token in force.
    /// - Throws: when it could not be recorded; then nothing has changed.
    public func revokeToken(
        _ number: Int64,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Bool {
        try await transact("revoke a token", at: moment) { transaction in
            try transaction.execute(
                "UPDATE token SET revokedMs = ? WHERE number = ? AND revokedMs IS NULL",
                [transaction.time.now.milliseconds, number]
            )
            guard transaction.database.changesCount > 0 else { return false }
            var record = Record(.order)
            record.verb = "revokeToken"
            record.author = author
            record.subject = "token \(number)"
            record.state = "accepted"
            try transaction.append(record)
            return true
        }
    }
}

extension StoredPolicy {
    fileprivate func tokens(
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [IssuedToken] {
        try rows(
            """
            SELECT number, person, label, issuedMs, expiresMs, usedMs, revokedMs FROM token
            WHERE \(condition)
            """,
            arguments
        ) { row in
            IssuedToken(
                number: try row.decode(atIndex: 0),
                person: try row.identifier(1),
                label: try row.decode(atIndex: 2),
                issued: Timestamp(milliseconds: try row.decode(atIndex: 3)),
                expires: try row.timestampIfAny(4),
                used: try row.timestampIfAny(5),
                revoked: try row.timestampIfAny(6)
            )
        }
    }
}

extension Transaction {
    /// The number that the next token gets.
    func nextTokenNumber() throws -> Int64 {
        try stored.rows("SELECT coalesce(max(number), 0) + 1 FROM token") {
            try $0.decode(Int64.self, atIndex: 0)
        }.first ?? 1
    }

    /// Keeps a token's digest; with the first one, the claim is over.
    ///
    /// - Returns: the token's number.
    func keep(
        _ token: Secret,
        of person: PersonID,
        label: String,
        until: Timestamp?
    ) throws -> Int64 {
        let number = try nextTokenNumber()
        try execute(
            """
            INSERT INTO token (digest, number, person, label, issuedMs, expiresMs)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                Data(keys.digest(ofToken: token)), number, person.text,
                String(label.prefix(PolicyLimits.name)), time.now.milliseconds,
                until?.milliseconds,
            ]
        )
        try execute("DELETE FROM meta WHERE key = ?", [SQLiteLedger.claimKey])
        return number
    }
}
