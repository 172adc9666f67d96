// SPDX-License-Identifier: Apache-2.0

/// What the rule makes of one request, given the facts: the answer, and all that must be on disk with it.
public struct Ruling: Sendable, Hashable {
    /// The answer.
    public let decision: Decision
    /// Where the entry procedure stands now.
    public let session: Session?
    /// What is put on record; the first record is the answer's own.
    public var records: [Record] = []
    /// What becomes of somebody's count of wrong PINs.
    public var pinChange: PINChange?

    /// An answer that calls for nothing else.
    public init(_ decision: Decision, session: Session?) {
        self.decision = decision
        self.session = session
    }
}

/// What becomes of a person's count of wrong PINs.
public struct PINChange: Sendable, Hashable {
    /// The person.
    public let person: PersonID
    /// Wrong ones in a row from now on.
    public let wrong: Int
    /// Locks since a right one from now on.
    public let locks: Int
    /// For how long the PIN is locked from now on.
    public let lockedFor: Duration?

    /// How long the PIN rests at its nth lock: 5 minutes, doubling, up to 24 hours (DESIGN §6).
    public static func lockTime(_ lock: Int) -> Duration {
        .seconds(min(300 << min(max(lock - 1, 0), 12), 86_400))
    }
}

/// The ruling that the facts call for.
///
/// Pure: the same request and facts give the same ruling (L15).
public func ruling(on request: AccessRequest, given facts: Facts) -> Ruling {
    let judge = Judge(request: request, facts: facts)
    return switch request.act {
    case .badge: judge.badge()
    case .confirm: judge.confirmation()
    }
}

/// One request and the facts about it; its verbs are in the files beside this one.
struct Judge {
    let request: AccessRequest
    let facts: Facts

    // MARK: What may stand against a badge, whoever's it is

    /// Reasons that lie in the read or the door.
    var doorReasons: [Reason] {
        var reasons: [Reason] = []
        if request.moment.instant - request.readAt > AccessRequest.patience {
            reasons.append(.staleRead)
        }
        if case .badge = request.act,
            request.hasOutstandingGrant || request.session?.awaitsPIN == true
        {
            reasons.append(.busy)
        }
        if !request.isInService || facts.room == nil { reasons.append(.doorOutOfService) }
        return reasons
    }

    /// Reasons that lie in the badge or its holder, and the holder where the ledger knows one.
    func holder(of badge: BadgeDigest?) -> (person: PersonFacts?, reasons: [Reason]) {
        guard let digest = badge, let badge = facts.badges[digest],
            let person = facts.people[badge.person]
        else { return (nil, [.unknownBadge]) }
        if case .badge(let reading) = request.act, digest == facts.presented,
            strangeness(of: reading, as: badge) != nil
        {
            return (nil, [.unknownBadge])
        }
        var reasons: [Reason] = []
        switch badge.status {
        case .active: break
        case .lost: reasons.append(.badgeLost)
        case .suspended: reasons.append(.badgeSuspended)
        case .returned: reasons.append(.badgeReturned)
        }
        if !facts.isActive(person) { reasons.append(.personInactive) }
        if let allowed = facts.lockdown, !allowed.contains(person.person.id) {
            reasons.append(.lockdown)
        }
        return (person, reasons)
    }

    /// Why a reading is nobody's badge, though its number may be one that is on record.
    func strangeness(of reading: BadgeReading, as badge: BadgeFacts?) -> Remark? {
        switch reading.obstacle {
        case nil: break
        case .emulated?: return .emulatedBadge
        case .disproved?: return .disprovedBadge
        default: return .randomBadge
        }
        guard let badge else { return nil }
        let serves = reading.technology.serves(badge.technology, systemCode: badge.systemCode)
        if !serves { return .otherTechnology }
        return reading.assurance < badge.assurance ?? .identifier ? .notAuthenticated : nil
    }

    /// Whether the room asks for more than a reading proves before the badge alone does.
    var isReadingTooWeak: Bool {
        guard case .badge(let reading) = request.act, let room = facts.room else { return false }
        return reading.assurance < room.badgeAloneFrom
    }

    /// Whether the clock stands against an entry or, more strictly, against a visit.
    func clockForbids(visit: Bool) -> Bool {
        guard !facts.time.isTrusted, let room = facts.room else { return false }
        return switch room.onUntrustedClock {
        case .refuseAll: true
        case .refuseVisits: visit
        case .trust: false
        }
    }

    /// Whether the person is recorded inside this room.
    func isInside(_ person: PersonFacts) -> Bool {
        person.presence?.room == request.door.room
    }

    func passbackReason(_ person: PersonFacts) -> Reason? {
        facts.room?.antiPassback == .hard && isInside(person) ? .alreadyInside : nil
    }

    /// Whether the room is reached through another one, in which the person is not recorded.
    ///
    /// Who is recorded in this room has come through the other: it lies within.
    func passageReason(_ person: PersonFacts) -> Reason? {
        guard let room = facts.room, room.onlyThroughWithin, let outer = room.within else {
            return nil
        }
        return [outer, room.id].contains(person.presence?.room) ? nil : .outerRoomMissing
    }

    /// Whether the room has no place for these people.
    func isFull(for people: [PersonID]) -> Bool {
        guard let capacity = facts.room?.capacity else { return false }
        let all = Set(facts.inside.map(\.person)).union(facts.outstanding).union(people)
        return all.count > capacity
    }

    /// Why the person's PIN could not grant, whatever is typed.
    func pinReason(_ person: PersonFacts) -> Reason? {
        if !request.hasKeypad { return .doorOutOfService }
        if person.pin.isLocked { return .pinLocked }
        return person.pin.exists ? nil : .wrongPIN
    }

    // MARK: Answers

    /// A refusal, on record; what was going on at the door goes on, or is over.
    func denied(
        _ reason: Reason,
        people: [PersonID],
        session: Session?
    ) -> Ruling {
        var ruling = Ruling(.denied(reason), session: session)
        var record = record(.denied, people: people)
        record.reason = reason
        ruling.records = [record]
        return ruling
    }

    func record(_ kind: RecordKind, people: [PersonID]) -> Record {
        var record = Record(kind)
        record.door = request.door.id
        record.room = request.door.room
        record.people = people
        if case .badge(let reading) = request.act {
            record.reader = request.door.entry
            record.badge = facts.presented?.fingerprint
            let badge = facts.presented.flatMap { facts.badges[$0] }
            if let remark = strangeness(of: reading, as: badge) {
                record.remarks.append(remark)
            } else if reading.assurance == .authenticated {
                record.remarks.append(.authenticatedBadge)
            }
        } else {
            record.reader = request.door.keypad
            record.badge = request.session?.confirmer?.badge.fingerprint
        }
        if !facts.time.isTrusted { record.remarks.append(.clockUntrusted) }
        return record
    }

    func member(_ person: PersonFacts) -> Session.Member? {
        facts.presented.map { Session.Member(person: person.person.id, badge: $0) }
    }

    /// A session that this step leads to, begun anew at the read.
    func session(_ stage: Session.Stage) -> Session {
        Session(stage: stage, lastStep: request.readAt)
    }
}
