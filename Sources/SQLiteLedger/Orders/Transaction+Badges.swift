// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    func loss(of token: Badge.Token) throws -> Deed {
        let stored = try badge(token)
        if stored.badge.status == .lost {
            throw OrderRefused.unfit("the badge is reported lost already", "その証には既に紛失届が出ています。")
        }
        return marking(stored, as: .lost)
    }

    func suspension(of token: Badge.Token) throws -> Deed {
        try marking(badge(token, in: .active), as: .suspended)
    }

    func resumption(of token: Badge.Token) throws -> Deed {
        try marking(badge(token, in: .suspended), as: .active)
    }

    /// The holder gives a badge back; a visitor's may then be lent to the next (R32).
    func returning(of token: Badge.Token) throws -> Deed {
        let stored = try badge(token)
        if stored.badge.status == .returned {
            throw OrderRefused.unfit("the badge was returned already", "その証は既に返却されています。")
        }
        return marking(stored, as: .returned)
    }

    /// A badge is given to somebody: a new one, or one that was returned.
    func issuing(_ badge: Badge, to person: PersonID) throws -> Deed {
        guard try stored.person(person) != nil else {
            throw OrderRefused.unfit("there is no person \(person)", "\(person) という人はいません。")
        }
        guard badge.status == .active else {
            throw OrderRefused.unfit(
                "a badge is issued as active, not \(badge.status.rawValue)",
                "証は使用中として発行します。\(badge.status.japanese)としては発行できません。"
            )
        }
        let faults = PolicyRules(stored).faults(in: badge, at: "issueBadge")
        guard faults.isEmpty else { throw OrderRefused.faults(faults) }
        let digest = try digest(of: badge.token)
        var badge = badge
        if let held = try stored.badge(badge.token, keys: keys) {
            try mayPass(held, to: person, as: badge.kind)
            badge.keep(held.badge)
        }
        try mayBear(badge.label, digest, person)
        let issued = StoredBadge(
            digest: digest,
            person: person,
            badge: badge,
            issued: time.now,
            returned: nil
        )
        var deed = Deed(about: [person]) { _ in try self.write(issued) }
        deed.record.badge = digest.fingerprint
        return deed
    }

    /// One badge belongs to one person; only what was returned goes on, and a staff badge to its holder only (R32).
    private func mayPass(_ held: StoredBadge, to person: PersonID, as kind: Badge.Kind) throws {
        guard held.badge.status == .returned else {
            throw OrderRefused.unfit(
                "the badge is \(held.person)'s and \(held.badge.status.rawValue); "
                    + "it must be returned before it is issued again",
                "その証は \(held.person) のもので、\(held.badge.status.japanese)です。返却されてから発行してください。"
            )
        }
        let isLent = held.badge.kind == .visitor && kind == .visitor
        guard isLent || held.person == person else {
            throw OrderRefused.unfit(
                "the badge was \(held.person)'s; only a visitor badge passes to another person",
                "その証は \(held.person) のものでした。別の人に渡せるのは来訪者の証だけです。"
            )
        }
    }

    /// A label names one badge of those that are in use: people find it by what is written on it.
    private func mayBear(_ label: String?, _ digest: BadgeDigest, _ person: PersonID) throws {
        guard let label else { return }
        let holders: [PersonID] = try stored.rows(
            """
            SELECT person FROM badge
            WHERE status IN ('active', 'suspended') AND label = ? AND digest != ? AND person != ?
            """,
            [label, Data(digest.bytes), person.text]
        ) { try $0.identifier(0) }
        guard let holder = holders.first else { return }
        throw OrderRefused.unfit(
            "the label \(label) is on a badge that \(holder) has; take another one",
            "表示「\(label)」は \(holder) の使用中の証にあります。別の表示にしてください。"
        )
    }

    /// The digest of a badge that is on record or was read to be given to somebody.
    func digest(of token: Badge.Token) throws -> BadgeDigest {
        switch token {
        case .number(let number): return keys.digest(of: number)
        case .fingerprint(let fingerprint):
            let known =
                try stored.badge(token, keys: keys)?.digest ?? stored.badgeRead(fingerprint)
            guard let known else {
                throw OrderRefused.unfit(
                    "no badge of that fingerprint was ever read here; present it at a reader first",
                    "その照合符号の証はここで読まれたことがありません。まず読取装置にかざしてください。"
                )
            }
            return known
        }
    }

    private func badge(_ token: Badge.Token, in status: Badge.Status) throws -> StoredBadge {
        let stored = try badge(token)
        guard stored.badge.status == status else {
            throw OrderRefused.unfit(
                "the badge is \(stored.badge.status.rawValue), not \(status.rawValue)",
                "その証は\(stored.badge.status.japanese)です。\(status.japanese)でなければなりません。"
            )
        }
        return stored
    }

    private func badge(_ token: Badge.Token) throws -> StoredBadge {
        guard let found = try stored.badge(token, keys: keys) else {
            throw OrderRefused.unfit("no such badge is on record", "その証は登録されていません。")
        }
        return found
    }

    private func marking(_ stored: StoredBadge, as status: Badge.Status) -> Deed {
        var deed = Deed(about: [stored.person]) { _ in
            try self.execute(
                "UPDATE badge SET status = ?, returnedMs = ? WHERE digest = ?",
                [
                    status.rawValue, status == .returned ? self.time.now.milliseconds : nil,
                    Data(stored.digest.bytes),
                ]
            )
        }
        deed.record.badge = stored.digest.fingerprint
        return deed
    }
}

extension Badge {
    /// What is known of the card stays true of it, unless something else is said.
    ///
    /// A card with a key of its own must prove it also for whom it is lent to next.
    mutating func keep(_ known: Badge) {
        if technology == nil {
            technology = known.technology
            systemCode = systemCode ?? known.systemCode
        }
        assurance = assurance ?? known.assurance
    }
}
