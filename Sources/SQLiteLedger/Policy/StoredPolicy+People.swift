// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension StoredPolicy {
    private static let personColumns = """
        id, name, kana, department, fromWritten, fromMs, untilWritten, untilMs, isSuspended,
        company, identityChecked, briefed, contract, responsible, nextDepartment, nextWritten, nextMs
        """

    func person(_ id: PersonID) throws -> Person? {
        try rows("SELECT \(Self.personColumns) FROM person WHERE id = ?", [id.text], makePerson)
            .first
    }

    /// The people whom a condition on an index picks, by id.
    func people(_ condition: String, _ arguments: StatementArguments) throws -> [Person] {
        try rows(
            "SELECT \(Self.personColumns) FROM person WHERE \(condition)",
            arguments,
            makePerson
        )
    }

    /// All people, by id.
    func people() throws -> [Person] {
        try rows("SELECT \(Self.personColumns) FROM person ORDER BY id", [], makePerson)
    }

    private func makePerson(_ row: Row) throws -> Person {
        var person = Person(
            id: try row.identifier(0),
            name: try row.decode(atIndex: 1),
            department: try row.identifierIfAny(3)
        )
        person.kana = try row.decode(atIndex: 2)
        person.validity = try row.validity(4)
        person.isSuspended = try row.decode(atIndex: 8)
        person.company = try row.decode(atIndex: 9)
        person.identityChecked = try row.decode(atIndex: 10)
        person.briefed = try row.dateIfAny(11)
        person.contract = try row.decode(atIndex: 12)
        person.responsible = try row.identifierIfAny(13)
        if let next = try nextBound(row), next.instant <= now {
            person.department = try row.identifierIfAny(14)
        }
        return person
    }

    private func nextBound(_ row: Row) throws -> Bound? {
        guard let written = try row.decode(String?.self, atIndex: 15) else { return nil }
        return Bound(
            written: written,
            instant: Timestamp(milliseconds: try row.decode(atIndex: 16))
        )
    }

    /// Where a person goes next, if anywhere.
    func pendingMove(of id: PersonID) throws -> Transfer? {
        let found = try rows(
            "SELECT \(Self.personColumns) FROM person WHERE id = ?",
            [id.text]
        ) { row in
            try nextBound(row).map { bound in
                Transfer(
                    effective: bound,
                    moves: [.init(person: id, department: try row.identifierIfAny(14))]
                )
            }
        }
        return (found.first ?? nil).flatMap { now < $0.effective.instant ? $0 : nil }
    }

    func appointments(of person: PersonID) throws -> [Appointment] {
        try rows(
            "SELECT \(Self.appointmentColumns) FROM appointment WHERE person = ? ORDER BY number",
            [person.text],
            makeAppointment
        )
    }

    /// All appointments, in the order of the document.
    func appointments() throws -> [Appointment] {
        try rows(
            "SELECT \(Self.appointmentColumns) FROM appointment ORDER BY number",
            [],
            makeAppointment
        )
    }

    /// The appointments to an office, with their numbers in the table.
    func appointments(to office: Office) throws -> [(number: Int64, appointment: Appointment)] {
        try rows(
            "SELECT \(Self.appointmentColumns), number FROM appointment WHERE office = ?",
            [office.rawValue]
        ) { row in (try row.decode(atIndex: 8), try makeAppointment(row)) }
    }

    private static let appointmentColumns =
        "office, person, department, fromWritten, fromMs, untilWritten, untilMs, basis"

    private func makeAppointment(_ row: Row) throws -> Appointment {
        Appointment(
            office: try row.word(0),
            person: try row.identifier(1),
            department: try row.identifierIfAny(2),
            validity: try row.validity(3),
            basis: try row.decode(atIndex: 7)
        )
    }
}
