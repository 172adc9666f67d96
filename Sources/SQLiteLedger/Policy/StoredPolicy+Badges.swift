// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension StoredPolicy {
    private static let badgeColumns = """
        digest, person, kind, status, label, technology, systemCode, issuedMs, returnedMs,
        assurance
        """

    /// All badges, by fingerprint.
    func badges() throws -> [StoredBadge] { try badges("TRUE ORDER BY digest", []) }

    /// A person's badges, by fingerprint.
    func badges(of person: PersonID) throws -> [StoredBadge] {
        try badges("person = ? ORDER BY digest", [person.text])
    }

    /// The badges that a condition on an index picks.
    func badges(_ condition: String, _ arguments: StatementArguments) throws -> [StoredBadge] {
        try rows(
            "SELECT \(Self.badgeColumns) FROM badge WHERE \(condition)",
            arguments,
            makeBadge
        )
    }

    /// The badges that were read to be given to somebody.
    func badgesRead() throws -> [BadgeDigest] {
        try rows("SELECT digest FROM badgeRead ORDER BY digest", []) { row in
            BadgeDigest([UInt8](try row.decode(Data.self, atIndex: 0)))
        }
    }

    /// A badge that was read to be given to somebody, by its fingerprint.
    func badgeRead(_ fingerprint: Fingerprint) throws -> BadgeDigest? {
        try badgesRead().first { $0.fingerprint == fingerprint }
    }

    /// The badge that a document names by its number or its fingerprint.
    func badge(_ token: Badge.Token, keys: DeviceKeys) throws -> StoredBadge? {
        switch token {
        case .number(let number):
            return try badges("digest = ?", [Data(keys.digest(of: number).bytes)]).first
        case .fingerprint(let fingerprint):
            return try badges(
                "substr(digest, 1, 16) = ?",
                [[UInt8](hexadecimal: fingerprint.hexadecimal).map { Data($0) }]
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
                status: try row.word(3),
                label: try row.decode(atIndex: 4),
                technology: try row.wordIfAny(5),
                systemCode: try row.systemCode(6),
                assurance: try row.wordIfAny(9)
            ),
            issued: try row.timestampIfAny(7),
            returned: try row.timestampIfAny(8)
        )
    }
}

/// A badge as it is kept: by its keyed digest (L10).
struct StoredBadge: Sendable, Hashable {
    let digest: BadgeDigest
    var person: PersonID
    var badge: Badge
    /// When it was given to this person.
    var issued: Timestamp?
    /// When it was given back.
    var returned: Timestamp?
}
