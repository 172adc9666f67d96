// SPDX-License-Identifier: Apache-2.0
public import Access
internal import Foundation
internal import GRDB
internal import Synchronization

extension SQLiteLedger: Registry {
    /// The policy in force, badges and PINs as fingerprints, and its revision.
    public func policy() async throws(LedgerFault) -> (policy: Policy, revision: Int64) {
        try await readPolicy("read the policy") { (try $0.policy(), try $0.revision()) }
    }

    /// The revision of the policy in force, without the policy; 0 before the first.
    public func policyRevision() async throws(LedgerFault) -> Int64 {
        try await readPolicy("read the policy's revision") { try $0.revision() }
    }

    /// The names of people that the policy has.
    public func names(of people: Set<PersonID>) async throws(LedgerFault) -> [PersonID: String] {
        try await readPolicy("read names") { stored in
            var names: [PersonID: String] = [:]
            for id in people {
                names[id] =
                    try stored.rows("SELECT name FROM person WHERE id = ?", [id.text]) {
                        try $0.decode(String.self, atIndex: 0)
                    }.first
            }
            return names
        }
    }

    /// The same policy with every badge and PIN as its fingerprint, so that it can be compared.
    public func fingerprinted(_ policy: Policy) async throws(LedgerFault) -> Policy {
        ResolvedPolicy(policy, badges: [], pins: [], keys: keys).policy
    }

    /// The appointments of a person, past and to come.
    public func appointments(of person: PersonID) async throws(LedgerFault) -> [Appointment] {
        try await readPolicy("read appointments") { try $0.appointments(of: person) }
    }

    /// The fingerprint under which a badge would be kept, and whose it is, if anybody's.
    public func recognise(
        _ badge: BadgeNumber
    ) async throws(LedgerFault) -> (fingerprint: Fingerprint, person: PersonID?) {
        let keys = keys
        let digest = keys.digest(of: badge)
        guard let fingerprint = digest.fingerprint else {
            throw LedgerFault("could not recognise a badge: its digest has no fingerprint")
        }
        let holder = try await readPolicy("recognise a badge") { stored in
            try stored.badge(.number(badge), keys: keys)?.person
        }
        if holder == nil { try await remember(digest) }
        return (fingerprint, holder)
    }

    /// Remembers a badge that is nobody's yet, so that a policy can name it by its fingerprint (L10: the digest only).
    private func remember(_ digest: BadgeDigest) async throws(LedgerFault) {
        let now = clock.withLock { $0.latest } ?? Timestamp(milliseconds: 0)
        let result: Result<Void, LedgerFault> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                do {
                    try database.execute(
                        sql: "INSERT OR REPLACE INTO badgeRead (digest, readMs) VALUES (?, ?)",
                        arguments: [Data(digest.bytes), now.milliseconds]
                    )
                    try database.execute(sql: Self.forgetOldest)
                    continuation.resume(returning: .success(()))
                } catch {
                    let fault = LedgerFault("remember a badge", self.pool.path, error)
                    continuation.resume(returning: .failure(fault))
                }
            }
        }
        try result.get()
    }

    /// Keeps the last thousand (L14).
    private static let forgetOldest = """
        DELETE FROM badgeRead WHERE digest NOT IN
          (SELECT digest FROM badgeRead ORDER BY readMs DESC, digest LIMIT 1000)
        """

    /// Reads from one snapshot what the policy's tables say, as things stand now.
    func readPolicy<Value: Sendable>(
        _ operation: String,
        _ body: @escaping @Sendable (StoredPolicy) throws -> Value
    ) async throws(LedgerFault) -> Value {
        let calendar = calendar
        let now = present
        return try await read(operation) { database in
            try body(StoredPolicy(database: database, calendar: calendar, now: now))
        }
    }
}
