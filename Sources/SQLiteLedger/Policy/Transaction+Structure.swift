// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    func replace(rooms: [Room]) throws {
        for table in ["room", "roomSection", "roomEscort"] {
            try execute("DELETE FROM \(table)", [])
        }
        for (place, room) in rooms.enumerated() { try write(room, place: place) }
    }

    private func write(_ room: Room, place: Int) throws {
        try execute(
            """
            INSERT INTO room (id, name, site, designation, escortMustBeDesignated, authentication,
              visitorsPerEscort, antiPassback, capacity, within, pinAttempts, officerExOfficio,
              approverMayEscort, unattendedGap, onUntrustedClock, place, escortAuthentication,
              withinGrants, onlyThroughWithin, approvalScope, reviewMonths, badgeAloneFrom)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                room.id.text, room.name, room.site, room.designation.rawValue,
                room.escortMustBeDesignated, room.authentication.rawValue, room.visitorsPerEscort,
                room.antiPassback.rawValue, room.capacity, room.within?.text, room.pinAttempts,
                room.officerExOfficio, room.approverMayEscort, room.unattendedGap,
                room.onUntrustedClock.rawValue, place, room.escortAuthentication.rawValue,
                room.withinGrants, room.onlyThroughWithin, room.approvalScope.rawValue,
                room.reviewMonths, room.badgeAloneFrom.rawValue,
            ]
        )
        for (place, section) in room.competentSections.enumerated() {
            try execute(
                "INSERT INTO roomSection (room, place, department) VALUES (?, ?, ?)",
                [room.id.text, place, section.text]
            )
        }
        for kind in room.escorts {
            try execute(
                "INSERT INTO roomEscort (room, kind) VALUES (?, ?)",
                [room.id.text, kind.rawValue]
            )
        }
    }

    func replace(departments: [Department]) throws {
        for table in ["department", "departmentKind"] { try execute("DELETE FROM \(table)", []) }
        for (place, department) in departments.enumerated() {
            try write(department, place: place)
        }
    }

    /// Writes a department's row, at its place in the document.
    func write(_ department: Department, place: Int) throws {
        try execute(
            "INSERT OR REPLACE INTO department (id, name, place) VALUES (?, ?, ?)",
            [department.id.text, department.name, place]
        )
        try execute("DELETE FROM departmentKind WHERE department = ?", [department.id.text])
        for kind in department.kinds {
            try execute(
                "INSERT INTO departmentKind (department, kind) VALUES (?, ?)",
                [department.id.text, kind.rawValue]
            )
        }
    }

    func replace(appointments: [Appointment]) throws {
        try execute("DELETE FROM appointment", [])
        for appointment in appointments { try add(appointment) }
    }

    func add(_ appointment: Appointment) throws {
        try execute(
            """
            INSERT INTO appointment
              (office, person, department, fromWritten, fromMs, untilWritten, untilMs, basis)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [appointment.office.rawValue, appointment.person.text, appointment.department?.text]
                + appointment.validity.columns + [appointment.basis]
        )
    }

    func replace(holidays: Set<CivilDate>) throws {
        try execute("DELETE FROM holiday", [])
        for day in holidays {
            try execute("INSERT INTO holiday (day) VALUES (?)", [day.description])
        }
    }
}
