// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// Asks the rule on facts that are read for the instant, and puts the question on record.
    ///
    /// Only answers leave the transaction: there is no grant among them, and nothing else has changed.
    public func explanation(
        of question: Question,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> ExplanationOutcome {
        try await transact("explain", at: moment) { transaction in
            switch try transaction.carryOut(Order(.explain(question)), by: author) {
            case .refused(let refusal): .refused(refusal)
            case .accepted: .explained(try transaction.explanation(of: question))
            }
        }
    }
}

extension Transaction {
    /// What a question lacks to be answered, if anything; who and where it is about, for the record.
    func questioning(_ question: Question) throws -> Deed {
        var deed = Deed { _ in }
        deed.revisesPolicy = false
        switch question {
        case .record(let number):
            let line = try line(number)
            guard [.denied, .entry].contains(line.record.kind) else {
                throw OrderRefused.unfit(
                    "record \(number) is of kind \(line.record.kind.rawValue): only a refusal or "
                        + "an entry can be explained",
                    "記録 \(number) は「\(line.record.kind.japanese)」です。説明できるのは拒否と入室許可だけです。"
                )
            }
            deed.record.of = number
            deed.record.people = line.record.people
            deed.record.room = line.record.room
        case .entry(let subject, let place, _, let escort):
            guard try stored.room(place.room) != nil else {
                throw OrderRefused.unfit(
                    "there is no room \(place.room)",
                    "室 \(place.room) はありません。"
                )
            }
            deed.record.room = place.room
            for person in [subject.person, escort].compactMap({ $0 }) {
                guard try stored.person(person) != nil else {
                    throw OrderRefused.unfit("there is no person \(person)", "\(person) という人はいません。")
                }
            }
            if case .badge(let token) = subject {
                deed.record.people =
                    try stored.badge(token, keys: keys).map { [$0.person] } ?? []
            } else {
                deed.record.people = subject.person.map { [$0] } ?? []
            }
        }
        return deed
    }

    func explanation(of question: Question) throws -> Explanation {
        switch question {
        case .record(let number): return try explanation(of: line(number))
        case .entry(let subject, let place, let instant, let escort):
            let badge =
                switch subject {
                case .person(let person): try bestBadge(of: person)
                case .badge(let token): try stored.badge(token, keys: keys)?.digest
                }
            let door =
                switch place {
                case .room(let room): Hearing.door(into: room)
                case .door(let door): door
                }
            let time = instant.map { ledger.judgedTime($0, isTrusted: true) } ?? time
            let hearing = try hearing(
                badge,
                escort: escort.map(bestBadge) ?? nil,
                at: door,
                judged: time
            )
            return Explanation(
                answers: hearing.answers,
                at: time.now,
                isOfNow: instant != nil && time.now != self.time.now,
                person: hearing.person?.person.id ?? subject.person,
                room: door.room,
                facts: hearing.statements + (try facts(about: subject.person, hearing)),
                change: hearing.smallestChange
            )
        }
    }

    /// What is known of somebody who has no badge at all.
    private func facts(
        about person: PersonID?,
        _ hearing: Hearing
    ) throws -> [Explanation.Fact] {
        guard let person, hearing.person == nil else { return [] }
        return [
            .init(
                key: "badges \(person)",
                english: "\(person) has no badge",
                japanese: "\(person)に証がない"
            )
        ]
    }

    // MARK: A record

    /// Why a record says what it says, on the facts of now, judged at its time.
    private func explanation(of line: JournalLine) throws -> Explanation {
        let record = line.record
        let (badge, escort) = try presented(in: line)
        var door = Hearing.door(into: record.room ?? "")
        if let id = record.door {
            door = Door(id: id, room: door.room, entry: record.reader ?? "?", keypad: "?")
        }
        let hearing = try hearing(
            badge,
            escort: escort,
            at: door,
            judged: ledger.judgedTime(line.wall, isTrusted: line.isTrusted)
        )
        let answer = record.reason.map { Answer.denied($0) } ?? .granted
        var facts = hearing.statements + record.statements
        var change: [Explanation.Change] = []
        if let reason = record.reason, let atTheDoor = reason.changeAtTheDoor {
            change = [atTheDoor]
        } else if hearing.leads(to: answer) {
            change = hearing.smallestChange
        } else {
            facts.append(
                .init(
                    key: "since",
                    english: "the facts have changed since: on those of now the answer would be "
                        + "another",
                    japanese: "その後、事実が変わっている。今の事実では答えが異なる"
                )
            )
        }
        return Explanation(
            answers: [answer],
            at: line.wall,
            isOfNow: true,
            record: line.number,
            person: hearing.person?.person.id ?? record.people.first,
            room: record.room,
            facts: facts,
            change: change
        )
    }

    /// Whose badge a record is about, and whose as an escort.
    private func presented(
        in line: JournalLine
    ) throws -> (badge: BadgeDigest?, escort: BadgeDigest?) {
        let record = line.record
        let shown = try record.badge.flatMap {
            try stored.badge(.fingerprint($0), keys: keys)?.digest
        }
        if let escort = record.escort {
            return (try record.people.first.flatMap(bestBadge), try bestBadge(of: escort))
        }
        let ofEscorts: [Reason] = [.escortNotEligible, .escortNotDesignated, .escortLimit]
        if let reason = record.reason, ofEscorts.contains(reason),
            let visitor = try waiting(before: line)
        {
            return (try bestBadge(of: visitor), shown)
        }
        if record.badge != nil { return (shown, nil) }
        return (try record.people.first.flatMap(bestBadge), nil)
    }

    /// The visitor who waited at the door for an escort.
    private func waiting(before line: JournalLine) throws -> PersonID? {
        guard let door = line.record.door else { return nil }
        let found = try stored.rows(
            """
            SELECT number, body, digest FROM journal
            WHERE door = ? AND number < ? AND kind = 'escort-session'
            ORDER BY number DESC LIMIT 1
            """,
            [door.text, line.number]
        ) { try JournalLine($0) }
        return found.first?.record.people.first
    }

    private func line(_ number: RecordNumber) throws -> JournalLine {
        let found = try stored.rows(
            "SELECT number, body, digest FROM journal WHERE number = ?",
            [number]
        ) { try JournalLine($0) }
        guard let line = found.first else {
            throw OrderRefused.unfit("there is no record \(number)", "記録 \(number) はありません。")
        }
        return line
    }

    // MARK: Facts for an instant

    private func hearing(
        _ badge: BadgeDigest?,
        escort: BadgeDigest?,
        at door: Door,
        judged time: JudgedTime
    ) throws -> Hearing {
        let moment = Moment(
            instant: self.moment.instant + (time.now - self.time.now),
            wall: time.now,
            isSynchronised: time.isTrusted
        )
        let members = escort.map { [Session.Member(person: "", badge: $0)] } ?? []
        let facts = try FactsReader.facts(
            about: door.room,
            presented: badge,
            members: members,
            judged: time,
            at: moment,
            in: self
        )
        return Hearing(facts: facts, door: door, moment: moment, badge: badge, escort: escort)
    }

    /// The badge with which somebody would come: one in use before any other.
    private func bestBadge(of person: PersonID) throws -> BadgeDigest? {
        let badges = try stored.badges(of: person)
        return (badges.first { $0.badge.status == .active } ?? badges.first)?.digest
    }
}

extension Question.Subject {
    /// The person, where the question names one.
    fileprivate var person: PersonID? {
        if case .person(let person) = self { person } else { nil }
    }
}

extension Record {
    /// What the reading of the badge proved, where this is the record of one.
    fileprivate var statements: [Explanation.Fact] {
        guard badge != nil, authentication != .badgeAndPIN, reason != .wrongPIN else { return [] }
        let isProved = remarks.contains(.authenticatedBadge)
        let assurance: Assurance = isProved ? .authenticated : .identifier
        return [
            .init(
                key: "reading",
                english: "the badge's reading proved: \(assurance.rawValue)",
                japanese: "証の読取りの確かさ：\(assurance.japanese)"
            )
        ]
    }
}
