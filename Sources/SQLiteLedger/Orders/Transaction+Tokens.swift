// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// A token for a person, who has by it what the offices of the moment give (L8).
    func issuing(tokenTo person: PersonID, label: String, until: Bound?) throws -> Deed {
        guard try stored.person(person) != nil else {
            throw OrderRefused.unfit("there is no person \(person)", "\(person) という人はいません。")
        }
        guard !label.allSatisfy(\.isWhitespace), label.count <= PolicyLimits.name else {
            throw OrderRefused.unfit(
                "a label has 1 to \(PolicyLimits.name) characters",
                "名札は 1 から \(PolicyLimits.name) 文字です。"
            )
        }
        if let until, until.instant <= time.now {
            throw OrderRefused.unfit(
                "the token would have ended already, on \(until.written)",
                "期限 \(until.written) は既に過ぎています。"
            )
        }
        let token = Secret.random(mark: Secret.tokenMark)
        let number = try nextTokenNumber()
        var deed = Deed(about: [person]) { _ in
            _ = try self.keep(token, of: person, label: label, until: until?.instant)
        }
        deed.record.subject = "token \(number) of person \(person), \(label)"
        deed.revisesPolicy = false
        deed.effect = .token(number, token)
        return deed
    }

    func revoking(token number: Int64) throws -> Deed {
        let found = try stored.rows(
            "SELECT person, revokedMs IS NOT NULL FROM token WHERE number = ?",
            [number]
        ) { (person: try $0.identifier(0) as PersonID, try $0.decode(Bool.self, atIndex: 1)) }
        guard let (person, isRevoked) = found.first else {
            throw OrderRefused.unfit("there is no token \(number)", "トークン \(number) はありません。")
        }
        if isRevoked {
            throw OrderRefused.unfit(
                "token \(number) is revoked already",
                "トークン \(number) は既に取り消されています。"
            )
        }
        var deed = Deed(about: [person]) { _ in
            try self.execute(
                "UPDATE token SET revokedMs = ? WHERE number = ?",
                [self.time.now.milliseconds, number]
            )
        }
        deed.revisesPolicy = false
        return deed
    }

    /// Whose token a number is.
    func holder(ofToken number: Int64) throws -> PersonID? {
        let holders: [PersonID] = try stored.names(
            "SELECT person FROM token WHERE number = ?",
            [number]
        )
        return holders.first
    }

    /// Whether somebody who could give orders as the information officer holds a token that serves.
    func officerHoldsToken() throws -> Bool {
        let holders: [PersonID] = try stored.names(
            """
            SELECT DISTINCT person FROM token
            WHERE revokedMs IS NULL AND coalesce(expiresMs > ?, TRUE)
            """,
            [time.now.milliseconds]
        )
        return try holders.contains { holder in
            let authority = try stored.authority(of: holder, at: time.now)
            return authority.holds(.informationOfficer)
                || authority.holds(.actingInformationOfficer)
        }
    }

    /// Whether tokens are how this board is managed: a scenario has none.
    func hasTokens() throws -> Bool {
        try stored.rows("SELECT EXISTS (SELECT 1 FROM token)") {
            try $0.decode(Bool.self, atIndex: 0)
        }.first ?? false
    }
}
