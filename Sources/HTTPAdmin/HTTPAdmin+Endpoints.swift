// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Hummingbird

/// What there is, all in one place; each group of answers has its own file.
extension HTTPAdmin {
    static func endpoints(
        _ parts: AdminParts,
        limits: AdminLimits,
        behind gate: Gate
    ) -> [Endpoint] {
        let board = BoardAnswers(parts: parts)
        let journal = JournalAnswers(parts: parts, limits: limits)
        let events = JournalEvents(parts: parts, limits: limits, gate: gate)
        let policy = PolicyAnswers(parts: parts, limits: limits)
        let orders = OrderAnswers(parts: parts, limits: limits)
        return [
            claim(gate, limits: limits),
            Endpoint(.get, APIPath.status, for: .seeHardware, answer: board.status),
            Endpoint(.get, APIPath.presence, for: .readAll, answer: board.presence),
            Endpoint(.get, APIPath.alarms, for: .seeHardware, answer: board.alarms),
            Endpoint(.get, APIPath.journal, for: .readAll, answer: journal.page),
            Endpoint(.get, APIPath.journalEvents, for: .readAll, answer: events.follow),
            Endpoint(.get, APIPath.policy, for: .readAll, answer: policy.text),
            Endpoint(.post, APIPath.policyDiff, for: .readAll, answer: policy.difference),
            Endpoint(.put, APIPath.policy, for: .applyPolicy, answer: policy.apply),
            Endpoint(.post, APIPath.badgeReads, for: .enrol, answer: orders.nextBadge),
            Endpoint(.post, APIPath.orders, for: .order, answer: orders.carryOut),
        ]
    }

    private static func claim(_ gate: Gate, limits: AdminLimits) -> Endpoint {
        Endpoint(claimAt: APIPath.claim) { request in
            let asked = try await request.json(ClaimRequest.self, upTo: limits.bodyBytes)
            guard (1...PolicyLimits.id).contains(asked.person.count) else {
                throw Problem.malformed(
                    "'person' must be a number of up to \(PolicyLimits.id) characters.",
                    "「person」は \(PolicyLimits.id) 文字までの番号です。"
                )
            }
            let person = PersonID(asked.person)
            let token = try await gate.exchange(Secret(asked.claim), for: person)
            return try Reply.json(TokenReply(token: token.exposed, person: asked.person))
        }
    }
}
