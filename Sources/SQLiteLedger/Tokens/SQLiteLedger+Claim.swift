// SPDX-License-Identifier: Apache-2.0
public import Access
internal import Foundation
internal import GRDB

extension SQLiteLedger {
    static let claimKey = "claim"

    /// The file from which root takes the claim, as long as no token was issued.
    public var claimPath: String {
        URL(fileURLWithPath: pool.path).deletingLastPathComponent()
            .appendingPathComponent("claim").path
    }

    /// Exchanges the claim that lies beside the database for the first token, once (no default password).
    ///
    /// Under a policy it goes to the information officer alone: with another's token nobody could manage the board.
    public func claim(
        _ claim: Secret,
        for person: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret? {
        guard claim.exposed.utf8.count <= Secret.longestToken else { return nil }
        let digest = keys.digest(ofToken: claim)
        let token = try await transact("take the claim", at: moment) { transaction -> Secret? in
            guard let kept = try Self.claim(in: transaction.database), kept.matches(digest) else {
                return nil
            }
            let mayManage = try transaction.stored.mayApplyPolicy(
                person,
                at: transaction.time.now
            )
            guard mayManage else { return nil }
            let token = Secret.random(mark: Secret.tokenMark)
            let number = try transaction.keep(token, of: person, label: "claim", until: nil)
            var record = Record(.order)
            record.verb = "claim"
            record.author = person
            record.subject = "token \(number)"
            record.state = "accepted"
            try transaction.append(record)
            return token
        }
        if token != nil { removeClaimFile() }
        return token
    }

    /// Lays the claim beside the database while no token was ever issued, or one waits; one that lies there stays.
    func layClaim() throws(LedgerFault) {
        do {
            let (isClaimed, kept) = try pool.read { database in
                (
                    try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM token)") ?? true,
                    try Self.claim(in: database)
                )
            }
            guard !isClaimed || kept != nil else { return removeClaimFile() }
            let lying = ClaimFile.read(claimPath)
            if let kept, let lying, kept.matches(keys.digest(ofToken: lying)) { return }
            let digest = try layNewClaim()
            try pool.write { try Self.keep(claim: digest, in: $0) }
        } catch {
            throw LedgerFault("lay the claim", claimPath, error)
        }
    }

    /// Lays another claim where nobody who may apply a policy has a token that serves, and takes it away where
    /// somebody has one again.
    ///
    /// The officer's was lost, or the office has passed to somebody who never had one. Both are on record. The doors
    /// do not depend on it: where it fails, the next start tries again.
    func settleClaim(at moment: Moment) async {
        do throws(LedgerFault) {
            switch try await claimStanding() {
            case (isManaged: false, isLaid: false):
                let digest = try layNewClaim()
                try await note("claim-laid", at: moment) { try Self.keep(claim: digest, in: $0) }
            case (isManaged: true, isLaid: true):
                try await note("claim-withdrawn", at: moment) { database in
                    try database.execute(
                        sql: "DELETE FROM meta WHERE key = ?",
                        arguments: [Self.claimKey]
                    )
                }
                removeClaimFile()
            default: break
            }
        } catch {}
    }

    /// Whether somebody who may apply a policy has a token, and whether a claim waits.
    private func claimStanding() async throws(LedgerFault) -> (isManaged: Bool, isLaid: Bool) {
        try await readPolicy("look for who may manage") { stored in
            let bearers: [PersonID] = try stored.names(
                """
                SELECT DISTINCT person FROM token
                WHERE revokedMs IS NULL AND (expiresMs IS NULL OR expiresMs > ?)
                """,
                [stored.now.milliseconds]
            )
            return (
                try bearers.contains { try stored.mayApplyPolicy($0, at: stored.now) },
                try Self.claim(in: stored.database) != nil
            )
        }
    }

    private func note(
        _ state: String,
        at moment: Moment,
        _ change: @escaping @Sendable (Database) throws -> Void
    ) async throws(LedgerFault) {
        try await transact("settle the claim", at: moment) { transaction in
            try change(transaction.database)
            var record = Record(.system)
            record.state = state
            try transaction.append(record)
        }
    }

    /// - Returns: the new claim's digest.
    private func layNewClaim() throws(LedgerFault) -> String {
        let claim = Secret.random(mark: Secret.claimMark)
        try ClaimFile.lay(claim, at: claimPath)
        return keys.digest(ofToken: claim).hexadecimal
    }

    private static func keep(claim digest: String, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
            arguments: [claimKey, digest]
        )
    }

    func removeClaimFile() { ClaimFile.remove(claimPath) }

    private static func claim(in database: Database) throws -> [UInt8]? {
        try String.fetchOne(
            database,
            sql: "SELECT value FROM meta WHERE key = ?",
            arguments: [claimKey]
        )
        .flatMap { [UInt8](hexadecimal: $0) }
    }
}
