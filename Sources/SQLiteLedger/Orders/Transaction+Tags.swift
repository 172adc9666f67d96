// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import Foundation
internal import GRDB

extension Transaction {
    /// The tag of the row that an order is about; `nil` where there is no such row.
    func tag(of act: Order.Act) throws -> RowTag? {
        switch act {
        case .registerPerson(let row): return try stored.tag(of: row.person.id)
        case .suspendPerson(let id), .resumePerson(let id), .clearPINLock(let id),
            .transfer(let id, _), .setPIN(let id, _, _):
            return try stored.tag(of: id)
        case .revokeDesignation(let id), .sign(let id), .confirmDesignation(let id):
            return try stored.tag(of: id)
        case .designate(let row): return try stored.tag(of: row.id)
        case .requestVisit(let row): return try stored.tag(of: row.id)
        case .approveVisit(let row): return try stored.tag(of: row.id)
        case .refuseVisit(let id), .withdrawVisit(let id), .closeVisit(let id):
            return try stored.tag(of: id)
        case .noteItems(let note): return try note.visit.flatMap { try stored.tag(of: $0) }
        case .issueBadge(let badge, _): return try stored.tag(of: badge.token, keys: keys)
        case .badgeLost(let token), .suspendBadge(let token), .resumeBadge(let token),
            .returnBadge(let token):
            return try stored.tag(of: token, keys: keys)
        case .registerDepartment(let row):
            return try stored.department(row.id).map { RowTag(of: $0) }
        default: return nil
        }
    }
}

extension StoredPolicy {
    func tag(of id: PersonID) throws -> RowTag? { try entry(id).map { RowTag(of: $0) } }

    func tag(of id: DesignationID) throws -> RowTag? {
        try designation(id).map { RowTag(of: $0.designation, isRevoked: $0.isRevoked) }
    }

    func tag(of id: VisitID) throws -> RowTag? {
        if let found = try visit(id) {
            let state = found.isWithdrawn ? "withdrawn" : found.isClosed ? "closed" : "approved"
            return RowTag(digesting: state + "\n" + found.visit.canonicalText)
        }
        guard let found = try request(id) else { return nil }
        let day = SigningDay(CivilDate(day: 0), in: calendar)
        let text = found.request.approved(by: found.by, on: day).canonicalText
        return RowTag(digesting: (found.isRefused ? "refused" : "requested") + "\n" + text)
    }

    func tag(of token: Badge.Token, keys: DeviceKeys) throws -> RowTag? {
        try badge(token, keys: keys).map { RowTag(of: $0) }
    }

    /// A person's row: badges and PINs as fingerprints.
    func entry(_ id: PersonID) throws -> PersonEntry? {
        guard let person = try person(id) else { return nil }
        let pins = try pins(of: id)
        return PersonEntry(
            person: person,
            badges: try badges(of: id).map(\.badge),
            pin: pins.first { !$0.isDuress }.map { .fingerprint($0.fingerprint) },
            duressPIN: pins.first { $0.isDuress }.map { .fingerprint($0.fingerprint) }
        )
    }
}

extension RowTag {
    init(of entry: PersonEntry) { self.init(digesting: entry.canonicalText) }

    init(of designation: Designation, isRevoked: Bool) {
        self.init(digesting: (isRevoked ? "revoked\n" : "\n") + designation.canonicalText)
    }

    init(of department: Department) { self.init(digesting: department.canonicalText) }

    init(of badge: StoredBadge) {
        let entry = PersonEntry(
            person: Person(id: badge.person, name: ""),
            badges: [badge.badge]
        )
        self.init(of: entry)
    }

    /// Half of a text's SHA-256: a row's text is no secret, and nobody gains by two rows with one tag.
    init(digesting text: String) {
        self.init(SHA256.hash(data: Data(text.utf8)).prefix(16).hexadecimal)
    }
}
