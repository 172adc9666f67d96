// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation

/// Designates people for rooms; who orders it has signed it by that.
struct DesignateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "designate",
            abstract: Words.now.aboutDesignate,
            discussion: Words.now.discussDesignate
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpPeople, valueName: "person"))
    var people: [String]

    @Option(name: [.long, .short], help: ArgumentHelp(Words.now.helpRooms))
    var room: [String]

    @Option(help: ArgumentHelp(Words.now.helpFromDay, valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpDesignationUntil, valueName: "day"))
    var until: String?

    @Option(help: ArgumentHelp(Words.now.helpHours))
    var hours: String?

    @Option(help: ArgumentHelp(Words.now.helpID("D-2026-012")))
    var id: String?

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        try change.needsReason()
        guard id == nil || people.count == 1 else { throw ValidationError(Words.now.idForOne) }
        if let hours, HoursWords.row(hours) == nil {
            throw ValidationError(Words.now.noHours(hours))
        }
    }

    /// Whose signatures the new ones still need.
    private func show(_ ids: [String], _ server: Server) async throws {
        var made: [DesignationReply] = []
        for id in ids {
            let path = APIPath.filled(APIPath.designation, id)
            made.append(try await server.get(path).json(DesignationReply.self))
        }
        let words = try await server.words(for: made)
        Screen.standard.write("")
        Screen.standard.write(DesignationReport(words: words).table(made))
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let directory = Directory(changing: server)
            let rows = try await directory.people(people)
            let rooms = try await directory.rooms(room)
            let clock = try await BoardClock(server)
            clock.noteIfOver(until)
            var next = try await NextID.designation(server)
            var made: [String] = []
            try await change.each(rows) { person, change in
                let row = DesignationRow(
                    id: id ?? next.take(),
                    person: person.id,
                    rooms: rooms,
                    from: try clock.written(from ?? "today"),
                    until: try clock.written(ifSaid: until),
                    hours: hours.flatMap(HoursWords.row),
                    reason: change.reason ?? ""
                )
                let subject = "\(row.id) \(person.title) → \(rooms.joined(separator: " "))"
                try await change.carry("designate", subject) { terms in
                    try await server.change(APIPath.designations, row, terms)
                }
                made.append(row.id)
            } conclude: {
                guard !change.isTrial, !change.common.json, !made.isEmpty else { return }
                try await show(made, server)
            }
        }
    }
}

/// Revokes designations: the next badge of that person is refused.
struct RevokeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "revoke", abstract: Words.now.aboutRevoke)
    }

    @Argument(help: ArgumentHelp(Words.now.helpDesignations, valueName: "id"))
    var ids: [String]

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            var replies: [DesignationReply] = []
            for id in ids {
                let path = APIPath.filled(APIPath.designation, id)
                replies.append(try await server.get(path).json(DesignationReply.self))
            }
            if !change.common.json {
                let words = try await server.words(for: replies)
                Screen.standard.write(DesignationReport(words: words).table(replies))
            }
            try change.confirm(Words.now.askRevoke(ids.count))
            try await change.each(ids) { id, change in
                let path = APIPath.filled(APIPath.designationRevoke, id)
                try await change.carry("revokeDesignation", id, at: path, on: server)
            }
        }
    }
}
