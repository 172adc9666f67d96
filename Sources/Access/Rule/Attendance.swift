// SPDX-License-Identifier: Apache-2.0

/// How the visitors in one room are attended at the judged time (立会い, 28(3) proviso; R09, R10).
public struct Attendance: Sendable, Hashable {
    /// The visitors without an escort, and since when.
    public var unattended: [PersonID: Timestamp] = [:]
    /// Whether an alarm `visitor-unattended` is due.
    public var isUnattendedAlarmDue = false
    /// The visitors who are inside after the end of their approval.
    public var overstaying: Set<PersonID> = []
    /// When time alone changes something next; `nil` while no visitor is inside.
    public var nextCheck: Timestamp?

    /// Days and hours begin and end with a minute: the escorts' rights are looked at with each.
    public static func nextMinute(after time: Timestamp) -> Timestamp {
        Timestamp(milliseconds: (time.milliseconds / 60_000 + 1) * 60_000)
    }
}

/// The attendance that the facts show; they hold the people of the escorts of those inside.
///
/// Pure.
public func attendance(given facts: Facts) -> Attendance {
    var attendance = Attendance()
    let now = facts.time.now
    let gap = Duration.seconds(facts.room?.unattendedGap ?? 0)
    var checks: [Timestamp] = []
    for presence in facts.inside {
        guard let id = presence.visit else { continue }
        checks.append(Attendance.nextMinute(after: now))
        let escort = presence.escort.flatMap { facts.people[$0] }
        checks += (escort?.designations ?? []).compactMap { $0.validity.until?.instant }
            .filter { now < $0 }
        let visit = facts.visitsInside[id]
        if let visit, !facts.withdrawnInside.contains(id),
            let end = visit.validity.until?.instant, now < end
        {
            checks.append(end)
        } else {
            attendance.overstaying.insert(presence.person)
        }
        guard !facts.isAttended(presence, on: visit) else { continue }
        // The clock may have stepped back since it was noted.
        let since = min(presence.unattendedSince ?? now, now)
        attendance.unattended[presence.person] = since
        if now < since + gap {
            checks.append(since + gap)
        } else {
            attendance.isUnattendedAlarmDue = true
        }
    }
    attendance.nextCheck = checks.min()
    return attendance
}

/// The visitors inside whom a person takes over by entering with badge and PIN, or by order.
///
/// Pure.
///
/// - Parameters:
///   - person: who takes over.
///   - all: whether those count as well whose escort is still there, as an order may have it.
///   - facts: the room, with the facts of that person and of those inside.
/// - Returns: the visitors.
public func takeover(
    by person: PersonID,
    evenAttended all: Bool = false,
    given facts: Facts
) -> [PersonID] {
    guard let escort = facts.people[person], facts.isActive(escort) else { return [] }
    return facts.inside.filter { presence in
        guard presence.person != person, presence.escort != person,
            all || presence.unattendedSince != nil,
            let visit = presence.visit.flatMap({ facts.visitsInside[$0] })
        else { return false }
        return facts.escortRefusal(escort, of: [visit]) == nil
    }.map(\.person)
}

extension Facts {
    func isAttended(_ presence: Presence, on visit: VisitApproval?) -> Bool {
        guard let visit, let escort = presence.escort.flatMap({ people[$0] }) else { return false }
        return escort.presence?.room == presence.room && isActive(escort)
            && escortRefusal(escort, of: [visit]) == nil
    }
}

/// Whether a person may escort into the room now, visits apart, as who watches an open door must.
public func isEligibleEscort(_ person: PersonID, given facts: Facts) -> Bool {
    guard let escort = facts.people[person], facts.isActive(escort) else { return false }
    return facts.escortRefusal(escort, of: []) == nil
}
