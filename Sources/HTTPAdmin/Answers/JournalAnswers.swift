// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// The journal: pages, single records, its proof, and the questions that it raises.
struct JournalAnswers: Sendable {
    let parts: AdminParts
    let desk: OrderDesk
    /// Going over the whole journal is work: one at a time.
    private let turnstile = Turnstile()

    init(parts: AdminParts, desk: OrderDesk) {
        self.parts = parts
        self.desk = desk
    }

    /// What the journal may be asked for.
    static let filters = [
        Parameter("after", .number(0...RecordNumber.max), "Only records after this number."),
        Parameter("door", .text(.name), "Only about this door."),
        .room, .person,
        Parameter(
            "kind",
            .words(RecordKind.allCases.map(\.rawValue)),
            "Only of these kinds."
        ),
        Parameter("from", .text(.moment), "Not before; a day begins at its first instant."),
        Parameter("until", .text(.moment), "Before; a day is inside."),
    ]

    var endpoints: [Endpoint] {
        [
            .read(
                APIPath.journal,
                for: .readAll,
                "Records that match, oldest first",
                query: Self.filters + [
                    .limit,
                    Parameter(
                        "last",
                        .number(1...1000),
                        "Only the last so many that match, instead of the first."
                    ),
                ]
            ) { call in
                let query = try call.journalQuery(in: parts.calendar)
                let lines = try await parts.registry.journal(query)
                let isFull = query.last == nil && lines.count >= query.limit
                return PageReply(
                    items: lines.map(parts.reply),
                    next: isFull ? lines.last.map { "\($0.number)" } : nil
                )
            },
            .read(
                APIPath.journalVerification,
                for: .readAll,
                "Goes over the whole journal: whether anybody has touched it since (L9)"
            ) { _ in
                let found = try await turnstile.pass { try await parts.registry.verification() }
                return VerificationReply(
                    isWhole: found.isWhole,
                    records: found.records,
                    head: found.head,
                    digest: found.digest,
                    damage: found.damage
                )
            },
            .read(APIPath.journalRecord, for: .readAll, "One record") { call in
                guard let number = RecordNumber(call.text("number")), number > 0 else {
                    throw Problem.nothing(.record, called: call.text("number"))
                }
                return parts.reply(
                    try await call.found(parts.registry.record(number), .record, by: "number")
                )
            },
            .ask(
                APIPath.explanations,
                for: .explain,
                "Why somebody was refused, or would be; it opens nothing, and the question is on record",
                answer: explain
            ),
        ]
    }

    private func explain(_ call: Call, _ asked: ExplanationRequest) async throws
        -> ExplanationReply
    {
        let outcome = try await parts.registry.explanation(
            of: question(asked),
            by: call.bearer.person,
            at: parts.time.now()
        )
        switch outcome {
        case .explained(let explanation): return parts.reply(explanation)
        case .refused(.notAllowed):
            let offices = Bearer.offices(giving: .explain) ?? []
            throw Problem.notAllowed(call.bearer, without: offices)
        case .refused(let refusal): throw Problem(refusal)
        }
    }

    private func question(_ asked: ExplanationRequest) async throws -> Question {
        if let record = asked.record { return .record(record) }
        let subject: Question.Subject
        switch (asked.person, asked.badge) {
        case (let person?, nil): subject = .person(PersonID(person))
        case (nil, let badge?): subject = .badge(try desk.badge(badge))
        default: throw Self.unclear
        }
        let place: Question.Place
        switch (asked.room, asked.door) {
        case (let room?, nil): place = .room(RoomID(room))
        case (nil, let door?): place = .door(try await desk.door(DoorID(door)))
        default: throw Self.unclear
        }
        return .entry(
            subject,
            into: place,
            at: try asked.at.map { try desk.bound($0, .from).instant },
            attendedBy: asked.attendedBy.map { PersonID($0) }
        )
    }

    private static let unclear = Problem.malformed(
        "Name a record alone; or a person or a badge, with a room or a door.",
        "記録の番号だけを書くか、人又は証のどちらかと、室又は扉のどちらかを書きます。"
    )
}

extension Call {
    /// What the query asks of the journal.
    func journalQuery(in calendar: BoardCalendar) throws -> JournalQuery {
        var query = JournalQuery()
        query.after = self["after"].flatMap { RecordNumber($0) } ?? 0
        query.last = self["last"].flatMap { Int($0) }
        query.limit = limit()
        query.door = self["door"].map { DoorID($0) }
        query.room = named(.room)
        query.person = named(.person)
        query.kinds = states("kind")
        query.from = try bound("from", .from, calendar)
        query.until = try bound("until", .until, calendar)
        return query
    }

    private func bound(_ name: String, _ edge: Bound.Edge, _ calendar: BoardCalendar) throws
        -> Timestamp?
    {
        try self[name].map { written in
            guard let bound = Bound(written, as: edge, in: calendar) else {
                throw Problem.malformed(
                    "'\(name)' is no date or time of the calendar.",
                    "「\(name)」は暦にない日時です。"
                )
            }
            return bound.instant
        }
    }
}
