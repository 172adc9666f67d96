// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    /// A person's row, new or in place of the one before; badges and PINs in it are only added or set.
    func registering(_ entry: PersonEntry, _ pins: DerivedPINs) throws -> Deed {
        let id = entry.person.id
        let faults = try PolicyRules(stored).faults(in: entry, at: "registerPerson")
            .filter { !$0.isWarning }
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        var badges: [StoredBadge] = []
        for (place, badge) in entry.badges.enumerated() {
            badges.append(try added(badge, to: id, at: "registerPerson.badges[\(place)]", badges))
        }
        try check(entry, pins)
        return Deed(about: [id]) { _ in
            try self.write(entry.person)
            for badge in badges { try self.write(badge) }
            try self.keep(pins, of: id)
        }
    }

    private func added(
        _ badge: Badge,
        to person: PersonID,
        at path: String,
        _ earlier: [StoredBadge]
    ) throws -> StoredBadge {
        let digest = try digest(of: badge.token)
        if earlier.contains(where: { $0.digest == digest }) {
            throw OrderRefused.faults([.badgeGivenTwice(first: "registerPerson", at: path)])
        }
        let held = try stored.badge(badge.token, keys: keys)
        if let held, held.person != person {
            throw OrderRefused.faults([.badgeGivenTwice(first: "people", at: path)])
        }
        var badge = badge
        if let held { badge.keep(held.badge) }
        return StoredBadge(
            digest: digest,
            person: person,
            badge: badge,
            issued: held?.issued ?? time.now,
            returned: badge.status == .returned ? held?.returned ?? time.now : nil
        )
    }

    /// Fingerprints in a row name the person's own PINs; they set nothing.
    private func check(_ entry: PersonEntry, _ pins: DerivedPINs) throws {
        let own = try keptPINs(of: entry.person.id)
        for (key, token, isDuress) in [
            ("pin", entry.pin, false), ("duressPin", entry.duressPIN, true),
        ] {
            guard let fingerprint = token?.fingerprint else { continue }
            guard own[isDuress] == fingerprint else {
                throw OrderRefused.faults([
                    .unknownPIN(of: entry.person.id, at: "registerPerson.\(key)")
                ])
            }
        }
        try checkDifference(pins, from: own, at: "registerPerson.duressPin")
    }

    /// The PIN and the one under duress differ, whichever of them is new.
    private func checkDifference(
        _ pins: DerivedPINs,
        from own: [Bool: Fingerprint],
        at path: String
    ) throws {
        let after = (
            pins.pin?.fingerprint ?? own[false], pins.duressPIN?.fingerprint ?? own[true]
        )
        if after.0 != nil, after.0 == after.1 { throw OrderRefused.faults([.samePIN(at: path)]) }
    }

    private func keptPINs(of person: PersonID) throws -> [Bool: Fingerprint] {
        try stored.rows(
            "SELECT isDuress, fingerprint FROM pin WHERE person = ?",
            [person.text]
        ) { row in
            (
                try row.decode(Bool.self, atIndex: 0),
                Fingerprint(try row.decode(String.self, atIndex: 1))
            )
        }.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    /// A person's PIN; the one under duress is the one given, or none.
    func setting(
        pin: Secret,
        duressPIN: Secret?,
        of id: PersonID,
        _ pins: DerivedPINs
    ) throws -> Deed {
        guard let person = try stored.person(id) else {
            throw OrderRefused.unfit("there is no person \(id)", "\(id) という人はいません。")
        }
        let row = PersonEntry(
            person: person,
            pin: .digits(pin),
            duressPIN: duressPIN.map { .digits($0) }
        )
        let faults = try PolicyRules(stored).faults(in: row, at: "setPin").filter {
            $0.path == "setPin.pin" || $0.path == "setPin.duressPin"
        }
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        return Deed(about: [id]) { _ in
            try self.execute("DELETE FROM pin WHERE person = ?", [id.text])
            try self.keep(pins, of: id)
            try self.clearPINLock(id)
        }
    }

    private func keep(_ pins: DerivedPINs, of person: PersonID) throws {
        for (kept, isDuress) in [(pins.pin, false), (pins.duressPIN, true)] {
            guard let kept else { continue }
            try execute(
                """
                INSERT OR REPLACE INTO pin (person, isDuress, derived, fingerprint)
                VALUES (?, ?, ?, ?)
                """,
                [person.text, isDuress, kept.derived, kept.fingerprint.hexadecimal]
            )
        }
    }

    /// A department's row, new or in place of the one before.
    func registering(_ row: Department) throws -> Deed {
        let faults = PolicyRules(stored).faults(in: row, at: "registerDepartment")
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        let places = try stored.rows(
            """
            SELECT coalesce((SELECT place FROM department WHERE id = ?),
              (SELECT coalesce(max(place), -1) + 1 FROM department))
            """,
            [row.id.text]
        ) { try $0.decode(Int.self, atIndex: 0) }
        return Deed { _ in try self.write(row, place: places.first ?? 0) }
    }

    func resumption(of id: PersonID) throws -> Deed {
        guard let person = try stored.person(id) else {
            throw OrderRefused.unfit("there is no person \(id)", "\(id) という人はいません。")
        }
        guard person.isSuspended else {
            throw OrderRefused.unfit("\(id) is not suspended", "\(id) は停止中ではありません。")
        }
        return Deed(about: [id]) { _ in
            try self.execute("UPDATE person SET isSuspended = 0 WHERE id = ?", [id.text])
        }
    }
}
