// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Hummingbird

/// Orders, and the badge that somebody is about to enrol.
struct OrderAnswers: Sendable {
    let parts: AdminParts
    let limits: AdminLimits

    /// The ledger judges whether the bearer's offices allow it, in the transaction that records it.
    @Sendable func carryOut(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let asked = try await request.json(OrderRequest.self, upTo: limits.bodyBytes)
        let doors = await parts.desk.status().doors.map(\.door)
        let order = try asked.order(among: doors)
        let record = try await parts.desk.carryOut(order, by: bearer.person).accepted()
        return try Reply.json(OrderReply(record: record))
    }

    @Sendable func nextBadge(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let asked = try await request.json(BadgeReadRequest.self, upTo: limits.bodyBytes)
        let reader = ReaderID(asked.reader)
        let readers = await parts.desk.status().badgeReaders
        guard readers.contains(reader) else {
            let known = readers.sorted().map(\.text).joined(separator: ", ")
            throw Problem(
                .notFound,
                detail: "The board has no reader of that name; it has: \(known).",
                japanese: "その名前の読取装置はありません。あるもの：\(known)"
            )
        }
        let wait = Duration.seconds(min(asked.seconds.map { max(1, $0) } ?? 30, 3600))
        let patience = min(wait, limits.badgeWait)
        guard let badge = await parts.desk.nextBadge(at: reader, within: patience) else {
            throw Problem(
                .noBadge,
                detail: "No badge was presented within \(patience.components.seconds) seconds.",
                japanese: "\(patience.components.seconds)秒以内に証がかざされませんでした。"
            )
        }
        let known = try await parts.registry.recognise(badge.number)
        return try Reply.json(
            BadgeReadReply(
                fingerprint: known.fingerprint.description,
                person: known.person?.text
            )
        )
    }
}

extension BoardStatus {
    /// The readers at which a badge can be presented.
    var badgeReaders: Set<ReaderID> {
        Set(doors.map(\.door.entry) + doors.compactMap(\.door.exit))
    }
}

extension OrderOutcome {
    /// The record's number, or the refusal as a problem.
    func accepted() throws -> RecordNumber {
        switch self {
        case .accepted(let record, _): return record
        case .refused(.notAllowed): throw Problem.notAllowed
        case .refused(.unfit(let text)): throw Problem(.unfit, detail: text)
        case .refused(.changedMeanwhile):
            throw Problem(
                .changedMeanwhile,
                detail: "Somebody has changed it meanwhile; look at it again.",
                japanese: "他の者が変更しています。もう一度確かめてください。"
            )
        case .refused(.keyReused):
            throw Problem(
                .unfit,
                detail: "This idempotency key was used for another order.",
                japanese: "この Idempotency-Key は別の指示に使われています。"
            )
        case .refused(.faults(let faults)):
            throw Problem(
                .mistakes,
                detail: "The order has mistakes; nothing has changed.",
                japanese: "指示に誤りがあります。何も変わっていません。",
                mistakes: faults.map(MistakeReply.init)
            )
        }
    }
}
