// SPDX-License-Identifier: Apache-2.0

/// A change of the facts that is tried on the rule.
struct Trial: Sendable {
    let change: Explanation.Change
    let make: @Sendable (inout Hearing) -> Void

    init(
        _ key: String,
        _ english: String,
        _ japanese: String,
        _ make: @escaping @Sendable (inout Hearing) -> Void
    ) {
        change = .init(key: key, english: english, japanese: japanese)
        self.make = make
    }
}

extension Hearing {
    /// The fewest changes that turn the answer, found by asking the rule again with each, then with each two.
    ///
    /// Of several that do, the first of the list: what lies nearest to a hand at the door comes first.
    public var smallestChange: [Explanation.Change] {
        let isIn = leadsIn
        let trials = isIn ? takingAway : granting
        for trial in trials where turns(isIn, [trial]) { return [trial.change] }
        for (place, first) in trials.enumerated() {
            for second in trials.dropFirst(place + 1) where turns(isIn, [first, second]) {
                return [first.change, second.change]
            }
        }
        return []
    }

    private func turns(_ isIn: Bool, _ trials: [Trial]) -> Bool {
        var other = self
        for trial in trials { trial.make(&other) }
        return other.leadsIn != isIn
    }

    mutating func change(_ badge: BadgeDigest?, _ body: (inout PersonFacts) -> Void) {
        guard let id = badge.flatMap({ facts.badges[$0]?.person }), var person = facts.people[id]
        else { return }
        body(&person)
        facts.people[id] = person
    }

    // MARK: What would let somebody in

    private var granting: [Trial] {
        door(of: badge) + presence + designations(of: badge) + visits + newRights
            + (escort.map { attendance($0) } ?? []) + theRoom
    }

    /// The badge, its holder and the PIN.
    private func door(of badge: BadgeDigest?) -> [Trial] {
        guard let badge, let row = facts.badges[badge], let person = person(badge) else {
            return []
        }
        let id = person.person.id
        var trials: [Trial] = []
        if row.status != .active {
            trials.append(
                Trial(
                    "activate-badge \(id)",
                    "the badge of \(id) were active, not \(row.status.rawValue)",
                    "\(id)の証が使用中であること（現在：\(row.status.japanese)）"
                ) { $0.facts.badges[badge]?.status = .active }
            )
        }
        if person.pin.isLocked {
            trials.append(
                Trial(
                    "clear-pin-lock \(id)",
                    "the PIN of \(id) were not locked",
                    "\(id)の暗証番号のロックが解かれていること"
                ) { $0.change(badge) { $0.pin.isLocked = false } }
            )
        }
        if !person.pin.exists {
            trials.append(
                Trial(
                    "set-pin \(id)",
                    "\(id) had a PIN",
                    "\(id)に暗証番号があること"
                ) { $0.change(badge) { $0.pin.exists = true } }
            )
        }
        if person.person.isSuspended {
            trials.append(
                Trial(
                    "resume-person \(id)",
                    "\(id) were not suspended",
                    "\(id)の停止が解かれていること"
                ) { $0.change(badge) { $0.person.isSuspended = false } }
            )
        }
        if !person.person.validity.contains(facts.time.now) {
            trials.append(
                Trial(
                    "person-period \(id)",
                    "\(id) were here at that time",
                    "\(id)がその時点で在籍していること"
                ) { $0.change(badge) { $0.person.validity = Validity() } }
            )
        }
        return trials
    }

    /// Where people are, and the clock.
    private var presence: [Trial] {
        var trials: [Trial] = []
        if facts.lockdown != nil {
            trials.append(
                Trial("end-lockdown", "the lockdown were ended", "封鎖が解かれていること") {
                    $0.facts.lockdown = nil
                }
            )
        }
        if !facts.time.isTrusted {
            trials.append(
                Trial("trust-clock", "the clock were to be believed", "時計が確かであること") {
                    $0.facts.time = JudgedTime(
                        now: $0.facts.time.now,
                        local: $0.facts.time.local,
                        isTrusted: true
                    )
                }
            )
        }
        for badge in [badge, escort] {
            guard let person = person(badge) else { continue }
            let id = person.person.id
            if person.presence?.room == door.room {
                trials.append(
                    Trial(
                        "leave \(id)",
                        "\(id) were recorded as having left",
                        "\(id)の退室が記録されていること"
                    ) { hearing in
                        let outer = hearing.facts.room.flatMap {
                            $0.onlyThroughWithin ? $0.within : nil
                        }
                        let now = hearing.facts.time.now
                        hearing.facts.inside.removeAll { $0.person == id }
                        hearing.change(badge) { person in
                            person.presence = outer.map {
                                Presence(person: id, room: $0, since: now)
                            }
                        }
                    }
                )
            }
            if let room = facts.room, room.onlyThroughWithin, let outer = room.within {
                trials.append(
                    Trial(
                        "enter-outer-room \(id)",
                        "\(id) were recorded in room \(outer)",
                        "\(id)の\(outer)への入室が記録されていること"
                    ) { hearing in
                        let now = hearing.facts.time.now
                        hearing.change(badge) { person in
                            person.presence = Presence(person: id, room: outer, since: now)
                        }
                    }
                )
            }
        }
        return trials
    }

    private var theRoom: [Trial] {
        var trials: [Trial] = []
        if facts.room?.capacity != nil {
            trials.append(
                Trial("room-space", "fewer people were inside", "室内の人数が定員に満たないこと") {
                    $0.facts.room?.capacity = nil
                }
            )
        }
        if door.keypad == nil {
            trials.append(
                Trial("use-keypad", "the door had a keypad", "扉にキーパッドがあること") {
                    $0.door = Self.door(into: $0.door.room)
                }
            )
        }
        return trials
    }
}
