// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Crypto
import HTTPTypes
import Synchronization

/// Finds out who asks, and stops wrong tokens from being tried without end.
final class Gate: Sendable {
    private let parts: AdminParts
    private let wrongTokens: Throttle
    private let wrongClaims: Throttle
    /// Digests of tokens that were right before: they pass while others are throttled, and are checked all the same.
    private let familiar = Mutex<Set<SHA256Digest>>([])
    private static let familiarMost = 256

    init(_ parts: AdminParts, limits: AdminLimits) {
        self.parts = parts
        wrongTokens = Throttle(capacity: limits.wrongSecrets, rest: limits.wrongSecretRest)
        wrongClaims = Throttle(capacity: limits.wrongSecrets, rest: limits.wrongSecretRest)
    }

    /// Who asks.
    func bearer(showing headers: HTTPFields) async throws -> Bearer {
        let moment = parts.time.now()
        guard let token = Self.token(in: headers) else { throw Self.noToken }
        let digest = SHA256.hash(data: Array(token.exposed.utf8))
        let isFamiliar = familiar.withLock { $0.contains(digest) }
        if !isFamiliar, let wait = wrongTokens.wait(at: moment.instant) {
            throw Throttled(wait: wait)
        }
        guard let person = try await parts.tokens.bearer(of: token, at: moment) else {
            familiar.withLock { _ = $0.remove(digest) }
            wrongTokens.spend(at: moment.instant)
            throw Self.wrongToken
        }
        familiar.withLock { familiar in
            if familiar.count < Self.familiarMost { familiar.insert(digest) }
        }
        let appointments = try await parts.registry.appointments(of: person)
        let authority = Authority(of: person, holding: appointments, at: moment.wall)
        let isFirst = appointments.isEmpty ? try await parts.registry.policyRevision() == 0 : false
        return Bearer(person: person, authority: authority, isFirst: isFirst)
    }

    /// Exchanges the claim for the first token.
    func exchange(_ claim: Secret, for person: PersonID) async throws -> Secret {
        let moment = parts.time.now()
        if let wait = wrongClaims.wait(at: moment.instant) { throw Throttled(wait: wait) }
        guard let token = try await parts.tokens.claim(claim, for: person, at: moment) else {
            wrongClaims.spend(at: moment.instant)
            throw Self.wrongClaim
        }
        return token
    }

    private static func token(in headers: HTTPFields) -> Secret? {
        guard let field = headers[.authorization] else { return nil }
        let words = field.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 2, words[0].lowercased() == "bearer", words[1].utf8.count <= 256 else {
            return nil
        }
        return Secret(String(words[1]))
    }

    private static let noToken = Problem(
        .notAuthenticated,
        detail: "No token was shown: send it as 'Authorization: Bearer TOKEN'.",
        japanese: "トークンがありません。'Authorization: Bearer TOKEN' として送ってください。"
    )
    private static let wrongToken = Problem(
        .notAuthenticated,
        detail: "The token is not known, has expired or was revoked.",
        japanese: "トークンが登録されていないか、期限切れか、取り消されています。"
    )
    private static let wrongClaim = Problem(
        .notAuthenticated,
        detail: "The claim is wrong or has been used, or the person is not the information "
            + "officer of the policy in force; it lies beside the database until it is used.",
        japanese: "初回の請求コードが違うか、使用済みか、その人が適用中の方針の情報責任者ではありません。"
            + "未使用ならデータベースの隣にあります。"
    )
}
