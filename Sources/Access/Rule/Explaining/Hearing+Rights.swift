// SPDX-License-Identifier: Apache-2.0

extension Hearing {
    /// What would make the designations that there are serve.
    func designations(of badge: BadgeDigest?) -> [Trial] {
        guard let person = person(badge), let room = facts.room else { return [] }
        return person.designations.flatMap { row -> [Trial] in
            var trials: [Trial] = []
            if !facts.isComplete(row, for: room) {
                trials += signing(row, of: badge)
            }
            if !row.validity.contains(facts.time.now) {
                trials.append(
                    Trial(
                        "extend-designation \(row.id)",
                        "designation \(row.id) held at that time",
                        "指定\(row.id)の期間がその時点を含むこと"
                    ) { $0.edit(row.id, of: badge) { $0.validity = Validity() } }
                )
            }
            if let hours = row.hours, !hours.admit(at: facts.time.local, holidays: facts.holidays) {
                trials.append(
                    Trial(
                        "within-hours \(row.id)",
                        "it were within the hours of designation \(row.id), "
                            + "\(hours.from) to \(hours.until) on its days and no holiday",
                        "指定\(row.id)の時間帯（\(hours.from)～\(hours.until)、定めた曜日、休日以外）の内であること"
                    ) { $0.edit(row.id, of: badge) { $0.hours = nil } }
                )
            }
            return trials
        }
    }

    private mutating func edit(
        _ id: DesignationID,
        of badge: BadgeDigest?,
        _ body: (inout Designation) -> Void
    ) {
        change(badge) { person in
            for place in person.designations.indices where person.designations[place].id == id {
                body(&person.designations[place])
            }
        }
    }

    private static let officer: PersonID = "\u{0}officer"
    private static let head: PersonID = "\u{0}head"

    private func signing(_ row: Designation, of badge: BadgeDigest?) -> [Trial] {
        [
            (
                "sign-designation \(row.id) information-officer",
                "the information officer had signed designation \(row.id)",
                "情報責任者が指定\(row.id)に署名していること", [Self.officer]
            ),
            (
                "sign-designation \(row.id) section-head",
                "the head of a competent section had signed designation \(row.id)",
                "所管課等の長が指定\(row.id)に署名していること", [Self.head]
            ),
        ].map { key, english, japanese, signers in
            Trial(key, english, japanese) { $0.sign(row.id, of: badge, by: signers) }
        }
    }

    /// Lets people sign who hold the offices that count, long since.
    private mutating func sign(
        _ id: DesignationID,
        of badge: BadgeDigest?,
        by signers: [PersonID]
    ) {
        facts.appointments[Self.officer] = [
            Appointment(office: .informationOfficer, person: Self.officer, validity: Validity())
        ]
        facts.appointments[Self.head] = [facts.room, facts.outer].compactMap { $0 }
            .flatMap(\.competentSections).map { section in
                Appointment(
                    office: .sectionHead,
                    person: Self.head,
                    department: section,
                    validity: Validity()
                )
            }
        edit(id, of: badge) { row in
            row.signatures += signers.map { Signature(by: $0, on: .beginning) }
        }
    }

    /// What would make the approvals that there are serve; what is over is not opened again.
    var visits: [Trial] {
        guard let person else { return [] }
        return person.visits.flatMap { found -> [Trial] in
            let id = found.visit.id
            var trials: [Trial] = []
            func add(
                _ key: String,
                _ english: String,
                _ japanese: String,
                _ make: @escaping @Sendable (inout VisitFacts) -> Void
            ) {
                let badge = badge
                trials.append(
                    Trial("\(key) \(id)", english, japanese) { hearing in
                        hearing.change(badge) { person in
                            for place in person.visits.indices
                            where person.visits[place].visit.id == id {
                                make(&person.visits[place])
                            }
                        }
                    }
                )
            }
            if !found.isOver(at: facts.time.now),
                !found.visit.validity.contains(facts.time.now)
            {
                add(
                    "visit-window",
                    "approval \(id) held at that time",
                    "立入承認\(id)の時間がその時点を含むこと"
                ) {
                    $0.visit.validity = Validity()
                }
            }
            if found.isWithdrawn, !found.isOver(at: facts.time.now) {
                add(
                    "visit-reinstated",
                    "approval \(id) were not withdrawn",
                    "立入承認\(id)が取り消されていないこと"
                ) { $0.isWithdrawn = false }
            }
            if found.hasUnattended {
                add(
                    "visit-attended",
                    "every visitor inside on \(id) were attended",
                    "立入承認\(id)で入室中の来訪者に立会者がいること"
                ) { $0.hasUnattended = false }
            }
            return trials
        }
    }

    /// Rights that are not there at all.
    var newRights: [Trial] {
        guard let person else { return [] }
        let id = person.person.id
        let badge = badge
        let designating = Trial(
            "designate \(id)",
            "\(id) were designated for room \(door.room)",
            "\(id)が\(door.room)の指定を受けていること"
        ) { $0.designate(badge) }
        let approving = Trial(
            "approve-visit \(id)",
            "the information officer had approved a visit of \(id) to room \(door.room)",
            "情報責任者が\(id)の\(door.room)への立入りを承認していること"
        ) { $0.approve(badge) }
        // Of outsiders an approval is asked, of staff a designation (28(3)); who had an approval, another.
        let hadApproval = person.visits.contains { $0.isOver(at: facts.time.now) }
        return person.person.department == nil || hadApproval
            ? [approving, designating] : [designating, approving]
    }

    mutating func designate(_ badge: BadgeDigest?) {
        let id = DesignationID("\u{0}new")
        let room = door.room
        change(badge) { person in
            person.designations.append(
                Designation(
                    id: id,
                    person: person.person.id,
                    rooms: [room],
                    validity: Validity(),
                    reason: ""
                )
            )
        }
        sign(id, of: badge, by: [Self.officer, Self.head])
    }

    private mutating func approve(_ badge: BadgeDigest?) {
        let room = door.room
        change(badge) { person in
            let visit = VisitApproval(
                id: "\u{0}new",
                visitors: [person.person.id],
                rooms: [room],
                by: Self.officer,
                on: .beginning,
                necessity: "",
                validity: Validity()
            )
            person.visits.append(VisitFacts(visit: visit))
        }
    }

    /// What would make somebody an escort.
    func attendance(_ badge: BadgeDigest) -> [Trial] {
        guard let person = person(badge), let room = facts.room else { return [] }
        let id = person.person.id
        var trials = designations(of: badge)
        let kinds = room.escorts.map(\.rawValue).sorted().joined(separator: ", ")
        trials.append(
            Trial(
                "escort-department \(id)",
                "the escort \(id) were staff of: \(kinds)",
                "立会者\(id)が立会いのできる部署（\(kinds)）の職員であること"
            ) { hearing in
                hearing.change(badge) { person in
                    person.person.department = person.person.department ?? "\u{0}"
                    person.kinds.formUnion(room.escorts)
                }
            }
        )
        trials.append(
            Trial(
                "designate \(id)",
                "the escort \(id) were designated for room \(room.id)",
                "立会者\(id)が\(room.id)の指定を受けていること"
            ) { $0.designate(badge) }
        )
        trials.append(
            Trial(
                "escort-named \(id)",
                "the approval let \(id) escort",
                "立入承認が\(id)の立会いを認めていること"
            ) { hearing in
                hearing.facts.room?.approverMayEscort = true
                for visitor in hearing.facts.people.keys {
                    for place in hearing.facts.people[visitor]?.visits.indices ?? 0..<0 {
                        hearing.facts.people[visitor]?.visits[place].visit.escorts = nil
                    }
                }
            }
        )
        trials.append(
            Trial(
                "escort-free \(id)",
                "the escort \(id) attended fewer visitors",
                "立会者\(id)が付き添う来訪者が少ないこと"
            ) { $0.change(badge) { $0.attends = [:] } }
        )
        return trials
    }

    /// What would keep somebody out who gets in.
    var takingAway: [Trial] {
        guard let badge, let person else { return [] }
        let id = person.person.id
        var trials: [Trial] = []
        if let room = facts.room {
            for row in person.designations where facts.isComplete(row, for: room) {
                trials.append(
                    Trial(
                        "revoke-designation \(row.id)",
                        "designation \(row.id) were revoked",
                        "指定\(row.id)が取り消されること"
                    ) { $0.change(badge) { $0.designations.removeAll { $0.id == row.id } } }
                )
            }
        }
        for visit in person.visits.map(\.visit.id) {
            trials.append(
                Trial(
                    "withdraw-visit \(visit)",
                    "approval \(visit) were withdrawn",
                    "立入承認\(visit)が取り消されること"
                ) { $0.change(badge) { $0.visits.removeAll { $0.visit.id == visit } } }
            )
        }
        trials.append(
            Trial(
                "suspend-person \(id)",
                "\(id) were suspended",
                "\(id)が停止されること"
            ) { $0.change(badge) { $0.person.isSuspended = true } }
        )
        return trials
    }
}

extension SigningDay {
    /// A day long past.
    fileprivate static let beginning = SigningDay(
        date: CivilDate(day: 0),
        start: Timestamp(milliseconds: 0),
        end: Timestamp(milliseconds: 86_400_000)
    )
}

extension VisitFacts {
    /// Whether it admits nobody any more, whatever the time: closed, past or used up.
    func isOver(at now: Timestamp) -> Bool {
        isClosed || isUsedUp || (visit.validity.until.map { $0.instant <= now } ?? false)
    }

    /// Whether no entry is left.
    var isUsedUp: Bool { visit.entries.map { used >= $0 } ?? false }
}
