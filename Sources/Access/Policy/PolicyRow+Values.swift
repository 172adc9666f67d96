// SPDX-License-Identifier: Apache-2.0

extension PolicyRow {
    init(_ room: Room) {
        self.init(
            room.id.text,
            [
                ("name", room.name), ("site", room.site),
                ("designation", room.designation.rawValue),
                ("competentSections", Self.list(room.competentSections.map(\.text))),
                ("escorts", Self.list(room.escorts.map(\.rawValue).sorted())),
                ("escortMustBeDesignated", "\(room.escortMustBeDesignated)"),
                ("authentication", room.authentication.rawValue),
                ("visitorsPerEscort", "\(room.visitorsPerEscort)"),
                ("antiPassback", room.antiPassback.rawValue),
                ("capacity", room.capacity.map(String.init)), ("within", room.within?.text),
                ("pinAttempts", "\(room.pinAttempts)"),
                ("officerExOfficio", "\(room.officerExOfficio)"),
                ("approverMayEscort", "\(room.approverMayEscort)"),
                ("unattendedGap", "\(room.unattendedGap)"),
                ("onUntrustedClock", room.onUntrustedClock.rawValue),
                ("escortAuthentication", room.escortAuthentication.rawValue),
                ("withinGrants", "\(room.withinGrants)"),
                ("onlyThroughWithin", "\(room.onlyThroughWithin)"),
                ("approvalScope", room.approvalScope.rawValue),
                ("reviewMonths", "\(room.reviewMonths)"),
                ("badgeAloneFrom", room.badgeAloneFrom.rawValue),
            ]
        )
    }

    init(_ department: Department) {
        self.init(
            department.id.text,
            [
                ("name", department.name),
                ("kinds", Self.list(department.kinds.map(\.rawValue).sorted())),
            ]
        )
    }

    init(_ entry: PersonEntry) {
        let person = entry.person
        self.init(
            person.id.text,
            [
                ("name", person.name), ("kana", person.kana),
                ("department", person.department?.text),
                ("from", person.validity.from?.written), ("until", person.validity.until?.written),
                ("suspended", person.isSuspended ? "true" : nil), ("company", person.company),
                ("identityChecked", person.identityChecked),
                ("briefed", person.briefed?.description), ("contract", person.contract),
                ("responsible", person.responsible?.text),
                ("badges", Self.list(entry.badges.map(Self.text))),
                ("pin", entry.pin.map(Self.text)), ("duressPin", entry.duressPIN.map(Self.text)),
            ],
            masked: ["badges": entry.badges, "pin": entry.pin, "duressPin": entry.duressPIN]
        )
    }

    init(_ appointment: Appointment, id: String) {
        self.init(
            id,
            [
                ("from", appointment.validity.from?.written),
                ("until", appointment.validity.until?.written), ("basis", appointment.basis),
            ]
        )
    }

    init(_ holiday: CivilDate) {
        self.init(holiday.description, [])
    }

    init(_ designation: Designation) {
        self.init(
            designation.id.text,
            [
                ("person", designation.person.text),
                ("rooms", Self.list(designation.rooms.map(\.text))),
                ("from", designation.validity.from?.written),
                ("until", designation.validity.until?.written),
                ("hours", designation.hours.map(Self.text)), ("reason", designation.reason),
                (
                    "signatures",
                    Self.list(designation.signatures.map { "\($0.by) (\($0.on.date))" })
                ),
            ]
        )
    }

    init(_ visit: VisitApproval) {
        self.init(
            visit.id.text,
            [
                ("visitors", Self.list(visit.visitors.map(\.text))),
                ("rooms", Self.list(visit.rooms.map(\.text))), ("by", visit.by.text),
                ("on", visit.on.date.description), ("necessity", visit.necessity),
                ("from", visit.validity.from?.written), ("until", visit.validity.until?.written),
                ("entries", visit.entries.map(String.init) ?? "unlimited"),
                ("escorts", visit.escorts.map { Self.list($0.map(\.text)) }),
            ]
        )
    }

    init(_ request: VisitRequest) {
        self.init(
            request.id.text,
            [
                ("visitors", Self.list(request.visitors.map(\.text))),
                ("rooms", Self.list(request.rooms.map(\.text))), ("necessity", request.necessity),
                ("from", request.validity.from?.written),
                ("until", request.validity.until?.written),
                ("entries", request.entries.map(String.init) ?? "unlimited"),
                ("escorts", request.escorts.map { Self.list($0.map(\.text)) }),
            ]
        )
    }

    private static func list(_ entries: [String]) -> String {
        "[" + entries.joined(separator: ", ") + "]"
    }

    private static func text(_ hours: Hours) -> String {
        let days = Weekday.allCases.filter(hours.days.contains).map(\.rawValue)
        return "\(days.joined(separator: " ")) \(hours.from)-\(hours.until)"
    }
}
