// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Hummingbird

/// How the board stands, and who is inside.
struct BoardAnswers: Sendable {
    let parts: AdminParts

    @Sendable func status(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let status = await parts.desk.status()
        let revision = try await parts.registry.policyRevision()
        return try Reply.json(parts.reply(status, to: bearer, revision: revision))
    }

    @Sendable func presence(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let presences = try await parts.registry.presences()
        let names = try await parts.registry.names(of: Set(presences.map(\.person)))
        let sorted = presences.sorted { ($0.room, $0.person) < ($1.room, $1.person) }
        return try Reply.json(
            PageReply(items: sorted.map { parts.reply($0, name: names[$0.person]) })
        )
    }

    @Sendable func alarms(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let alarms = await parts.desk.status().alarms
        return try Reply.json(PageReply(items: alarms.map { parts.reply($0, to: bearer) }))
    }
}
