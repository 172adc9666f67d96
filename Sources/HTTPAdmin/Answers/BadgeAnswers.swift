// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Badges: given out, reported lost, taken back, and read at the desk.
struct BadgeAnswers: Sendable {
    let parts: AdminParts
    let desk: OrderDesk
    let limits: AdminLimits

    var endpoints: [Endpoint] {
        [
            .read(
                APIPath.badges,
                for: .readAll,
                "The badges, by fingerprint",
                query: [
                    .person,
                    Parameter(
                        "status",
                        .text(.word(Badge.Status.allCases.map(\.rawValue))),
                        "Only in this state."
                    ),
                ] + Parameter.page,
                answer: badges
            ),
            .row(APIPath.badge, for: .readAll, "One badge") { call in
                let badge = try await call.found(
                    parts.registry.badge(token(call)),
                    .badge,
                    by: "fingerprint"
                )
                return (parts.reply(badge), badge.tag.text)
            },
            .read(APIPath.badgeIncident, for: .readAll, "The facts about a lost badge (R26)") {
                call in
                let found = try await parts.registry.incident(of: token(call))
                return parts.reply(try call.found(found, .badge, by: "fingerprint"))
            },
            .change(APIPath.badges, "Gives a badge to a person") {
                (call, body: BadgeIssueRequest) in
                let act = Order.Act.issueBadge(try desk.badge(body), to: PersonID(body.person))
                return try await desk.carryOut(act, body.reason, for: call)
            },
            order(APIPath.badgeLost, "Reports a badge lost") { .badgeLost($0) },
            order(APIPath.badgeSuspend, "Suspends a badge") { .suspendBadge($0) },
            order(APIPath.badgeResume, "Ends a badge's suspension") { .resumeBadge($0) },
            order(APIPath.badgeReturn, "Takes a badge back") { .returnBadge($0) },
            .ask(
                APIPath.badgeReads,
                for: .enrol,
                "Recognises a badge: the next at a reader, which opens nothing meanwhile, or one that was read",
                answer: recognised
            ),
            .change(APIPath.badgeIssues, "Writes and locks a new card, on record first") {
                (call, body: BadgeWriteRequest) in
                try await write(call, body)
            },
        ]
    }

    private func order(
        _ path: String,
        _ summary: String,
        act: @escaping @Sendable (Badge.Token) -> Order.Act
    ) -> Endpoint {
        .change(path, summary, condition: .mayMatch) { (call, body: ReasonRequest) in
            try await desk.carryOut(act(token(call)), body.reason, for: call)
        }
    }

    /// The badge in the path; numbers have no place in addresses (L10).
    private func token(_ call: Call) throws -> Badge.Token {
        let written = call.text("fingerprint")
        guard Fingerprint.isWritten(written), let fingerprint = Fingerprint(written) else {
            // What is written may be a number, and is not repeated.
            throw Problem.nothing(.badge, called: nil)
        }
        return .fingerprint(fingerprint)
    }

    private func badges(_ call: Call) async throws -> PageReply<BadgeReply> {
        var query = BadgeQuery()
        query.person = call.named(.person)
        query.status = call["status"].flatMap(Badge.Status.init)
        query.after = call[.after]
        query.limit = call.limit()
        let page = try await parts.registry.badges(query)
        return PageReply(items: page.items.map(parts.reply), next: page.next)
    }
}

// MARK: New cards

extension BadgeAnswers {
    func patience(_ seconds: Int?) -> Duration {
        min(.seconds(seconds ?? 30), limits.badgeWait)
    }

    private func write(_ call: Call, _ asked: BadgeWriteRequest) async throws -> BadgeWriteReply {
        let request = CardRequest(
            reader: try await badgeReader(asked.reader),
            person: asked.person.map { PersonID($0) },
            kind: asked.kind.flatMap(Badge.Kind.init) ?? .staff,
            label: asked.label,
            reason: asked.reason,
            terms: try call.terms()
        )
        let report = try await parts.desk.issueCard(
            request,
            by: call.bearer.person,
            within: patience(asked.seconds)
        )
        let (record, _) = try report.order.accepted()
        guard let card = report.card else {
            // A trial, or the same key again: nothing was written now.
            let isTrial = call.isTrial
            return BadgeWriteReply(
                record: isTrial ? nil : record,
                dryRun: isTrial ? true : nil
            )
        }
        switch card {
        case .failed(let failure):
            throw Problem(
                failure.name == "no-card" ? .noBadge : .unfit,
                detail: failure.sentence(in: .english),
                japanese: failure.sentence(in: .japanese)
            )
        case .written(let reading, let version):
            let known = try await parts.registry.recognise(reading.number)
            var reply = BadgeWriteReply(fingerprint: known.fingerprint.description, record: record)
            reply.badgeRecord = try report.badge?.accepted().record
            reply.technology = reading.technology.word
            reply.systemCode = reading.technology.systemCode
            reply.assurance = reading.assurance.rawValue
            reply.keyVersion = Int(version)
            return reply
        }
    }
}

extension BoardStatus {
    /// The readers at which a badge can be presented.
    var badgeReaders: Set<ReaderID> {
        Set(doors.map(\.door.entry) + doors.compactMap(\.door.exit))
    }
}
