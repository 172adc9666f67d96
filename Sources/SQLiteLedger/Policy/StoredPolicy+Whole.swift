// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension StoredPolicy {
    /// The whole policy in force: badges and PINs as fingerprints, revoked and withdrawn rows apart.
    func policy() throws -> Policy {
        var policy = Policy()
        policy.rooms = try rooms()
        policy.departments = try departments()
        policy.people = try entries()
        policy.appointments = try appointments()
        policy.holidays = try holidays()
        policy.designations = try designations()
        policy.visits = try visits()
        return policy
    }

    /// The number of the policy in force; it grows with each change, and is 0 before the first policy.
    func revision() throws -> Int64 {
        let kept = try rows("SELECT value FROM meta WHERE key = ?", [Self.revisionKey]) {
            try $0.decode(String.self, atIndex: 0)
        }
        return kept.first.flatMap { Int64($0) } ?? 0
    }

    static let revisionKey = "policyRevision"

    private func entries() throws -> [PersonEntry] {
        let badges = Dictionary(grouping: try badges(), by: \.person)
        let pins = Dictionary(grouping: try pins(), by: \.person)
        return try people().map { person in
            let own = pins[person.id] ?? []
            return PersonEntry(
                person: person,
                badges: (badges[person.id] ?? []).map(\.badge),
                pin: own.first { !$0.isDuress }.map { .fingerprint($0.fingerprint) },
                duressPIN: own.first { $0.isDuress }.map { .fingerprint($0.fingerprint) }
            )
        }
    }

    /// All badges, by fingerprint.
    func badges() throws -> [StoredBadge] {
        try rows("SELECT digest, person, kind, status FROM badge ORDER BY digest", [], makeBadge)
    }

    /// The badges that were read to be given to somebody.
    func badgesRead() throws -> [BadgeDigest] {
        try rows("SELECT digest FROM badgeRead ORDER BY digest", []) { row in
            BadgeDigest([UInt8](try row.decode(Data.self, atIndex: 0)))
        }
    }

    /// The badge that a document names by its number or its fingerprint.
    func badge(_ token: Badge.Token, keys: DeviceKeys) throws -> StoredBadge? {
        switch token {
        case .number(let number):
            return try rows(
                "SELECT digest, person, kind, status FROM badge WHERE digest = ?",
                [Data(keys.digest(of: number).bytes)],
                makeBadge
            ).first
        case .fingerprint(let fingerprint):
            return try rows(
                """
                SELECT digest, person, kind, status FROM badge WHERE substr(digest, 1, 16) = ?
                """,
                [[UInt8](hexadecimal: fingerprint.hexadecimal).map { Data($0) }],
                makeBadge
            ).first
        }
    }

    private func makeBadge(_ row: Row) throws -> StoredBadge {
        let digest = BadgeDigest(Array(try row.decode(Data.self, atIndex: 0)))
        guard let fingerprint = digest.fingerprint else { throw row.unreadable(0) }
        return StoredBadge(
            digest: digest,
            person: try row.identifier(1),
            badge: Badge(
                token: .fingerprint(fingerprint),
                kind: try row.word(2),
                status: try row.word(3)
            )
        )
    }

    /// What is kept of all PINs.
    func pins() throws -> [StoredPIN] {
        try rows("SELECT person, isDuress, derived, fingerprint FROM pin") { row in
            guard let fingerprint = Fingerprint(try row.decode(String.self, atIndex: 3)) else {
                throw row.unreadable(3)
            }
            return StoredPIN(
                person: try row.identifier(0),
                isDuress: try row.decode(atIndex: 1),
                derived: try row.decode(atIndex: 2),
                fingerprint: fingerprint
            )
        }
    }
}

/// A badge as it is kept: by its keyed digest (L10).
struct StoredBadge: Sendable, Hashable {
    let digest: BadgeDigest
    let person: PersonID
    let badge: Badge
}

/// What is kept of a PIN (L10).
struct StoredPIN: Sendable, Hashable {
    let person: PersonID
    let isDuress: Bool
    let derived: String
    let fingerprint: Fingerprint
}
