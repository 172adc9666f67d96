// SPDX-License-Identifier: Apache-2.0
public import Access

extension BoardKeeper {
    /// Makes the next card at a reader a badge, on record first; it opens nothing.
    public func issueCard(
        _ request: CardRequest,
        by author: PersonID,
        within time: Duration
    ) async throws(LedgerFault) -> CardReport {
        let order = Order(
            .writeCard(request.reader, for: request.person),
            reason: request.reason,
            terms: request.terms
        )
        let outcome = try await carryOut(order, by: author)
        guard case .accepted(_, .writeCard?) = outcome else { return CardReport(order: outcome) }
        let card = await nextCard(at: request.reader, within: time)
        switch card {
        case .failed(let failure):
            let left = failure.isHalfWritten ? " (half-written)" : ""
            await note(reader: request.reader, "card-failed", failure.name + left)
            return CardReport(order: outcome, card: card)
        case .written(let reading, let version):
            await note(reader: request.reader, "card-written", "key version \(version)")
            guard let person = request.person else { return CardReport(order: outcome, card: card) }
            let issue = Order(
                .issueBadge(request.badge(reading), to: person),
                reason: request.reason
            )
            let badge = try await carryOut(issue, by: author)
            return CardReport(order: outcome, card: card, badge: badge)
        }
    }

    /// The next card at a reader, written; a card that is not there in time is a failure too.
    private func nextCard(at reader: ReaderID, within time: Duration) async -> CardIssue {
        guard issues[reader] == nil else { return .failed(CardFailure(.busy)) }
        let deadline = parts.time.now().instant + time
        issues[reader] = deadline
        let waker = parts.time.makeWaker(wake)
        waker.wake(at: deadline)
        defer {
            waker.wake(at: nil)
            issues[reader] = nil
        }
        return await parts.readers.issueCard(at: reader)
    }
}

extension CardRequest {
    /// The badge that a written card is: from now on its number alone, which anybody can copy, is
    /// not it.
    fileprivate func badge(_ reading: BadgeReading) -> Badge {
        var badge = Badge(token: .number(reading.number), kind: kind, label: label)
        badge.assurance = .authenticated
        badge.technology = .feliCa
        if case .feliCa(let code) = reading.technology { badge.systemCode = code }
        return badge
    }
}
