// SPDX-License-Identifier: Apache-2.0

extension PolicyRules {
    /// What is wrong with a room.
    public func faults(in room: Room, at path: String) throws(Index.Fault) -> [PolicyFault] {
        var faults = name(room.id.text, at: path + ".id")
        faults += text(room.name, most: PolicyLimits.name, at: path + ".name")
        faults += name(room.site, at: path + ".site")
        let sections = path + ".competentSections"
        faults += list(room.competentSections, at: sections, mayBeEmpty: true)
        for (position, section) in room.competentSections.enumerated() {
            faults += try existence(of: section, at: "\(sections)[\(position)]")
        }
        if room.competentSections.isEmpty { faults.append(.nobodyCompetent(room, at: sections)) }
        faults += number(
            room.visitorsPerEscort,
            in: PolicyLimits.visitorsPerEscort,
            at: path + ".visitorsPerEscort"
        )
        faults += number(room.capacity, in: PolicyLimits.capacity, at: path + ".capacity")
        faults += number(room.pinAttempts, in: PolicyLimits.pinAttempts, at: path + ".pinAttempts")
        faults += number(
            room.unattendedGap,
            in: PolicyLimits.unattendedGap,
            at: path + ".unattendedGap"
        )
        if !PolicyLimits.reviewMonths.contains(room.reviewMonths) {
            faults.append(.reviewMonths(room.reviewMonths, at: path + ".reviewMonths"))
        }
        if room.within == nil {
            for (key, isSet) in [
                ("withinGrants", room.withinGrants), ("onlyThroughWithin", room.onlyThroughWithin),
            ] where isSet {
                faults.append(.lacks("within", "\(key) には外側の室が要る", at: path + "." + key))
            }
        }
        return try faults + surroundings(of: room, at: path + ".within")
    }

    /// Whether the rooms around a room exist and do not lead back into it.
    private func surroundings(of room: Room, at path: String) throws(Index.Fault) -> [PolicyFault] {
        guard let outer = room.within else { return [] }
        let missing = try existence(of: outer, at: path)
        guard missing.isEmpty else { return missing }
        var seen: Set<RoomID> = []
        var next: RoomID? = outer
        while let id = next, seen.insert(id).inserted {
            // One room speaks for the circle.
            if id == room.id { return seen.min() == id ? [.cyclic(id, at: path)] : [] }
            next = try index.room(id)?.within
        }
        return []
    }

    /// What is wrong with a department.
    public func faults(in department: Department, at path: String) -> [PolicyFault] {
        name(department.id.text, at: path + ".id")
            + text(department.name, most: PolicyLimits.name, at: path + ".name")
    }

    /// What is wrong with an appointment.
    public func faults(in appointment: Appointment, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        var faults = try existence(of: appointment.person, at: path + ".person")
        faults += validity(appointment.validity, at: path)
        faults += text(appointment.basis, most: PolicyLimits.text, at: path + ".basis")
        if let department = appointment.department {
            faults += try existence(of: department, at: path + ".department")
        } else if appointment.office == .sectionHead {
            faults.append(.lacks("department", "課等の長の職には課等が要る", at: path + ".department"))
        }
        if appointment.validity.from == nil {
            faults.append(.lacks("from", "職には始まりの日が要る", at: path + ".from"))
        }
        if appointment.office == .actingInformationOfficer {
            if appointment.basis == nil {
                faults.append(.lacks("basis", "代決には根拠が要る", at: path + ".basis"))
            }
            if appointment.validity.until == nil {
                faults.append(.lacks("until", "代決には終わりの日が要る", at: path + ".until"))
            }
        }
        return faults
    }

    /// What is wrong with a person's row, apart from badges that other rows name too.
    public func faults(in row: PersonEntry, at path: String) throws(Index.Fault) -> [PolicyFault] {
        let person = row.person
        var faults = name(person.id.text, at: path + ".id")
        for (key, written) in [
            ("name", Optional(person.name)), ("kana", person.kana), ("company", person.company),
            ("identityChecked", person.identityChecked),
        ] {
            faults += text(written, most: PolicyLimits.name, at: path + "." + key)
        }
        faults += text(person.contract, most: PolicyLimits.text, at: path + ".contract")
        faults += validity(person.validity, at: path)
        if let department = person.department {
            faults += try existence(of: department, at: path + ".department")
        }
        if let responsible = person.responsible {
            faults += try existence(of: responsible, at: path + ".responsible")
        }
        if row.badges.count > PolicyLimits.list {
            faults.append(
                .tooMany(row.badges.count, most: PolicyLimits.list, at: path + ".badges")
            )
        }
        for (position, badge) in row.badges.enumerated() {
            faults += self.faults(in: badge, at: "\(path).badges[\(position)]")
        }
        return faults + pins(of: row, at: path)
    }

    /// What is wrong with a badge, apart from its number.
    public func faults(in badge: Badge, at path: String) -> [PolicyFault] {
        var faults = text(badge.label, most: PolicyLimits.id, at: path + ".label")
        if badge.systemCode != nil, badge.technology != .feliCa {
            faults.append(.systemCodeWithoutFeliCa(at: path + ".systemCode"))
        }
        if badge.isPassing { faults.append(.passingBadge(at: path)) }
        return faults
    }

    private func pins(of row: PersonEntry, at path: String) -> [PolicyFault] {
        var faults: [PolicyFault] = []
        for (key, pin) in [("pin", row.pin), ("duressPin", row.duressPIN)] {
            guard case .digits(let secret) = pin else { continue }
            let digits = secret.exposed.utf8
            let isNumber = digits.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
            if !isNumber || !PolicyLimits.pinDigits.contains(digits.count) {
                faults.append(.unfitPIN(at: path + "." + key))
            }
        }
        if let pin = row.pin, pin == row.duressPIN {
            faults.append(.samePIN(at: path + ".duressPin"))
        }
        if row.pin == nil && row.duressPIN != nil {
            faults.append(.lacks("pin", "duressPin だけでは使えない", at: path + ".pin"))
        }
        return faults
    }
}
