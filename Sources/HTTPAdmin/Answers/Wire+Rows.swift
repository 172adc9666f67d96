// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// The core's rows as the wire's, with the policy document's keys.
extension PersonRow {
    /// A person's row without PINs; badges only for who may see them.
    init(_ entry: PersonEntry, withBadges: Bool) {
        let person = entry.person
        self.init(
            id: person.id.text,
            name: person.name,
            kana: person.kana,
            department: person.department?.text,
            from: person.validity.from?.written,
            until: person.validity.until?.written,
            suspended: person.isSuspended ? true : nil,
            company: person.company,
            identityChecked: person.identityChecked,
            briefed: person.briefed?.description,
            contract: person.contract,
            responsible: person.responsible?.text,
            badges: withBadges && !entry.badges.isEmpty ? entry.badges.map(BadgeRow.init) : nil
        )
    }
}

extension BadgeRow {
    /// A badge under its fingerprint; a number is never told (L10).
    init(_ badge: Badge) {
        let fingerprint: String =
            switch badge.token {
            case .number(let number): number.description
            case .fingerprint(let fingerprint): fingerprint.description
            }
        self.init(
            number: fingerprint,
            kind: badge.kind.rawValue,
            status: badge.status.rawValue,
            label: badge.label,
            technology: badge.technology?.rawValue,
            systemCode: badge.systemCode.map(\.systemCode),
            assurance: badge.assurance?.rawValue
        )
    }
}

extension UInt16 {
    /// A FeliCa system code, as it is written.
    var systemCode: String {
        let digits = String(self, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension DepartmentRow {
    init(_ department: Department) {
        self.init(
            id: department.id.text,
            name: department.name,
            kinds: department.kinds.isEmpty ? nil : department.kinds.map(\.rawValue).sorted()
        )
    }
}

extension AppointmentRow {
    init(_ appointment: Appointment) {
        self.init(
            office: appointment.office.rawValue,
            person: appointment.person.text,
            department: appointment.department?.text,
            from: appointment.validity.from?.written,
            until: appointment.validity.until?.written,
            basis: appointment.basis
        )
    }
}

extension AppointmentReply {
    init(_ appointment: Appointment, at now: Timestamp) {
        let (from, until) = (appointment.validity.from, appointment.validity.until)
        self.init(
            row: AppointmentRow(appointment),
            isHeld: appointment.isHeld(at: now),
            isComing: from.map { from in
                now < from.instant && (until.map { from.instant < $0.instant } ?? true)
            } ?? false
        )
    }
}

extension DesignationRow {
    init(_ designation: Designation) {
        self.init(
            id: designation.id.text,
            person: designation.person.text,
            rooms: designation.rooms.map(\.text),
            from: designation.validity.from?.written,
            until: designation.validity.until?.written,
            hours: designation.hours.map(HoursRow.init),
            reason: designation.reason,
            signatures: designation.signatures.map {
                SignatureRow(by: $0.by.text, on: $0.on.date.description)
            }
        )
    }
}

extension HoursRow {
    init(_ hours: Hours) {
        self.init(
            days: Weekday.allCases.filter(hours.days.contains).map(\.rawValue),
            from: hours.from.description,
            until: hours.until.description
        )
    }
}

extension VisitRow {
    init(_ visit: VisitApproval) {
        self.init(
            id: visit.id.text,
            visitors: visit.visitors.map(\.text),
            rooms: visit.rooms.map(\.text),
            by: visit.by.text,
            on: visit.on.date.description,
            necessity: visit.necessity,
            from: visit.validity.from?.written,
            until: visit.validity.until?.written,
            entries: visit.entries.map(Entries.number) ?? .unlimited,
            escorts: visit.escorts?.map(\.text)
        )
    }

    /// What was asked for, and not approved yet.
    init(_ request: VisitRequest) {
        self.init(
            id: request.id.text,
            visitors: request.visitors.map(\.text),
            rooms: request.rooms.map(\.text),
            necessity: request.necessity,
            from: request.validity.from?.written,
            until: request.validity.until?.written,
            entries: request.entries.map(Entries.number) ?? .unlimited,
            escorts: request.escorts?.map(\.text)
        )
    }
}

extension ParameterReply {
    init(_ parameter: RoomParameter) {
        self.init(
            key: parameter.key,
            value: parameter.value,
            standard: parameter.usual,
            deviates: parameter.deviates,
            isFixed: parameter.isFixed,
            article: parameter.article,
            english: parameter.english,
            japanese: parameter.japanese
        )
    }
}

extension RoomReply {
    init(_ room: Room) {
        self.init(
            id: room.id.text,
            name: room.name,
            site: room.site,
            competentSections: room.competentSections.map(\.text),
            within: room.within?.text,
            parameters: RoomParameter.all(of: room).map(ParameterReply.init)
        )
    }
}
