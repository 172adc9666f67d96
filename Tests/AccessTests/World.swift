// SPDX-License-Identifier: Apache-2.0
import Access

/// A room, its door and its people, built up by a test; the rule is asked about it without any ledger.
struct World {
    var room: Room
    var door = Door(
        id: "server",
        room: "server-4f",
        entry: "server-in",
        exit: "server-out",
        keypad: "server-keys"
    )
    var now: Timestamp
    var instant = Instant(sinceBoot: .seconds(1000))
    var isClockTrusted = true
    var people: [PersonID: PersonFacts] = [:]
    var status: [PersonID: Badge.Status] = [:]
    /// As what people's badges are on record, beyond their status.
    var typed: [PersonID: BadgeFacts] = [:]
    var outer: Room?
    var appointments: [PersonID: [Appointment]] = [:]
    var inside: [Presence] = []
    var visitsInside: [VisitID: VisitApproval] = [:]
    var outstanding: Set<PersonID> = []
    var lockdown: Set<PersonID>?
    var holidays: Set<CivilDate> = []
    var session: Session?
    var hasOutstandingGrant = false
    var isInService = true
    var readAge = Duration.zero
    private var requests: UInt64 = 0

    /// A server room with the safest parameters, an information officer and a competent section's head.
    init(at time: String = "2026-04-10 09:30", authentication: Authentication = .badgeAndPIN) {
        room = Room(
            id: "server-4f",
            name: "サーバ室",
            site: "main",
            authentication: authentication
        )
        room.competentSections = ["zeimu"]
        now = wall(time)
        staff("officer")
        staff("head", of: "zeimu", kinds: [])
        appoint(.informationOfficer, "officer", from: "2026-04-01")
        appoint(.sectionHead, "head", of: "zeimu", from: "2026-04-01")
    }

    // MARK: People and rights

    mutating func staff(
        _ id: PersonID,
        of department: DepartmentID = "joho",
        kinds: Set<DepartmentKind> = [.informationDepartment]
    ) {
        var facts = PersonFacts(person: Person(id: id, name: id.text, department: department))
        facts.kinds = kinds
        facts.pin.exists = true
        people[id] = facts
    }

    mutating func outsider(_ id: PersonID) {
        people[id] = PersonFacts(person: Person(id: id, name: id.text))
    }

    mutating func appoint(
        _ office: Office,
        _ person: PersonID,
        of department: DepartmentID? = nil,
        from: String?,
        until: String? = nil
    ) {
        appointments[person, default: []].append(
            Appointment(
                office: office,
                person: person,
                department: department,
                validity: validity(from, until)
            )
        )
    }

    mutating func designate(
        _ person: PersonID,
        _ id: DesignationID = "D-1",
        from: String? = "2026-04-01",
        until: String? = "2027-03-31",
        hours: Hours? = nil,
        signatures: [(PersonID, String)] = [("officer", "2026-04-01"), ("head", "2026-04-01")]
    ) {
        let designation = Designation(
            id: id,
            person: person,
            rooms: [room.id],
            validity: validity(from, until),
            hours: hours,
            reason: "運用",
            signatures: signatures.map { Signature(by: $0.0, on: signingDay($0.1)) }
        )
        people[person]?.designations.append(designation)
    }

    /// As what signatures the last designation of 100123 awaits.
    func awaited() -> Set<SignatureCount> {
        let designation = people["100123"]?.designations.last
        return designation?.awaitedSignatures(for: room, at: now, appointments: appointments) ?? []
    }

    /// A designated member of the information department, who may escort.
    mutating func colleague(_ id: PersonID) {
        staff(id)
        designate(id, DesignationID("D-\(id)"))
    }

    @discardableResult
    mutating func approve(
        _ visitors: [PersonID],
        _ id: VisitID = "A-1",
        from: String = "2026-04-10",
        until: String = "2026-04-10",
        entries: Int? = 1,
        used: Int = 0,
        withdrawn: Bool = false,
        unattended: Bool = false,
        escorts: [PersonID]? = nil,
        by approver: PersonID = "officer"
    ) -> VisitApproval {
        let visit = VisitApproval(
            id: id,
            visitors: visitors,
            rooms: [room.id],
            by: approver,
            on: signingDay("2026-04-08"),
            necessity: "点検",
            validity: validity(from, until),
            entries: entries,
            escorts: escorts
        )
        for visitor in visitors {
            people[visitor]?.visits.append(
                VisitFacts(
                    visit: visit,
                    isWithdrawn: withdrawn,
                    used: used,
                    hasUnattended: unattended
                )
            )
        }
        return visit
    }

    /// An outsider on an approval for today.
    mutating func visitor(_ id: PersonID) {
        outsider(id)
        approve([id], VisitID("A-\(id)"))
    }

    /// Puts a visitor inside, attended by an escort who is there too unless it says otherwise.
    mutating func bringInside(
        _ visitor: PersonID,
        with escort: PersonID,
        unattendedSince: Timestamp? = nil
    ) {
        guard let visit = people[visitor]?.visits.first?.visit else { return }
        let presence = Presence(
            person: visitor,
            room: room.id,
            since: now,
            escort: escort,
            visit: visit.id,
            unattendedSince: unattendedSince
        )
        people[visitor]?.presence = presence
        visitsInside[visit.id] = visit
        inside.append(presence)
        people[escort]?.attends[visitor] = room.id
        if unattendedSince == nil { enter(escort) }
    }

    mutating func enter(_ person: PersonID) {
        let presence = Presence(person: person, room: room.id, since: now)
        people[person]?.presence = presence
        inside.removeAll { $0.person == person }
        inside.append(presence)
    }

    // MARK: At the door

    func facts(presented: PersonID? = nil, pin: PINOutcome? = nil) -> Facts {
        let judged = JudgedTime(now: now, local: tokyo.local(now), isTrusted: isClockTrusted)
        var facts = Facts(time: judged)
        facts.room = room
        facts.outer = outer
        facts.lockdown = lockdown
        facts.holidays = holidays
        facts.people = people
        for id in people.keys {
            facts.badges[badgeDigest(of: id)] =
                typed[id] ?? BadgeFacts(person: id, status: status[id] ?? .active)
        }
        facts.presented = presented.map(badgeDigest)
        facts.appointments = appointments
        facts.inside = inside
        facts.visitsInside = visitsInside
        facts.outstanding = outstanding
        facts.pin = pin
        return facts
    }

    private func request(_ act: AccessRequest.Act) -> AccessRequest {
        AccessRequest(
            id: RequestID(requests),
            door: door,
            act: act,
            readAt: Instant(sinceBoot: instant.sinceBoot - readAge),
            moment: Moment(instant: instant, wall: now, isSynchronised: isClockTrusted),
            session: session,
            hasOutstandingGrant: hasOutstandingGrant,
            isInService: isInService
        )
    }

    /// What a person's badge calls for; the session goes where it leads.
    @discardableResult
    mutating func present(
        _ person: PersonID,
        by technology: BadgeTechnology = .number,
        _ assurance: Assurance = .identifier,
        _ permanence: BadgeReading.Permanence = .lasting
    ) -> Ruling {
        requests += 1
        let reading = BadgeReading(
            known(BadgeNumber("00")),
            technology: technology,
            assurance: assurance,
            permanence: permanence
        )
        let ruling = ruling(on: request(.badge(reading)), given: facts(presented: person))
        session = ruling.session
        return ruling
    }

    /// What digits call for that compare so with the PIN of the one whose PIN is awaited.
    @discardableResult
    mutating func confirm(_ outcome: PINOutcome = .right) -> Ruling {
        requests += 1
        let ruling = ruling(on: request(.confirm(Secret("0000"))), given: facts(pin: outcome))
        session = ruling.session
        if let change = ruling.pinChange {
            people[change.person]?.pin.wrong = change.wrong
            people[change.person]?.pin.locks = change.locks
            if change.lockedFor != nil { people[change.person]?.pin.isLocked = true }
        }
        return ruling
    }

    private func ruling(on request: AccessRequest, given facts: Facts) -> Ruling {
        Access.ruling(on: request, given: facts)
    }
}

extension Ruling {
    /// The answer in a word, with the reason of a refusal.
    var word: String {
        switch decision {
        case .granted: "granted"
        case .escortNeeded: "escort-needed"
        case .pinNeeded: "pin-needed"
        case .denied(let reason): reason.rawValue
        case .ignored: "ignored"
        }
    }

    var grant: Grant? {
        if case .granted(let grant) = decision { grant } else { nil }
    }
}
