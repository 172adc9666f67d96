// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation

/// Offices (職) and who holds them.
struct OfficeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "office",
            abstract: Words.now.aboutOffice,
            subcommands: [OfficeList.self, OfficeAppoint.self, OfficeEnd.self]
        )
    }
}

/// Lists the appointments, with the basis of who acts for another.
struct OfficeList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutOfficeList)
    }

    @Flag(help: ArgumentHelp(Words.now.helpAllOffices))
    var all = false

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            try await list.show(
                server,
                APIPath.appointments,
                [],
                of: AppointmentReply.self
            ) { appointments, words in
                PeopleReport(words: words).table(
                    appointments.filter { all || $0.isHeld || $0.isComing }
                )
            }
        }
    }
}

/// Appoints a person to an office, from a day on.
struct OfficeAppoint: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "appoint",
            abstract: Words.now.aboutAppoint,
            discussion: Words.now.discussAppoint
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @Argument(help: ArgumentHelp(Words.now.helpOffice, valueName: "office"))
    var office: OfficeName

    @Option(help: ArgumentHelp(Words.now.helpDepartmentOfHead))
    var department: String?

    @Option(help: ArgumentHelp(Words.now.helpFromDay, valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpUntilDay, valueName: "day"))
    var until: String?

    @Option(help: ArgumentHelp(Words.now.helpBasis))
    var basis: String?

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard office != .sectionHead || department != nil else {
            throw ValidationError(Words.now.headOfWhat)
        }
        guard office != .actingInformationOfficer || basis != nil else {
            throw ValidationError(Words.now.actingByWhat)
        }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let directory = Directory(changing: server)
            let clock = try await BoardClock(server)
            let row = try await directory.person(person)
            let section: String? =
                if let department { try await directory.department(department) } else { nil }
            let request = AppointmentRequest(
                office: office.rawValue,
                person: row.id,
                department: section,
                from: try clock.written(from ?? "today"),
                until: try clock.written(ifSaid: until),
                basis: basis,
                reason: change.reason
            )
            let words = Words.now
            let title = words.office(office.rawValue) + (section.map { " \($0)" } ?? "")
            if office == .informationOfficer { try await checkToken(of: row, server) }
            try change.confirm(words.askAppoint(row.title, title))
            try await change.carry("appoint", "\(row.title) → \(title)") { terms in
                try await server.change(APIPath.appointments, request, terms)
            }
        }
    }

    /// The office takes the author's rights along: who comes after must be able to use them.
    private func checkToken(of person: PersonRow, _ server: Server) async throws {
        let now = try await server.get(APIPath.me).json(MeReply.self).at
        let tokens = try await server.all(APIPath.tokens, of: TokenRow.self).items
        let serves = tokens.contains { token in
            token.person == person.id && !token.isRevoked && (token.until.map { now < $0 } ?? true)
        }
        guard serves else { throw Complaint(.refused, Words.now.successorLacksToken(person.title)) }
    }
}
