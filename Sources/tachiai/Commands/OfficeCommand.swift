// SPDX-License-Identifier: Apache-2.0
import Access
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

    @OptionGroup var fields: OfficeFields

    @Option(help: ArgumentHelp(Words.now.helpFromDay, valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpUntilDay, valueName: "day"))
    var until: String?

    @Option(help: ArgumentHelp(Words.now.helpBasis))
    var basis: String?

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard fields.office != .sectionHead || fields.department != nil else {
            throw ValidationError(Words.now.headOfWhat)
        }
        guard fields.office != .actingInformationOfficer || basis != nil else {
            throw ValidationError(Words.now.actingByWhat)
        }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let clock = try await BoardClock(server)
            let seat = try await fields.seat(on: server)
            let request = AppointmentRequest(
                office: seat.office.rawValue,
                person: seat.person.id,
                department: seat.section,
                from: try clock.written(from ?? "today"),
                until: try clock.written(ifSaid: until),
                basis: basis,
                reason: change.reason
            )
            try check(seat)
            if seat.office == .informationOfficer { try await checkToken(of: seat.person, server) }
            if seat.isSingle, until == nil {
                try await tellOfPredecessor(in: seat, from: request.from, clock, server)
            }
            let term = Words.span(request.from, request.until)
            try change.confirm(Words.now.askAppoint(seat.person.title, seat.title, term))
            try await change.carry("appoint", "\(seat.person.title) → \(seat.title)") { terms in
                try await server.change(APIPath.appointments, request, terms)
            }
        }
    }

    /// The offices of the Article are held by staff; who is suspended has no use of any before that ends.
    private func check(_ seat: OfficeSeat) throws {
        let person = seat.person
        guard !person.name.isEmpty else { return }
        let isOfStaff = seat.isSingle || seat.office == .actingInformationOfficer
        if isOfStaff, person.department == nil {
            throw Complaint(.refused, Words.now.appointeeOutside(person.title))
        }
        if person.suspended == true {
            Screen.standard.complain(Words.now.appointeeSuspended(person.title))
        }
    }

    /// Whose term ends by this one's beginning, or now where that lies in the past.
    private func tellOfPredecessor(
        in seat: OfficeSeat,
        from written: String?,
        _ clock: BoardClock,
        _ server: Server
    ) async throws {
        guard let from = clock.bound(written, .from) else { return }
        let end = max(from, clock.timestamp)
        for other in try await seat.others(server) {
            let begins = clock.bound(other.row.from, .from)
            guard begins.map({ $0 < from }) ?? true,
                clock.bound(other.row.until, .until).map({ end < $0 }) ?? true
            else { continue }
            let words = try await server.words(for: [other])
            Screen.standard.complain(
                words.predecessorEnds(
                    words.person(other.row.person),
                    Words.time(clock.calendar.text(end))
                )
            )
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
