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

    /// What is kept of all PINs.
    func pins() throws -> [StoredPIN] { try pins("TRUE", []) }

    /// What is kept of a person's PINs.
    func pins(of person: PersonID) throws -> [StoredPIN] { try pins("person = ?", [person.text]) }

    private func pins(_ condition: String, _ arguments: StatementArguments) throws -> [StoredPIN] {
        try rows(
            "SELECT person, isDuress, derived, fingerprint FROM pin WHERE \(condition)",
            arguments
        ) { row in
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

/// What is kept of a PIN (L10).
struct StoredPIN: Sendable, Hashable {
    let person: PersonID
    let isDuress: Bool
    let derived: String
    let fingerprint: Fingerprint
}
