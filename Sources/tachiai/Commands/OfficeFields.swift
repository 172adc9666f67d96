// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Who holds which office.
struct OfficeFields: ParsableArguments {
    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @Argument(help: ArgumentHelp(Words.now.helpOffice, valueName: "office"))
    var office: OfficeName

    @Option(help: ArgumentHelp(Words.now.helpDepartmentOfHead))
    var department: String?

    /// What is meant on a board.
    func seat(on server: Server) async throws -> OfficeSeat {
        let directory = Directory(changing: server)
        let person = try await directory.person(person)
        var section: DepartmentRow?
        if let department { section = try await directory.department(department) }
        let title = [Words.now.office(office.rawValue), section?.name].compactMap { $0 }
        return OfficeSeat(
            person: person,
            office: office,
            section: section?.id,
            title: title.joined(separator: " ")
        )
    }
}

/// A person's place in an office, and how it is called.
struct OfficeSeat {
    let person: PersonRow
    let office: OfficeName
    let section: String?
    let title: String

    /// Whether one person alone holds it: another's beginning is the end of who holds it until then.
    var isSingle: Bool { office == .informationOfficer || office == .sectionHead }

    /// The appointments of others to the same seat, that are held or to come.
    func others(_ server: Server) async throws -> [AppointmentReply] {
        try await others(of: section, server)
    }

    /// The same of a section that was found by the appointment.
    func others(of section: String?, _ server: Server) async throws -> [AppointmentReply] {
        try await server.all(APIPath.appointments, of: AppointmentReply.self).items.filter {
            $0.row.office == office.rawValue && $0.row.department == section
                && $0.row.person != person.id && ($0.isHeld || $0.isComing)
        }
    }
}
