// SPDX-License-Identifier: Apache-2.0
internal import Access

extension PolicyWriter {
    static func pairs(_ room: Room) -> [YAMLPair] {
        let usual = Room(
            id: room.id,
            name: room.name,
            site: room.site,
            authentication: room.authentication
        )
        var row = RowPairs()
        row.add("id", .text(room.id.text))
        row.add("name", .text(room.name))
        row.add("site", .text(room.site))
        row.add("designation", room.designation.rawValue, unless: usual.designation.rawValue)
        row.add("competentSections", ids(room.competentSections))
        if room.escorts != usual.escorts {
            row.add("escorts", .list(room.escorts.map(\.rawValue).sorted().map { .word($0) }))
        }
        row.add(
            "escortMustBeDesignated",
            room.escortMustBeDesignated,
            unless: usual.escortMustBeDesignated
        )
        row.add("authentication", .word(room.authentication.rawValue))
        row.add("visitorsPerEscort", room.visitorsPerEscort, unless: usual.visitorsPerEscort)
        row.add("antiPassback", room.antiPassback.rawValue, unless: usual.antiPassback.rawValue)
        row.add("capacity", room.capacity.map { .word("\($0)") })
        row.add("within", room.within.map { .text($0.text) })
        row.add("pinAttempts", room.pinAttempts, unless: usual.pinAttempts)
        row.add("officerExOfficio", room.officerExOfficio, unless: usual.officerExOfficio)
        row.add("approverMayEscort", room.approverMayEscort, unless: usual.approverMayEscort)
        row.add("unattendedGap", room.unattendedGap, unless: usual.unattendedGap)
        row.add(
            "onUntrustedClock",
            room.onUntrustedClock.rawValue,
            unless: usual.onUntrustedClock.rawValue
        )
        row.add(
            "escortAuthentication",
            room.escortAuthentication.rawValue,
            unless: usual.escortAuthentication.rawValue
        )
        row.add("withinGrants", room.withinGrants, unless: usual.withinGrants)
        row.add("onlyThroughWithin", room.onlyThroughWithin, unless: usual.onlyThroughWithin)
        row.add("approvalScope", room.approvalScope.rawValue, unless: usual.approvalScope.rawValue)
        row.add("reviewMonths", room.reviewMonths, unless: usual.reviewMonths)
        row.add(
            "badgeAloneFrom",
            room.badgeAloneFrom.rawValue,
            unless: usual.badgeAloneFrom.rawValue
        )
        return row.pairs
    }

    static func pairs(_ department: Department) -> [YAMLPair] {
        var row = RowPairs()
        row.add("id", .text(department.id.text))
        row.add("name", .text(department.name))
        if !department.kinds.isEmpty {
            row.add("kinds", .list(department.kinds.map(\.rawValue).sorted().map { .word($0) }))
        }
        return row.pairs
    }

    static func pairs(_ entry: PersonEntry) -> [YAMLPair] {
        let person = entry.person
        var row = RowPairs()
        row.add("id", .text(person.id.text))
        row.add("name", .text(person.name))
        row.add("kana", person.kana.map { .text($0) })
        row.add("department", person.department.map { .text($0.text) })
        row.add(person.validity)
        row.add("suspended", person.isSuspended, unless: false)
        row.add("company", person.company.map { .text($0) })
        row.add("identityChecked", person.identityChecked.map { .text($0) })
        row.add("briefed", person.briefed.map { .word("\($0)") })
        row.add("contract", person.contract.map { .text($0) })
        row.add("responsible", person.responsible.map { .text($0.text) })
        if !entry.badges.isEmpty { row.add("badges", .list(entry.badges.map(badge))) }
        row.add("pin", entry.pin.map(pin))
        row.add("duressPin", entry.duressPIN.map(pin))
        return row.pairs
    }

    private static func badge(_ badge: Badge) -> YAMLValue {
        let number: YAMLValue =
            switch badge.token {
            case .number(let number): .word("\"\(number.exposed)\"")
            case .fingerprint(let fingerprint): .word("\"\(fingerprint)\"")
            }
        var row = RowPairs()
        row.add("number", number)
        row.add("kind", badge.kind.rawValue, unless: Badge.Kind.staff.rawValue)
        row.add("status", badge.status.rawValue, unless: Badge.Status.active.rawValue)
        row.add("label", badge.label.map { .text($0) })
        row.add("technology", badge.technology.map { .word($0.rawValue) })
        row.add(
            "systemCode",
            badge.systemCode.map { .word("\"\(Badge.text(ofSystemCode: $0))\"") }
        )
        row.add("assurance", badge.assurance.map { .word($0.rawValue) })
        return row.pairs.count == 1 ? number : .mapping(row.pairs)
    }

    private static func pin(_ pin: PINToken) -> YAMLValue {
        switch pin {
        case .digits(let secret): .word("\"\(secret.exposed)\"")
        case .fingerprint(let fingerprint): .word("\"\(fingerprint)\"")
        }
    }

    static func pairs(_ appointment: Appointment) -> [YAMLPair] {
        var row = RowPairs()
        row.add("office", .word(appointment.office.rawValue))
        row.add("department", appointment.department.map { .text($0.text) })
        row.add("person", .text(appointment.person.text))
        row.add(appointment.validity)
        row.add("basis", appointment.basis.map { .text($0) })
        return row.pairs
    }

    static func pairs(_ designation: Designation) -> [YAMLPair] {
        var row = RowPairs()
        row.add("id", .text(designation.id.text))
        row.add("person", .text(designation.person.text))
        row.add("rooms", ids(designation.rooms))
        row.add(designation.validity)
        row.add("hours", designation.hours.map(hours))
        row.add("reason", .text(designation.reason))
        if !designation.signatures.isEmpty {
            row.add("signatures", .list(designation.signatures.map(signature)))
        }
        return row.pairs
    }

    private static func hours(_ hours: Hours) -> YAMLValue {
        let days = Weekday.allCases.filter(hours.days.contains)
        return .mapping([
            YAMLPair(key: "days", value: .list(days.map { .word($0.rawValue) })),
            YAMLPair(key: "from", value: .word("\"\(hours.from)\"")),
            YAMLPair(key: "until", value: .word("\"\(hours.until)\"")),
        ])
    }

    private static func signature(_ signature: Signature) -> YAMLValue {
        .mapping([
            YAMLPair(key: "by", value: .text(signature.by.text)),
            YAMLPair(key: "on", value: .word("\(signature.on.date)")),
        ])
    }

    static func pairs(_ visit: VisitApproval) -> [YAMLPair] {
        var row = RowPairs()
        row.add("id", .text(visit.id.text))
        row.add("visitors", ids(visit.visitors))
        row.add("rooms", ids(visit.rooms))
        row.add("by", .text(visit.by.text))
        row.add("on", .word("\(visit.on.date)"))
        row.add("necessity", .text(visit.necessity))
        row.add(visit.validity)
        row.add("entries", .word(visit.entries.map { "\($0)" } ?? "unlimited"))
        row.add("escorts", visit.escorts.map(ids))
        return row.pairs
    }

    private static func ids<Named>(_ ids: [Identifier<Named>]) -> YAMLValue {
        .list(ids.map { .text($0.text) })
    }
}

/// A row's pairs as they come together.
private struct RowPairs {
    private(set) var pairs: [YAMLPair] = []

    mutating func add(_ key: String, _ value: YAMLValue?) {
        guard let value else { return }
        pairs.append(YAMLPair(key: key, value: value))
    }

    mutating func add<Value: Equatable>(_ key: String, _ value: Value, unless usual: Value) {
        if value != usual { add(key, .word("\(value)")) }
    }

    mutating func add(_ validity: Validity) {
        add("from", validity.from.map { .word($0.written) })
        add("until", validity.until.map { .word($0.written) })
    }
}
