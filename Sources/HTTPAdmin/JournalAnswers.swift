// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Hummingbird

/// Pages of the journal.
struct JournalAnswers: Sendable {
    let parts: AdminParts
    let limits: AdminLimits

    @Sendable func page(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let query = try JournalQuery(request, limits: limits, in: parts.calendar)
        let lines = try await parts.registry.journal(query)
        return try Reply.json(
            PageReply(
                items: lines.map(parts.reply),
                next: lines.count < (query.last ?? query.limit)
                    ? nil : lines.last.map { "\($0.number)" }
            )
        )
    }
}
