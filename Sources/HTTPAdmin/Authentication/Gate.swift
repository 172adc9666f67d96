// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Crypto
import HTTPTypes
import Synchronization

/// Finds out who asks, and stops wrong tokens from being tried without end.
final class Gate: Sendable {
    private let parts: AdminParts
    private let limits: AdminLimits
    private let wrongTokens: Throttle
    private let wrongClaims: Throttle
    /// How fast each right token asks, by its digest.
    private let paces = Mutex<[SHA256Digest: Throttle]>([:])
    private static let pacesMost = 1024

    init(_ parts: AdminParts, limits: AdminLimits) {
        self.parts = parts
        self.limits = limits
        wrongTokens = Throttle(capacity: limits.wrongSecrets, rest: limits.wrongSecretRest)
        wrongClaims = Throttle(capacity: limits.wrongSecrets, rest: limits.wrongSecretRest)
    }

    /// Who asks, once; a token that asks too fast must wait.
    func bearer(showing headers: HTTPFields) async throws -> Bearer {
        guard let token = Self.token(in: headers) else { throw Self.noToken }
        let moment = parts.time.now()
        let bearer = try await bearer(of: token, at: moment)
        let pace = pace(of: SHA256.hash(data: Array(token.exposed.utf8)))
        if let wait = pace.wait(at: moment.instant) {
            throw Throttled(.tooManyRequests, wait: wait)
        }
        pace.spend(at: moment.instant)
        return bearer
    }

    /// Who asked before, with the offices held now; `nil` where the token is none any more.
    func bearerStill(showing headers: HTTPFields) async throws -> Bearer? {
        guard let token = Self.token(in: headers) else { return nil }
        do {
            return try await bearer(of: token, at: parts.time.now())
        } catch is Problem {
            return nil
        } catch is Throttled {
            return nil
        }
    }

    /// The token that was shown, apart from itself.
    func issued(showing headers: HTTPFields) async throws -> IssuedToken? {
        guard let token = Self.token(in: headers) else { return nil }
        return try await parts.tokens.issued(token, at: parts.time.now())
    }

    /// Whose token it is; every token is looked up, also while wrong ones are throttled.
    ///
    /// That costs little, 256 bits cannot be guessed, and nobody who tries wrong ones keeps a right one out.
    private func bearer(of token: Secret, at moment: Moment) async throws -> Bearer {
        guard let person = try await parts.tokens.bearer(of: token, at: moment) else {
            if let wait = wrongTokens.wait(at: moment.instant) {
                throw Throttled(.throttled, wait: wait)
            }
            wrongTokens.spend(at: moment.instant)
            throw Self.wrongToken
        }
        let appointments = try await parts.registry.appointments(of: person)
        let isFirst = appointments.isEmpty ? try await parts.registry.policyRevision() == 0 : false
        return Bearer(
            person: person,
            appointments: appointments,
            at: moment.wall,
            isFirst: isFirst
        )
    }

    private func pace(of digest: SHA256Digest) -> Throttle {
        paces.withLock { paces in
            if let pace = paces[digest] { return pace }
            if paces.count >= Self.pacesMost { paces.removeAll() }
            let pace = Throttle(capacity: limits.requestBurst, rest: limits.requestRest)
            paces[digest] = pace
            return pace
        }
    }

    /// Exchanges the claim for the first token.
    func exchange(_ claim: Secret, for person: PersonID) async throws -> Secret {
        let moment = parts.time.now()
        if let wait = wrongClaims.wait(at: moment.instant) {
            throw Throttled(.throttled, wait: wait)
        }
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
