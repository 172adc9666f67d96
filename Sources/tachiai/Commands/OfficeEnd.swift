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

    @OptionGroup var fields: OfficeFields

    @Option(help: ArgumentHelp(Words.now.helpFromOfOffice, valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpEndOfOffice, valueName: "day"))
    var until: String?

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let clock = try await BoardClock(server)
            let seat = try await fields.seat(on: server)
            let words = Words.now
            let fitting = try await appointments(to: seat, clock, server)
            guard let found = fitting.first else {
                throw Complaint(.refused, words.noAppointment(seat.person.title, seat.title))
            }
            guard fitting.count == 1 else {
                let named = try await server.words(for: fitting)
                let lines = PeopleReport(words: named).table(fitting).lines
                throw Complaint(
                    .usage,
                    ([words.severalAppointments] + lines).joined(separator: "\n")
                )
            }
            let end = try end(of: found, clock)
            try await tell(of: seat, found.row.department, left: end, clock, server)
            try change.confirm(words.askOfficeEnd(seat.person.title, seat.title))
            // The same appointment once more, with another end: it takes the place of the one there is.
            let request = AppointmentRequest(
                office: found.row.office,
                person: seat.person.id,
                department: found.row.department,
                from: found.row.from,
                until: end,
                basis: found.row.basis,
                reason: change.reason
            )
            try await change.carry("endAppointment", "\(seat.person.title) → \(seat.title)") {
                terms in
                try await server.change(APIPath.appointments, request, terms)
            }
        }
    }

    /// Those that are held, or to come.
    private func appointments(
        to seat: OfficeSeat,
        _ clock: BoardClock,
        _ server: Server
    ) async throws -> [AppointmentReply] {
        let from = try clock.written(ifSaid: from)
        return try await server.all(APIPath.appointments, of: AppointmentReply.self).items
            .filter { reply in
                let row = reply.row
                return row.person == seat.person.id && row.office == seat.office.rawValue
                    && (seat.section == nil || row.department == seat.section)
                    && (from == nil || row.from == from)
                    && (reply.isHeld || reply.isComing)
            }
    }

    /// Says so where nobody else holds the seat from the end on.
    private func tell(
        of seat: OfficeSeat,
        _ section: String?,
        left end: String,
        _ clock: BoardClock,
        _ server: Server
    ) async throws {
        guard seat.isSingle, let left = Bound(end, as: .until, in: clock.calendar) else { return }
        let isHeld = try await seat.others(of: section, server).contains { other in
            let from = other.row.from.flatMap { Bound($0, as: .from, in: clock.calendar) }
            let until = other.row.until.flatMap { Bound($0, as: .until, in: clock.calendar) }
            return (from.map { $0.instant <= left.instant } ?? true)
                && (until.map { left.instant < $0.instant } ?? true)
        }
        guard !isHeld else { return }
        let instant = Words.time(clock.calendar.text(left.instant))
        Screen.standard.complain(Words.now.seatIsEmpty(seat.title, instant))
    }

    /// Now; what is to come ends where it begins, and so never holds.
    private func end(of found: AppointmentReply, _ clock: BoardClock) throws -> String {
        if let until { return try clock.written(until) }
        guard !found.isHeld, let from = found.row.from else { return try clock.instant("now") }
        return try clock.instant(from)
    }
}
