// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser

/// Ends an appointment that is held, and takes back one that is still to come.
struct OfficeEnd: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "end",
            abstract: Words.now.aboutOfficeEnd,
            discussion: Words.now.discussOfficeEnd
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @Argument(help: ArgumentHelp(Words.now.helpOffice, valueName: "office"))
    var office: OfficeName

    @Option(help: ArgumentHelp(Words.now.helpDepartmentOfHead))
    var department: String?

    @Option(help: ArgumentHelp(Words.now.helpFromOfOffice, valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpEndOfOffice, valueName: "day"))
    var until: String?

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let directory = Directory(changing: server)
            let clock = try await BoardClock(server)
            let row = try await directory.person(person)
            let section: String? =
                if let department { try await directory.department(department) } else { nil }
            let words = Words.now
            let title = words.office(office.rawValue) + (section.map { " \($0)" } ?? "")
            let fitting = try await appointments(of: row.id, in: section, clock, server)
            guard let found = fitting.first else {
                throw Complaint(.refused, words.noAppointment(row.title, title))
            }
            guard fitting.count == 1 else {
                let named = try await server.words(for: fitting)
                let lines = PeopleReport(words: named).table(fitting).lines
                throw Complaint(
                    .usage,
                    ([words.severalAppointments] + lines).joined(separator: "\n")
                )
            }
            try change.confirm(words.askOfficeEnd(row.title, title))
            // The same appointment once more, with another end: it takes the place of the one there is.
            let request = AppointmentRequest(
                office: found.row.office,
                person: row.id,
                department: found.row.department,
                from: found.row.from,
                until: try end(of: found, clock),
                basis: found.row.basis,
                reason: change.reason
            )
            try await change.carry("endAppointment", "\(row.title) → \(title)") { terms in
                try await server.change(APIPath.appointments, request, terms)
            }
        }
    }

    /// Those that are held, or to come.
    private func appointments(
        of person: String,
        in section: String?,
        _ clock: BoardClock,
        _ server: Server
    ) async throws -> [AppointmentReply] {
        let from = try clock.written(ifSaid: from)
        return try await server.all(APIPath.appointments, of: AppointmentReply.self).items
            .filter { reply in
                let row = reply.row
                return row.person == person && row.office == office.rawValue
                    && (section == nil || row.department == section)
                    && (from == nil || row.from == from)
                    && (reply.isHeld || reply.isComing)
            }
    }

    /// Now; what is to come ends where it begins, and so never holds.
    private func end(of found: AppointmentReply, _ clock: BoardClock) throws -> String {
        if let until { return try clock.written(until) }
        guard !found.isHeld, let from = found.row.from else { return try clock.instant("now") }
        return try clock.instant(from)
    }
}
