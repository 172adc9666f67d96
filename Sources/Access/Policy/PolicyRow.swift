// SPDX-License-Identifier: Apache-2.0

/// A row of a policy as keys and written values, for comparing.
struct PolicyRow {
    /// What tells it from other rows of its kind.
    let id: String
    private let values: [(key: String, value: String?)]
    /// What stands behind masked values: compared, never shown (L10).
    private let masked: [String: AnyHashable]

    private init(
        _ id: String,
        _ values: [(key: String, value: String?)],
        masked: [String: AnyHashable] = [:]
    ) {
        self.id = id
        self.values = values
        self.masked = masked
    }

    /// The values in which another row with the same id differs.
    func changes(to other: PolicyRow) -> [PolicyDifference.Field] {
        zip(values, other.values).compactMap { old, new in
            old.value == new.value && masked[old.key] == other.masked[new.key]
                ? nil : PolicyDifference.Field(key: old.key, old: old.value, new: new.value)
        }
    }
}

extension Policy {
    /// The rows of a kind.
    func rows(of kind: PolicyDifference.Kind) -> [PolicyRow] {
        switch kind {
        case .room: rooms.map(PolicyRow.init)
        case .department: departments.map(PolicyRow.init)
        case .person: people.map(PolicyRow.init)
        case .appointment: numbered(appointments)
        case .holiday: holidays.sorted().map(PolicyRow.init)
        case .designation: designations.map(PolicyRow.init)
        case .visit: visits.map(PolicyRow.init)
        }
    }

    /// Appointments have no id: office, section and person tell them apart, then their number in order of time.
    private func numbered(_ appointments: [Appointment]) -> [PolicyRow] {
        var count: [String: Int] = [:]
        let inTime = appointments.sorted {
            ($0.validity.from?.instant.milliseconds ?? .min)
                < ($1.validity.from?.instant.milliseconds ?? .min)
        }
        return inTime.map { appointment in
            let name = [
                appointment.office.rawValue, appointment.department?.text, appointment.person.text,
            ]
            .compactMap { $0 }.joined(separator: " ")
            count[name, default: 0] += 1
            let number = count[name] ?? 1
            return PolicyRow(appointment, id: number == 1 ? name : "\(name) #\(number)")
        }
    }
}

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

    private static func list(_ entries: [String]) -> String {
        "[" + entries.joined(separator: ", ") + "]"
    }

    private static func text(_ hours: Hours) -> String {
        let days = Weekday.allCases.filter(hours.days.contains).map(\.rawValue)
        return "\(days.joined(separator: " ")) \(hours.from)-\(hours.until)"
    }
}
