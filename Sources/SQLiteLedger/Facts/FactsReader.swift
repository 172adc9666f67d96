// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

/// Reads what the rule needs to know about one room, inside the transaction that records its answer (L7).
///
/// Every look-up goes by an index, so that it costs the same with a million people.
struct FactsReader {
    private(set) var stored: StoredPolicy
    /// By which it is known whether a PIN's lock is over.
    let moment: Moment
    let boot: String
    var facts: Facts

    /// The facts about a room, and about whom one asks for.
    ///
    /// They are read for the transaction's own time, or for another one on both clocks.
    static func facts(
        about room: RoomID,
        people: [PersonID] = [],
        presented: BadgeDigest? = nil,
        members: [Session.Member] = [],
        judged: JudgedTime? = nil,
        at moment: Moment? = nil,
        in transaction: Transaction
    ) throws -> Facts {
        let time = judged ?? transaction.time
        var stored = transaction.stored
        stored.now = time.now
        var reader = FactsReader(
            stored: stored,
            moment: moment ?? transaction.moment,
            boot: transaction.ledger.boot,
            facts: Facts(time: time)
        )
        try reader.readRoom(room, calendar: transaction.calendar)
        reader.facts.presented = presented
        for badge in ([presented] + members.map(\.badge)).compactMap({ $0 }) {
            try reader.readBadge(badge, for: room)
        }
        for person in people { try reader.readPerson(person, for: room) }
        try reader.readInside(room)
        try reader.readAppointments()
        return reader.facts
    }

    private mutating func readRoom(_ id: RoomID, calendar: BoardCalendar) throws {
        facts.room = try stored.room(id)
        if facts.room?.onUntrustedClock == .trust, !facts.time.isTrusted {
            // The room's owner has the clock believed all the same.
            facts.time = JudgedTime(
                now: moment.wall,
                local: calendar.local(moment.wall),
                isTrusted: false
            )
            stored.now = moment.wall
        }
        if facts.room?.withinGrants == true {
            facts.outer = try facts.room?.within.flatMap(stored.room)
        }
        let locked: [RoomID] = try stored.names(
            "SELECT room FROM lockdown WHERE room = ?",
            [id.text]
        )
        if !locked.isEmpty {
            facts.lockdown = Set(
                try stored.names("SELECT person FROM lockdownAllowed WHERE room = ?", [id.text])
            )
        }
        let today = facts.time.local.date
        facts.holidays = Set(
            try stored.rows(
                "SELECT day FROM holiday WHERE day IN (?, ?)",
                [today.description, today.advanced(by: -1).description]
            ) { try $0.date(0) }
        )
        facts.outstanding = Set(
            try stored.names("SELECT person FROM outstanding WHERE room = ?", [id.text])
        )
    }

    private mutating func readBadge(_ digest: BadgeDigest, for room: RoomID) throws {
        let found = try stored.rows(
            "SELECT person, status, technology, systemCode, assurance FROM badge WHERE digest = ?",
            [Data(digest.bytes)]
        ) {
            BadgeFacts(
                person: try $0.identifier(0),
                status: try $0.word(1),
                technology: try $0.wordIfAny(2),
                systemCode: try $0.systemCode(3),
                assurance: try $0.wordIfAny(4)
            )
        }
        guard let badge = found.first else { return }
        facts.badges[digest] = badge
        try readPerson(badge.person, for: room)
    }

    /// The offices of everybody whose signature, approval or own office may count.
    private mutating func readAppointments() throws {
        var concerned = Set(facts.people.keys)
        for person in facts.people.values {
            for designation in person.designations {
                concerned.formUnion(designation.signatures.map(\.by))
            }
            concerned.formUnion(person.visits.map(\.visit.by))
        }
        concerned.formUnion(facts.visitsInside.values.map(\.by))
        for person in concerned {
            facts.appointments[person] = try stored.appointments(of: person)
        }
    }
}
