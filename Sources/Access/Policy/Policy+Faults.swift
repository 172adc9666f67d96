// SPDX-License-Identifier: Apache-2.0

extension Policy {
    /// Everything that is wrong with the policy as a whole, row by row (DESIGN §8).
    public func faults() -> [PolicyFault] {
        let rules = PolicyRules(PolicyTables(self))
        var faults: [PolicyFault] = []
        faults += each(rooms, of: "rooms") { rules.faults(in: $0, at: $1) }
        faults += each(departments, of: "departments") { rules.faults(in: $0, at: $1) }
        faults += each(people, of: "people") { rules.faults(in: $0, at: $1) }
        faults += each(appointments, of: "appointments") { rules.faults(in: $0, at: $1) }
        faults += each(designations, of: "designations") { rules.faults(in: $0, at: $1) }
        faults += each(visits, of: "visits") { rules.faults(in: $0, at: $1) }
        return faults + doubles
    }

    private func each<Row>(
        _ rows: [Row],
        of section: String,
        _ judge: (Row, String) -> [PolicyFault]
    ) -> [PolicyFault] {
        rows.enumerated().flatMap { judge($0.element, "\(section)[\($0.offset)]") }
    }

    private var doubles: [PolicyFault] {
        doubleIDs(rooms.map(\.id), of: "rooms")
            + doubleIDs(departments.map(\.id), of: "departments")
            + doubleIDs(people.map(\.person.id), of: "people")
            + doubleIDs(designations.map(\.id), of: "designations")
            + doubleIDs(visits.map(\.id), of: "visits") + doubleBadges + doubleAppointments
    }

    private func doubleIDs<Named>(_ ids: [Identifier<Named>], of section: String) -> [PolicyFault] {
        var first: [Identifier<Named>: Int] = [:]
        return ids.enumerated().compactMap { position, id in
            guard let earlier = first[id] else {
                first[id] = position
                return nil
            }
            return .doubleID(
                id.text,
                first: "\(section)[\(earlier)]",
                at: "\(section)[\(position)].id"
            )
        }
    }

    /// Badges given twice, to one person or to two (R32).
    private var doubleBadges: [PolicyFault] {
        var first: [Badge.Token: String] = [:]
        var faults: [PolicyFault] = []
        for (row, entry) in people.enumerated() {
            for (position, badge) in entry.badges.enumerated() {
                let path = "people[\(row)].badges[\(position)]"
                if let earlier = first[badge.token] {
                    faults.append(.badgeGivenTwice(first: earlier, at: path))
                } else {
                    first[badge.token] = path
                }
            }
        }
        return faults
    }

    private var doubleAppointments: [PolicyFault] {
        var first: [Appointment: Int] = [:]
        return appointments.enumerated().compactMap { position, appointment in
            guard let earlier = first[appointment] else {
                first[appointment] = position
                return nil
            }
            return .doubleID(
                appointment.office.rawValue,
                first: "appointments[\(earlier)]",
                at: "appointments[\(position)]"
            )
        }
    }
}
